package taint

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/value"
)

// A program may have functions that nobody calls, and that would serve the same handlers
// as others do, without what stands before them: generators make such.

// unused reports whether a function of a program is named nowhere in it, as one of
// several that a generator made.
func (e *engine) unused(fn *ssa.Function) bool {
	if e.pass.Pkg.Name() != "main" || fn.Parent() != nil || fn.Signature.Recv() != nil || fn.Object() == nil || fn.Name() == "main" {
		return false
	}
	for _, obj := range e.pass.TypesInfo.Uses {
		if f, ok := obj.(*types.Func); ok && f.Origin() == fn.Object() {
			return false
		}
	}
	return true
}

// usedInEarnest reports whether something names a function that is not unused itself.
func (e *engine) usedInEarnest(fn *ssa.Function) bool {
	for id, obj := range e.pass.TypesInfo.Uses {
		if f, ok := obj.(*types.Func); !ok || f.Origin() != fn.Object() {
			continue
		}
		idle := false
		for by := range e.funcs {
			idle = idle || by.Parent() == nil && hasPlace(by, id.Pos()) && e.unused(by)
		}
		if !idle {
			return true
		}
	}
	return false
}

// hasPlace reports whether a function's code has a place.
func hasPlace(fn *ssa.Function, pos token.Pos) bool {
	n := fn.Syntax()
	return n != nil && n.Pos() <= pos && pos < n.End()
}

// madeElsewhere reports whether a function that others call too made a registration: they
// serve it, where this one, which nobody calls, does not.
func (f *frame) madeElsewhere(g *value.Fn) bool {
	reg := f.e.registrationOf(g.Name)
	if reg == nil || reg.place.Pkg != f.e.pass.Pkg.Path() {
		return reg != nil
	}
	for fn := range f.e.funcs {
		if fn != f.fn && fn.Parent() == nil && hasPlace(fn, reg.spot.pos) && f.e.usedInEarnest(fn) {
			return true
		}
	}
	return false
}
