package shape

import (
	"golang.org/x/tools/go/ssa"
)

// Cycles tells for each block whether control can come back to it.
func Cycles(fn *ssa.Function) []bool {
	in := make([]bool, len(fn.Blocks))
	t := &tarjan{index: make([]int, len(fn.Blocks)), low: make([]int, len(fn.Blocks)), on: make([]bool, len(fn.Blocks)), in: in}
	for _, b := range fn.Blocks {
		if t.index[b.Index] == 0 {
			t.visit(b)
		}
	}
	return in
}

// tarjan finds strongly connected blocks without recursion, since generated
// functions have very long chains of them.
type tarjan struct {
	index, low []int
	on, in     []bool
	stack      []*ssa.BasicBlock
	n          int
}

type tarjanStep struct {
	b *ssa.BasicBlock
	i int
}

func (t *tarjan) visit(root *ssa.BasicBlock) {
	work := []tarjanStep{{root, 0}}
	t.open(root)
	for len(work) > 0 {
		top := &work[len(work)-1]
		if top.i < len(top.b.Succs) {
			s := top.b.Succs[top.i]
			top.i++
			switch {
			case t.index[s.Index] == 0:
				t.open(s)
				work = append(work, tarjanStep{s, 0})
			case t.on[s.Index]:
				t.low[top.b.Index] = min(t.low[top.b.Index], t.index[s.Index])
			}
			continue
		}
		b := top.b
		work = work[:len(work)-1]
		if len(work) > 0 {
			up := work[len(work)-1].b.Index
			t.low[up] = min(t.low[up], t.low[b.Index])
		}
		if t.low[b.Index] == t.index[b.Index] {
			t.close(b)
		}
	}
}

func (t *tarjan) open(b *ssa.BasicBlock) {
	t.n++
	t.index[b.Index], t.low[b.Index], t.on[b.Index] = t.n, t.n, true
	t.stack = append(t.stack, b)
}

func (t *tarjan) close(root *ssa.BasicBlock) {
	size := 0
	for {
		b := t.stack[len(t.stack)-1]
		t.stack = t.stack[:len(t.stack)-1]
		t.on[b.Index] = false
		size++
		if b == root {
			if size > 1 || loopsToItself(b) {
				t.in[b.Index] = true
			}
			return
		}
		t.in[b.Index] = true
	}
}

func loopsToItself(b *ssa.BasicBlock) bool {
	for _, s := range b.Succs {
		if s == b {
			return true
		}
	}
	return false
}

// Focuses maps every &x[i] with a variable index to the first one with the
// same operands that dominates it: both name the same element, so what is
// stored through one is read through the other. A list that a loop reads from a
// variable each time is the same.
func Focuses(fn *ssa.Function, loops []*Loop) map[*ssa.IndexAddr]*ssa.IndexAddr {
	type operands struct {
		x List
		i ssa.Value
	}
	first := map[operands][]*ssa.IndexAddr{}
	out := map[*ssa.IndexAddr]*ssa.IndexAddr{}
	for _, b := range fn.DomPreorder() {
		for _, instr := range b.Instrs {
			ia, ok := instr.(*ssa.IndexAddr)
			if !ok {
				continue
			}
			if _, isConst := ia.Index.(*ssa.Const); isConst {
				continue
			}
			key := operands{List{base: ia.X}, ia.Index}
			if loops != nil && loops[b.Index] != nil {
				key.x, _ = loops[b.Index].ListOf(ia.X)
			}
			out[ia] = ia
			for _, earlier := range first[key] {
				if earlier.Block().Dominates(b) {
					out[ia] = earlier
					break
				}
			}
			if out[ia] == ia {
				first[key] = append(first[key], ia)
			}
		}
	}
	return out
}

// Returned is the result of a function whose only block returns one; nil for any other.
func Returned(fn *ssa.Function) ssa.Value {
	if fn == nil || len(fn.Blocks) != 1 {
		return nil
	}
	is := fn.Blocks[0].Instrs
	if r, ok := is[len(is)-1].(*ssa.Return); ok && len(r.Results) == 1 {
		return r.Results[0]
	}
	return nil
}

// SingleReturn is the result of a function with one return of one value; nil for any other.
func SingleReturn(fn *ssa.Function) (out ssa.Value) {
	if fn == nil {
		return nil
	}
	for _, b := range fn.Blocks {
		if r, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok {
			if out != nil || len(r.Results) != 1 {
				return nil
			}
			out = r.Results[0]
		}
	}
	return out
}

// Reaches reports whether control can come from one block to another.
func Reaches(from, to *ssa.BasicBlock) bool {
	seen := map[*ssa.BasicBlock]bool{}
	var walk func(b *ssa.BasicBlock) bool
	walk = func(b *ssa.BasicBlock) bool {
		if b == to {
			return true
		}
		if seen[b] {
			return false
		}
		seen[b] = true
		for _, s := range b.Succs {
			if walk(s) {
				return true
			}
		}
		return false
	}
	return walk(from)
}
