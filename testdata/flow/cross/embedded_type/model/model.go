// Package model holds the type that others embed.
package model

// Person is embedded elsewhere.
type Person struct {
	ID    string
	Name  string `pii:"name"`
	Email string `json:"-" pii:"email"`
}

// Label gives the name.
func (p Person) Label() string { return "Ms " + p.Name }

// Ref gives the id.
func (p *Person) Ref() string { return p.ID }
