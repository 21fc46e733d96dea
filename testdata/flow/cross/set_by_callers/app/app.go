// Package app knows what goes in.
package app

import (
	"log"
	"os"

	"flow/cross/set_by_callers/model"
	"flow/cross/set_by_callers/store"
)

// Run fills customers.
func Run() {
	log.Println(store.New("1", "nobody"))
	log.Println(store.New("1", os.Args[1]).Email) // want `email from Customer.Email reaches log.Println`
	var c model.Customer
	store.Set(&c, "nobody")
	log.Println(c)
	line := store.Line(os.Stdin)
	log.Println(line)
	store.Set(&c, line)
	log.Println(c) // want `email from Customer.Email reaches log.Println`
}

// Add is called with anything.
func Add(email string) {
	log.Println(store.New("1", email).Email) // want `email from Customer.Email reaches log.Println`
}
