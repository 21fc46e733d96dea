package taint

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// What a callee says of the elements of a list that it was given, it says of all of them:
// where some may be as they were, what they were is part of it. So who clears a field of
// each in a loop leaves none that has it.

// eachElement puts what a callee left in each element of a list, or in those of a map whose
// keys it did not know, in place of what is in all of them here.
func (in *instance) eachElement(out *value.Node, k value.Kid, t types.Type) *value.Node {
	return in.f.u.SetElements(out, in.node(k.Node, value.StepType(t, k.Sel)))
}

// speaksOfAll reports whether a value is what a callee left in a list of this function's: of
// which it names all elements.
func (in *instance) speaksOfAll(n *value.Node) bool {
	return n == in.left && in.itself != nil && in.site.direct &&
		slices.ContainsFunc(n.Labels, func(l *value.Label) bool { return l.ID() == in.itself.ID() })
}

// ofEach reports whether an object of the callee's stands for what the elements of one list
// point to, of which nothing else is known here.
func (in *instance) ofEach(o *value.Obj) bool {
	if !o.Many || !endsInElem(o.Sym) || o.Sym.Type == nil || !shape.IsPointer(o.Sym.Type) || !in.site.direct {
		return false
	}
	list := *o.Sym
	list.Path, list.Type = list.Path[:len(list.Path)-1], nil
	if many(list.Path) {
		return false
	}
	n, _ := in.place(in.f.u.Label(list))
	return in.f.oneList(in.f.targets(n))
}

// oneList reports whether places are a list, from its first element on, and no other is
// meant.
func (f *frame) oneList(refs []value.Ref) bool {
	return len(refs) == 1 && refs[0].Off == 0 && !refs[0].Obj.Many || f.exclusive(refs)
}

// heldBy counts the objects that lead straight to one that stands for several pieces of
// memory: all of those are in the one list that holds it, if it is alone.
func (f *frame) heldBy(o *value.Obj) (n int) {
	if !o.Many {
		return 0
	}
	f.heap.Each(func(by *value.Obj, c *value.Node) {
		_, focus := by.Site.(*ssa.IndexAddr) // it stands for an element of a list that is counted
		if !focus && slices.Contains(objects(c), o) {
			n++
		}
	})
	return n
}
