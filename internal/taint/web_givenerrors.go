package taint

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/branch"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// Helpers are handed the error of a check, and deal with it: they panic (check(err),
// must(user(r))), or answer it and say so (if failed(w, err) { return }). What they ask for
// is read from their form, as what is known of the errors that functions build.

// What is asked of a function beside its errors, as numbers of results below zero.
const (
	comesBack = -1            // that it returns
	answersNo = comesBack - 1 // that its n-th result is false: answersNo - 2*n
	answersOK = answersNo - 1 // that it is true
)

// answerNumber is the number for a result that is true or false.
func answerNumber(n int, o model.Outcome) int {
	if o == model.IsTrue {
		return answersOK - 2*n
	}
	return answersNo - 2*n
}

// givenBy is what is known of a function's parameters where it returns, or where a result has
// a property: one of these is nil.
func (e *engine) givenBy(fn *ssa.Function, n int) built {
	if len(fn.Blocks) == 0 || fn.Recover != nil || !slices.ContainsFunc(fn.Params, func(p *ssa.Parameter) bool { return errorLike(p.Type()) }) {
		return built{}
	}
	result, o := (answersNo-n)/2, model.IsFalse
	if (answersNo-n)%2 != 0 {
		o = model.IsTrue
	}
	b := built{ok: true}
	for _, block := range fn.Blocks {
		r, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return)
		switch {
		case !ok || !b.ok:
		case n == comesBack:
			b = b.and(e.gotBy(block))
		case result >= len(r.Results) || !shape.IsBool(r.Results[result].Type()):
			return built{}
		default:
			b = b.and(givenWhere(r.Results[result], o, block, nil))
		}
	}
	return b
}

// gotBy is what is known of the parameters where control comes to a block: by its conditions,
// or by a helper that was handed one of them on the way.
func (e *engine) gotBy(in *ssa.BasicBlock) built {
	if b := noneGiven(in); b.ok {
		return b
	}
	for d := in; d != nil; d = d.Idom() {
		for _, instr := range d.Instrs {
			c, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			if b := e.builtCall(&c.Call, comesBack, in, nil); b.ok && len(b.params) > 0 {
				return b
			}
		}
	}
	return built{}
}

// givenWhere is what is known of the parameters where a block returns v with a property.
func givenWhere(v ssa.Value, o model.Outcome, in *ssa.BasicBlock, seen []*ssa.Phi) built {
	if b := noneGiven(in); b.ok {
		return b
	}
	switch v := v.(type) {
	case *ssa.Const:
		return built{ok: branch.ConstHas(v, branch.Opposite[o])}
	case *ssa.UnOp:
		if v.Op == token.NOT {
			return givenWhere(v.X, branch.Opposite[o], in, seen)
		}
	case *ssa.BinOp:
		for i, p := range v.Parent().Params {
			if errorLike(p.Type()) && branch.Says(v, p, model.IsNil, o == model.IsTrue) {
				return built{params: []int{i}, ok: true}
			}
		}
	case *ssa.Phi:
		b := built{ok: !slices.Contains(seen, v) && len(seen) < maxRefine}
		for i, edge := range v.Edges {
			if b.ok {
				b = b.and(givenWhere(edge, o, v.Block().Preds[i], append(slices.Clip(seen), v)))
			}
		}
		return b
	}
	return built{}
}

// givenNil is the state st where a call returns, or where a result of it has a property, if
// that means that an error was nil which the call got.
func (r *refiner) givenNil(c *ssa.Call, n int, st *value.Node) *value.Node {
	if st == nil || !slices.ContainsFunc(c.Call.Args, func(a ssa.Value) bool { return errorLike(a.Type()) }) {
		return st
	}
	b := r.f.e.buildsErrors(&c.Call, n)
	if !b.ok || len(b.params) == 0 {
		return st
	}
	var out *value.Node
	for _, p := range b.params {
		if p >= len(c.Call.Args) {
			return st
		}
		out = r.f.u.Join(out, r.value(c.Call.Args[p], model.IsNil, st))
	}
	if out == nil {
		return r.f.both(r.f.e.neverState, st)
	}
	return out
}

// cameBack goes on in the state behind a call that returns only if an error was nil.
func (f *frame) cameBack(c *ssa.Call) {
	if st := f.state(); st != nil && !f.dead {
		if given := newRefiner(f).givenNil(c, comesBack, st); given != nil && given != st {
			f.setState(given)
		}
	}
}
