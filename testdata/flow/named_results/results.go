// Package results holds functions with several and with named results.
package results

import (
	"errors"
	"log"
)

// Customer is tagged as users tag their types.
type Customer struct {
	ID    string
	Email string `pii:"email"`
	Phone string `pii:"phone"`
}

var errEmpty = errors.New("empty")

func split(c Customer) (id, email string) {
	id = c.ID
	email = c.Email
	return
}

func early(c Customer) (line string, err error) {
	if c.ID == "" {
		err = errEmpty
		return
	}
	line = c.ID + " " + c.Phone
	return line, nil
}

func replaced(c Customer) (s string) {
	s = c.Email
	s = c.ID
	return
}

func overridden(c Customer) (s string) {
	s = c.Email
	return c.ID
}

func shadowed(c Customer) (s string) {
	{
		s := c.Email
		_ = s
	}
	return
}

func either(c Customer, mail bool) (s string) {
	if mail {
		s = c.Email
		return
	}
	s = c.Phone
	return
}

func structResult(c Customer) (out struct{ Ref, To string }, ok bool) {
	out.Ref = c.ID
	out.To = c.Email
	ok = c.Email != ""
	return
}

func pointerResult(c Customer) (out *Customer) {
	out = new(Customer)
	out.Phone = c.Phone
	return
}

func scrubbed(c Customer) (out Customer) {
	out = c
	out.Email = ""
	out.Phone = ""
	return
}

func swap(a, b string) (x, y string) { return b, a }

func forwarded(c Customer) (id, email string) { return split(c) }

func join(a, b string) string { return a + " " + b }

func second(_, b string) string { return b }

func deferred(c Customer) (s string, err error) {
	defer func() {
		if err != nil {
			s = ""
		}
	}()
	return c.Email, nil
}

func calls(c Customer) {
	id, email := split(c)
	log.Println(id)
	log.Println(email)    // want `email from Customer.Email reaches log.Println`
	log.Println(split(c)) // want `email from Customer.Email reaches log.Println`
	log.Println(replaced(c), overridden(c), shadowed(c))
	log.Println(either(c, c.ID != "")) // want `email from Customer.Email and phone from Customer.Phone reach log.Println`
	_, e := forwarded(c)
	log.Println(e) // want `email from Customer.Email reaches log.Println`
	i, _ := forwarded(c)
	log.Println(i)
}

func withErrors(c Customer) {
	line, err := early(c)
	log.Println(err)
	log.Println(line) // want `phone from Customer.Phone reaches log.Println`
	if line, err := early(c); err == nil {
		log.Println("got", line) // want `phone from Customer.Phone reaches log.Println`
	}
	s, err := deferred(c)
	log.Println(err)
	log.Println(s) // want `email from Customer.Email reaches log.Println`
}

func structs(c Customer) {
	out, ok := structResult(c)
	log.Println(out.Ref, ok)
	log.Println(out.To) // want `email from Customer.Email reaches log.Println`
	log.Println(out)    // want `email from Customer.Email reaches log.Println`
	p := pointerResult(c)
	log.Println(p.ID, p.Email)
	log.Println(p.Phone) // want `phone from Customer.Phone reaches log.Println`
	log.Println(p)       // want `phone from Customer.Phone reaches log.Println`
	log.Println(scrubbed(c))
	log.Println(scrubbed(c).Email)
}

func crossed(c Customer) {
	a, b := swap(c.ID, c.Email)
	log.Println(a) // want `email from Customer.Email reaches log.Println`
	log.Println(b)
	a, b = swap(swap(c.ID, c.Email))
	log.Println(a)
	log.Println(b) // want `email from Customer.Email reaches log.Println`
}

func spread(c Customer) {
	log.Println(join(split(c)))   // want `email from Customer.Email reaches log.Println`
	log.Println(second(split(c))) // want `email from Customer.Email reaches log.Println`
	log.Println(second(swap(split(c))))
}

func fromLiteral(c Customer) {
	f := func() (id, email string) {
		id, email = c.ID, c.Email
		return
	}
	id, email := f()
	log.Println(id)
	log.Println(email) // want `email from Customer.Email reaches log.Println`
}
