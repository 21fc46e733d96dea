// Package app reads through all that files are wrapped in.
package app

import (
	"log"

	"flow/cross/hidden_knot/middle"
)

type user struct {
	Email string `pii:"email"`
}

func read(u user) {
	f := middle.Open(u.Email)
	log.Print(f.Read("x")) // want `email from user.Email reaches log.Print without redaction`
}
