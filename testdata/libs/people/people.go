// Package people holds the tagged types that the packages beside it log. Each
// library's package takes the same types, so that what differs between two
// lines is the library and nothing else.
package people

import (
	"log/slog"
	"strings"
	"time"
)

// Customer is plain: every formatter prints both tagged fields.
type Customer struct {
	ID    string
	Email string `json:"email" yaml:"email" pii:"email"`
	Phone string `json:"phone,omitempty" yaml:"phone" pii:"phone"`
}

// Account hides its email from JSON and YAML, not from fmt.
type Account struct {
	ID    string
	Email string `json:"-" yaml:"-" pii:"email"`
	Tier  int
}

// Wallet holds its card in an unexported field: fmt prints it, the encoders
// don't see it.
type Wallet struct {
	Owner string `json:"owner" pii:"name"`
	card  string `pii:"payment_card"`
}

// NewWallet gives the other packages a Wallet with a card in it.
func NewWallet(owner, card string) Wallet { return Wallet{Owner: owner, card: card} }

// Empty reports whether no card was stored.
func (w Wallet) Empty() bool { return w.card == "" }

// Order points at its buyer: fmt prints an address there, the encoders follow.
type Order struct {
	Number int
	Buyer  *Customer
}

// Parcel holds its receiver by value: everything prints it.
type Parcel struct {
	Number int
	To     Customer
}

// Employee embeds: the tagged fields are promoted.
type Employee struct {
	Customer
	Desk string
}

// Patient has tagged fields that are no strings.
type Patient struct {
	ID     string
	Born   time.Time `pii:"dob"`
	SSN    int64     `pii:"ssn"`
	Weight float64   `pii:"health"`
}

// Quiet says nothing about its email, whoever asks in whatever way.
type Quiet struct {
	ID    string
	Email string `pii:"email"`
}

// String leaves the email out.
func (q Quiet) String() string { return "quiet " + q.ID }

// MarshalJSON leaves the email out.
func (q Quiet) MarshalJSON() ([]byte, error) { return []byte(`{"id":"` + q.ID + `"}`), nil }

// MarshalYAML leaves the email out.
func (q Quiet) MarshalYAML() (any, error) { return q.ID, nil }

// Talky has methods that look like masking and tell the email all the same.
type Talky struct {
	ID    string
	Email string `json:"-" yaml:"-" pii:"email"`
}

// String tells the email.
func (t Talky) String() string { return t.ID + " <" + t.Email + ">" }

// MarshalJSON tells the email that the json tag would have hidden.
func (t Talky) MarshalJSON() ([]byte, error) { return []byte(`"` + t.Email + `"`), nil }

// MarshalYAML tells the email that the yaml tag would have hidden.
func (t Talky) MarshalYAML() (any, error) { return t.Email, nil }

// Shy masks in a method of the pointer: the plain value prints everything.
type Shy struct {
	ID    string
	Email string `json:"-" pii:"email"`
}

// String leaves the email out, where it is called at all.
func (s *Shy) String() string { return "shy " + s.ID }

// Valued masks for log/slog alone; whoever does not ask for a LogValue gets
// the field.
type Valued struct {
	ID    string
	Email string `pii:"email"`
}

// LogValue leaves the email out.
func (v Valued) LogValue() slog.Value { return slog.StringValue("valued " + v.ID) }

// Secret is a string that does not print.
type Secret string

// String gives asterisks.
func (Secret) String() string { return "****" }

// MarshalText gives asterisks to the encoders.
func (Secret) MarshalText() ([]byte, error) { return []byte("****"), nil }

// Login carries a password whose type masks it, and a name that nothing masks.
type Login struct {
	User     string `pii:"name"`
	Password Secret `pii:"credential"`
}

// Mask keeps the first letter and the host of an email address.
//
//pii:redact
func Mask(s string) string {
	if at := strings.IndexByte(s, '@'); at > 0 {
		return s[:1] + "***" + s[at:]
	}
	return "***"
}
