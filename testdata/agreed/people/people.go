// Package people holds the tagged types, and asks whether somebody agreed.
package people

// Person is somebody.
type Person struct {
	ID    string
	Email string `pii:"email"`
	Bill  string `pii:"email,purpose=billing"`
	SSN   string `pii:"ssn"`
}

var agreements = map[string]bool{}

// Study reports whether somebody takes part in a study.
//
//pii:consent study
func Study(id string) bool { return agreements[id] }

// Any returns an error unless somebody agreed to everything.
//
//pii:consent
func Any(id string) error { return nil }
