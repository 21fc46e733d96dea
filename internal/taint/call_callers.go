package taint

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/shape"
)

// closed reports whether all callers of fn are in this package and call it by
// name, so that what a parameter's methods do can be left to them.
func (e *engine) closed(fn *ssa.Function) bool {
	if fn.Parent() != nil {
		return true
	}
	if token.IsExported(fn.Name()) {
		return false
	}
	return e.called()[fn]
}

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

// called tells for the package's functions whether they are called by name
// somewhere and never used as a value.
func (e *engine) called() map[*ssa.Function]bool {
	if e.callers != nil {
		return e.callers
	}
	out, asValue := map[*ssa.Function]bool{}, map[*ssa.Function]bool{}
	for fn := range e.funcs {
		for _, b := range fn.Blocks {
			for _, i := range b.Instrs {
				noteUses(i, out, asValue)
			}
		}
	}
	for fn := range asValue {
		delete(out, fn)
	}
	e.callers = out
	return out
}

func noteUses(i ssa.Instruction, called, asValue map[*ssa.Function]bool) {
	var callee ssa.Value
	if c, ok := i.(ssa.CallInstruction); ok && !c.Common().IsInvoke() {
		callee = c.Common().Value
		if fn, ok := callee.(*ssa.Function); ok {
			called[shape.Origin(fn)] = true
		}
	}
	for _, op := range i.Operands(nil) {
		if fn, ok := (*op).(*ssa.Function); ok && *op != callee {
			asValue[shape.Origin(fn)] = true
		}
	}
}
