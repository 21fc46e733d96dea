// Package model has the tags.
package model

type Customer struct {
	Email string `json:"email" pii:"email"`
}
