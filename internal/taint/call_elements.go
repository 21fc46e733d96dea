package taint

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/value"
)

// What a callee says of the elements of a list that it was given, it says of all of them:
// where some may be as they were, what they were is part of it. So who clears a field of
// each in a loop leaves none that has it.

// eachLeft is what a list of the callee's holds here, out, with its elements as the callee
// left them.
func (in *instance) eachLeft(n, out *value.Node, t types.Type) *value.Node {
	k, ok := n.Kid(access.Sel{Kind: access.Elem})
	if !ok || out == nil || !in.site.direct || !slices.ContainsFunc(n.Labels, func(l *value.Label) bool { return l.ID() == in.itself.ID() }) {
		return out
	}
	return in.f.u.SetElements(out, in.node(k, value.StepType(t, access.Sel{Kind: access.Elem})))
}

// ofEach reports whether an object of the callee's stands for what the elements of one list
// point to, of which nothing else is known here.
func (in *instance) ofEach(o *value.Obj) bool {
	if !o.Many || !endsInElem(o.Sym) || !in.site.direct {
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
