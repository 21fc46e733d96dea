// Package piiwords has other words in the key pii.
package piiwords

import "log"

// Person is somebody.
type Person struct {
	Mail  string `pii:"true"`
	Phone string `pii:"mask,keep=6"`
	Plan  string `pii:"skip"`
	Open  string `pii:"false"`
	Name  string `pii:"name,level=high"`
	None  string `pii:"-"`
}

func show(p Person) {
	log.Print(p.Plan, p.Open, p.None)
	log.Print(p.Mail)  // want `unknown from Person.Mail reaches log.Print`
	log.Print(p.Phone) // want `unknown from Person.Phone reaches log.Print`
	log.Print(p.Name)  // want `name from Person.Name reaches log.Print`
}
