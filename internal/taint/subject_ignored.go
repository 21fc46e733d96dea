package taint

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
)

// A comparison with who calls settles nothing if its answer is dropped or only printed, or if
// the program goes on in one way with either answer, but for a note of it.

// ignored reports whether nothing depends on what a comparison or a question answers.
func (f *frame) ignored(v ssa.Value) bool {
	if v.Referrers() == nil {
		return false
	}
	for _, r := range *v.Referrers() {
		switch r := r.(type) {
		case *ssa.DebugRef, *ssa.MakeInterface, *ssa.ChangeInterface: // it is printed, at most
		case *ssa.If:
			if !f.onlyNoted(r) {
				return false
			}
		case *ssa.UnOp:
			if r.Op != token.NOT || !f.ignored(r) {
				return false
			}
		case *ssa.BinOp: // whether the error is nil
			if !shape.IsError(v.Type()) || !f.ignored(r) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// answersIgnored is ignored for a call that gives nothing but answers and errors.
func (f *frame) answersIgnored(site *callSite, c *ssa.CallCommon) bool {
	v, ok := site.result.(*ssa.Call)
	res := c.Signature().Results()
	if !ok || v.Referrers() == nil || res.Len() == 0 {
		return false
	}
	for i := range res.Len() {
		if t := res.At(i).Type(); !shape.IsError(t) && !shape.IsBool(t) {
			return false
		}
	}
	if res.Len() == 1 {
		return f.ignored(v)
	}
	return f.boolsIgnored(v)
}

// boolsIgnored reports whether nothing depends on the answers, yes or no, in a tuple: that an
// error was asked for says nothing of them. Without such an answer the error is one.
func (f *frame) boolsIgnored(tuple *ssa.Call) bool {
	bools := answersBool(tuple.Call.Signature().Results())
	for _, r := range *tuple.Referrers() {
		e, ok := r.(*ssa.Extract)
		if !ok || (!bools || shape.IsBool(e.Type())) && !f.ignored(e) {
			return false
		}
	}
	return true
}

// onlyNoted reports whether both ways of a branch lead to one place, one of them at once and
// the other one behind notes for a log or an answer.
func (f *frame) onlyNoted(i *ssa.If) bool {
	b := i.Block()
	for n, side := range b.Succs {
		join := b.Succs[1-n]
		if len(side.Preds) == 1 && len(side.Succs) == 1 && side.Succs[0] == join && sameEitherWay(join, b, side) && f.notes(side) {
			return true
		}
	}
	return false
}

// sameEitherWay reports whether no variable tells in a block from which of two it was entered.
func sameEitherWay(join, x, y *ssa.BasicBlock) bool {
	for _, instr := range join.Instrs {
		phi, ok := instr.(*ssa.Phi)
		if !ok {
			break
		}
		var edges []ssa.Value
		for i, p := range join.Preds {
			if p == x || p == y {
				edges = append(edges, phi.Edges[i])
			}
		}
		if len(edges) != 2 || edges[0] != edges[1] {
			return false
		}
	}
	return true
}

// notes reports whether a block does nothing but print, log or answer.
func (f *frame) notes(b *ssa.BasicBlock) bool {
	for _, instr := range b.Instrs {
		switch i := instr.(type) {
		case *ssa.Store:
			at, ok := i.Addr.(*ssa.IndexAddr)
			if !ok || !madeIn(at.X, b) {
				return false
			}
		case *ssa.MapUpdate:
			if !madeIn(i.Map, b) {
				return false
			}
		case *ssa.Call:
			if !f.onlyPrints(&i.Call) {
				return false
			}
		case *ssa.Go, *ssa.Defer, *ssa.Send, *ssa.Panic, *ssa.Return, *ssa.RunDefers:
			return false
		}
	}
	return true
}

func madeIn(v ssa.Value, b *ssa.BasicBlock) bool {
	switch v := v.(type) {
	case *ssa.Alloc:
		return v.Block() == b
	case *ssa.MakeMap:
		return v.Block() == b
	}
	return false
}

// onlyPrints reports whether a call does nothing but let out what it gets: it ends neither the
// function nor a chain of handlers.
func (f *frame) onlyPrints(c *ssa.CallCommon) bool {
	if b, ok := c.Value.(*ssa.Builtin); ok {
		return b.Name() == "print" || b.Name() == "println"
	}
	obj := calleeObject(c)
	if obj == nil {
		return false
	}
	m := f.e.modelOf(obj)
	return m != nil && m.Routing == nil && !m.NoReturn && (m.Sink != model.SinkNone || c.Signature().Results().Len() == 0)
}
