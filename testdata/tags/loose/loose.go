// Package loose has comments that were meant as directives, and prose that is
// none.
package loose

import "errors"

var errNo = errors.New("no")

// pii redact // want `directive: a directive begins with "//pii:redact", in lower case and without spaces`
func spaced(s string) string { return "" }

// pii redact // want `directive: a directive begins with "//pii:redact", in lower case and without spaces`
func spacedTwice(s string) string { return "" }

// pii.redact // want `directive: a directive begins with "//pii:redact", in lower case and without spaces`
func dot(s string) string { return "" }

// pii.redact email // want `directive: a directive begins with "//pii:redact", in lower case and without spaces`
func dotClass(s string) string { return "" }

// pii-redact // want `directive: a directive begins with "//pii:redact", in lower case and without spaces`
func dash(s string) string { return "" }

// pii_verify // want `directive: a directive begins with "//pii:verify", in lower case and without spaces`
func underscore() error { return errNo }

// piiredact // want `directive: a directive begins with "//pii:redact", in lower case and without spaces`
func joined(s string) string { return "" }

// pii::redact // want `directive: a directive begins with "//pii:redact", in lower case and without spaces`
func colons(s string) string { return "" }

//pi:redact // want `directive: a directive begins with "//pii:redact", in lower case and without spaces`
func short(s string) string { return "" }

//ppi:verify // want `directive: a directive begins with "//pii:verify", in lower case and without spaces`
func turned() error { return errNo }

// address is that of the customer.
//
// pii source email // want `directive: a directive begins with "//pii:source", in lower case and without spaces`
func address() string { return "" }

// phone is that of the customer.
//
// pii source phone // want `directive: a directive begins with "//pii:source", in lower case and without spaces`
func phone() string { return "" }

// Mail is an address.
//
// pii;source email // want `directive: a directive begins with "//pii:source", in lower case and without spaces`
type Mail string

// PII sink log param=detail // want `directive: a directive begins with "//pii:sink", in lower case and without spaces`
func audit(detail string) {}

func body() {
	//pii allow log shown to the operator alone // want `directive: a directive begins with "//pii:allow", in lower case and without spaces`
	println(address())
	// pii allow log shown to the operator alone // want `directive: a directive begins with "//pii:allow", in lower case and without spaces`
	println(address())
}

// prose does not redact. What it returns is
// pii redact or not, as the reader
// likes.
func prose() string { return "" }

// pii source of truth is the table of customers.
func truth() {}

// pii verify the caller first, please.
func please() {}

// pii source of truth
func truth2() {}

// pii consent form
func form() {}

// PII redaction happens in the logger, see pii redact.
func redaction() {}

// pii.Redact(s)
// pii.redact(s)
// pii = redact
func code() {}

// pii redact
var unbound = 1

// pii: redact everything that looks personal before it is logged.
func sentence() {}

// pii sinks and sources are listed in the table.
func sinks() {}

// The pii allow list is below.
func list() {
	// pii allow list
	_ = unbound
	// pii verify
	_ = unbound
}

//pi:source of all evil
//piivet:redact
//pid:verify
func others() {}
