// Package model holds the tagged type.
package model

// Customer is tagged as users tag their types.
type Customer struct {
	ID    string
	Email string `pii:"email"`
}

// Address gives the tagged field.
func (c Customer) Address() string { return c.Email }

// Order has tags too.
type Order struct {
	Phone string `pii:"phone"`
	ID    string
}
