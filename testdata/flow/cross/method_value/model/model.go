// Package model holds the tagged type.
package model

// Customer is tagged as users tag their types.
type Customer struct {
	ID    string
	Email string `pii:"email"`
}

// Contact gives the tagged field.
func (c Customer) Contact() string { return c.Email }

// Address gives it too.
func (c *Customer) Address() string { return c.Email }

// Ref gives another one.
func (c Customer) Ref() string { return c.ID }

// SetEmail replaces the tagged field.
func (c *Customer) SetEmail(s string) { c.Email = s }
