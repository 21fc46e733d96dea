package shape

import (
	"go/constant"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// Loop is a loop. Of one that goes through a list from its first element to its last, or
// through a map, it is known what that is.
type Loop struct {
	Head  *ssa.BasicBlock
	Outer *Loop     // the next loop around it, or nil
	List  ssa.Value // the list or the map; nil of other loops
	Index ssa.Value // number of the element at hand; nil of a map
	Next  *ssa.Next // the step to the next entry of a map; nil of a list

	blocks []bool
}

// Has reports whether a block is part of the loop, its head included.
func (l *Loop) Has(b *ssa.BasicBlock) bool { return b.Parent() == l.Head.Parent() && l.blocks[b.Index] }

// Each calls do for the blocks of the loop.
func (l *Loop) Each(do func(*ssa.BasicBlock)) {
	for _, b := range l.Head.Parent().Blocks {
		if l.blocks[b.Index] {
			do(b)
		}
	}
}

// Loops finds the loops of a function, by the numbers of their blocks: of each block the
// innermost one. Nil stands for none at all.
func Loops(fn *ssa.Function) []*Loop {
	var all []*Loop
	for _, h := range fn.Blocks {
		if l := loopAt(h); l != nil {
			all = append(all, l)
		}
	}
	if len(all) == 0 {
		return nil
	}
	size := func(l *Loop) (n int) {
		l.Each(func(*ssa.BasicBlock) { n++ })
		return n
	}
	slices.SortStableFunc(all, func(a, b *Loop) int { return size(b) - size(a) }) // outer ones first
	out := make([]*Loop, len(fn.Blocks))
	for _, l := range all {
		l.Outer = out[l.Head.Index]
		l.Each(func(b *ssa.BasicBlock) { out[b.Index] = l })
	}
	return out
}

// loopAt is the loop whose head is h, or nil.
func loopAt(h *ssa.BasicBlock) *Loop {
	l := &Loop{Head: h, blocks: make([]bool, len(h.Parent().Blocks))}
	l.blocks[h.Index] = true
	var queue []*ssa.BasicBlock
	for _, p := range h.Preds {
		if h.Dominates(p) {
			queue = append(queue, p)
		}
	}
	if len(queue) == 0 {
		return nil
	}
	for len(queue) > 0 {
		b := queue[0]
		queue = queue[1:]
		if !l.blocks[b.Index] {
			l.blocks[b.Index] = true
			queue = append(queue, b.Preds...)
		}
	}
	cond, ok := h.Instrs[len(h.Instrs)-1].(*ssa.If)
	if !ok || !l.Has(h.Succs[0]) || l.Has(h.Succs[1]) {
		return l
	}
	switch c := cond.Cond.(type) {
	case *ssa.BinOp:
		l.counts(c)
	case *ssa.Extract:
		l.walks(c)
	}
	return l
}

// counts fills in a loop that counts up to the length of a list.
func (l *Loop) counts(c *ssa.BinOp) {
	if c.Op != token.LSS || c.Block() != l.Head || !l.fromFirst(c.X) {
		return
	}
	l.Index = c.X
	if call, ok := c.Y.(*ssa.Call); ok {
		l.List = LengthOf(call)
		return
	}
	if ConstOf(c.Y) == nil {
		return
	}
	l.Each(func(b *ssa.BasicBlock) { // an array has a length that is known
		for _, i := range b.Instrs {
			switch i := i.(type) {
			case *ssa.IndexAddr:
				if i.Index == l.Index && l.List == nil {
					l.List = i.X
				}
			case *ssa.Index:
				if i.Index == l.Index && l.List == nil {
					l.List = i.X
				}
			}
		}
	})
}

// fromFirst reports whether v counts the rounds from 0.
func (l *Loop) fromFirst(v ssa.Value) bool {
	start := int64(0)
	phi, ok := v.(*ssa.Phi)
	if sum, isSum := v.(*ssa.BinOp); isSum {
		start = -1
		phi, ok = sum.X.(*ssa.Phi)
		ok = ok && sum.Block() == l.Head && adds(sum)
	}
	if !ok || phi.Block() != l.Head {
		return false
	}
	for i, e := range phi.Edges {
		if !l.Has(l.Head.Preds[i]) {
			c := ConstOf(e)
			if c == nil || c.Value == nil || c.Value.Kind() != constant.Int || c.Int64() != start {
				return false
			}
			continue
		}
		sum, isSum := e.(*ssa.BinOp)
		if e != v && (start != 0 || !isSum || sum.X != v || !adds(sum)) {
			return false
		}
	}
	return true
}

// adds reports whether a sum adds 1.
func adds(b *ssa.BinOp) bool {
	c := ConstOf(b.Y)
	return b.Op == token.ADD && c != nil && c.Value != nil && c.Value.Kind() == constant.Int && c.Int64() == 1
}

// walks fills in a loop over a map.
func (l *Loop) walks(c *ssa.Extract) {
	next, ok := c.Tuple.(*ssa.Next)
	if !ok || next.IsString || next.Block() != l.Head || c.Index != 0 {
		return
	}
	if r, ok := next.Iter.(*ssa.Range); ok {
		l.List, l.Next = r.X, next
	}
}
