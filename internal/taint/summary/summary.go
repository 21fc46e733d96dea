// Package summary says what a function does with data, in terms of its
// parameters, and carries that from package to package as a fact.
package summary

import (
	"go/token"
	"slices"

	"github.com/piivet/piivet/internal/taint/value"
)

// Summary is what callers need to know of a function. All labels in it are
// rooted in the function's own parameters, captured variables and callbacks,
// or are sources that it introduced.
type Summary struct {
	Results  []*value.Node
	Contents []Content // memory that outlives the call: fresh objects in reach, and what it left behind pointers
	Sinks    []Sink
	Calls    []Call
	NoReturn bool
	// Recovers says that the function ends a panic, if it is deferred.
	Recovers bool

	Answers     []Sink      // what each return lets out if the function is a handler whose results are sent; Name is result and form
	Answered    bool        // Answers are complete
	Disclosures []Sink      // responses with known personal data, while the caller may be unverified
	Exit        *value.Node // whether the caller is verified after the call; nil: as before
	Pass        *value.Node // the same when it goes on to a next handler; nil: it never does
	Outcomes    []Outcome   // what results tell of that
}

// Outcome is a state after a call in which a result has a property.
type Outcome struct {
	Key   int // result and property, see package taint
	State *value.Node
}

// Silent reports whether the function does nothing with data, and returns.
func (s *Summary) Silent() bool {
	if s.NoReturn || s.Recovers || len(s.Contents)+len(s.Sinks)+len(s.Calls)+len(s.Disclosures)+len(s.Answers)+len(s.Outcomes) > 0 || s.Exit != nil || s.Pass != nil {
		return false
	}
	return !slices.ContainsFunc(s.Results, func(n *value.Node) bool { return n != nil })
}

// forOthers are the disclosures that other packages have to judge. Outbound ones
// were left to callers in the same package alone.
func (s *Summary) forOthers() []Sink {
	return slices.DeleteFunc(slices.Clone(s.Disclosures), func(k Sink) bool { return k.Out != nil || k.Kind == "outbound" })
}

// Content is what an object holds when the function returns.
type Content struct {
	Obj  *value.Obj
	Node *value.Node
}

// Sink is a way out that a label takes inside the function.
type Sink struct {
	Kind  string // log, error, ...
	Name  string // as messages name it: slog.Info
	Label *value.Label
	Place value.Place
	Pos   token.Pos // Place within this process; not carried to other packages
	End   token.Pos
	Key   token.Pos // the call, to take all that reaches it into one finding
	// Of responses: the function that writes it, and whether the caller is
	// verified there; nil: as it is at the call.
	In    string
	State *value.Node // of outbound calls too
	Out   *Outlet     // of outbound calls: to whom
}

// Outlet says to whom an outbound call hands data on, and how.
type Outlet struct {
	Recipient string         // name, where the library is that recipient's
	Kind      string         // what kind of recipient that is
	Pkg       string         // import path of the function that is called
	Dest      []*value.Label // what its address may be: constants, and what callers know
	Channel   []*value.Label // the same of settings of the channel
	InURL     bool           // the data stand in the address
}

// Call is a call that the function makes of something that only its callers
// know: a function value, or a method of a value with an interface type.
type Call struct {
	ID       int
	Target   *value.Label
	Method   string // empty for a function value
	Iface    string // the interface's type key
	Args     []*value.Node
	Types    []string   // type keys of Args
	Texts    [][]string // what the text of each of Args may be, as patterns; none where that is not known
	Contents []Content  // of fresh objects that Args reach, at the time of the call
	Results  int
	Place    value.Place
	State    *value.Node // whether the caller is verified at the call; nil: as before
	Quiet    bool        // played for what its results tell alone
}

// Case is what a function does when it is handed one key, as a function does
// that masks some keys and lets others pass.
type Case struct {
	Param int    // the parameter that is the key; -1: the key of an attribute
	Key   string // the key, or a text that stands for all others
	Type  string // type key of the attribute's value; empty: any
	Fold  bool   // the function may compare without regard to case
	Part  bool   // it may look at parts of the key
	Sum   *Summary
}
