// Package app uses types without importing their packages.
package app

import (
	"log"

	"flow/cross/indirect_import/middle"
)

func found(id string) {
	c, ok := middle.Default().Store.Find(id)
	log.Println(ok)
	log.Println(c.ID, c.Ref(), c.Address.Zone)
	log.Println(c.Email)          // want `email from Customer.Email reaches log.Println`
	log.Println(c.Text())         // want `email from Customer.Email reaches log.Println`
	log.Println(c.Address.Street) // want `address from Address.Street reaches log.Println`
	log.Println(c)                // want `email from Customer.Email and address from Address.Street reach log.Println|address from Address.Street and email from Customer.Email reach log.Println`
	c.Address.Log()
}

func all(s *middle.Service) {
	for _, c := range s.Store.All() {
		log.Println(c.Ref())
		log.Println(c.Text()) // want `email from Customer.Email reaches log.Println`
		f := c.Text
		log.Println(f()) // want `email from Customer.Email reaches log.Println`
	}
	log.Println(s.Store.All())
}
