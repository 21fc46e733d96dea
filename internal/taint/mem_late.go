package taint

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/value"
)

// late is an operand of an instruction that stands in front of its operands.
// The language leaves it open whether a variable is read before or after the calls
// in the same expression. SSA form reads it before, the gc compiler after them:
//
//	return user, db.First(&user, id).Error
func (f *frame) late(v ssa.Value, by ssa.Instruction) *value.Node {
	n := f.val(v)
	switch v := v.(type) {
	case *ssa.UnOp:
		if v.Op == token.MUL && readsBeforeCall(v, by) {
			return f.u.Join(n, f.unOp(v))
		}
	case *ssa.MakeInterface:
		if x := f.late(v.X, by); x != f.val(v.X) {
			return f.u.Join(n, f.box(f.u.TypeKey(v.X.Type()), x))
		}
	}
	return n
}

// readsBeforeCall reports whether an operand of an instruction was read before a
// call among the operands.
func readsBeforeCall(load *ssa.UnOp, by ssa.Instruction) bool {
	pos := load.Pos()
	if !pos.IsValid() {
		pos = readPos(load)
	}
	if load.Block() != by.Block() || !by.Pos().IsValid() || pos <= by.Pos() {
		return false
	}
	found := false
	for _, i := range load.Block().Instrs {
		switch i.(type) {
		case *ssa.UnOp:
			found = found || i == ssa.Instruction(load)
		case *ssa.Call:
			if i == by {
				return false
			}
			if found {
				return true
			}
		}
	}
	return false
}
