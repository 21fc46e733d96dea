package value

import (
	"go/types"

	"github.com/piivet/piivet/internal/access"
)

// Parts of a value that are too deep, or of no interest, are taken together.

func kidOf(n *Node, s access.Sel) (*Node, bool) {
	if n == nil {
		return nil, false
	}
	return n.kid(s)
}

// reported marks labels as part of an error that was reported.
func (u *Universe) reported(ls []*Label) []*Label {
	return MapLabels(ls, func(l *Label) *Label {
		c := *l
		c.Reported = true
		return u.Label(c)
	})
}

// Shallow folds what lies deeper than depth, and nothing else.
func (u *Universe) Shallow(n *Node, depth int) *Node {
	switch {
	case n == nil || n.depth <= depth:
		return n
	case depth <= 0:
		return u.Fold(n)
	}
	u.Work++
	c := *n
	c.Kids = make([]Kid, len(n.Kids))
	for i, k := range n.Kids {
		c.Kids[i] = Kid{k.Sel, u.Shallow(k.Node, depth-k.levels())}
	}
	return New(c)
}

// Fold takes all labels, refs and functions of a value together.
func (u *Universe) Fold(n *Node) *Node {
	if n == nil || len(n.Kids) == 0 {
		return n
	}
	c := Node{Labels: u.unwritten(n), Refs: n.Refs, Funcs: n.Funcs}
	for _, k := range n.Kids {
		f := u.Fold(k.Node)
		if f != nil && k.Node.Errored { // what its text says was reported; no type is left that tells more
			f = Of(u.reported(f.Labels)...)
		}
		if f != nil {
			c.Labels = Union(c.Labels, WithoutTexts(f.Labels))
			c.Refs = u.unionRefs(c.Refs, f.Refs)
			c.Funcs, _ = u.unionFuncs(c.Funcs, f.Funcs)
		}
	}
	return New(c)
}

// unwritten is what the labels of a struct say of the fields that have no entry
// of their own: what was overwritten must not come back when all is taken
// together.
func (u *Universe) unwritten(n *Node) []*Label {
	written := map[int]bool{}
	for _, k := range n.Kids {
		if k.Sel.Kind == access.Field {
			written[k.Sel.N] = true
		}
	}
	if len(written) == 0 {
		return n.Labels
	}
	var out []*Label
	for _, l := range n.Labels {
		st, ok := structOf(l)
		if !ok || st.NumFields() > MaxLabels {
			out = Union(out, []*Label{l})
			continue
		}
		for i := range st.NumFields() {
			if p := u.Project(l, access.Sel{Kind: access.Field, N: i}); p != nil && !written[i] {
				out = Union(out, []*Label{p})
			}
		}
	}
	return out
}

// structOf is the struct type of a value that a label describes by its type.
func structOf(l *Label) (*types.Struct, bool) {
	if l.Type == nil || l.Fixed() || l.Via != nil {
		return nil, false
	}
	st, ok := l.Type.Underlying().(*types.Struct)
	return st, ok
}
