// Package model has a tagged type.
package model

// Customer is filled by others.
type Customer struct {
	ID    string
	Email string `pii:"email"`
}
