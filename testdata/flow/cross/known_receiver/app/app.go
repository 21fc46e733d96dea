// Package app compares personal data. Only who listens decides whether they get
// out: that other types of the library would let them out does not count.
package app

import (
	"testing"

	"flow/cross/known_receiver/check"
	"flow/cross/known_receiver/model"
)

func test(t *testing.T, c model.Customer) {
	check.Equal(t, "x", c.Email)
	check.Equal(t, "x", c.Email, "customer", c)
	a := check.New(t)
	a.Equal("x", c.Email)
	a.Equal("x", c)
}

func counts(c model.Customer) { check.Equal(&check.Counter{}, "x", c.Email) }

type mute struct{}

func (mute) Errorf(string, ...any) {}

func own(c model.Customer) { check.Equal(mute{}, "x", c.Email) }

func collects(c model.Customer) {
	check.Equal(&check.Collector{}, "x", c.ID)
	check.Equal(&check.Collector{}, "x", c.Email)     // want `email from Customer.Email reaches fmt.Errorf`
	check.New(&check.Collector{}).Equal("x", c.Email) // want `email from Customer.Email reaches fmt.Errorf`
}

func either(t *testing.T, c model.Customer, collect bool) {
	var l check.T = t
	if collect {
		l = &check.Collector{}
	}
	check.Equal(l, "x", c.Email) // want `email from Customer.Email reaches fmt.Errorf`
}

// unknown listeners may be any.
func unknown(l check.T, c model.Customer) {
	check.Equal(l, "x", c.Email) // want `email from Customer.Email reaches fmt.Errorf`
}
