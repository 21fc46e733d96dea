package taint

import (
	"go/types"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/render"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// What a return discloses: whether the value has anything personal, and what of it goes
// out in the form that a framework writes.

// isMessage reports whether values of type t may be protocol buffer messages.
func (e *engine) isMessage(t types.Type) bool {
	if c, ok := typeOrNil(t).(*types.Chan); ok {
		t = c.Elem()
	}
	if t == nil || types.IsInterface(t) || shape.IsTypeParam(t) {
		return true
	}
	set := e.methodSets.MethodSet(t)
	return set.Lookup(nil, "ProtoMessage") != nil || set.Lookup(nil, "ProtoReflect") != nil
}

// answersData reports whether a value holds anything that is personal, or that
// callers may know to be.
func (f *frame) answersData(n *value.Node) bool {
	return f.holdsAnswer(n, map[visited]bool{})
}

func (f *frame) holdsAnswer(n *value.Node, seen map[visited]bool) bool {
	if n == nil {
		return false
	}
	f.u.Work++
	for _, l := range n.Labels {
		if l.Src != nil || answersLater(l) || l.Root.Kind != value.Known && f.e.carries(l.Type) {
			return true
		}
	}
	for _, k := range n.Kids {
		if k.Sel.Kind == access.Dyn && f.e.carries(f.dynType(k.Sel.S)) || k.Sel.Kind != access.Slot && f.holdsAnswer(k.Node, seen) {
			return true
		}
	}
	for _, r := range n.Refs {
		at := visited{r.Obj, r.Path.String()}
		if seen[at] {
			continue
		}
		seen[at] = true
		if f.holdsAnswer(f.u.GetPath(f.content(r.Obj), r.Path), seen) {
			return true
		}
	}
	return false
}

// answersLater reports whether a label's data are for those to judge who play the
// handler: what it captured, and what functions gave that they know.
func answersLater(l *value.Label) bool {
	switch l.Root.Kind {
	case value.FreeVar, value.CallRes, value.CallArg:
		return true
	}
	return false
}

// answered is what goes out of a value of type t in a form.
func (f *frame) answered(n *value.Node, t types.Type, form model.Form) []*value.Label {
	switch form {
	case model.Text:
		return f.flat(n)
	case model.Told:
		return f.toldBy(n)
	}
	if c, ok := typeOrNil(t).(*types.Chan); ok { // a subscription
		n, t = f.element(n, elem), c.Elem()
	}
	fm, ok := families[form]
	if !ok {
		return nil
	}
	if form == model.Err {
		fm = render.Format{Family: render.Error}
	}
	return f.rendered(n, t, fm)
}

// toldBy is what an error tells the caller, by the models of the types that it may
// have. What a call gave is left to those who know the function.
func (f *frame) toldBy(n *value.Node) []*value.Label {
	if n == nil {
		return nil
	}
	var out []*value.Label
	for _, l := range n.Labels {
		if l.Src == nil && l.Root.Kind == value.CallRes {
			out = append(out, l)
		}
	}
	for _, k := range n.Kids {
		if k.Sel.Kind == access.Dyn {
			out = value.Union(out, f.toldIn(k.Node, f.dynType(k.Sel.S)))
		}
	}
	return out
}

// toldIn is the same of a value of type t.
func (f *frame) toldIn(n *value.Node, t types.Type) []*value.Label {
	name, ok := types.Unalias(shape.Pointed(typeOrNil(t))).(*types.Named)
	if !ok || n == nil || name.Obj().Pkg() == nil {
		return nil
	}
	m := f.e.models.Type(name.Obj().Pkg().Path(), name.Obj().Name())
	st, ok := name.Underlying().(*types.Struct)
	if m == nil || m.Told == "" || !ok {
		return nil
	}
	if shape.IsPointer(t) {
		n, t = f.load(n), shape.Pointed(t)
	}
	for i := range st.NumFields() {
		if v := st.Field(i); v.Name() == m.Told {
			sel := access.Sel{Kind: access.Field, N: i}
			return f.rendered(f.step(n, t, sel), v.Type(), families[model.JSON])
		}
	}
	return nil
}
