package claims

import (
	"go/constant"
	"go/token"
	"go/types"
	"regexp"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/shape"
)

// forced reports whether on every way to a block some condition says that the
// parameter is empty, a constant, or masked already.
func (c *redactor) forced(b *ssa.BasicBlock, seen map[*ssa.BasicBlock]bool) bool {
	if seen[b] {
		return true // the way around a loop came in somewhere
	}
	seen[b] = true
	if len(b.Preds) == 0 {
		return false
	}
	for _, p := range b.Preds {
		if !c.edge(p, b) && !c.forced(p, seen) {
			return false
		}
	}
	return true
}

// edge reports whether the condition for going from p to b says so.
func (c *redactor) edge(p, b *ssa.BasicBlock) bool {
	cond, ok := p.Instrs[len(p.Instrs)-1].(*ssa.If)
	if !ok || p.Succs[0] == p.Succs[1] {
		return false
	}
	return c.settles(cond.Cond, p.Succs[0] == b)
}

// settles reports whether a condition with this outcome leaves nothing personal
// in the parameter.
func (c *redactor) settles(cond ssa.Value, outcome bool) bool {
	switch v := cond.(type) {
	case *ssa.UnOp:
		return v.Op == token.NOT && c.settles(v.X, !outcome)
	case *ssa.BinOp:
		return c.compares(v, outcome)
	case *ssa.Call:
		return c.predicate(v, outcome)
	}
	return false
}

// compares is settles for a comparison.
func (c *redactor) compares(v *ssa.BinOp, outcome bool) bool {
	x, y, op := v.X, v.Y, v.Op
	if !c.holds(x) && c.lengthOf(x) == nil {
		x, y, op = y, x, flipped(op)
	}
	if !outcome {
		op = negated(op)
	}
	if c.holds(x) {
		return op == token.EQL && !c.derived(y)
	}
	if l := c.lengthOf(x); l == nil || !c.holds(l) {
		return false
	}
	n, ok := y.(*ssa.Const)
	if !ok || n.Value == nil {
		return false
	}
	switch op {
	case token.EQL, token.LEQ:
		return n.Int64() == 0
	case token.LSS:
		return n.Int64() == 1
	}
	return false
}

// derived reports whether a value may be made of the parameter.
func (c *redactor) derived(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Const, *ssa.Global:
		return false
	case *ssa.UnOp:
		return c.derived(v.X)
	}
	return true
}

// lengthOf is x in len(x).
func (c *redactor) lengthOf(v ssa.Value) ssa.Value {
	call, ok := v.(*ssa.Call)
	if !ok || len(call.Call.Args) != 1 {
		return nil
	}
	if x := shape.LengthOf(call); x != nil {
		return x
	}
	if fn := call.Call.StaticCallee(); fn != nil {
		if obj, ok := fn.Object().(*types.Func); ok && obj.FullName() == "unicode/utf8.RuneCountInString" {
			return call.Call.Args[0]
		}
	}
	return nil
}

func flipped(op token.Token) token.Token {
	switch op {
	case token.LSS:
		return token.GTR
	case token.LEQ:
		return token.GEQ
	case token.GTR:
		return token.LSS
	case token.GEQ:
		return token.LEQ
	}
	return op
}

func negated(op token.Token) token.Token {
	switch op {
	case token.EQL:
		return token.NEQ
	case token.NEQ:
		return token.EQL
	case token.LSS:
		return token.GEQ
	case token.LEQ:
		return token.GTR
	case token.GTR:
		return token.LEQ
	case token.GEQ:
		return token.LSS
	}
	return op
}

// masked is a text that stands for something that was hidden.
var masked = regexp.MustCompile(`(?i)\*|redact|mask|hidden|xxx|\[.*\]`)

// predicate is settles for a call: one that finds the parameter masked already,
// or a function of this package that only compares.
func (c *redactor) predicate(v *ssa.Call, outcome bool) bool {
	fn := v.Call.StaticCallee()
	if fn == nil || len(v.Call.Args) == 0 {
		return false
	}
	obj, _ := fn.Object().(*types.Func)
	if obj != nil && obj.Pkg() != nil && obj.Pkg().Path() == "strings" {
		if !outcome || len(v.Call.Args) != 2 || !c.holds(v.Call.Args[0]) {
			return false
		}
		k, ok := v.Call.Args[1].(*ssa.Const)
		known := strings.HasPrefix(obj.Name(), "Has") || strings.HasPrefix(obj.Name(), "Contains")
		return ok && known && k.Value.Kind() == constant.String && masked.MatchString(constant.StringVal(k.Value))
	}
	ret := shape.Returned(fn)
	if !c.p.Own(fn) || ret == nil {
		return false
	}
	for i, a := range v.Call.Args {
		if c.holds(a) {
			inner := &redactor{p: c.p, fn: fn, in: fn.Params[i], depth: c.depth + 1}
			return inner.settles(ret, outcome)
		}
	}
	return false
}
