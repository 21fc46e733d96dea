package taint

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// fold is such a loop.
type fold struct {
	list     ssa.Value
	call     *ssa.Call
	n        int // which argument of the call the handler is
	backward bool
}

// findFolds finds the loops by what they keep the handler in, and their calls.
func findFolds(fn *ssa.Function) (map[*ssa.Phi]*fold, map[*ssa.Call]*ssa.Phi) {
	var folds map[*ssa.Phi]*fold
	var calls map[*ssa.Call]*ssa.Phi
	for _, b := range fn.Blocks {
		for _, i := range b.Instrs {
			p, ok := i.(*ssa.Phi)
			if !ok {
				break
			}
			if fd := foldOf(p); fd != nil {
				if folds == nil {
					folds, calls = map[*ssa.Phi]*fold{}, map[*ssa.Call]*ssa.Phi{}
				}
				folds[p], calls[fd.call] = fd, p
			}
		}
	}
	return folds, calls
}

func foldOf(p *ssa.Phi) *fold {
	if !wraps(p.Type()) {
		return nil
	}
	var call *ssa.Call
	for i, e := range p.Edges {
		if !p.Block().Dominates(p.Block().Preds[i]) {
			continue
		}
		c, ok := unconverted(e).(*ssa.Call)
		if !ok || call != nil && c != call {
			return nil
		}
		call = c
	}
	if call == nil || call.Call.IsInvoke() {
		return nil
	}
	n := handlerArgument(&call.Call, p)
	if n < 0 {
		return nil
	}
	load, ok := call.Call.Value.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return nil
	}
	at, ok := load.X.(*ssa.IndexAddr)
	if !ok {
		return nil
	}
	if _, ok := at.Index.(*ssa.Const); ok {
		return nil
	}
	return &fold{at.X, call, n, descends(at.Index)}
}

// handlerArgument is the one argument of a call that is p, -1 where there is none, or
// where others change from round to round.
func handlerArgument(c *ssa.CallCommon, p *ssa.Phi) int {
	n := -1
	for i, a := range c.Args {
		if unconverted(a) == ssa.Value(p) {
			if n >= 0 {
				return -1
			}
			n = i
			continue
		}
		if made, ok := a.(ssa.Instruction); ok && (made.Block() == p.Block() || !made.Block().Dominates(p.Block())) {
			return -1
		}
	}
	return n
}

// unconverted looks through conversions between kinds of handlers.
func unconverted(v ssa.Value) ssa.Value {
	for {
		switch c := v.(type) {
		case *ssa.ChangeType:
			v = c.X
		case *ssa.MakeInterface:
			v = c.X
		case *ssa.ChangeInterface:
			v = c.X
		default:
			return v
		}
	}
}

// descends reports whether an index counts down.
func descends(index ssa.Value) bool {
	switch v := index.(type) {
	case *ssa.BinOp:
		return v.Op == token.SUB
	case *ssa.Phi:
		return slices.ContainsFunc(v.Edges, func(e ssa.Value) bool {
			b, ok := e.(*ssa.BinOp)
			return ok && b.Op == token.SUB && b.X == ssa.Value(v)
		})
	}
	return false
}
