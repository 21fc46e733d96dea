package taint

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// Libraries look records up in several calls: one takes the identifier, a later
// one gives the record, or puts it where an argument points, field by field or as
// a whole. What lies between, a query or a row, has the marks of what went in.

// scannedInto marks the fields of records that a call was handed pointers to.
func (f *frame) scannedInto(args []argument, l *value.Label) (found bool) {
	for _, a := range args {
		for _, r := range f.handed(a.n) {
			n := len(r.Path)
			if n == 0 || r.Path[n-1].Kind != access.Field || !shape.IsBasic(f.typeAt(r)) || !f.e.holdsRecord(f.recordAt(r), 0) {
				continue
			}
			f.write(r, value.Of(l), true)
			found = true
		}
	}
	return found
}

// recordAt is the type of what has a field in it.
func (f *frame) recordAt(r value.Ref) types.Type {
	return typeAlong(r.Obj.Type, r.Path[:len(r.Path)-1])
}

// isQuery reports whether a value of type t may be a query, or what one found,
// before it is asked for records: no record, and nothing that came with the request.
func (e *engine) isQuery(t types.Type) bool {
	t = shape.Pointed(t)
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Pkg() != nil && !e.carries(t) && !handlerShapedType(t)
}

// handlerShapedType reports whether a type is what handlers are handed.
func handlerShapedType(t types.Type) bool {
	switch shape.TypeBase(t) {
	case "Request", "Ctx", "Context", "ResponseWriter":
		return true
	}
	return false
}

// madeOf reports whether a library makes values of type t, which are no records,
// of what it gets: a query, an identifier.
func (e *engine) madeOf(obj *types.Func, t types.Type) bool {
	if obj == nil || obj.Pkg() == nil || obj.Pkg() == e.pass.Pkg || shape.IsError(t) || shape.IsBool(t) || isContext(t) {
		return false
	}
	t = shape.Pointed(t)
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Pkg() == obj.Pkg() && !e.carries(t) && !handlerShapedType(t)
}

// namesRecord reports whether what a call gets can name a record: an identifier,
// or a few of them together, and no record itself.
func (f *frame) namesRecord(a argument) bool {
	if a.t != nil && types.IsInterface(a.t) && a.n != nil {
		for _, k := range dynamic(a.n) {
			if !f.names(f.dynType(k.Sel.S)) {
				return false
			}
		}
	}
	return f.names(a.t)
}

func (f *frame) names(t types.Type) bool {
	if identifies(t) {
		return true
	}
	t = shape.Pointed(t)
	if t == nil || handlerShapedType(t) {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Struct: // the parameters of a query
		return !f.e.carries(t)
	case *types.Map: // a condition
		return !f.e.carries(u.Elem())
	case *types.Slice:
		return f.names(u.Elem())
	}
	return false
}

// lookedUpIn marks the value that a map has under what the request names, or who calls.
func (f *frame) lookedUpIn(v *ssa.Lookup, n *value.Node) *value.Node {
	s := f.e.subjects
	m, ok := v.X.Type().Underlying().(*types.Map)
	if s == nil || f.quiet > 0 || !ok {
		return n
	}
	ls := f.marksOfValue(v.Index)
	if len(subjectMarks(ls, caller)) > 0 || f.fromSession(v) {
		return f.u.AddLabels(n, []*value.Label{f.mark(caller, v.Pos(), "")})
	}
	asks := f.asks(ls)
	if len(asks) == 0 || !f.e.carries(m.Elem()) {
		return n
	}
	if x := f.val(v.X); x != nil && len(subjectMarks(x.Labels, caller)) > 0 {
		s.scope(asks) // a map of the caller's own
		return n
	}
	name := askedName(v.X)
	if name == "" {
		name = "a map"
	}
	return f.u.AddLabels(n, []*value.Label{f.oneLookedUp(v.Pos(), name, m.Elem(), asks)})
}
