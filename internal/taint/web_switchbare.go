package taint

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/shape"
)

// bareByChoice reports whether a function that puts something around a handler gives the
// handler itself back where a switch says so, and something that has it elsewhere: what that
// verifies is looked at in its place.
func (f *frame) bareByChoice(i *ssa.Return, r ssa.Value) bool {
	if f.caller == nil || !f.e.switches {
		return false
	}
	next, ok := given(r, 0).(*ssa.Parameter)
	if !ok || !wraps(next.Type()) {
		return false
	}
	chosen := conditioned(i.Block(), func(cond ssa.Value, _ bool, _ *ssa.BasicBlock) bool {
		return !f.ofCallers(cond) && f.e.chosenOutside(cond)
	})
	return chosen && f.otherwiseAround(i, next)
}

// otherwiseAround reports whether all other returns give closures that call the handler, or
// what other functions make of it.
func (f *frame) otherwiseAround(i *ssa.Return, next *ssa.Parameter) bool {
	some := false
	for _, b := range f.fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok || ret == i || b == f.fn.Recover {
			continue
		}
		if some = slices.ContainsFunc(ret.Results, func(r ssa.Value) bool { return around(r, next, 0) }); !some {
			return false
		}
	}
	return some
}

// around reports whether a value is made of a handler, and may call it.
func around(v ssa.Value, next *ssa.Parameter, depth int) bool {
	if depth > maxGiven {
		return false
	}
	has := func(o ssa.Value) bool { return given(o, 0) == ssa.Value(next) || around(o, next, depth+1) }
	switch v := v.(type) {
	case *ssa.MakeInterface:
		return around(v.X, next, depth+1)
	case *ssa.ChangeType:
		return around(v.X, next, depth+1)
	case *ssa.Call:
		return slices.ContainsFunc(v.Call.Args, has)
	case *ssa.MakeClosure:
		return slices.ContainsFunc(v.Bindings, func(b ssa.Value) bool {
			if a, ok := b.(*ssa.Alloc); ok {
				s := shape.OnlyStore(a)
				return s != nil && s.Val == ssa.Value(next)
			}
			return has(b)
		})
	}
	return false
}
