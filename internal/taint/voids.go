package taint

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// A branch that compares what a variable holds with nil tells what is in memory,
// too: a copy whose pointer is nil has nothing behind it to clear.
//
//	if c.Home != nil {
//		h := *c.Home
//		h.Street = ""
//		c.Home = &h
//	}

// emptied forgets what lies where the i-th way out of a block says that nil
// is. That is done for memory of the function's own.
func (f *frame) emptied(b *ssa.BasicBlock, i int) {
	load := comparedLoad(b, i)
	if load == nil {
		return
	}
	ptr := f.val(load.X)
	if ptr == nil || len(ptr.Labels) > 0 || len(ptr.Refs) != 1 {
		return
	}
	if r := ptr.Refs[0]; plainVariable(r) && f.u.GetPath(f.content(r.Obj), r.Path) != nil {
		f.write(r, nil, false)
	}
}

// plainVariable reports whether a pointer leads to a variable of the function's
// own or to a field of one, and to nothing else.
func plainVariable(r value.Ref) bool {
	if r.Obj.Sym != nil || r.Obj.Global != "" || r.Obj.Many {
		return false
	}
	if _, ok := r.Obj.Site.(*ssa.Alloc); !ok {
		return false
	}
	for _, s := range r.Path {
		if s.Kind != access.Field {
			return false
		}
	}
	return true
}

// comparedLoad is what was read from memory right before a branch and is nil on
// its i-th way, nil if there is nothing of that kind.
func comparedLoad(b *ssa.BasicBlock, i int) *ssa.UnOp {
	branch, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
	if !ok {
		return nil
	}
	c, ok := branch.Cond.(*ssa.BinOp)
	if !ok || !(c.Op == token.EQL && i == 0 || c.Op == token.NEQ && i == 1) {
		return nil
	}
	x, y := c.X, c.Y
	if isNil(x) {
		x, y = y, x
	}
	load, ok := x.(*ssa.UnOp)
	if !ok || !isNil(y) || load.Op != token.MUL || load.Block() != b || writesAfter(b, load) {
		return nil
	}
	return load
}

func isNil(v ssa.Value) bool {
	c := shape.ConstOf(v)
	return c != nil && c.IsNil()
}

// writesAfter reports whether anything behind an instruction of a block may
// write to memory.
func writesAfter(b *ssa.BasicBlock, load ssa.Instruction) bool {
	for j := len(b.Instrs) - 1; j >= 0 && b.Instrs[j] != load; j-- {
		switch b.Instrs[j].(type) {
		case *ssa.If, *ssa.BinOp, *ssa.UnOp, *ssa.FieldAddr, *ssa.Field, *ssa.Extract, *ssa.DebugRef:
		default:
			return true
		}
	}
	return false
}
