package taint

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// blockRound is what a round left in the blocks of a loop.
type blockRound struct {
	regs map[ssa.Value]*value.Node
	in   map[int]value.Heap
	came map[int][]bool
	edge map[[2]int]*value.Node
}

// roundOf is what the registers and blocks of a loop hold.
func (f *frame) roundOf(l *shape.Loop) blockRound {
	r := blockRound{map[ssa.Value]*value.Node{}, map[int]value.Heap{}, map[int][]bool{}, map[[2]int]*value.Node{}}
	l.Each(func(b *ssa.BasicBlock) {
		if !f.seen[b.Index] {
			return
		}
		r.in[b.Index], r.came[b.Index] = f.in[b.Index], f.came[b.Index]
		for _, i := range b.Instrs {
			if v, ok := i.(ssa.Value); ok && f.regs[v] != nil {
				r.regs[v] = f.regs[v]
			}
		}
		for _, s := range b.Succs {
			key := [2]int{b.Index, s.Index}
			if st := f.edges[key]; st != nil && l.Has(s) {
				r.edge[key] = st
			}
		}
	})
	return r
}

// takeOut is roundOf, and lets a loop begin anew.
func (f *frame) takeOut(l *shape.Loop) blockRound {
	r := f.roundOf(l)
	l.Each(func(b *ssa.BasicBlock) {
		if b != l.Head {
			f.in[b.Index], f.seen[b.Index], f.came[b.Index] = value.Heap{}, false, nil
		}
		f.visits[b.Index] = 0
		for _, i := range b.Instrs {
			if v, ok := i.(ssa.Value); ok {
				delete(f.regs, v)
			}
		}
	})
	for key := range r.edge {
		delete(f.edges, key)
	}
	return r
}

// putBack is the end of a loop: registers and blocks have what any round left there. What
// stands behind the loop runs again where that is more than before.
func (f *frame) putBack(l *shape.Loop, before blockRound, all []blockRound) {
	f.takeOut(l)
	l.Each(func(b *ssa.BasicBlock) {
		for _, r := range append([]blockRound{before}, all...) {
			f.addRound(l, b, r)
		}
	})
	f.in[l.Head.Index], f.came[l.Head.Index] = before.in[l.Head.Index], before.came[l.Head.Index]
	l.Each(func(b *ssa.BasicBlock) {
		for _, i := range b.Instrs {
			if v, ok := i.(ssa.Value); ok && f.regs[v] != before.regs[v] {
				f.rerun(l, v)
			}
		}
	})
}

// addRound adds what a round left in a block to what others left there.
func (f *frame) addRound(l *shape.Loop, b *ssa.BasicBlock, r blockRound) {
	h, ok := r.in[b.Index]
	if !ok {
		return
	}
	for _, i := range b.Instrs {
		if v, ok := i.(ssa.Value); ok && r.regs[v] != nil {
			f.regs[v] = f.u.Join(f.regs[v], r.regs[v])
		}
	}
	for _, s := range b.Succs {
		key := [2]int{b.Index, s.Index}
		if st := r.edge[key]; st != nil {
			f.edges[key] = f.u.Join(f.edges[key], st)
		}
	}
	if !f.seen[b.Index] || b == l.Head {
		f.seen[b.Index], f.in[b.Index], f.came[b.Index] = true, h, r.came[b.Index]
		return
	}
	f.in[b.Index], _ = f.u.JoinHeaps(f.in[b.Index], h)
	f.came[b.Index] = eitherWay(f.came[b.Index], r.came[b.Index])
}

// rerun has what stands behind a loop run again that reads one of its registers.
func (f *frame) rerun(l *shape.Loop, v ssa.Value) {
	for _, r := range *v.Referrers() {
		if b := r.Block(); b != nil && !l.Has(b) && f.seen[b.Index] {
			f.enqueue(b)
		}
	}
}

func eitherWay(a, b []bool) []bool {
	if a == nil {
		return b
	}
	out := slices.Clone(a)
	for i, taken := range b {
		out[i] = out[i] || taken
	}
	return out
}
