// Package app asks in one package and logs by another.
package app

import (
	"agreed/app/lines"
	"agreed/people"
)

// Run runs.
func Run(p people.Person) {
	lines.Put(p.Email) // want `email from Person.Email reaches log.Print without redaction or consent`
	if people.Study(p.ID) {
		lines.Put(p.Email)
		lines.Put(p.Bill) // want `email from Person.Bill reaches log.Print with consent to study, not to billing`
	}
	if lines.Takes(p.ID) {
		lines.Put(p.Email)
	}
}
