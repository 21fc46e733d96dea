package taint

import (
	"go/types"

	"github.com/piivet/piivet/internal/taint/shape"
)

// Structs that hold handlers are options more often than routes, and marks in all their fields
// make summaries long. Entries stand in lists, or go from hand to hand as values: of what a
// package only ever points to from single variables it makes no table.

// inLists reports whether a package's code has lists or maps of values of type t or of
// pointers to them, or hands such values over: this package, or the one that declares t.
func (e *engine) inLists(t types.Type) bool {
	if _, named := types.Unalias(t).(*types.Named); !named {
		return true // it has no other use
	}
	if e.listedTypes == nil {
		e.listedTypes = map[*types.TypeName]bool{}
		e.listedIn = map[*types.Package]bool{}
		for _, tv := range e.pass.TypesInfo.Types {
			e.noteListed(tv.Type, false)
		}
		e.noteScope(e.pass.Pkg)
	}
	if p := shape.PackageOf(t); p != nil {
		e.noteScope(p)
	}
	return e.listedTypes[origin(t)]
}

// noteScope notes what declarations of a package say.
func (e *engine) noteScope(p *types.Package) {
	if e.listedIn[p] {
		return
	}
	e.listedIn[p] = true
	for _, name := range p.Scope().Names() {
		o := p.Scope().Lookup(name)
		e.noteListed(o.Type(), false)
		n, ok := types.Unalias(o.Type()).(*types.Named)
		if _, declares := o.(*types.TypeName); !ok || !declares {
			continue
		}
		e.noteListed(n.Underlying(), false)
		for m := range n.Methods() {
			e.noteListed(m.Type(), false)
		}
	}
}

// noteListed notes the types that stand in lists of a type; handed is for types that
// stand there themselves.
func (e *engine) noteListed(t types.Type, handed bool) {
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		if handed {
			e.listedTypes[t.Origin().Obj()] = true
		}
		for a := range t.TypeArgs().Types() {
			e.noteElement(a)
		}
	case *types.Slice, *types.Array, *types.Map, *types.Chan:
		e.noteElement(t.(interface{ Elem() types.Type }).Elem())
	case *types.Signature:
		for _, list := range []*types.Tuple{t.Params(), t.Results()} {
			for v := range list.Variables() {
				e.noteListed(v.Type(), true)
			}
		}
	case *types.Struct:
		for f := range t.Fields() {
			e.noteListed(f.Type(), false)
		}
	}
}

func (e *engine) noteElement(t types.Type) { e.noteListed(shape.Pointed(t), true) }

func origin(t types.Type) *types.TypeName { return types.Unalias(t).(*types.Named).Origin().Obj() }

// holdsHandlers reports whether a value of type t may hold handlers, middleware, or what
// registers some: functions, values with such methods, lists and structs of them.
func (e *engine) holdsHandlers(t types.Type) bool {
	key := e.u.TypeKey(t)
	holds, ok := e.handlerTypes[key]
	if ok {
		return holds
	}
	if e.handlerTypes == nil {
		e.handlerTypes = map[string]bool{}
	}
	e.handlerTypes[key] = false // for types that lead to themselves
	e.handlerTypes[key] = e.findHandlers(t)
	return e.handlerTypes[key]
}

func (e *engine) findHandlers(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Signature:
		return e.handles(u)
	case *types.Interface:
		if _, param := types.Unalias(t).(*types.TypeParam); param {
			return true
		}
		for m := range u.Methods() {
			if e.handles(m.Signature()) {
				return true
			}
		}
	case *types.Struct:
		for f := range u.Fields() {
			if e.holdsHandlers(f.Type()) {
				return true
			}
		}
	case *types.Map, *types.Slice, *types.Array:
		return e.holdsHandlers(shape.Pointed(u.(interface{ Elem() types.Type }).Elem()))
	}
	return false
}

// handles reports whether a function is a handler by its looks, makes one, or gets
// something to register them on or to put them into, as an option of a route does.
func (e *engine) handles(sig *types.Signature) bool {
	if handlerShaped(sig) {
		return true
	}
	for v := range sig.Params().Variables() {
		if e.routerType(v.Type()) || shape.IsPointer(v.Type()) && e.holdsHandlers(shape.Pointed(v.Type())) {
			return true
		}
	}
	for v := range sig.Results().Variables() {
		if e.holdsHandlers(shape.Pointed(v.Type())) {
			return true
		}
	}
	return false
}
