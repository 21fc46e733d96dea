// Package app logs what getters give.
package app

import (
	"log"

	"flow/cross/getter_method/middle"
	"flow/cross/getter_method/model"
)

func direct(c *model.Customer) {
	log.Println(c.ID(), c.HasEmail())
	log.Println(c.Email())  // want `email from Customer.email reaches log.Println`
	log.Println(c.Domain()) // want `email from Customer.email reaches log.Println`
	log.Println(*c)         // want `email from Customer.email reaches log.Println`
	f := c.Email
	log.Println(f()) // want `email from Customer.email reaches log.Println`
}

func through(c *model.Customer, a middle.Account) {
	log.Println(middle.Name(c))
	log.Println(middle.Describe(c)) // want `email from Customer.email reaches log.Println`
	log.Println(a.Number())
	log.Println(a.Contact())       // want `email from Customer.email reaches log.Println`
	log.Println(a.Owner().Email()) // want `email from Customer.email reaches log.Println`
	log.Println(a.Owner().ID())
	log.Println(a)
	log.Println(middle.Open(c).Contact()) // want `email from Customer.email reaches log.Println`
	log.Println(middle.Open(c).Number())
}
