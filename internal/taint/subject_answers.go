package taint

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/branch"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// What checks and comparisons answer: who calls, how a check went, or that two are one.

// markProven marks what a check gives as who calls, but for numbers that say how it went.
func (f *frame) markProven(site *callSite, c *ssa.CallCommon, results []*value.Node) []*value.Node {
	res := c.Signature().Results()
	out := f.markAll(site, caller, res, results)
	for i := range out {
		if i < len(results) && i < res.Len() && isNumber(res.At(i).Type()) && f.answersNumber(c, i) {
			out[i] = results[i]
		}
	}
	return out
}

// answersNumber reports whether a result of a check is a number that says how it went, not one
// that names somebody: what a library compares, or one of the codes that are all the function returns.
func (f *frame) answersNumber(c *ssa.CallCommon, result int) bool {
	if obj := calleeObject(c); obj != nil {
		if m := f.e.modelOf(obj); m != nil {
			return m.Named == nil
		}
	}
	return slices.ContainsFunc(f.tells, func(t told) bool {
		for key := range t.outs {
			if q, of := questionIn(key); q.op != 0 && of == stateKey(result, 0) {
				return true
			}
		}
		return false
	})
}

// isNumber reports whether a type is that of plain integers.
func isNumber(t types.Type) bool {
	b, ok := types.Unalias(t).(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

// compared notes comparisons with who calls.
func (f *frame) compared(v *ssa.BinOp) {
	s := f.e.subjects
	if s == nil || f.ignored(v) {
		return
	}
	f.comparedBoth(v.Pos(), v.X, v.Y)
	if f.comparesRights(v) && (isRole(outOfBox(v.X)) || isRole(outOfBox(v.Y))) {
		s.decided[f.fn] = true
	}
}

// comparedBoth notes that two values are compared, of which either may be who calls or what
// the request names.
func (f *frame) comparedBoth(pos token.Pos, x, y ssa.Value) {
	xs, ys := f.marksOfValue(x), f.marksOfValue(y)
	for range 2 {
		if len(subjectMarks(xs, caller)) > 0 {
			f.e.subjects.scope(f.asks(ys), subjectMarks(ys, looked))
		} else {
			f.chosenBy(pos, y, f.asks(xs))
		}
		x, y, xs, ys = y, x, ys, xs
	}
}

// isRole reports whether a value is a constant that who calls may be compared
// with: not nil, nor what says that there is nobody.
func isRole(v ssa.Value) bool {
	c := shape.ConstOf(v)
	return c != nil && c.Value != nil && !branch.ConstHas(c, model.IsZero)
}

// decides notes that control depends on what is known of the caller.
func (f *frame) decides(branch *ssa.If) {
	s, cond := f.e.subjects, branch.Cond
	if s == nil || f.onlyNoted(branch) {
		return
	}
	if u, ok := cond.(*ssa.UnOp); ok && u.Op == token.NOT {
		cond = u.X
	}
	switch cond.(type) {
	case *ssa.UnOp, *ssa.Field:
		if f.saysRights(cond) {
			s.decided[f.fn] = true
		}
	}
}

func (f *frame) marksOfValue(v ssa.Value) []*value.Label { return f.marksOn(f.val(v)) }
