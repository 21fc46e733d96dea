// Package redactallow marks what may be seen; all else is hidden.
package redactallow

import "log"

// Person is somebody.
type Person struct {
	ID      string `redact:"allow"`
	Mail    string
	Phones  []string `json:"phones"`
	Blob    []byte
	Meta    map[string]string
	Left    string `redact:"-"`
	Age     int
	Address *Address
}

// Address has tags of its own.
type Address struct {
	Country string `redact:"allow"`
	Street  *string
}

// Stranger does not use the convention.
type Stranger struct {
	Name string `json:"name"`
}

func show(p *Person, s Stranger) {
	log.Print(p.ID, p.Age, p.Address.Country, s.Name, s)
	log.Print(p.Mail)            // want `unknown from Person.Mail reaches log.Print`
	log.Print(p.Phones[0])       // want `unknown from Person.Phones reaches log.Print`
	log.Print(p.Blob)            // want `unknown from Person.Blob reaches log.Print`
	log.Print(p.Meta["a"])       // want `unknown from Person.Meta reaches log.Print`
	log.Print(p.Left)            // want `unknown from Person.Left reaches log.Print`
	log.Print(*p.Address.Street) // want `unknown from Address.Street reaches log.Print`
}
