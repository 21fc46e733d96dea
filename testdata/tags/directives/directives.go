// Package directives has directives that are wrong or stand where nobody reads
// them.
package directives

import "errors"

// find looks a customer up.
//
//pii:sorce email // want `directive: unknown directive "sorce", want one of source, redact, verify, consent, sink, allow \(did you mean "source"\?\)`
func find() string { return "" }

// find2 has a space too many.
//
// pii:source email // want `directive: a directive begins with "//pii:source", in lower case and without spaces`
func find2() string { return "" }

//pii:source emial // want `directive: unknown class "emial" \(did you mean "email"\?\)`
func find3() string { return "" }

//pii:redact email,phone // want `directive: classes are separated by spaces, not commas`
func mask(s string) string { return "" }

//pii:sink logs // want `directive: unknown kind "logs", want one of log, error, response, outbound \(did you mean "log"\?\)`
func audit(s string) {}

// PII:verify // want `directive: a directive begins with "//pii:verify"`
func check() error { return errors.New("no") }

/*pii:verify*/      // want `directive: a directive is a // comment of its own`
func check2() error { return errors.New("no") }

//pii:source email param=adr // want `//pii:source binds to nothing here: notify has no parameter adr \(did you mean "addr"\?\)`
func notify(addr string) {}

//pii:source email // want `//pii:source binds to nothing here: valid has no result that could hold data`
func valid(addr string) (bool, error) { return false, nil }

//pii:redact // want `//pii:redact binds to nothing here: wipe has no result that could hold data`
func wipe(s string) {}

type letter struct{ To string }

//pii:redact // want `//pii:redact binds to nothing here: blank has no result that could hold data, and what it writes to l is a copy`
func (l letter) blank() { l.To = "" }

//pii:sink log // want `//pii:sink binds to nothing here: flush has no parameter`
func flush() {}

//pii:consent // want `//pii:consent binds to nothing here: given has no error or bool among its results`
func given() string { return "" }

// lookup is both.
//
//pii:redact
//pii:source email // want `//pii:source contradicts the //pii:redact of lookup: its result is either personal or clean`
func lookup() string { return "" }

// twice says it twice.
//
//pii:source email
//pii:source email // want `second //pii:source on twice: one of them counts`
//pii:source phone
func twice() string { return "" }

// MSISDN is a telephone number.
//
//pii:source phone
//pii:source email // want `second //pii:source on MSISDN: one of them counts`
type MSISDN string

//pii:redact // want `//pii:redact binds to nothing here: Token is a type, it is for functions`
type Token string

//pii:source phone param=x // want `//pii:source binds to nothing here: Number is a type and has no parameter x`
type Number string

//pii:source phone // want `//pii:source binds to nothing here: Alias is an alias, its values are of another type`
type Alias = string

//pii:source phone // want `//pii:source binds to nothing here: it belongs in the doc comment of a function, of an interface's method or of a named type`
type (
	One string
	Two string
)

//pii:verify // want `//pii:verify binds to nothing here: it belongs in the doc comment of a function or of an interface's method; remove the empty line before guard`

func guard() error { return errors.New("no") }

type Customer struct {
	//pii:source email // want `//pii:source binds to nothing here: a field takes a struct tag, pii:"email"`
	Email string
	Phone string //pii:source phone // want `//pii:source binds to nothing here: a field takes a struct tag, pii:"phone"`
}

//pii:source email // want `//pii:source binds to nothing here`
var address string

func body() {
	//pii:redact // want `//pii:redact binds to nothing here: it belongs in the doc comment of a function or of an interface's method`
	_ = address
	//pii:allow log // want `directive: allow without a reason`
	_ = address
}

// Store finds and keeps customers.
type Store interface {
	//pii:source email
	Find(id string) string

	//pii:sink log param=detial // want `//pii:sink binds to nothing here: Keep has no parameter detial \(did you mean "detail"\?\)`
	Keep(detail string)
}

// prose about pii: source is whatever, pii:source in the middle is none either.
func prose() {}
