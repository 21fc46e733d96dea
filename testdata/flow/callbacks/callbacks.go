// Package callbacks hands functions to functions: the caller knows what is
// called, the callee what it is called with.
package callbacks

import (
	"log"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// Customer is tagged as users tag their types.
type Customer struct {
	ID    string
	Email string `pii:"email"`
}

func show(s string)                  { log.Println(s) }
func discard(string)                 {}
func hide(string) string             { return "***" }
func apply(s string, f func(string)) { f(s) }

func transform(s string, f func(string) string) string { return f(s) }

func withEmail(c Customer, f func(string)) { f(c.Email) }

func withID(c Customer, f func(string)) { f(c.ID) }

func each(cs []Customer, f func(Customer)) {
	for _, c := range cs {
		f(c)
	}
}

func twice(s string, f func(string, func(string)), g func(string)) { f(s, g) }

func argument(c Customer) {
	apply(c.ID, show)
	apply(c.Email, show) // want `email from Customer.Email reaches log.Println`
	apply(c.Email, discard)
	apply(c.Email, func(s string) { log.Println(s) }) // want `email from Customer.Email reaches log.Println`
	apply(c.Email, func(string) { log.Println(c.ID) })
	apply(c.Email, func(s string) { log.Println(len(s)) })
}

func inCallee(c Customer) {
	withEmail(c, show)                                // want `email from Customer.Email reaches log.Println`
	withEmail(c, func(s string) { log.Println(s) })   // want `email from Customer.Email reaches log.Println`
	withEmail(c, func(string) { log.Println("got") }) // its argument is dropped
	withEmail(c, discard)
	withID(c, show)
	withID(c, func(s string) { log.Println(s) })
}

func typed(cs []Customer) {
	each(cs, func(c Customer) {
		log.Println(c.ID)
		log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
	})
}

func collected(cs []Customer) {
	var emails, ids []string
	each(cs, func(c Customer) { emails = append(emails, c.Email) })
	each(cs, func(c Customer) { ids = append(ids, c.ID) })
	log.Println(ids)
	log.Println(emails) // want `email from Customer.Email reaches log.Println`
}

func results(c Customer) {
	log.Println(transform(c.Email, strings.ToLower)) // want `email from Customer.Email reaches log.Println`
	log.Println(transform(c.ID, strings.ToLower))
	log.Println(transform(c.Email, hide))
	log.Println(transform(c.Email, func(s string) string { return s + "!" })) // want `email from Customer.Email reaches log.Println`
	log.Println(transform(c.ID, func(string) string { return c.Email }))      // want `email from Customer.Email reaches log.Println`
	log.Println(transform(c.Email, func(string) string { return c.ID }))
}

func twoLevels(c Customer) {
	twice(c.ID, apply, show)
	twice(c.Email, apply, show) // want `email from Customer.Email reaches log.Println`
	twice(c.Email, apply, discard)
}

type visitor struct {
	onEmail func(string)
	onID    func(string)
}

func (v visitor) visit(c Customer) {
	v.onEmail(c.Email)
	v.onID(c.ID)
}

func bySetOfFunctions(c Customer) {
	v := visitor{onEmail: show, onID: discard}
	v.visit(c) // want `email from Customer.Email reaches log.Println`
	w := visitor{onEmail: discard, onID: show}
	w.visit(c)
}

type option func(*config)

type config struct{ name, contact string }

func withContact(s string) option { return func(c *config) { c.contact = s } }

func build(opts ...option) config {
	var cfg config
	for _, o := range opts {
		o(&cfg)
	}
	return cfg
}

func options(c Customer) {
	log.Println(build(withContact(c.ID)))
	log.Println(build(withContact(c.Email)))         // want `email from Customer.Email reaches log.Println`
	log.Println(build(withContact(c.Email)).contact) // want `email from Customer.Email reaches log.Println`
	log.Println(build(withContact(c.Email)).name)
}

func library(c Customer, cs []Customer) {
	words := []string{c.Email}
	log.Println(slices.ContainsFunc(words, func(s string) bool { return s == "" }))
	_ = slices.IndexFunc(words, func(s string) bool { log.Println(s); return true }) // want `email from Customer.Email reaches log.Println`
	log.Println(strings.Map(unicode.ToUpper, c.Email))                               // want `email from Customer.Email reaches log.Println`
	log.Println(strings.FieldsFunc(c.Email, func(r rune) bool { return r == '@' }))  // want `email from Customer.Email reaches log.Println`
	log.Println(strings.IndexFunc(c.Email, func(r rune) bool { return r == '@' }))
	slices.SortFunc(cs, func(a, b Customer) int {
		log.Println(a.ID)
		log.Println(b.Email) // want `email from Customer.Email reaches log.Println`
		return strings.Compare(a.Email, b.Email)
	})
}

func once(c Customer) {
	var o sync.Once
	o.Do(func() {
		log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
	})
	get := sync.OnceValue(func() string { return c.Email })
	log.Println(get()) // want `email from Customer.Email reaches log.Println`
	id := sync.OnceValue(func() string { return c.ID })
	log.Println(id())
}
