// Package model holds the tagged type.
package model

// Customer is tagged as users tag their types.
type Customer struct {
	ID    string
	Email string `pii:"email"`
	Phone string `pii:"phone"`
	Born  int    `pii:"dob"`
	VIP   bool   `pii:"health"`
}
