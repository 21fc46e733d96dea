// Package model hides its fields behind methods.
package model

// Customer can only be read through methods.
type Customer struct {
	id    string
	email string `pii:"email"`
}

// New is the only way to make one.
func New(id, email string) *Customer { return &Customer{id: id, email: email} }

// ID gives the id.
func (c *Customer) ID() string { return c.id }

// Email gives the address, one function further down.
func (c *Customer) Email() string { return c.address() }

func (c *Customer) address() string { return c.email }

// Domain gives a part of it.
func (c Customer) Domain() string { return c.email[1:] }

// HasEmail tells nothing of it.
func (c Customer) HasEmail() bool { return c.email != "" }
