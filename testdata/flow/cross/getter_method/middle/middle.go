// Package middle uses the getters.
package middle

import "flow/cross/getter_method/model"

// Describe joins what the getters give.
func Describe(c *model.Customer) string { return c.ID() + " <" + c.Email() + ">" }

// Name joins what harmless getters give.
func Name(c *model.Customer) string { return "customer " + c.ID() }

// Account has a customer.
type Account struct{ owner *model.Customer }

// Open makes one.
func Open(c *model.Customer) Account { return Account{owner: c} }

// Owner gives the customer.
func (a Account) Owner() *model.Customer { return a.owner }

// Contact goes on to the customer's getter.
func (a Account) Contact() string { return a.owner.Email() }

// Number goes on to a harmless one.
func (a Account) Number() string { return a.owner.ID() }
