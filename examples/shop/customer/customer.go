// Package customer holds what the shop knows about the people who buy. Its
// fields are tagged: that is all that piivet needs to be told.
package customer

import (
	"log/slog"
	"strings"
)

// Customer is a person with an account.
type Customer struct {
	ID      string
	Name    string  `json:"name" pii:"name"`
	Email   string  `json:"email" pii:"email"`
	Phone   string  `json:"phone,omitempty" pii:"phone"`
	Address Address `json:"address"`
	Secret  Secret  `json:"-" pii:"credential"`
	Plan    string  `json:"plan" pii:"-"`
}

// Ref is what may be said of a customer anywhere: nothing about the person.
type Ref struct {
	ID   string
	Plan string
}

// Ref leaves the person out.
func (c *Customer) Ref() Ref { return Ref{ID: c.ID, Plan: c.Plan} }

// LogValue makes a customer safe to hand to slog as a whole.
func (r Ref) LogValue() slog.Value {
	return slog.GroupValue(slog.String("id", r.ID), slog.String("plan", r.Plan))
}

// Address is where parcels go.
type Address struct {
	Street  string `json:"street" pii:"address"`
	City    string `json:"city" pii:"-"`
	Country string `json:"country" pii:"-"`
}

// Secret is a password's salted hash. It does not print.
type Secret []byte

// String hides the hash from fmt.
func (Secret) String() string { return "[secret]" }

// LogValue hides the hash from slog.
func (Secret) LogValue() slog.Value { return slog.StringValue("[secret]") }

// Card is a payment card. It prints and logs as its last digits.
type Card struct {
	Holder  string `json:"holder" pii:"name"`
	Number  string `json:"number" pii:"payment_card"`
	Expires string `json:"expires" pii:"payment_card"`
}

// Last4 gives the digits that are printed on receipts.
//
//pii:redact payment_card
func (c Card) Last4() string {
	if len(c.Number) < 4 {
		return "****"
	}
	return "****" + c.Number[len(c.Number)-4:]
}

// String is what fmt prints of a card.
func (c Card) String() string { return c.Last4() }

// LogValue is what slog prints of a card.
func (c Card) LogValue() slog.Value { return slog.StringValue(c.Last4()) }

// MaskEmail keeps the first letter and the host.
//
//pii:redact email
func MaskEmail(addr string) string {
	name, host, ok := strings.Cut(addr, "@")
	if !ok || name == "" {
		return "***"
	}
	return name[:1] + "***@" + host
}
