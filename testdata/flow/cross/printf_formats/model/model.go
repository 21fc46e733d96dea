// Package model holds the tagged type.
package model

// Customer is tagged as users tag their types.
type Customer struct {
	ID    string
	Email string `pii:"email"`
	Phone string `pii:"phone"`
}

// Token hides itself.
type Token struct {
	Secret string `pii:"credential"`
}

// String prints none of it.
func (Token) String() string { return "token" }
