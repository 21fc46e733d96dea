// Package embedding holds promoted fields and methods: the field keeps the name
// of the struct that declares it.
package embedding

import (
	"encoding/json"
	"fmt"
	"log"
)

// Person is embedded below.
type Person struct {
	Name string `pii:"name"`
}

// FullName gives the tagged field.
func (p Person) FullName() string { return "Dr " + p.Name }

// Contact is embedded below.
type Contact struct {
	Email string `pii:"email"`
	Phone string `pii:"phone" json:"-"`
}

// Mail gives the tagged field.
func (c *Contact) Mail() string { return c.Email }

// Customer embeds two structs by value.
type Customer struct {
	ID string
	Person
	Contact
}

// Lead embeds a pointer.
type Lead struct {
	*Contact
	Origin string
}

// Deep embeds what embeds.
type Deep struct {
	Customer
	Note string
}

// Public has an Email of its own in front of the embedded one.
type Public struct {
	Contact
	Email string
}

// Masked has a String method that tells nothing.
type Masked struct {
	Secret string `pii:"credential"`
}

// String hides everything.
func (Masked) String() string { return "masked" }

// Patient gets its String method from Masked.
type Patient struct {
	Masked
	Diagnosis string `pii:"health"`
}

// Twice has two candidates for String, so it has none.
type Twice struct {
	Masked
	fmt.Stringer
	Diagnosis string `pii:"health"`
}

func promoted(c Customer) {
	log.Println(c.ID)
	log.Println(c.Name)          // want `name from Person.Name reaches log.Println`
	log.Println(c.Person.Name)   // want `name from Person.Name reaches log.Println`
	log.Println(c.Person)        // want `name from Person.Name reaches log.Println`
	log.Println(c.Email)         // want `email from Contact.Email reaches log.Println`
	log.Println(c.Contact.Phone) // want `phone from Contact.Phone reaches log.Println`
	log.Println(c)               // want `name from Person.Name, email from Contact.Email and phone from Contact.Phone reach log.Println|email from Contact.Email, phone from Contact.Phone and name from Person.Name reach log.Println`
	c.Name = ""
	c.Email = ""
	log.Println(c) // want `phone from Contact.Phone reaches log.Println`
	c.Contact = Contact{}
	log.Println(c)
}

func promotedMethods(c Customer) {
	log.Println(c.FullName()) // want `name from Person.Name reaches log.Println`
	log.Println(c.Mail())     // want `email from Contact.Email reaches log.Println`
	f := c.FullName
	log.Println(f()) // want `name from Person.Name reaches log.Println`
	c.Name = "x"
	log.Println(c.FullName())
}

func embeddedPointer(l Lead) {
	log.Println(l.Origin)
	log.Println(l)
	log.Println(l.Email)    // want `email from Contact.Email reaches log.Println`
	log.Println(l.Contact)  // want `email from Contact.Email and phone from Contact.Phone reach log.Println`
	log.Println(*l.Contact) // want `email from Contact.Email and phone from Contact.Phone reach log.Println`
	log.Println(l.Mail())   // want `email from Contact.Email reaches log.Println`
	b, _ := json.Marshal(l)
	log.Printf("%s", b) // want `email from Contact.Email reaches log.Printf`
}

func deep(d *Deep) {
	log.Println(d.ID, d.Note)
	log.Println(d.Phone)                   // want `phone from Contact.Phone reaches log.Println`
	log.Println(d.Customer.Contact.Mail()) // want `email from Contact.Email reaches log.Println`
	log.Println(d.Person)                  // want `name from Person.Name reaches log.Println`
	d.Customer.Email, d.Phone = "", ""
	log.Println(d) // want `name from Person.Name reaches log.Println`
}

func shadowed(p Public) {
	log.Println(p.Email)
	log.Println(p.Contact.Email) // want `email from Contact.Email reaches log.Println`
	log.Println(p)               // want `email from Contact.Email and phone from Contact.Phone reach log.Println`
	b, _ := json.Marshal(p)
	log.Printf("%s", b)
}

func promotedString(p Patient) {
	log.Println(p)
	log.Println(&p)
	log.Printf("%v %+v %s", p, p, p)
	log.Printf("%#v", p)     // want `credential from Masked.Secret and health from Patient.Diagnosis reach log.Printf`
	log.Println(p.Diagnosis) // want `health from Patient.Diagnosis reaches log.Println`
	log.Println([]Patient{p})
	b, _ := json.Marshal(p)
	log.Printf("%s", b) // want `credential from Masked.Secret and health from Patient.Diagnosis reach log.Printf`
}

func ambiguousString(t Twice) {
	log.Println(t.Masked)
	log.Println(t.Diagnosis) // want `health from Twice.Diagnosis reaches log.Println`
	t.Stringer = nil
	log.Println(t) // want `health from Twice.Diagnosis reaches log.Println`
}

type greeter struct{ fmt.Stringer }

func embeddedInterface(d string, c Customer) {
	g := greeter{Stringer: Masked{Secret: c.Email}}
	log.Println(g)
	log.Println(g.String())
	log.Println(g.Stringer)
	h := greeter{Stringer: badge{c.Email}}
	log.Println(h.String()) // want `email from Contact.Email reaches log.Println`
	log.Println(h)          // want `email from Contact.Email reaches log.Println`
	log.Println(greeter{Stringer: badge{c.ID}})
}

type badge struct{ text string }

func (b badge) String() string { return "<" + b.text + ">" }

type base struct{ who string }

func (b *base) set(s string)  { b.who = s }
func (b *base) report()       { log.Println(b.who) }
func (b *base) quiet() string { return "" }

type derived struct {
	base
	ref string
}

func promotedState(c Customer) {
	d := &derived{ref: c.ID}
	d.set(c.ID)
	d.report()
	d.set(c.Email)
	log.Println(d.who) // want `email from Contact.Email reaches log.Println`
	log.Println(d.ref, d.quiet())
	d.report()     // want `email from Contact.Email reaches log.Println`
	log.Println(d) // want `email from Contact.Email reaches log.Println`
}
