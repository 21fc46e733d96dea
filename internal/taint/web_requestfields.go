package taint

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/internal/taint/ways"
)

// A struct of the program's own that has the response, or a framework's context, is there
// for one request. So a field of it that is called after somebody is something that the
// request holds under a key (web_requestputs.go): stores put it there, whoever reads it
// looks for it, in any package. What goes into the other fields says nothing of callers.

// requestField is the name of the key that a field of such a struct is; empty for others.
func (e *engine) requestField(at *ssa.FieldAddr) string {
	n, ok := types.Unalias(shape.Pointed(at.X.Type())).(*types.Named)
	if !ok || !shape.IsStruct(n) {
		return ""
	}
	field := n.Underlying().(*types.Struct).Field(at.Field)
	if _, ok := presence(field.Type()); !ok || field.Embedded() || !namesCaller(field) || !e.holdsResponse(n) {
		return ""
	}
	return "field:" + value.TypeString(n) + "." + field.Name()
}

// namesCaller reports whether a field is called after somebody, or has a type that is.
func namesCaller(field *types.Var) bool {
	return namesPerson(field.Name()) || shape.IsStruct(shape.Pointed(field.Type())) && namesPerson(shape.TypeBase(field.Type()))
}

// putsField writes down that the request holds what is stored.
func (f *frame) putsField(i *ssa.Store) {
	at, ok := i.Addr.(*ssa.FieldAddr)
	if f.caller == nil || !ok {
		return
	}
	if key := f.e.requestField(at); key != "" {
		f.setState(f.holding(f.state(), key, i.Val))
	}
}

// handsOutField writes down that anything may be in a field whose address goes elsewhere.
func (f *frame) handsOutField(at *ssa.FieldAddr) {
	if f.caller == nil || !slices.ContainsFunc(*at.Referrers(), func(i ssa.Instruction) bool { return takesAddress(i, at) }) {
		return
	}
	if key := f.e.requestField(at); key != "" {
		f.setState(f.marked(f.state(), ways.NotePart(key, ways.NoteMaybe)))
	}
}

// takesAddress reports whether an instruction does more with an address than to read or write there.
func takesAddress(i ssa.Instruction, addr ssa.Value) bool {
	switch i := i.(type) {
	case *ssa.UnOp, *ssa.DebugRef:
		return false
	case *ssa.Store:
		return i.Val == addr
	}
	return true
}

// foundIn is the state st where what the request holds in a field has the property; false
// for other fields.
func (f *frame) foundIn(at *ssa.FieldAddr, o model.Outcome, st *value.Node) (*value.Node, bool) {
	key := f.e.requestField(at)
	switch {
	case key == "":
		return st, false
	case o == model.Somebody:
		return f.tested(st, key, ways.TestSomebody), true
	case o.Present():
		return f.tested(st, key, ways.TestPresent), true
	}
	return st, true
}
