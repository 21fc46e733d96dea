// Package ownapi is a client of the house's own.
package ownapi

import (
	"net/http"
	"os"
	"strings"

	"outbound/people"
)

var base = os.Getenv("OWN_API")

// Add adds somebody.
func Add(p *people.Person) { http.Post(base+"/people", "", strings.NewReader(p.Email)) }
