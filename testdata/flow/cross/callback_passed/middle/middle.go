// Package middle calls what it is given.
package middle

import "flow/cross/callback_passed/model"

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
