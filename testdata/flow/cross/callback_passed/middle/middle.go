// Package middle calls what it is given.
package middle

import (
	"log"

	"flow/cross/callback_passed/model"
)

// Visit hands out the address.
func Visit(c model.Customer, f func(string)) { f(c.Email) }

// VisitID hands out the id.
func VisitID(c model.Customer, f func(string)) { f(c.ID) }

// Each hands out whole customers.
func Each(cs []model.Customer, f func(model.Customer)) {
	for _, c := range cs {
		f(c)
	}
}

// Retry calls f some times.
func Retry(n int, f func() error) error {
	var err error
	for range n {
		if err = f(); err == nil {
			return nil
		}
	}
	return err
}

// Apply gives f's result.
func Apply(s string, f func(string) string) string { return f(s) }

// Hooks are called later.
type Hooks struct {
	OnEmail func(string)
	OnID    func(string)
}

// Run calls both.
func (h Hooks) Run(c model.Customer) {
	h.OnID(c.ID)
	h.OnEmail(c.Email)
}

// Index hands out an index that it made.
func Index(f func(map[string]model.Customer)) { f(index()) }

// Row hands out a row that it made, and an array.
func Row(f func(struct{ C model.Customer }, [2]model.Customer)) {
	f(struct{ C model.Customer }{latest()}, [2]model.Customer{latest()})
}

func index() map[string]model.Customer { return load().(map[string]model.Customer) }

func latest() model.Customer { return load().(model.Customer) }

var load func() any

// Name asks a value of which only the method is known.
func Name(x interface{ Name() string }) string { return x.Name() }

// Safe gives a customer's id, and all else as it is.
func Safe(x any) any {
	switch x := x.(type) {
	case model.Customer:
		return x.ID
	case *model.Customer:
		return x.ID
	default:
		return x
	}
}

// Show prints a customer's id, and all else as it is.
func Show(x any) {
	if c, ok := x.(model.Customer); ok {
		x = c.ID
	}
	log.Println(x)
}
