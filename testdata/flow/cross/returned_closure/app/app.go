// Package app calls what it got.
package app

import (
	"log"

	"flow/cross/returned_closure/middle"
	"flow/cross/returned_closure/model"
)

func calls(c model.Customer) {
	middle.Printer(c.ID)()
	middle.Printer(c.Email)() // want `email from Customer.Email reaches log.Println`
	l := middle.Logger("x")
	l(c.ID)
	l(c.Email) // want `email from Customer.Email reaches log.Println`
	p := middle.Prefixer("x")
	log.Println(p(c.ID))
	log.Println(p(c.Email))                    // want `email from Customer.Email reaches log.Println`
	log.Println(middle.Prefixer(c.Email)("x")) // want `email from Customer.Email reaches log.Println`
	log.Println(middle.Getter(c)())            // want `email from Customer.Email reaches log.Println`
	log.Println(middle.Masker()(c.Email))
	middle.Reporter(c)()
}

func shared(c model.Customer) {
	set, get := middle.Pair()
	set(c.ID)
	log.Println(get())
	set(c.Email)
	log.Println(get()) // want `email from Customer.Email reaches log.Println`
}
