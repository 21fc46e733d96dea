package taint

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/shape"
)

// comparedWithNil is what a comparison compares with nil.
func comparedWithNil(b *ssa.BinOp) (ssa.Value, bool) {
	if b.Op != token.EQL && b.Op != token.NEQ {
		return nil, false
	}
	if shape.IsNil(b.Y) {
		return b.X, true
	}
	if shape.IsNil(b.X) {
		return b.Y, true
	}
	return nil, false
}

// nilness tells whether a value may be nil, and whether it may be something else.
func (f *frame) nilness(v ssa.Value, depth int) (is, not bool) {
	if depth > maxGiven || shape.IsError(v.Type()) {
		return true, true
	}
	switch v := v.(type) {
	case *ssa.Const:
		return v.IsNil(), !v.IsNil()
	case *ssa.Function, *ssa.MakeClosure, *ssa.MakeInterface, *ssa.MakeMap, *ssa.MakeSlice, *ssa.MakeChan, *ssa.Alloc, *ssa.FieldAddr, *ssa.IndexAddr, *ssa.Global:
		return false, true
	case *ssa.ChangeType:
		return f.nilness(v.X, depth+1)
	case *ssa.ChangeInterface:
		return f.nilness(v.X, depth+1)
	case *ssa.Slice:
		return f.nilness(v.X, depth+1)
	case *ssa.Phi:
		return f.nilPhi(v, depth)
	case *ssa.Call:
		return f.nilResult(v, 0), true
	case *ssa.Extract:
		if c, ok := v.Tuple.(*ssa.Call); ok {
			return f.nilResult(c, v.Index), true
		}
	case *ssa.Parameter:
		if known, ok := f.nils[v]; ok {
			return known[0], known[1]
		}
		return true, true
	}
	return f.nilRead(v)
}

func (f *frame) nilPhi(v *ssa.Phi, depth int) (is, not bool) {
	if _, head := f.headPhis[v]; head {
		return true, true
	}
	for i, e := range v.Edges {
		if came := f.came[v.Block().Index]; came != nil && came[i] {
			is1, not1 := f.nilness(e, depth+1)
			is, not = is || is1, not || not1
		}
	}
	return is, not
}

// nilResult reports whether a function of this package gives nil somewhere.
func (f *frame) nilResult(c *ssa.Call, n int) bool {
	fn := c.Call.StaticCallee()
	if fn == nil || len(fn.Blocks) == 0 {
		_, builtin := c.Call.Value.(*ssa.Builtin)
		return fn == nil && !builtin
	}
	for _, b := range fn.Blocks {
		r, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok || n >= len(r.Results) {
			continue
		}
		switch x := r.Results[n].(type) {
		case *ssa.Const:
			if x.IsNil() {
				return true
			}
		case *ssa.Function, *ssa.MakeClosure, *ssa.MakeInterface, *ssa.Alloc:
		case *ssa.Call:
			if x.Call.StaticCallee() != nil && x.Call.StaticCallee().Pkg != fn.Pkg {
				continue
			}
			return true
		default:
			return true
		}
	}
	return false
}

// nilRead is nilness of what is read from memory.
func (f *frame) nilRead(v ssa.Value) (is, not bool) {
	if !f.exact(v, 0) {
		return true, true
	}
	n, ok := f.readNow(v)
	if !ok {
		return true, true
	}
	bare := withoutNil(n)
	if bare == nil {
		return true, false
	}
	for _, l := range bare.Labels {
		if f.mayHoldMore(l) {
			return true, true
		}
	}
	return bare != n, true
}
