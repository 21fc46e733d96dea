// Package classfilter marks the content of events for HashiCorp's filter: what is
// public is marked, and what is not marked is secret.
package classfilter

import "log"

// Login is the payload of an event.
type Login struct {
	Scope    string `class:"public"`
	Email    string `json:"email,omitempty" class:"sensitive"`
	Hint     string `class:"sensitive,redact"`
	Password string `class:"secret"`
	Token    []byte `json:"token"`
	Attempts int
	Place    Place `class:"public"`
	state    string
}

// Place takes no part: nothing in it has a class.
type Place struct {
	Host string
}

// Peer takes part below a field that is public.
type Peer struct {
	Place Place `class:"public"`
	Login Login `class:"public"`
}

func audit(l Login) {
	log.Print(l.Scope, l.Attempts, l.Place, l.state)
	log.Print(l.Email)    // want `unknown from Login.Email reaches log.Print`
	log.Print(l.Hint)     // want `unknown from Login.Hint reaches log.Print`
	log.Print(l.Password) // want `unknown from Login.Password reaches log.Print`
	log.Print(l.Token)    // want `unknown from Login.Token reaches log.Print`
}

func peer(p Peer) {
	log.Print(p.Place)
	log.Print(p) // want `Login.Email`
}
