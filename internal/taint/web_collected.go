package taint

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/branch"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// What is wrong with a request may be collected in a list: where that has no elements,
// nothing was, and where all errors in it are nil, neither.

// isEmpty reports whether a list has no elements whose length compares so with a constant.
func isEmpty(c *ssa.Const, op token.Token, holds bool) bool {
	if op == token.GTR && !holds || op == token.LEQ && holds { // no length is less than zero
		op, holds = token.EQL, true
	}
	p, ok := branch.Property(c, op, holds)
	return ok && p == model.IsZero
}

// empty is the state st, given that a list has no elements; nil where it has some.
func (r *refiner) empty(list ssa.Value, st *value.Node) *value.Node {
	return r.list(list, st, func(ssa.Value, *value.Node) *value.Node { return nil })
}

// allNil is the state st, given that all errors in a list are nil; nil where one is not.
func (r *refiner) allNil(list ssa.Value, st *value.Node) *value.Node {
	return r.list(list, st, func(e ssa.Value, st *value.Node) *value.Node { return r.value(e, model.IsNil, st) })
}

// list follows a list through what is appended to it; element is what holds where an
// element is there.
func (r *refiner) list(list ssa.Value, st *value.Node, element func(ssa.Value, *value.Node) *value.Node) *value.Node {
	if r.depth > maxRefine {
		return st
	}
	r.depth++
	defer func() { r.depth-- }()
	switch v := list.(type) {
	case *ssa.Call:
		if c := shape.BuiltinCall(v, "append"); c != nil {
			if st = r.list(c.Call.Args[0], st, element); st == nil {
				return nil
			}
			return r.list(c.Call.Args[1], st, element)
		}
	case *ssa.Slice:
		if v.Low != nil || v.High != nil {
			return st
		}
		for _, e := range shape.Written(v) {
			if st = element(e, st); st == nil {
				return nil
			}
		}
	case *ssa.Phi:
		if r.seen[v] {
			return nil
		}
		out := r.edges(v, func(e ssa.Value, _ *ssa.BasicBlock, at *value.Node) *value.Node { return r.list(e, at, element) })
		if out == nil || closed(st) && !unreachable(out) {
			return st
		}
		return out
	case *ssa.UnOp:
		if s := shape.LastStore(v); s != nil {
			return r.list(s.Val, st, element)
		}
	}
	return st
}
