package taint

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// A request may name a record, or else it is the caller's own: the identifier is one
// of two, and which one, only the request decides. So it is none of the caller's. Where
// something else decides, as a role, it counts as both.

// withoutFallback is what may be in v, without who calls if v is that only for requests
// that name nothing.
func (f *frame) withoutFallback(v *ssa.Phi, n *value.Node) *value.Node {
	if f.e.subjects == nil || n == nil || len(v.Edges) != 2 || !f.fallsBack(v) {
		return n
	}
	return f.u.Map(n, func(l *value.Label) *value.Label {
		if len(subjectMarks([]*value.Label{l}, caller)) > 0 {
			return nil
		}
		return l
	})
}

// fallsBack reports whether v is what the request names, or if that is nothing, who calls.
func (f *frame) fallsBack(v *ssa.Phi) bool {
	for i, e := range v.Edges {
		named, own := f.marksOfValue(e), f.marksOfValue(v.Edges[1-i])
		if len(f.asks(named)) > 0 && len(subjectMarks(named, caller)) == 0 && len(subjectMarks(own, caller)) > 0 {
			return asksIfThere(v.Block().Idom(), e)
		}
	}
	return false
}

// asksIfThere reports whether a block ends with the question whether v is there: empty, a word
// that stands for the caller, as "me", or got without an error.
func asksIfThere(b *ssa.BasicBlock, v ssa.Value) bool {
	if b == nil || len(b.Instrs) == 0 {
		return false
	}
	end, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
	if !ok {
		return false
	}
	cond, ok := end.Cond.(*ssa.BinOp)
	if !ok || cond.Op != token.EQL && cond.Op != token.NEQ {
		return false
	}
	for _, side := range [][2]ssa.Value{{cond.X, cond.Y}, {cond.Y, cond.X}} {
		if shape.ConstOf(side[1]) != nil && oneOrigin(side[0], v) {
			return true
		}
	}
	return false
}

// oneOrigin reports whether two values are one, or of one call.
func oneOrigin(x, y ssa.Value) bool {
	return slices.Contains(origins(y), x) || slices.ContainsFunc(origins(x), func(o ssa.Value) bool {
		_, call := o.(*ssa.Call)
		return call && slices.Contains(origins(y), o)
	})
}

// origins are a value and what it was converted from or is a result of.
func origins(v ssa.Value) []ssa.Value {
	list := []ssa.Value{v}
	for range maxRefine {
		switch x := v.(type) {
		case *ssa.Extract:
			v = x.Tuple
		case *ssa.Convert:
			v = x.X
		case *ssa.ChangeType:
			v = x.X
		default:
			return list
		}
		list = append(list, v)
	}
	return list
}
