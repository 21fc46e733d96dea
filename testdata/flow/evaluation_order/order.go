// Package evaluation_order has variables that are read in the same expression as the
// call that fills them: the compiler reads them last.
package evaluation_order

import (
	"encoding/json"
	"log"
	"os"
)

type Person struct {
	Name  string
	Email string `pii:"email"`
}

func fill(p *Person) error { return json.Unmarshal([]byte(os.Getenv("PERSON")), p) }

func fillAll(ps *[]Person) error { return json.Unmarshal([]byte(os.Getenv("PEOPLE")), ps) }

func person() (Person, error) {
	var p Person
	return p, fill(&p)
}

func people() ([]Person, error) {
	var ps []Person
	return ps, fillAll(&ps)
}

func email() (string, error) {
	var p Person
	return p.Email, fill(&p)
}

func first(p Person, _ error) Person { return p }

func given(v any, _ error) { log.Println(v) } // the finding is at the caller's

func later() (Person, error) {
	var p Person
	empty := p // read before the call, in a statement of its own
	err := fill(&p)
	return empty, err
}

func show() {
	p, _ := person()
	log.Println(p.Email) // want `email from Person.Email reaches log.Println without redaction`
	ps, _ := people()
	log.Println(ps[0].Email) // want `email from Person.Email reaches log.Println without redaction`
	e, _ := email()
	log.Println(e) // want `email from Person.Email reaches log.Println without redaction`
	var q Person
	log.Println(first(q, fill(&q)).Email) // want `email from Person.Email reaches log.Println without redaction`
	var r Person
	given(r, fill(&r)) // want `email from Person.Email reaches log.Println without redaction`
	s, _ := later()
	log.Println(s.Email)
	t, _ := named()
	log.Println(t.Email)         // want `email from Person.Email reaches log.Println without redaction`
	log.Println(boxed().P.Email) // want `email from Person.Email reaches log.Println without redaction`
	o, _ := nested()
	log.Println(o)           // want `email from Person.Email reaches log.Println without redaction`
	log.Println(converted()) // want `email from Person.Email reaches log.Println without redaction`
	var v, w Person
	w, err := v, fill(&v)
	log.Println(w.Email, err) // want `email from Person.Email reaches log.Println without redaction`
	var x Person
	log.Println(x.Email, fill(&x)) // want `email from Person.Email reaches log.Println without redaction`
	var y Person
	name, err := y.Name, fill(&y)
	log.Println(name, err)
	var z Person
	before := z.Email
	log.Println(before, fill(&z))
}

func named() (p Person, err error) { return p, fill(&p) }

type result struct {
	P   Person
	Err error
}

func boxed() result {
	var p Person
	return result{p, fill(&p)}
}

type order struct{ By *Person }

func fillOrder(o *order) error { return json.Unmarshal([]byte(os.Getenv("ORDER")), o) }

func nested() (string, error) {
	var o order
	return o.By.Email, fillOrder(&o) // the pointer is read last, too
}

type address string

func converted() (address, error) {
	var p Person
	return address(p.Email), fill(&p)
}
