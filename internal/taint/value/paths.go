package value

import (
	"slices"

	"github.com/piivet/piivet/internal/access"
)

// GetPath and SetPath walk a path of selectors.
func (u *Universe) GetPath(n *Node, p access.Path) *Node {
	for _, s := range p {
		n = u.Get(n, s)
	}
	return n
}

// SetPath returns n with the part at p replaced, or joined when weak.
func (u *Universe) SetPath(n *Node, p access.Path, part *Node, weak bool) *Node {
	if len(p) == 0 {
		if weak {
			return u.Join(n, part)
		}
		return part
	}
	old := u.Get(n, p[0])
	if p[0].Kind == access.Elem {
		return u.setElem(n, p, part)
	}
	return u.Set(n, p[0], u.SetPath(old, p[1:], part, weak))
}

// SetElements returns a list of which each element is part.
func (u *Universe) SetElements(n, part *Node) *Node {
	if n != nil {
		c := *n
		c.Kids = slices.DeleteFunc(slices.Clone(n.Kids), func(k Kid) bool { return k.Sel.Kind == access.Index || k.Sel.Kind == access.Key })
		n = New(c)
	}
	return u.Set(n, access.Sel{Kind: access.Elem}, part)
}

// setElem writes an element whose number or key is not known: it may be any,
// so all keep what they had besides.
func (u *Universe) setElem(n *Node, p access.Path, part *Node) *Node {
	if len(p) == 1 && part == nil {
		return n
	}
	own, _ := kidOf(n, p[0])
	out := u.Set(n, p[0], u.Join(own, u.SetPath(u.Get(n, p[0]), p[1:], part, true)))
	if n == nil {
		return out
	}
	for _, k := range n.Kids {
		if k.Sel.Kind == access.Index || k.Sel.Kind == access.Key {
			out = u.Set(out, k.Sel, u.SetPath(k.Node, p[1:], part, true))
		}
	}
	return out
}
