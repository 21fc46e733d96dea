// Package pointers holds reads and writes through pointers: one target is
// overwritten for good, several targets only perhaps.
package pointers

import "log"

// Customer is tagged as users tag their types.
type Customer struct {
	ID    string
	Email string `pii:"email"`
}

// Holder keeps a customer behind a pointer.
type Holder struct {
	Ref string
	C   *Customer
}

func printed(c *Customer) {
	log.Println(c.ID)
	log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
	log.Println(c)       // want `email from Customer.Email reaches log.Println`
	log.Println(*c)      // want `email from Customer.Email reaches log.Println`
	log.Println(&c)
}

func addressOfLocal(c Customer) {
	p := &c
	log.Println(p.Email) // want `email from Customer.Email reaches log.Println`
	p.Email = ""
	log.Println(c)
	log.Println(p)
}

func throughParameter(c *Customer) {
	c.Email = "hidden"
	log.Println(c)
	log.Println(*c)
	log.Println(c.Email)
}

func oneOfTwo(c, d Customer, first bool) {
	p := &d
	if first {
		p = &c
	}
	p.Email = ""
	log.Println(c)  // want `email from Customer.Email reaches log.Println`
	log.Println(d)  // want `email from Customer.Email reaches log.Println`
	log.Println(&d) // want `email from Customer.Email reaches log.Println`
}

func twoParameters(a, b *Customer) {
	a.Email = ""
	log.Println(a.Email)
	log.Println(b.Email) // want `email from Customer.Email reaches log.Println`
}

func twoNames(c *Customer) {
	d := c
	d.Email = ""
	log.Println(c.Email)
	e := *c
	log.Println(e)
}

func writtenThroughAlias(c Customer) {
	s := ""
	p := &s
	q := p
	*q = c.Email
	log.Println(s)  // want `email from Customer.Email reaches log.Println`
	log.Println(*p) // want `email from Customer.Email reaches log.Println`
	log.Println(p, q)
	*p = ""
	log.Println(s, *q)
}

func pointerToField(c Customer) {
	p := &c.Email
	log.Println(*p) // want `email from Customer.Email reaches log.Println`
	log.Println(p)
	*p = "hidden"
	log.Println(c.Email)
	log.Println(c)
}

func pointerToPointer(c Customer) {
	p := &c
	pp := &p
	log.Println((*pp).ID)
	log.Println((*pp).Email) // want `email from Customer.Email reaches log.Println`
	log.Println(pp)
	log.Println(*pp) // want `email from Customer.Email reaches log.Println`
	(**pp).Email = ""
	log.Println(c)
}

func retargeted(c Customer) {
	clean := Customer{ID: c.ID}
	p := &c
	log.Println(p) // want `email from Customer.Email reaches log.Println`
	p = &clean
	log.Println(p)
	log.Println(c) // want `email from Customer.Email reaches log.Println`
}

func allocated(c Customer) {
	p := new(Customer)
	log.Println(p)
	*p = c
	log.Println(p.Email) // want `email from Customer.Email reaches log.Println`
	q := new(c.Email)
	log.Println(q)
	log.Println(*q) // want `email from Customer.Email reaches log.Println`
	r := &Customer{ID: c.ID}
	log.Println(r)
	r.Email = c.Email
	log.Println(r) // want `email from Customer.Email reaches log.Println`
}

func held(h Holder) {
	log.Println(h)
	log.Println(h.Ref)
	log.Println(h.C.ID)
	log.Println(h.C.Email) // want `email from Customer.Email reaches log.Println`
	log.Println(h.C)       // want `email from Customer.Email reaches log.Println`
	log.Println(&h)
}

func heldLocal(c Customer) {
	h := Holder{Ref: c.ID, C: &c}
	h.C.Email = ""
	log.Println(c.Email)
	log.Println(*h.C)
}

func copyIsApart(c *Customer) {
	safe := *c
	safe.Email = ""
	log.Println(safe)
	log.Println(c) // want `email from Customer.Email reaches log.Println`
	p := &safe
	*c = *p
	log.Println(c)
}

func linked(c Customer) {
	type node struct {
		text string
		next *node
	}
	first := &node{text: c.ID}
	first.next = &node{text: c.Email}
	log.Println(first.text)
	log.Println(first.next.text) // want `email from Customer.Email reaches log.Println`
	log.Println(first)
	log.Println(first.next) // want `email from Customer.Email reaches log.Println`
}

func inSlice(c Customer) {
	all := []*Customer{&c}
	log.Println(all)
	log.Println(all[0].Email) // want `email from Customer.Email reaches log.Println`
	log.Println(*all[0])      // want `email from Customer.Email reaches log.Println`
	log.Println(all[0].ID)
}
