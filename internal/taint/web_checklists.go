package taint

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// A function may get a list of checks and make one after the other. Behind a loop that
// goes on only if the element at hand says yes, all have said yes. Whether one of them
// proves something is for those to say who know the list.

// awaitsChecks reports whether the i-th way out of a block leads out of a loop over
// checks that nobody has gone through yet: what is known there would be lost.
func (f *frame) awaitsChecks(b *ssa.BasicBlock, i int) bool {
	if i != 1 || f.caller == nil || f.assume != nil {
		return false
	}
	left, known := f.checkLoops[b]
	if !known {
		if !overChecks(b) {
			return false
		}
		f.checkLoops[b] = false
	}
	if _, again := f.loopStates(b); again != nil {
		f.checkLoops[b] = true
		return false
	}
	return !left
}

// releaseExits goes out of the loops that were not gone through when there was nothing
// else to do.
func (f *frame) releaseExits() bool {
	for _, b := range f.fn.Blocks {
		if left, known := f.checkLoops[b]; known && !left {
			f.checkLoops[b] = true
			f.enqueue(b)
		}
	}
	f.releaseRounds()
	return len(f.queue) > 0
}

// loopStates are the states in which control comes to the head of a loop: before it,
// and again.
func (f *frame) loopStates(b *ssa.BasicBlock) (before, again *value.Node) {
	for _, p := range b.Preds {
		if at := f.edges[[2]int{p.Index, b.Index}]; b.Dominates(p) {
			again = f.u.Join(again, at)
		} else {
			before = f.u.Join(before, at)
		}
	}
	return before, again
}

// allChecked is the state behind a loop over a list of the callers', at whose head
// control stands.
func (f *frame) allChecked(b *ssa.BasicBlock, st *value.Node) *value.Node {
	if _, known := f.checkLoops[b]; !known {
		return st
	}
	before, again := f.loopStates(b)
	id, key, ok := oneOutcome(again)
	if !ok || before == nil || key&ofEachBit != 0 || !endsInElem(f.calls[id].Target) {
		return st
	}
	return f.conditional(id, key|ofEachBit, before)
}

// overChecks reports whether a block is the head of a loop over all elements of a list
// that calls each of them.
func overChecks(b *ssa.BasicBlock) bool {
	cond, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
	if !ok || len(b.Preds) < 2 {
		return false
	}
	less, ok := cond.Cond.(*ssa.BinOp)
	if !ok || less.Op != token.LSS {
		return false
	}
	list := shape.LengthOf(less.Y)
	return list != nil && list.Referrers() != nil && slices.ContainsFunc(*list.Referrers(), func(i ssa.Instruction) bool {
		at, ok := i.(*ssa.IndexAddr)
		return ok && at.Index == less.X && b.Dominates(at.Block()) && slices.ContainsFunc(*at.Referrers(), isCalled)
	})
}

// isCalled reports whether what an instruction reads is a function that is called, or
// something of which a method is.
func isCalled(i ssa.Instruction) bool {
	load, ok := i.(*ssa.UnOp)
	return ok && load.Op == token.MUL && slices.ContainsFunc(*load.Referrers(), func(u ssa.Instruction) bool {
		c, ok := u.(*ssa.Call)
		return ok && c.Call.Value == ssa.Value(load)
	})
}

// oneOutcome is the callback, and what is known of its result, that stands on all ways
// of a state.
func oneOutcome(st *value.Node) (id, key int, ok bool) {
	if st == nil || len(st.Labels) == 0 {
		return 0, 0, false
	}
	for i, l := range st.Labels {
		if !isOutcome(l) || i > 0 && (l.Root.N != id || l.Root.M != key) {
			return 0, 0, false
		}
		id, key = l.Root.N, l.Root.M
	}
	return id, key, true
}

func endsInElem(l *value.Label) bool {
	n := len(l.Path)
	return n > 0 && l.Path[n-1].Kind == access.Elem
}

// outcomeOfEach is outcome where each element of a list has the property: of those that
// are surely in it, one is enough.
func (f *frame) outcomeOfEach(ts []told, key int, cur *value.Node) *value.Node {
	var out *value.Node
	for _, t := range ts {
		if t.id >= 0 {
			out = f.u.Join(out, f.conditional(t.id, key, cur))
			continue
		}
		if st, ok := t.answered(f, key&^ofEachBit); t.each && ok && closed(st) {
			return f.e.closedState
		}
		out = f.u.Join(out, cur)
	}
	if out == nil {
		return cur
	}
	return out
}

// markEach notes whether what was told by a callback that is an element of a list was
// told by all of its elements.
func (in *instance) markEach(c summary.Call) {
	if !endsInElem(c.Target) {
		return
	}
	list := *c.Target
	list.Path, list.Type = list.Path[:len(list.Path)-1], nil
	n, t := in.place(in.f.u.Label(list))
	if n == nil || len(n.Refs) != 1 || len(n.Labels) > 0 || !alwaysThere(n.Refs[0].Obj.Site) {
		return
	}
	elems, rest := in.f.elementsOf(at{n, t})
	if rest.n != nil && (len(rest.n.Funcs) > 0 || len(rest.n.Labels) > 0 || len(rest.n.Kids) > 0) {
		return
	}
	for _, e := range elems {
		if e.n == nil || len(e.n.Funcs)+len(e.n.Kids) != 1 || len(e.n.Labels) > 0 {
			return
		}
	}
	for i := range in.told[c.ID] {
		in.told[c.ID][i].each = true
	}
}

// alwaysThere reports whether a list is written down, and is the one that is meant
// wherever it goes: on no way another one, or none, may be there instead.
func alwaysThere(site ssa.Value) bool {
	a, ok := site.(*ssa.Alloc)
	if !ok {
		return false
	}
	for _, r := range *a.Referrers() {
		s, ok := r.(*ssa.Slice)
		if ok && slices.ContainsFunc(*s.Referrers(), func(i ssa.Instruction) bool { return !keepsList(i, s) }) {
			return false
		}
	}
	return true
}

// keepsList reports whether a list stays what it is where an instruction uses it: as an
// argument, or in a variable or a struct that is made there as well, and nothing else is
// ever stored to.
func keepsList(i ssa.Instruction, list ssa.Value) bool {
	switch i := i.(type) {
	case *ssa.Store:
		at, field := i.Addr.(*ssa.FieldAddr)
		a, ok := i.Addr.(*ssa.Alloc)
		if field {
			a, ok = at.X.(*ssa.Alloc)
		}
		return ok && i.Val == list && a.Block() == i.Block() && !slices.ContainsFunc(*a.Referrers(), func(r ssa.Instruction) bool {
			if other, ok := r.(*ssa.FieldAddr); ok && field && other.Field == at.Field && other != at {
				return !shape.AddrOnlyRead(other)
			}
			s, stored := r.(*ssa.Store)
			return stored && s != i
		})
	case *ssa.Phi, *ssa.Return, *ssa.MapUpdate, *ssa.Send:
		return false
	}
	return true
}
