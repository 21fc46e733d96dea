package taint

import (
	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/value"
)

// A function that returns in several places leaves memory as it is in one of them. What a
// caller gets to see of it there is what the results lead to: a record that was cleared
// before it is returned is clear, though it was not yet where an error was returned
// instead.

// ledTo is the memory that one or several returns lead to.
type ledTo struct {
	objs  map[*value.Obj]bool
	roots map[value.Root]bool // of what calls gave that are not known
}

// has reports whether callers may come upon an object. All that was theirs before they can.
func (l *ledTo) has(o *value.Obj) bool {
	if o.Sym == nil {
		return l.objs[o] || globalKey(o) != ""
	}
	return !ofUnknownCall(o.Sym.Root) || l.roots[o.Sym.Root]
}

// ofUnknownCall reports whether a root is what a call gave that is not known here.
func ofUnknownCall(r value.Root) bool { return r.Kind == value.CallRes || r.Kind == value.Open }

// joinExit adds memory at a return of some results to what the function leaves.
func (f *frame) joinExit(results []*value.Node) {
	if len(results) == 0 || !f.returnsOften() {
		f.leaves(f.heap)
		return
	}
	here := f.leadsFrom(results)
	heap := f.heap
	if f.led == nil {
		f.led = here
	} else {
		heap = f.aligned(here)
	}
	f.leaves(heap)
}

func (f *frame) leaves(h value.Heap) {
	if f.returned {
		f.exit, _ = f.u.JoinHeaps(f.exit, h)
	} else {
		f.exit, f.returned = h, true
	}
}

// aligned is memory at a return, and changes that of the returns before it: objects that
// only one side leads to have its content on both.
func (f *frame) aligned(here *ledTo) value.Heap {
	heap, exit := f.heap, f.exit
	f.exit.Each(func(o *value.Obj, n *value.Node) {
		if f.led.has(o) && !here.has(o) {
			heap = heap.With(o, n)
		}
	})
	f.heap.Each(func(o *value.Obj, n *value.Node) {
		if here.has(o) && !f.led.has(o) {
			exit = exit.With(o, n)
		}
	})
	f.exit = exit
	for o := range here.objs {
		f.led.objs[o] = true
	}
	for r := range here.roots {
		f.led.roots[r] = true
	}
	return heap
}

// leadsFrom is the memory that results, and what callers had before, lead to.
func (f *frame) leadsFrom(results []*value.Node) *ledTo {
	l := &ledTo{map[*value.Obj]bool{}, map[value.Root]bool{}}
	queue, seen := []*value.Node{}, map[*value.Node]bool{}
	enter := func(n *value.Node) {
		if n != nil && !seen[n] {
			seen[n] = true
			queue = append(queue, n)
		}
	}
	for _, n := range results {
		enter(n)
	}
	behind := map[value.Root][]*value.Node{} // what such a root leads to
	f.heap.Each(func(o *value.Obj, n *value.Node) {
		switch {
		case o.Sym != nil && ofUnknownCall(o.Sym.Root):
			behind[o.Sym.Root] = append(behind[o.Sym.Root], n)
		case o.Sym != nil || globalKey(o) != "":
			enter(n)
		}
	})
	for len(queue) > 0 {
		n := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		eachNode(n, func(part *value.Node) {
			for _, r := range part.Refs {
				if o := r.Obj; !l.objs[o] {
					l.objs[o] = true
					enter(f.content(o))
				}
			}
			for _, lb := range part.Labels {
				if r := lb.Root; ofUnknownCall(r) && !l.roots[r] {
					l.roots[r] = true
					for _, n := range behind[r] {
						enter(n)
					}
				}
			}
		})
	}
	return l
}

// returnsOften reports whether the function returns in several places.
func (f *frame) returnsOften() bool {
	n := 0
	for _, b := range f.fn.Blocks {
		if _, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && b != f.fn.Recover {
			n++
		}
	}
	return n > 1
}
