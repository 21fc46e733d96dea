package taint

import (
	"go/types"
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/value"
)

// alloc makes the object of an allocation. In a loop the object of the last
// round may still be held by others: what it held moves to a second object
// that stands for all earlier ones.
func (f *frame) alloc(v ssa.Value, t types.Type) *value.Node {
	o := f.object(f.site(v, "new"), value.Obj{Type: t, Site: v})
	if f.loops[f.cur.Index] && heldOver(v) {
		f.retire(o, t)
	}
	f.heap = f.heap.With(o, f.u.Join(f.newSettings(v, t), f.newEntries(v, t)))
	return value.New(value.Node{Refs: []value.Ref{{Obj: o}}})
}

// heldOver reports whether anything but loads, stores and field addresses
// uses the allocation, so that it can outlive its round of the loop.
func heldOver(v ssa.Value) bool {
	for _, r := range *v.Referrers() {
		switch r := r.(type) {
		case *ssa.FieldAddr, *ssa.IndexAddr:
			if heldOver(r.(ssa.Value)) {
				return true
			}
		case *ssa.Store:
			if r.Val == v {
				return true
			}
		case *ssa.UnOp, *ssa.DebugRef:
		default:
			return true
		}
	}
	return false
}

func (f *frame) retire(o *value.Obj, t types.Type) {
	last, ok := f.heap.Get(o)
	if !ok {
		return
	}
	old := f.object("old"+strconv.Itoa(o.ID), value.Obj{Type: t, Many: true})
	was, _ := f.heap.Get(old)
	f.heap = f.heap.With(old, f.u.Join(was, last))
	heap := f.heap
	heap.Each(func(h *value.Obj, n *value.Node) {
		if m := f.redirect(n, o, old); m != n {
			f.heap = f.heap.With(h, m)
		}
	})
	for v, n := range f.regs {
		if refersTo(n, o) && v != o.Site && !computedAfter(v, o.Site) {
			if m := f.u.Join(n, f.redirect(n, o, old)); m != n {
				f.set(v, m)
			}
		}
	}
}

// computedAfter reports whether v is computed again behind each round's
// allocation, before anything uses it: as the address of a field is.
func computedAfter(v ssa.Value, alloc any) bool {
	i, ok1 := v.(ssa.Instruction)
	a, ok2 := alloc.(ssa.Instruction)
	if !ok1 || !ok2 || i.Parent() != a.Parent() {
		return false
	}
	if i.Block() != a.Block() {
		return a.Block().Dominates(i.Block())
	}
	for _, b := range i.Block().Instrs {
		if b == i || b == a {
			return b == a
		}
	}
	return false
}

// redirect replaces refs to one object by refs to another.
func (f *frame) redirect(n *value.Node, from, to *value.Obj) *value.Node {
	if !refersTo(n, from) {
		return n
	}
	c := value.Node{Labels: n.Labels, Errored: n.Errored}
	var refs *value.Node
	for _, r := range n.Refs {
		if r.Obj == from {
			r.Obj = to
		}
		refs = f.u.Join(refs, value.New(value.Node{Refs: []value.Ref{r}}))
	}
	if refs != nil {
		c.Refs = refs.Refs
	}
	for _, k := range n.Kids {
		c.Kids = append(c.Kids, value.Kid{Sel: k.Sel, Node: f.redirect(k.Node, from, to)})
	}
	for _, fn := range n.Funcs {
		g := *fn
		g.Bind = nil
		for _, b := range fn.Bind {
			g.Bind = append(g.Bind, f.redirect(b, from, to))
		}
		c.Funcs = append(c.Funcs, &g)
	}
	return value.New(c)
}

func refersTo(n *value.Node, o *value.Obj) bool {
	if n == nil {
		return false
	}
	for _, r := range n.Refs {
		if r.Obj == o {
			return true
		}
	}
	for _, k := range n.Kids {
		if refersTo(k.Node, o) {
			return true
		}
	}
	for _, fn := range n.Funcs {
		for _, b := range fn.Bind {
			if refersTo(b, o) {
				return true
			}
		}
	}
	return false
}
