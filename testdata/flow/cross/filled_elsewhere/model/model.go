// Package model holds the type.
package model

// User is tagged as users tag their types.
type User struct {
	ID    string
	Email string `pii:"email"`
}
