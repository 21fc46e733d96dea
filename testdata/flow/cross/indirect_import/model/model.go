// Package model is never imported by the app.
package model

import "log"

// Customer is tagged as users tag their types.
type Customer struct {
	ID      string
	Email   string `pii:"email"`
	Address Address
}

// Address is a type of a type.
type Address struct {
	Street string `pii:"address"`
	Zone   string
}

// Text gives the tagged field.
func (c *Customer) Text() string { return "<" + c.Email + ">" }

// Ref gives the id.
func (c *Customer) Ref() string { return c.ID }

// Log logs: it knows its own type.
func (a Address) Log() {
	log.Println(a.Zone)
	log.Println(a.Street) // want `address from Address.Street reaches log.Println`
}
