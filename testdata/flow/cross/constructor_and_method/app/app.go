// Package app makes messages.
package app

import (
	"log"

	"flow/cross/constructor_and_method/middle"
	"flow/cross/constructor_and_method/model"
)

func calls(c model.Customer) {
	m := middle.New(c.ID, c.Email)
	log.Println(m.Ref())
	log.Println(m.To()) // want `email from Customer.Email reaches log.Println`
	log.Println(m)      // want `email from Customer.Email reaches log.Println`
	m.Log()
	m.Send() // want `email from Customer.Email reaches log.Println`
	m.SetTo(c.ID)
	m.Send()
	log.Println(m.To())
	m.SetTo(c.Email)
	m.Send() // want `email from Customer.Email reaches log.Println`
}

func chained(c model.Customer) {
	m := middle.New(c.ID, "x").Add("one").Add(c.Email)
	log.Println(m.Ref(), m.To())
	log.Println(m.Lines()) // want `email from Customer.Email reaches log.Println`
	m.Send()
	log.Println(middle.New(c.ID, "x").Add(c.ID).Lines())
}
