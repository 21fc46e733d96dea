package render

import (
	"go/types"
	"slices"

	"github.com/piivet/piivet/internal/access"
)

// method describes a method that a formatter looks for, by name and exact
// signature: a method String with a parameter is no Stringer.
type method struct {
	name    string
	params  []string
	results []string
	out     int    // see Part.Out
	then    Format // see Part.Then
}

var (
	formatter       = method{name: "Format", params: []string{"fmt.State", "int32"}, out: -1}
	goStringer      = method{name: "GoString", results: []string{"string"}}
	errorMethod     = method{name: "Error", results: []string{"string"}}
	stringerMethod  = method{name: "String", results: []string{"string"}}
	jsonMarshaler   = method{name: "MarshalJSON", results: []string{"[]uint8", "error"}}
	textMarshaler   = method{name: "MarshalText", results: []string{"[]uint8", "error"}}
	binaryMarshaler = method{name: "MarshalBinary", results: []string{"[]uint8", "error"}}
)

// with is m, whose result is rendered by then.
func (m method) with(then Format) method {
	m.then = then
	return m
}

// found is a method in a value's method set.
type found struct {
	fn   *types.Func
	path access.Path // from the value to the receiver's base
	typ  types.Type  // of the value there
	addr bool        // the receiver is that value's address
}

// find looks m up in the method set of t, or of *t too if the value is
// addressable, and follows embedding to the declared receiver.
func (m method) find(t types.Type, addressable bool) (found, bool) {
	t = types.Unalias(t)
	switch t.(type) {
	case *types.Basic, *types.TypeParam:
		return found{}, false
	}
	obj, index, _ := types.LookupFieldOrMethod(t, addressable, nil, m.name)
	fn, ok := obj.(*types.Func)
	if !ok || !m.matches(fn.Signature()) {
		return found{}, false
	}
	return receiver(fn, t, index[:len(index)-1]), true
}

// receiver walks from a value of type t along the embedded fields in index to
// the value that fn is called on.
func receiver(fn *types.Func, t types.Type, index []int) found {
	r := found{fn: fn, typ: t}
	for _, i := range index {
		if ptr, ok := r.typ.Underlying().(*types.Pointer); ok {
			r.step(ptr.Elem(), access.Sel{Kind: access.Deref})
		}
		field := r.typ.Underlying().(*types.Struct).Field(i)
		r.step(field.Type(), access.Sel{Kind: access.Field, N: i})
	}
	_, wantPtr := types.Unalias(fn.Signature().Recv().Type()).(*types.Pointer)
	ptr, isPtr := r.typ.(*types.Pointer)
	switch {
	case isPtr && !wantPtr:
		r.step(ptr.Elem(), access.Sel{Kind: access.Deref})
	case !isPtr && wantPtr:
		r.addr = true
	}
	return r
}

// step moves on to a place inside the value.
func (r *found) step(t types.Type, s access.Sel) {
	r.path, r.typ = append(r.path, s), types.Unalias(t)
}

// matches reports whether sig is the signature of the interface's method.
func (m method) matches(sig *types.Signature) bool {
	return !sig.Variadic() && slices.Equal(names(sig.Params()), m.params) && slices.Equal(names(sig.Results()), m.results)
}

// names writes each type of a tuple by its import path, so that types of
// different type-checker runs compare equal.
func names(tuple *types.Tuple) []string {
	var list []string
	for i := range tuple.Len() {
		list = append(list, typeName(tuple.At(i).Type()))
	}
	return list
}

// typeName is the name of the types that marker methods have in their
// signatures; others have a name that equals none of them.
func typeName(t types.Type) string {
	switch t := types.Unalias(t).(type) {
	case *types.Basic:
		return types.Typ[t.Kind()].Name()
	case *types.Slice:
		return "[]" + typeName(t.Elem())
	case *types.Pointer:
		return "*" + typeName(t.Elem())
	case *types.Named:
		if t.Obj().Pkg() == nil {
			return t.Obj().Name()
		}
		return t.Obj().Pkg().Path() + "." + t.Obj().Name()
	case *types.Interface:
		if t.Empty() {
			return "any"
		}
	}
	return "?"
}

// call emits the first of the methods that the value at n has, and reports
// whether there was one.
func (p *planner) call(n *node, addressable bool, methods ...method) bool {
	for _, m := range methods {
		if r, ok := m.find(n.typ, addressable); ok {
			p.emitCall(n, r, m)
			return true
		}
	}
	return false
}

// emitCall says that what r gives comes out.
func (p *planner) emitCall(n *node, r found, m method) {
	p.emit(Part{
		Path:   n.path.Join(r.path...),
		What:   Method,
		Type:   r.typ,
		Method: r.fn,
		Addr:   r.addr,
		Out:    m.out,
		Then:   m.then,
	})
}

// has reports whether a value of type t has one of the methods.
func has(t types.Type, addressable bool, methods ...method) bool {
	return slices.ContainsFunc(methods, func(m method) bool {
		_, ok := m.find(t, addressable)
		return ok
	})
}
