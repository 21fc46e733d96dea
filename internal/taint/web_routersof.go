package taint

import (
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// Which routers a value stands for, and in which state they are.

// routers are the pieces of memory behind the router.
func (c *modelCall) routers(p model.Place) []value.Ref {
	if p.Root == model.Pkg {
		return []value.Ref{{Obj: c.f.globalObj(c.m.PkgPath+".@", nil), Path: c.path(p)}}
	}
	fields := 0
	for fields < len(p.Path) && p.Path[len(p.Path)-1-fields].Kind == access.Field {
		fields++
	}
	if n := len(p.Path); fields == 0 || fields == n || p.Path[n-1-fields].Kind != access.Deref {
		return c.f.embedded(c.f.routersIn(c.place(p).n))
	}
	path := c.path(p) // a router that is a part of the one at hand
	p.Path = p.Path[:len(p.Path)-1-fields]
	refs := c.f.routersIn(c.place(p).n)
	for i := range refs {
		refs[i].Path = refs[i].Path.Join(path[len(path)-fields:]...)
	}
	return refs
}

// routersIn are the routers that a value leads to. A router that stands in a
// variable of its library is the library's own.
func (f *frame) routersIn(n *value.Node) []value.Ref {
	var out []value.Ref
	for _, r := range f.targets(n) {
		if r.Obj.Drain != "" {
			continue
		}
		if l := r.Obj.Sym; l != nil && l.Root.Kind == value.Global && len(l.Path) == 0 {
			if path, name := shape.SplitName(l.Root.Name); f.e.models.Routing(path) {
				r = value.Ref{Obj: f.globalObj(path+".@", nil), Path: access.Path{slotSel(name)}}
			}
		}
		out = append(out, r)
	}
	return out
}

// embedded are routers where they have their state.
func (f *frame) embedded(refs []value.Ref) []value.Ref {
	for i, r := range refs {
		refs[i] = f.embeddedRouter(r)
	}
	return refs
}

// embeddedRouter is the router in the one that is handed on as an interface: what
// has the state is a field of it.
func (f *frame) embeddedRouter(r value.Ref) value.Ref {
	n := f.u.GetPath(f.content(r.Obj), r.Path)
	if n == nil || n.Has(slotSel(slotState)) {
		return r
	}
	found := r
	for _, k := range n.Kids {
		if k.Sel.Kind != access.Field || k.Node == nil || !k.Node.Has(slotSel(slotState)) {
			continue
		}
		if len(found.Path) > len(r.Path) {
			return r
		}
		found.Path = r.Path.Join(k.Sel)
	}
	return found
}

// isRouter reports whether memory has what routers have.
func isRouter(n *value.Node) bool {
	return n != nil && slices.ContainsFunc(n.Kids, func(k value.Kid) bool {
		return k.Sel.Kind == access.Slot && strings.HasPrefix(k.Sel.S, slotRouter)
	})
}

// oneRouter reports whether memory that a router may be is that of one: there is
// no other, or all of it is what a package variable holds.
func (f *frame) oneRouter(refs []value.Ref) bool {
	if len(refs) == 1 && (!refs[0].Obj.Many || f.foreigners[refs[0].Obj] != "") {
		return true
	}
	in := ""
	for _, r := range refs {
		name := f.foreigners[r.Obj]
		if key := globalKey(r.Obj); key != "" {
			name = variableName(key)
		}
		if name == "" || in != "" && name != in {
			return false
		}
		in = name
	}
	return in != ""
}

// setSlot is what a slot of all that a router may be holds from now on.
func (f *frame) setSlot(refs []value.Ref, slot string, st *value.Node) {
	one := f.oneRouter(refs)
	for _, ref := range refs {
		ref.Path = ref.Path.Join(slotSel(slot))
		f.write(ref, st, !one)
	}
}

// underPrefixes adds middleware that stands before a part of the paths.
func (f *frame) underPrefixes(refs []value.Ref, path string, st *value.Node) *value.Node {
	for _, r := range refs {
		n := f.u.GetPath(f.content(r.Obj), r.Path)
		if n == nil || len(refs) > 1 {
			continue
		}
		for _, k := range n.Kids {
			prefix, ok := strings.CutPrefix(k.Sel.S, slotState+"@")
			if ok && k.Sel.Kind == access.Slot && strings.HasPrefix(path, strings.TrimSuffix(prefix, "/")) && k.Node != nil {
				st = f.behind(value.Of(k.Node.Labels...), st)
			}
		}
	}
	return st
}

// routerState is what stands before the registrations of a router.
func (f *frame) routerState(refs []value.Ref, slot string) *value.Node {
	var out *value.Node
	for _, r := range refs {
		st := f.u.Get(f.u.GetPath(f.content(r.Obj), r.Path), slotSel(slot))
		if st == nil || len(st.Labels) == 0 {
			st = f.e.before
		}
		for _, l := range st.Labels {
			if l.Root.Kind == value.Global { // a variable's router has no more before it than is known here
				if slot != slotLate || len(st.Labels) == 1 { // what stands before all routes does so whoever added it
					out = f.u.Join(out, f.e.before)
				}
				continue
			}
			out = f.u.Join(out, value.Of(l))
		}
	}
	if out == nil {
		return f.e.before
	}
	return out
}
