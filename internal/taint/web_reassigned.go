package taint

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/branch"
	"github.com/piivet/piivet/internal/taint/shape"
)

// What a function defers may store to its results behind the return. A store leaves
// what was returned as good as it was if it gives what has not the property in
// question, or stands where the variable had it before:
//
//	defer func() {
//		if err == nil {
//			err = rows.Close()
//		}
//	}()

// keepsProperty reports whether a variable that has a property behind a store by a
// closure had it before the store as well.
func (f *frame) keepsProperty(s *ssa.Store, o model.Outcome) bool {
	return f.lacks(s.Val, o) || f.joins(s.Val, s.Addr, o) || onlyIf(s, o)
}

// lacks reports whether a value never has a property, by its form.
func (f *frame) lacks(v ssa.Value, o model.Outcome) bool {
	switch v := v.(type) {
	case *ssa.Const:
		return branch.ConstHas(v, branch.Opposite[o])
	case *ssa.MakeInterface, *ssa.Alloc:
		return o == model.IsNil
	case *ssa.Call:
		b := f.e.buildsErrors(&v.Call, 0)
		return o == model.IsNil && b.ok && len(b.params) == 0
	case *ssa.UnOp:
		g, ok := v.X.(*ssa.Global)
		return ok && v.Op == token.MUL && o == model.IsNil && errorLike(v.Type()) && g.Pkg != nil
	}
	return false
}

// onlyIf reports whether a store stands where its variable has a property, or where a
// panic ended.
func onlyIf(s *ssa.Store, o model.Outcome) bool {
	return conditioned(s.Block(), func(cond ssa.Value, holds bool, to *ssa.BasicBlock) bool {
		return saysOf(cond, s.Addr, o, holds) || ofPanic(cond, holds, to)
	})
}

// saysOf reports whether a condition that holds, or does not, says that a variable has a
// property.
func saysOf(cond, addr ssa.Value, o model.Outcome, holds bool) bool {
	c, ok := cond.(*ssa.BinOp)
	if !ok {
		return readsOf(cond, addr) && o == branch.OneOf(holds, model.IsTrue, model.IsFalse)
	}
	k := shape.ConstOf(c.Y)
	if k == nil || !readsOf(c.X, addr) {
		return false
	}
	p, ok := branch.Property(k, c.Op, holds)
	return ok && p == o
}

// ofPanic reports whether a condition says that there was a panic.
func ofPanic(cond ssa.Value, holds bool, _ *ssa.BasicBlock) bool {
	c, ok := cond.(*ssa.BinOp)
	if !ok || shape.BuiltinCall(c.X, "recover") == nil || !shape.IsNil(c.Y) {
		return false
	}
	p, ok := branch.Property(shape.ConstOf(c.Y), c.Op, holds)
	return ok && p == model.NotNil
}

func readsOf(v, addr ssa.Value) bool {
	u, ok := v.(*ssa.UnOp)
	return ok && u.Op == token.MUL && u.X == addr
}

// joins reports whether a value is the error of a variable joined with others: it is
// nil only if that is.
func (f *frame) joins(v, addr ssa.Value, o model.Outcome) bool {
	c, ok := v.(*ssa.Call)
	if !ok || o != model.IsNil {
		return false
	}
	errs, _ := f.joined(c)
	return slices.ContainsFunc(errs, func(e ssa.Value) bool { return readsOf(e, addr) })
}

// saysStill reports whether a condition that leads to a block says that a variable has a
// property that it has still where v reads it.
func saysStill(cond, v ssa.Value, o model.Outcome, holds bool, to *ssa.BasicBlock) bool {
	c, isCompared := cond.(*ssa.BinOp)
	late, isLoad := v.(*ssa.UnOp)
	if !isCompared || !isLoad || late.Op != token.MUL {
		return false
	}
	early, ok := c.X.(*ssa.UnOp)
	return ok && early.Op == token.MUL && early.Block() == to.Preds[0] && shape.StillHolds(early, late, to) &&
		saysOf(cond, early.X, o, holds)
}

// setOnPanic reports whether what recovers from a panic gives a named result a value that
// lacks a property.
func (f *frame) setOnPanic(v ssa.Value, o model.Outcome) bool {
	u, ok := v.(*ssa.UnOp)
	if !ok || u.Op != token.MUL {
		return false
	}
	a, ok := u.X.(*ssa.Alloc)
	return ok && slices.ContainsFunc(shape.DeferredStores(a), func(s *ssa.Store) bool {
		return f.lacks(s.Val, o) && conditioned(s.Block(), ofPanic)
	})
}
