package taint

import (
	"cmp"
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// Variables that are read beside a call. The language leaves it open whether a
// variable is read before or after the calls in the same expression. SSA form reads it
// before, the gc compiler after them:
//
//	return user, db.First(&user, id).Error

// rereads are the reads that are done again after a call: those of the same statement
// that stand before it and are used behind it.
func (f *frame) rereads(c *ssa.Call) []ssa.Instruction {
	all, ok := f.e.rereads[f.fn]
	if !ok {
		all = lateReads(f.fn)
		f.e.rereads[f.fn] = all
	}
	return all[c]
}

// lateReads finds the reads of a function that may be done after a call, by the last
// call before their use.
func lateReads(fn *ssa.Function) map[*ssa.Call][]ssa.Instruction {
	var spans statements
	out := map[*ssa.Call][]ssa.Instruction{}
	for _, b := range fn.Blocks {
		if !slices.ContainsFunc(b.Instrs, isCall) {
			continue
		}
		if spans == nil {
			spans = statementsOf(fn.Syntax())
		}
		uses := lastUses(b)
		for at, i := range b.Instrs {
			if use := uses[i]; use > at && isRead(i) {
				if c := lastCall(b.Instrs[at+1:use], spans.of(i.Pos())); c != nil {
					out[c] = append(out[c], i)
				}
			}
		}
	}
	return out
}

func isCall(i ssa.Instruction) bool {
	_, ok := i.(*ssa.Call)
	return ok
}

// isRead reports whether an instruction is a step of reading a variable, or converts
// what was read.
func isRead(i ssa.Instruction) bool {
	switch i := i.(type) {
	case *ssa.UnOp:
		return i.Op == token.MUL
	case *ssa.FieldAddr, *ssa.IndexAddr, *ssa.Field, *ssa.ChangeType, *ssa.Convert:
		return true
	}
	return false
}

// lastUses says of the reads of a block where what is read is last used for something
// other than another read.
func lastUses(b *ssa.BasicBlock) map[ssa.Instruction]int {
	index := make(map[ssa.Instruction]int, len(b.Instrs))
	for at, i := range b.Instrs {
		index[i] = at
	}
	uses := map[ssa.Instruction]int{}
	for at := len(b.Instrs) - 1; at >= 0; at-- {
		i := b.Instrs[at]
		if !isRead(i) {
			continue
		}
		for _, r := range *i.(ssa.Value).Referrers() {
			use, here := index[r]
			if !here {
				use = len(b.Instrs)
			} else if isRead(r) {
				use = uses[r]
			}
			uses[i] = max(uses[i], use)
		}
	}
	return uses
}

// lastCall is the last call among instructions that stands in a statement.
func lastCall(instrs []ssa.Instruction, in span) *ssa.Call {
	for _, i := range slices.Backward(instrs) {
		if c, ok := i.(*ssa.Call); ok && in.from <= c.Pos() && c.Pos() < in.to {
			return c
		}
	}
	return nil
}

// span is where a statement or the expression in the head of one stands.
type span struct{ from, to token.Pos }

// statements are the statements of a function that hold no others, in their order.
type statements []span

// of is the statement at a position, empty if there is none.
func (s statements) of(pos token.Pos) span {
	at, found := slices.BinarySearchFunc(s, pos, func(sp span, pos token.Pos) int { return cmp.Compare(sp.from, pos) })
	if !found {
		at--
	}
	if at < 0 || pos >= s[at].to {
		return span{}
	}
	return s[at]
}

func statementsOf(fn ast.Node) statements {
	out := statements{}
	if fn == nil {
		return out
	}
	ast.Inspect(bodyOf(fn), func(n ast.Node) bool {
		switch n.(type) {
		case *ast.AssignStmt, *ast.ExprStmt, *ast.ReturnStmt, *ast.SendStmt, *ast.GoStmt, *ast.DeferStmt, *ast.ValueSpec, ast.Expr:
			out = append(out, span{n.Pos(), n.End()})
			return false
		}
		return true
	})
	return out
}

// bodyOf is where the statements of a function stand.
func bodyOf(fn ast.Node) ast.Node {
	switch fn := fn.(type) {
	case *ast.FuncDecl:
		return fn.Body
	case *ast.FuncLit:
		return fn.Body
	case *ast.RangeStmt:
		return fn.Body
	}
	return fn
}
