// Package directive reads the //pii: comments.
//
// A directive is a line comment in Go's directive style: it begins with
// "//pii:" and a verb, without any space. What follows the verb depends on it:
//
//	//pii:source CLASS[,key=value][,flag] [param=NAME]
//	//pii:redact [CLASS...]
//	//pii:verify
//	//pii:consent [PURPOSE]
//	//pii:sink KIND [param=NAME]
//	//pii:allow KIND[,KIND]... REASON
//
// A further comment may follow after " //". Where a directive may stand and what
// it does is the business of the engine; this package knows text alone.
package directive

import (
	"fmt"

	"github.com/piivet/piivet/internal/nearest"
	"github.com/piivet/piivet/piitag"
)

// Verb is the word after "//pii:".
type Verb string

// The verbs.
const (
	Source  Verb = "source"  // a function's result, a parameter or a type is PII
	Redact  Verb = "redact"  // a function's results are clean
	Verify  Verb = "verify"  // a function proves who the caller is
	Consent Verb = "consent" // a function proves that the data subject agreed
	Sink    Verb = "sink"    // a function's arguments leave there
	Allow   Verb = "allow"   // a finding on this or the next line is accepted
)

// Verbs lists all verbs.
func Verbs() []string {
	return []string{string(Source), string(Redact), string(Verify), string(Consent), string(Sink), string(Allow)}
}

// The kinds of sinks: the ways on which personal data leaves.
const (
	KindLog      = "log"
	KindError    = "error"
	KindResponse = "response"
	KindOutbound = "outbound"
)

// Kinds lists the kinds of sinks. The policy file uses the same words.
func Kinds() []string {
	return []string{KindLog, KindError, KindResponse, KindOutbound}
}

// Directive is one directive. Fields that its verb does not use are zero.
type Directive struct {
	Verb Verb
	// Col is the column of the verb in the comment: 1-based, in bytes.
	Col int
	// Args is the text after the verb, without a trailing comment.
	Args string
	// Tag is what a source is, as a struct tag would say it.
	Tag piitag.Tag
	// Classes are the class of a source, or those that a redactor removes, as
	// canonical names; a redactor without classes removes all.
	Classes []string
	// Param names the parameter that a source or sink is about. Without it a
	// source is the result (or the type), a sink takes all arguments.
	Param string
	// Purpose is what the data subject agreed to; "" is anything.
	Purpose string
	// Kinds is the kind of a sink, or the kinds of findings that are allowed.
	Kinds []string
	// Reason says why findings are allowed; never empty in a valid directive.
	Reason string
}

// Error says what is wrong with a directive.
type Error struct {
	Col        int    // where in the comment: 1-based, in bytes
	Msg        string // what is wrong
	Suggestion string // what was probably meant, or ""
}

// Error gives the message and the suggestion; the caller knows the place.
func (e *Error) Error() string {
	return e.Msg + nearest.Hint(e.Suggestion)
}

func errorAt(off int, suggestion, format string, args ...any) *Error {
	return &Error{Col: off + 1, Msg: fmt.Sprintf(format, args...), Suggestion: suggestion}
}
