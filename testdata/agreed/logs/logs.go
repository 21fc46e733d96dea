// Package logs asks before it logs.
package logs

import (
	"errors"
	"fmt"
	"log"

	"agreed/people"
)

// Trace logs.
func Trace(p people.Person) {
	log.Print(p.Email) // want `email from Person.Email reaches log.Print without redaction or consent`
	if !people.Study(p.ID) {
		log.Print(p.Email) // want `email from Person.Email reaches log.Print without redaction or consent`
		return
	}
	log.Print(p.Email)
	log.Print(p.SSN)
	log.Print(p.Bill)    // want `email from Person.Bill reaches log.Print with consent to study, not to billing`
	log.Printf("%+v", p) // want `email from Person.Bill reaches log.Printf with consent to study, not to billing`
}

// All may log all.
func All(p people.Person) error {
	if err := people.Any(p.ID); err != nil {
		return err
	}
	log.Print(p.Bill)
	line(p.Email)
	return nil
}

// Ignored asks for nothing.
func Ignored(p people.Person) {
	people.Study(p.ID)
	line(p.Email) // want `email from Person.Email reaches log.Print without redaction or consent`
}

func line(s string) { log.Print("who: " + s) }

// inside is called behind a check alone.
func inside(p people.Person) { log.Print(p.Email) }

// Asked asks for it.
func Asked(p people.Person) {
	if people.Study(p.ID) {
		inside(p)
	}
}

// both is called behind a check, and without.
func both(p people.Person) { log.Print(p.Email) } // want `email from Person.Email reaches log.Print without redaction or consent`

// Half asks on one way.
func Half(p people.Person) {
	if people.Study(p.ID) {
		both(p)
	}
	both(p)
}

// Fail builds errors.
func Fail(p people.Person) error {
	if people.Study(p.ID) {
		return fmt.Errorf("no mail to %s", p.Email)
	}
	if people.Study(p.ID) {
		return errors.New("no number " + p.SSN) // want `ssn from Person.SSN reaches errors.New without redaction`
	}
	return fmt.Errorf("no mail to %s", p.Email) // want `email from Person.Email reaches fmt.Errorf without redaction or consent`
}
