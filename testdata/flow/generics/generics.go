// Package generics holds type parameters, generic containers and constraints
// with methods. Inside a generic body nothing is known of T; the caller knows.
package generics

import (
	"cmp"
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

func show[T any](v T)                   { log.Println(v) }
func identity[T any](v T) T             { return v }
func first[A, B any](a A, b B) A        { return a }
func ignore[T any](T)                   {}
func zero[T any](T) (z T)               { return z }
func text[T any](v T) string            { return fmt.Sprint(v) }
func typeName[T any](v T) string        { return fmt.Sprintf("%T", v) }
func deref[T any](p *T) T               { return *p }
func addressOf[T addressed](v T) string { return v.Address() }

func larger[T cmp.Ordered](a, b T) T {
	if a > b {
		return a
	}
	return b
}

func mapped[T, U any](in []T, f func(T) U) []U {
	var out []U
	for _, v := range in {
		out = append(out, f(v))
	}
	return out
}

func calls(c Customer) {
	show(c.ID)
	show(c.Email) // want `email from Customer.Email reaches log.Println`
	show(c)       // want `email from Customer.Email reaches log.Println`
	show(Customer{ID: c.ID})
	show(len(c.Email))
	ignore(c)
	show[any](c.Email) // want `email from Customer.Email reaches log.Println`
	show[any](c.ID)
}

func results(c Customer) {
	log.Println(identity(c.ID))
	log.Println(identity(c.Email)) // want `email from Customer.Email reaches log.Println`
	log.Println(identity(c).Email) // want `email from Customer.Email reaches log.Println`
	log.Println(identity(c).ID)
	log.Println(first(c.ID, c.Email))
	log.Println(first(c.Email, c.ID)) // want `email from Customer.Email reaches log.Println`
	log.Println(zero(c))
	log.Println(text(c)) // want `email from Customer.Email reaches log.Println`
	log.Println(text(c.ID))
	log.Println(typeName(c))
	log.Println(deref(&c))            // want `email from Customer.Email reaches log.Println`
	log.Println(larger("a", c.Email)) // want `email from Customer.Email reaches log.Println`
	log.Println(larger(1, len(c.Email)))
}

func constraints(c Customer, k Company) {
	log.Println(addressOf(c)) // want `email from Customer.Email reaches log.Println`
	log.Println(addressOf(k))
}

func functions(cs []Customer) {
	emails := mapped(cs, func(c Customer) string { return c.Email })
	ids := mapped(cs, func(c Customer) string { return c.ID })
	log.Println(ids)
	log.Println(emails)                       // want `email from Customer.Email reaches log.Println`
	log.Println(mapped(cs, Customer.Address)) // want `email from Customer.Email reaches log.Println`
	log.Println(mapped(cs, func(c Customer) int { return len(c.Email) }))
}

type getter[T any] interface{ Get() T }

type namer interface{ Get() string }

// Kept holds a value.
type Kept[T any] struct{ X T }

// Get gives it.
func (k Kept[T]) Get() T { return k.X }

// Wrap embeds an interface with a type parameter.
type Wrap[T any] struct{ getter[T] }

// Twice asks what is embedded.
func (w Wrap[T]) Twice() (T, T) { return w.Get(), w.getter.Get() }

// Named holds an interface that instances implement.
type Named struct{ N namer }

// Name asks it.
func (n Named) Name() string { return n.N.Get() }

func instances(c Customer) {
	w := Wrap[string]{Kept[string]{c.Email}}
	a, b := w.Twice()
	log.Println(a) // want `email from Customer.Email reaches log.Println`
	log.Println(b) // want `email from Customer.Email reaches log.Println`
	w = Wrap[string]{Kept[string]{c.ID}}
	a, b = w.Twice()
	log.Println(a, b)
	log.Println(Named{Kept[string]{c.Email}}.Name()) // want `email from Customer.Email reaches log.Println`
	log.Println(Named{Kept[string]{c.ID}}.Name())
}
