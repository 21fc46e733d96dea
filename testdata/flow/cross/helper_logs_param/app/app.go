// Package app has the data and hands it on.
package app

import (
	"log"

	"flow/cross/helper_logs_param/middle"
	"flow/cross/helper_logs_param/model"
)

func calls(c model.Customer) {
	middle.Log(c.ID)
	middle.Log(c.Email) // want `email from Customer.Email reaches log.Println`
	middle.LogFirst(c.ID, c.Email)
	middle.LogFirst(c.Email, c.ID) // want `email from Customer.Email reaches log.Println`
	middle.LogAny(c.ID)
	middle.LogAny(c) // want `email from Customer.Email and phone from Customer.Phone reach log.Printf`
	middle.LogType(c)
	middle.LogCustomer(c)
	middle.Countdown(2, c.ID)
	middle.Countdown(2, c.Phone) // want `phone from Customer.Phone reaches log.Println`
}

func effects(c model.Customer) {
	var s string
	middle.Fill(&s, &c)
	log.Println(s) // want `phone from Customer.Phone reaches log.Println`
	log.Println(middle.Public(c))
	log.Println(c) // want `email from Customer.Email and phone from Customer.Phone reach log.Println`
	middle.Scrub(&c)
	log.Println(c)
}

func local(s string) { middle.Log(s) }

func throughLocal(c model.Customer) {
	local(c.ID)
	local(c.Email) // want `email from Customer.Email reaches log.Println`
	f := middle.Log
	f(c.Email)             // want `email from Customer.Email reaches log.Println`
	go middle.Log(c.Email) // want `email from Customer.Email reaches log.Println`
	defer middle.Log(c.ID)
}
