package taint

import (
	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/secrets"
	"github.com/piivet/piivet/internal/taint/value"
)

// A record that a database was to fill is as it was if nothing was found. So many
// programs do not look at the error, but ask whether the record has a number. If that
// was not set before, somebody was found.

// lookedUp is the state where the field of a record has the property behind a call that
// looks up the record; false if the call does something else, or if finding the record
// says nothing.
func (a *fieldAsker) lookedUp(p ssa.Value, at codeSpot, st *value.Node) (*value.Node, bool) {
	c, ok := at.b.Instrs[at.i].(*ssa.Call)
	if !ok || !a.o.Present() || !a.r.f.e.secrets {
		return nil, false
	}
	secret, key := secrets.Fills(c, p)
	var found *value.Node
	switch {
	case secret:
		found = a.r.f.e.closedState
	case key != nil: // nobody has the number zero
		found = a.r.value(key, model.NotZero, st)
	}
	if !secret && (key == nil || found == st) {
		return nil, false
	}
	kept, known := a.before(p, at, st)
	if !known {
		kept = st
	}
	return a.r.f.u.Join(found, kept), true
}
