// Package assertions takes values out of interfaces again.
package assertions

import (
	"fmt"
	"log"
)

// Customer is tagged as users tag their types.
type Customer struct {
	ID    string
	Email string `pii:"email"`
}

// Address gives the tagged field.
func (c Customer) Address() string { return c.Email }

// Company has an address that nobody tagged.
type Company struct{ Street string }

// Address gives the street.
func (c Company) Address() string { return c.Street }

type addressed interface{ Address() string }

func asserted(c Customer) {
	var v any = c.Email
	s := v.(string)
	log.Println(s) // want `email from Customer.Email reaches log.Println`
	t, ok := v.(string)
	log.Println(ok)
	log.Println(t) // want `email from Customer.Email reaches log.Println`
	log.Println(v) // want `email from Customer.Email reaches log.Println`
	v = c.ID
	log.Println(v.(string), v)
}

func structInside(c Customer) {
	var v any = c
	log.Println(v.(Customer).ID)
	log.Println(v.(Customer).Email) // want `email from Customer.Email reaches log.Println`
	log.Printf("%T", v)
	log.Println(v) // want `email from Customer.Email reaches log.Println`
	c.Email = ""
	log.Println(c)
	v = c
	log.Println(v)
}

func pointerInside(c Customer) {
	var v any = &c
	log.Println(v) // want `email from Customer.Email reaches log.Println`
	p := v.(*Customer)
	p.Email = ""
	log.Println(v)
	log.Println(c)
}

func typeOfUnknown(v any) {
	if c, ok := v.(Customer); ok {
		log.Println(c.ID)
		log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
	}
	if c, ok := v.(*Customer); ok {
		log.Println(c) // want `email from Customer.Email reaches log.Println`
	}
	if k, ok := v.(Company); ok {
		log.Println(k)
	}
	log.Println(v)
}

func givesCompany(k Company) { typeOfUnknown(k) }

func switched(v any) {
	switch x := v.(type) {
	case Customer:
		log.Println(x.ID)
		log.Println(x.Email) // want `email from Customer.Email reaches log.Println`
	case *Customer:
		log.Println(x.ID)
		log.Println(x) // want `email from Customer.Email reaches log.Println`
	case []Customer:
		log.Println(len(x))
		log.Println(x) // want `email from Customer.Email reaches log.Println`
	case []*Customer:
		log.Println(x)
	case Company:
		log.Println(x)
	case nil:
		log.Println(x)
	}
}

func text(v any) string {
	switch x := v.(type) {
	case string:
		return x
	case fmt.Stringer:
		return x.String()
	case int:
		return fmt.Sprint(x)
	default:
		return ""
	}
}

func throughSwitch(c Customer) {
	log.Println(text(c.ID))
	log.Println(text(len(c.Email)))
	log.Println(text(c.Email)) // want `email from Customer.Email reaches log.Println`
}

func show(v any) {
	switch x := v.(type) {
	case string:
		log.Println("text", x)
	case int:
		log.Println("number", x)
	}
}

func shown(c Customer) {
	show(c.ID)
	show(len(c.Email))
	show(c.Email) // want `email from Customer.Email reaches log.Println`
}

func toInterface(c Customer, k Company) {
	var a addressed = c
	log.Println(a.Address()) // want `email from Customer.Email reaches log.Println`
	var v any = a
	log.Println(v.(addressed).Address()) // want `email from Customer.Email reaches log.Println`
	log.Println(v.(Customer).ID)
	a = k
	log.Println(a.Address())
	log.Println(a.(Company).Street)
}

func onlyCompared(c Customer) {
	var v any = c
	if d, ok := v.(Customer); ok && d.Email == "" {
		log.Println("no address")
	}
	_, ok := v.(addressed)
	log.Println(ok)
	log.Println(v == any(Customer{}))
}

func inContainers(c Customer) {
	args := []any{c.ID, c.Email}
	for _, a := range args {
		if s, ok := a.(string); ok {
			log.Println(s) // want `email from Customer.Email reaches log.Println`
		}
	}
	m := map[string]any{"id": c.ID, "email": c.Email}
	log.Println(m["id"].(string))
	log.Println(m["email"].(string)) // want `email from Customer.Email reaches log.Println`
}

// What a value is not is known where an assertion failed, and with no default too.
func failed(c Customer) {
	var v any = c
	switch w := v.(type) {
	case Customer:
		log.Println(w.ID)
	default:
		log.Println(w)
		log.Println(v)
	}
	if _, ok := v.(fmt.Stringer); !ok {
		log.Println(v) // want `email from Customer.Email reaches log.Println`
	}
	if _, ok := v.(addressed); !ok {
		log.Println(v)
	}
	for _, v := range []any{c, c.ID} {
		switch w := v.(type) {
		case Customer:
			v = w.ID
		}
		log.Println(v)
	}
	s, ok := map[string]string{"a": c.Email}[c.ID]
	if !ok {
		log.Println(s)
		return
	}
	log.Println(s) // want `email from Customer.Email reaches log.Println`
}

func compared(c Customer) {
	e := c.Email
	if e == "" {
		log.Println("none", e)
	}
	if e != "" {
		log.Println(e) // want `email from Customer.Email reaches log.Println`
	}
	switch e {
	case "nobody@example.org", "":
		log.Println(e) // want `email from Customer.Email reaches log.Println`
	case "root@example.org":
		log.Println(e)
	}
}
