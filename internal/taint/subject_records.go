package taint

import (
	"go/types"
	"slices"

	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// What can be a record, and where a call can put one: where an argument points, if it did
// not come with the request.

// fillable are the arguments of a call without those that had something from the request
// in them before it: they are no place for a record.
func (f *frame) fillable(args []argument, before value.Heap) []argument {
	now := f.heap
	defer func() { f.heap = now }()
	f.heap = before
	out := slices.Clone(args)
	for i, a := range args {
		if a.n != nil && len(f.asks(f.marksOn(a.n))) > 0 {
			out[i].n = nil
		}
	}
	return out
}

// takesRecord reports whether an argument points to where a record can be put.
func (f *frame) takesRecord(a argument) bool {
	if a.n == nil {
		return false
	}
	if a.t == nil || !types.IsInterface(a.t) {
		return f.e.pointsToRecord(a.t)
	}
	return slices.ContainsFunc(dynamic(a.n), func(k value.Kid) bool { return f.e.pointsToRecord(f.dynType(k.Sel.S)) })
}

func (e *engine) pointsToRecord(t types.Type) bool {
	return t != nil && shape.IsPointer(t) && e.holdsRecord(shape.Pointed(t), 0)
}

// holdsRecord reports whether a value of type t is a record with personal data, or
// a list of them. A store that keeps records in fields of its own is none.
func (e *engine) holdsRecord(t types.Type, depth int) bool {
	if e.typeSource(t) != nil {
		return true
	}
	if depth > maxRender {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		return e.holdsRecord(u.Elem(), depth+1)
	case *types.Slice:
		return e.holdsRecord(u.Elem(), depth+1)
	case *types.Map:
		return e.holdsRecord(u.Elem(), depth+1)
	case *types.Struct:
		for i := range u.NumFields() {
			src, ok := e.fieldSource(t, i)
			if src != nil || ok && e.keepsRecord(u.Field(i), depth) {
				return true
			}
		}
	}
	return false
}

// keepsRecord reports whether a field has a record in it: one that is not
// exported may keep many for others.
func (e *engine) keepsRecord(v *types.Var, depth int) bool {
	_, inside := v.Type().Underlying().(*types.Struct)
	return (inside || v.Exported()) && e.holdsRecord(v.Type(), depth+1)
}
