package taint

import (
	"go/token"

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
