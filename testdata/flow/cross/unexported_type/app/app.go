// Package app calls what it can't name.
package app

import (
	"log"

	"flow/cross/unexported_type/middle"
	"flow/cross/unexported_type/model"
)

func calls(c model.Customer) {
	r := middle.New()
	r.Record(c.ID)
	r.Record(c.Email)                    // want `email from Customer.Email reaches log.Println`
	log.Println(middle.TextOf(c).Text()) // want `email from Customer.Email reaches log.Println`
	log.Println(middle.NewPlain().Record(c.Email))
}

func given(r middle.Recorder, c model.Customer) {
	r.Record(c.ID)
	r.Record(c.Email) // want `email from Customer.Email reaches log.Println`
}
