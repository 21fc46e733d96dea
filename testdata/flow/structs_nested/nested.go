// Package nested holds structs in structs, in slices, in maps, without a name.
package nested

import (
	"encoding/json"
	"log"
)

// Contact is the innermost.
type Contact struct {
	Email string `pii:"email"`
	Kind  string
}

// Customer holds a Contact.
type Customer struct {
	ID      string
	Contact Contact
	Others  []Contact
	ByKind  map[string]Contact
	Parent  *Customer
}

// Order holds a Customer.
type Order struct {
	Number   string
	Customer Customer
	Ship     *Customer
	Extra    any
}

func byField(o Order) {
	log.Println(o.Number, o.Customer.ID, o.Customer.Contact.Kind)
	log.Println(o.Customer.Contact.Email) // want `email from Contact.Email reaches log.Println`
	log.Println(o.Customer.Contact)       // want `email from Contact.Email reaches log.Println`
	log.Println(o.Customer)               // want `email from Contact.Email reaches log.Println`
	log.Println(o)                        // want `email from Contact.Email reaches log.Println`
	log.Println(&o)                       // want `email from Contact.Email reaches log.Println`
	log.Println(o.Ship.ID)
	log.Println(o.Ship) // want `email from Contact.Email reaches log.Println`
	log.Println(o.Extra)
}

func collections(c *Customer) {
	log.Println(len(c.Others), len(c.ByKind))
	log.Println(c.Others)          // want `email from Contact.Email reaches log.Println`
	log.Println(c.Others[0].Email) // want `email from Contact.Email reaches log.Println`
	log.Println(c.Others[0].Kind)
	log.Println(c.ByKind)            // want `email from Contact.Email reaches log.Println`
	log.Println(c.ByKind["x"].Email) // want `email from Contact.Email reaches log.Println`
	log.Println(c.ByKind["x"].Kind)
	for kind, contact := range c.ByKind {
		log.Println(kind, contact.Kind)
		log.Println(contact) // want `email from Contact.Email reaches log.Println`
	}
}

func parents(c *Customer) {
	log.Println(c.Parent.ID)
	log.Println(c.Parent.Contact.Email)        // want `email from Contact.Email reaches log.Println`
	log.Println(c.Parent.Parent.Contact.Email) // want `email from Contact.Email reaches log.Println`
	for p := c; p != nil; p = p.Parent {
		log.Println(p.ID)
		log.Println(p.Contact) // want `email from Contact.Email reaches log.Println`
	}
}

func overwritten(o Order) {
	o.Customer.Contact.Email = ""
	log.Println(o.Customer.Contact)
	o.Customer.Others = nil
	o.Customer.ByKind = nil
	log.Println(o.Customer)
	log.Println(o)
	o.Customer.Contact = Contact{Kind: "mail"}
	log.Println(o.Customer)
	o.Number = o.Ship.Contact.Email
	log.Println(o.Number) // want `email from Contact.Email reaches log.Println`
	log.Println(o)        // want `email from Contact.Email reaches log.Println`
	o.Number = ""
	o.Extra = o.Ship.Contact
	log.Println(o) // want `email from Contact.Email reaches log.Println`
}

func built(c Contact) {
	o := Order{Number: "1", Customer: Customer{ID: "2", Contact: c}}
	log.Println(o.Number, o.Customer.ID)
	log.Println(o.Customer.Contact.Email) // want `email from Contact.Email reaches log.Println`
	log.Println(o)                        // want `email from Contact.Email reaches log.Println`
	p := Order{Number: "1", Ship: &Customer{Contact: c}}
	log.Println(p)
	log.Println(p.Ship)                       // want `email from Contact.Email reaches log.Println`
	log.Println(Order{Number: "1", Extra: c}) // want `email from Contact.Email reaches log.Println`
	log.Println(Order{Number: "1", Extra: &c})
}

func anonymous(c Contact) {
	v := struct {
		Ref  string
		Mail string `pii:"email"`
	}{"1", c.Email}
	log.Println(v.Ref)
	log.Println(v.Mail) // want `email from .* reach.* log.Println`
	log.Println(v)      // want `email from .* reach.* log.Println`
	w := struct {
		Ref string
		C   Contact
	}{"1", c}
	log.Println(w.Ref, w.C.Kind)
	log.Println(w) // want `email from Contact.Email reaches log.Println`
}

func untaggedCopies(o Order) {
	type row struct {
		ref  string
		mail struct{ to, kind string }
	}
	var r row
	r.ref = o.Number
	r.mail.to = o.Customer.Contact.Email
	r.mail.kind = o.Customer.Contact.Kind
	log.Println(r.ref, r.mail.kind)
	log.Println(r.mail.to) // want `email from Contact.Email reaches log.Println`
	log.Println(r.mail)    // want `email from Contact.Email reaches log.Println`
	m := r.mail
	r = row{ref: "x"}
	log.Println(r)
	log.Println(m) // want `email from Contact.Email reaches log.Println`
}

type hidden struct {
	id      string
	contact Contact
	alt     *Contact
}

func unexported(h hidden) {
	log.Println(h.id)
	log.Println(h) // want `email from Contact.Email reaches log.Println`
	b, _ := json.Marshal(h)
	log.Printf("%s", b)
	log.Println(h.alt) // want `email from Contact.Email reaches log.Println`
	h.contact.Email = ""
	log.Println(h)
}

func arrays(a [2]Contact, m map[string][]Order) {
	log.Println(a[0].Kind)
	log.Println(a[1].Email) // want `email from Contact.Email reaches log.Println`
	log.Println(a)          // want `email from Contact.Email reaches log.Println`
	log.Println(m["x"][0].Number)
	log.Println(m["x"][0].Customer.Contact.Email) // want `email from Contact.Email reaches log.Println`
	log.Println(m)                                // want `email from Contact.Email reaches log.Println`
}

func jsonGoesDeep(o Order) {
	b, _ := json.Marshal(o)
	log.Printf("%s", b) // want `email from Contact.Email reaches log.Printf`
	b, _ = json.Marshal(Order{Ship: o.Ship})
	log.Printf("%s", b) // want `email from Contact.Email reaches log.Printf`
	b, _ = json.Marshal(Order{Number: o.Number})
	log.Printf("%s", b)
}
