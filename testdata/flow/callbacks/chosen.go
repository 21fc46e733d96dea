package callbacks

import (
	"log"
	"strings"
)

// One call, and more than one function that callers may have handed.

func either(a, b func(string), second bool, s string) {
	f := a
	if second {
		f = b
	}
	f(s)
}

func chosen(c Customer, second bool) {
	either(discard, discard, second, c.Email)
	either(show, discard, second, c.ID)
	either(show, discard, second, c.Email) // want `email from Customer.Email reaches log.Println`
	either(discard, show, second, c.Email) // want `email from Customer.Email reaches log.Println`
}

type shower interface{ show(string) }

type loud struct{}

func (loud) show(s string) { log.Println(s) }

type silent struct{}

func (silent) show(string) {}

func eitherValue(a, b shower, second bool, s string) {
	if second {
		a = b
	}
	a.show(s)
}

func chosenValues(c Customer, second bool) {
	eitherValue(silent{}, silent{}, second, c.Email)
	eitherValue(silent{}, loud{}, second, c.Email) // want `email from Customer.Email reaches log.Println`
}

// state is a step of a machine, which says what comes next.
type state func(*machine) state

type machine struct {
	of  Customer
	out []string
}

func begin(m *machine) state { return named }

func named(m *machine) state {
	m.out = append(m.out, m.of.ID)
	return told
}

func told(m *machine) state {
	m.out = append(m.out, m.of.Email)
	return nil
}

func counted(m *machine) state {
	m.out = append(m.out, strings.Repeat("*", len(m.of.Email)))
	return nil
}

func run(s state, c Customer) string {
	m := &machine{of: c}
	for s != nil {
		s = s(m)
	}
	return strings.Join(m.out, " ")
}

func machines(c Customer) {
	log.Println(run(counted, c))
	log.Println(run(begin, c)) // want `email from Customer.Email reaches log.Println`
}
