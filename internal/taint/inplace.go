package taint

import (
	"go/types"
	"slices"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/value"
)

// A redactor may return nothing and write to what it is given a pointer to. What
// is said of its results holds there.

// redactsInPlace cleans what the arguments of a redactor lead to, where none of
// its results can hold data.
func (f *frame) redactsInPlace(d *directives, sig *types.Signature, args []argument) {
	if !d.Redact || slices.ContainsFunc(resultTypes(sig), func(t types.Type) bool { return !isErrorType(t) && !isBool(t) }) {
		return
	}
	c := cleaner{f: f, classes: d.Classes}
	for _, a := range args {
		if a.t != nil {
			c.behind(a.n, a.t, 0)
		}
	}
}

// cleaner takes personal data out of memory.
type cleaner struct {
	f       *frame
	classes []string // empty: all
}

// removes reports whether the redactor takes out data of a source.
func (c *cleaner) removes(src *value.Source) bool {
	return src != nil && (len(c.classes) == 0 || slices.Contains(c.classes, src.Class))
}

// behind cleans what a pointer, list or map of type t leads to.
func (c *cleaner) behind(n *value.Node, t types.Type, depth int) {
	if depth > maxClaim || !c.f.e.carries(t) {
		return
	}
	refs := c.f.targets(n)
	for _, r := range refs {
		weak := len(refs) != 1 || r.Obj.Many
		switch u := types.Unalias(t).Underlying().(type) {
		case *types.Pointer:
			c.memory(r, u.Elem(), weak, depth)
		case *types.Slice:
			c.elements(r, u.Elem(), weak, depth)
		case *types.Map:
			c.elements(r, u.Elem(), weak, depth)
		}
	}
}

func (c *cleaner) memory(r value.Ref, t types.Type, weak bool, depth int) {
	old := c.f.u.GetPath(c.f.content(r.Obj), r.Path)
	if n := c.value(old, t, depth); n != old {
		c.f.write(r, n, weak)
	}
}

// elements cleans all elements of a list or map: which is which is not known
// afterwards.
func (c *cleaner) elements(r value.Ref, t types.Type, weak bool, depth int) {
	u := c.f.u
	old := u.GetPath(c.f.content(r.Obj), r.Path)
	all := u.Get(old, elem(0))
	n := c.value(all, t, depth)
	if weak || old == nil {
		return
	}
	var out value.Node
	for _, k := range old.Kids {
		if k.Sel.Kind != access.Index && k.Sel.Kind != access.Key && k.Sel.Kind != access.Elem {
			out.Kids = append(out.Kids, k)
		}
	}
	c.f.write(r, u.Set(value.New(out), elem(0), n), false)
}

// value is a value of type t without what the redactor takes out.
func (c *cleaner) value(n *value.Node, t types.Type, depth int) *value.Node {
	f := c.f
	switch {
	case n == nil || !f.e.carries(t):
		return n
	case f.e.typeSource(t) != nil:
		if c.removes(f.e.typeSource(t)) {
			return nil
		}
		return n
	}
	st, ok := types.Unalias(t).Underlying().(*types.Struct)
	if !ok {
		c.behind(n, t, depth+1)
		return n
	}
	for i := range st.NumFields() {
		sel := access.Sel{Kind: access.Field, N: i}
		src, unsaid := f.e.fieldSource(t, i)
		switch {
		case c.removes(src):
			n = f.u.Set(n, sel, nil)
		case src == nil && unsaid && f.e.carries(st.Field(i).Type()):
			old := f.u.Get(n, sel)
			if part := c.value(old, st.Field(i).Type(), depth); part != old {
				n = f.u.Set(n, sel, part)
			}
		}
	}
	return n
}
