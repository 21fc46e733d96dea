package taint

import (
	"go/types"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/value"
)

// paramOf is the type of a parameter of a function type, or nil.
func paramOf(t types.Type, i int) types.Type {
	if t == nil {
		return nil
	}
	sig, ok := t.Underlying().(*types.Signature)
	if !ok || i >= sig.Params().Len() {
		return nil
	}
	return sig.Params().At(i).Type()
}

// inFields is what a callback gets for an argument. Where it takes a pointer to a
// struct of its library instead, as the Rewrite function of a proxy does, that has
// the argument in the fields of its type.
func (c *modelCall) inFields(a argument, want types.Type) argument {
	if a.t == nil || want == nil || !isPointer(want) || types.AssignableTo(a.t, want) {
		return a
	}
	st, ok := pointed(want).Underlying().(*types.Struct)
	if !ok {
		return a
	}
	var content *value.Node
	for i := range st.NumFields() {
		if types.AssignableTo(a.t, st.Field(i).Type()) {
			content = c.f.u.Set(content, access.Sel{Kind: access.Field, N: i}, a.n)
		}
	}
	if content == nil {
		return a
	}
	o := c.f.object("in"+c.site.key+value.TypeString(want), value.Obj{Type: pointed(want)})
	c.f.heap = c.f.heap.With(o, content)
	return argument{value.New(value.Node{Refs: []value.Ref{{Obj: o}}}), want}
}
