// Package laundering has fields that take the tag off what is stored in them.
package laundering

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

type Customer struct {
	ID    string
	Email string    `json:"email" pii:"email"`
	Phone string    `json:"phone" pii:"phone,level=high"`
	Name  string    `json:"name" pii:"name"`
	Born  time.Time `json:"born" pii:"dob"`
	Notes []string  `json:"notes" pii:"message"`
	Plan  string    `json:"plan"`
}

type Contact struct {
	Address string
	Number  string `json:"number"`
	Looked  string `pii:"-"`
	Known   string `pii:"email"`
	Plan    string
}

func assign(c Customer) Contact {
	var out Contact
	out.Address = c.Email // want `email from Customer.Email goes into Contact.Address, which has no pii tag: tag it or mark it pii:"-"`
	out.Number = c.Phone  // want `phone from Customer.Phone goes into Contact.Number, which has no pii tag: tag it or mark it pii:"-"`
	out.Looked = c.Email
	out.Known = c.Email
	out.Plan = c.Plan
	return out
}

// The first place of a field is enough.
func again(c Customer) Contact { return Contact{Address: c.Email} }

type Row struct {
	Who         string
	When        time.Time
	Texts       []string
	First, Last string
	Mail        sql.NullString
	Opt         *string
}

func literal(c *Customer) *Row {
	return &Row{
		Who:   strings.ToLower(c.Name),                      // want `name from Customer.Name goes into Row.Who`
		When:  c.Born,                                       // want `dob from Customer.Born goes into Row.When`
		Texts: c.Notes,                                      // want `message from Customer.Notes goes into Row.Texts`
		First: c.Name,                                       // want `name from Customer.Name goes into Row.First, which has no pii tag: tag it or mark it pii:"-" \(laundering.go:47\)`
		Mail:  sql.NullString{String: c.Email, Valid: true}, // want `email from Customer.Email goes into Row.Mail`
		Opt:   &c.Name,                                      // want `name from Customer.Name goes into Row.Opt`
	}
}

type pair struct{ key, val string }

func positional(c Customer) pair {
	return pair{"email", c.Email} // want `email from Customer.Email goes into pair.val`
}

type view struct{ label string }

func newView(label string) view { return view{label: label} }

func (v *view) set(label string) { v.label = label }

func through(c Customer) view {
	v := newView("x")
	v.set(c.ID)
	v.set(c.Name) // want `name from Customer.Name goes into view.label`
	return v
}

type card struct{ title string }

func newCard(title string) *card { return &card{title} }

func throughResult(c Customer) *card {
	return newCard(c.Name) // want `name from Customer.Name goes into card.title`
}

type mixed struct{ Text string }

func both(c Customer) mixed {
	return mixed{Text: fmt.Sprintf("%s <%s>", c.Name, c.Email)} // want `email from Customer.Email and name from Customer.Name go into mixed.Text`
}

type decoded struct {
	Address string `json:"email"`
	Plan    string `json:"plan"`
}

func throughJSON(c Customer) (decoded, error) {
	var d decoded
	text, err := json.Marshal(c)
	if err == nil {
		err = json.Unmarshal(text, &d) // want `email from Customer.Email goes into decoded.Address`
	}
	return d, err
}

//pii:redact
func mask(s string) string { return "***" }

type box[T any] struct{ v T }

type event struct {
	payload any
	err     error
	fn      func()
	flag    bool
}

type wrapper struct {
	c    Customer
	all  []Customer
	safe string
	home Contact `pii:"address"`
}

// Typed is personal wherever it occurs.
//
//pii:source name
type Typed string

type holder struct{ t Typed }

type unreached struct{ s string }

func clean(c Customer) {
	_ = box[string]{c.Email}
	_ = event{payload: c.Email, flag: c.Email != "", fn: func() { _ = c.Email }}
	w := wrapper{c: c, all: []Customer{c}, safe: mask(c.Email)}
	w.home.Address = c.Email
	_ = holder{Typed(c.Name)}
	_ = struct{ s string }{c.Email}
	local := c.Email
	_ = local
	c.Email = ""
	_ = unreached{c.Email}
	_ = len(w.safe)
}

type accepted struct{ s string }

func accept(c Customer) {
	_ = accepted{c.Email} //nolint:piitag // until the next release
}

//nolint:piitag // nothing here // want `nolint:piitag suppresses nothing here`
func nothing() {}

type document struct{ text, all string }

func documents(c Customer) (document, error) {
	text, err := json.Marshal(c)
	return document{text: string(text), all: fmt.Sprint(c.Name, c.Email, c.Phone)}, err
}
