// Package redact marks what is replaced by a text.
package redact

import "log"

// Person is somebody.
type Person struct {
	Plan  string
	SSN   string `redact:"XXX-XX-XXXX"`
	Mail  string `redact:""`
	Phone string `redact:"-"`
	Open  string `redact:"false"`
	Sick  string `encrypt:"phi"`
}

func show(p Person) {
	log.Print(p.Plan, p.Open)
	log.Print(p.SSN)   // want `unknown from Person.SSN reaches log.Print`
	log.Print(p.Mail)  // want `unknown from Person.Mail reaches log.Print`
	log.Print(p.Phone) // want `unknown from Person.Phone reaches log.Print`
	log.Print(p.Sick)  // want `health from Person.Sick reaches log.Print`
}
