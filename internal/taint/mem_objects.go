package taint

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// content is what o holds at this point.
func (f *frame) content(o *value.Obj) *value.Node {
	n, ok := f.heap.Get(o)
	if !ok {
		n = f.u.Join(o.Init, f.sent[o])
		if key := globalKey(o); key != "" {
			n = f.u.Join(n, f.e.globalContent(f, key))
		}
	}
	if ok && shape.IsChan(o.Type) {
		n = f.u.Join(n, f.sent[o])
	}
	return n
}

// targets lists the places that a pointer, slice, map or channel leads to. A
// symbolic pointer leads to an object of its own: two of them are taken to be
// apart, as arguments nearly always are.
func (f *frame) targets(n *value.Node) []value.Ref {
	if n == nil {
		return nil
	}
	refs := n.Refs
	for _, l := range n.Labels {
		l = l.Whole()
		r, ok := f.shared(l)
		if !ok {
			r.Obj = f.pointee(l)
		}
		refs = append(refs[:len(refs):len(refs)], r)
	}
	for _, k := range n.Kids {
		if k.Sel.Kind == access.Dyn {
			refs = append(refs[:len(refs):len(refs)], f.targets(k.Node)...)
		}
	}
	return refs
}

// pointee is the object behind a symbolic pointer. What a slice, map or
// channel leads to has the path of the thing itself.
func (f *frame) pointee(l *value.Label) *value.Obj {
	in := l
	if l.Type == nil || shape.IsPointer(l.Type) {
		in = f.u.Project(l, access.Sel{Kind: access.Deref})
	}
	key := behind(l) // after the projection, which numbers a label
	if o, ok := f.objs[key]; ok {
		return o
	}
	o := value.Obj{Sym: l, Many: many(l.Path)}
	if in != nil {
		o.Init, o.Type = value.Of(in), in.Type
	}
	if l.Root.Kind == value.Global && len(l.Path) == 0 {
		o.Drain = f.e.drain(l.Root.Name)
	}
	if o.Drain == "" {
		o.Drain = f.e.typeDrain(l.Type)
	}
	if o.Drain == "" {
		o.Drain = f.e.inputDrain(l.Type)
	}
	return f.objectOf(key, o)
}

// leadsOn reports whether there may be memory behind a label that somebody else knows,
// too: behind text and marks there is none.
func leadsOn(l *value.Label) bool { return !l.Fixed() && l.Via == nil }

func many(p access.Path) bool {
	for _, s := range p {
		if s.Kind == access.Elem || s.Kind == access.MapKey {
			return true
		}
	}
	return false
}

// load reads through a pointer.
func (f *frame) load(ptr *value.Node) *value.Node {
	var out *value.Node
	for _, r := range f.targets(ptr) {
		out = f.u.Join(out, f.u.GetPath(f.content(r.Obj), r.Path))
	}
	return out
}

// loadError reads a field of type error.
func (f *frame) loadError(addr *value.Node) *value.Node {
	var out *value.Node
	for _, r := range f.targets(addr) {
		n, last := f.content(r.Obj), len(r.Path)-1
		if last < 0 || r.Path[last].Kind != access.Field {
			out = f.u.Join(out, f.u.GetPath(n, r.Path))
			continue
		}
		out = f.u.Join(out, f.errorField(f.u.GetPath(n, r.Path[:last]), r.Path[last]))
	}
	return out
}

// errorField is a field of type error. Where a struct is only known to hold
// some text, as what a bound left of it, that is not the text of its error: the
// handle of a database holds the records and the error of the last call.
func (f *frame) errorField(n *value.Node, s access.Sel) *value.Node {
	if n == nil || n.Has(s) {
		return f.u.Get(n, s)
	}
	c := *n
	c.Labels = nil
	for _, l := range n.Labels {
		if !l.Fixed() && l.Via == nil {
			c.Labels = append(c.Labels, l)
		}
	}
	return f.u.Get(value.New(c), s)
}

// store writes through a pointer: replacing where there is one target, or one in each run, adding
// where there are several.
func (f *frame) store(ptr, v *value.Node) {
	refs := f.targets(ptr)
	weak := len(refs) != 1 && !f.exclusive(refs)
	for _, r := range refs {
		f.write(r, v, weak || r.Obj.Many)
	}
}

func (f *frame) write(r value.Ref, v *value.Node, weak bool) {
	v = f.claimed(r, v)
	if f.caller != nil {
		v = f.onVerifiedWay(r.Obj, v)
	}
	old := f.content(r.Obj)
	if shape.IsChan(r.Obj.Type) {
		f.sends(r, v)
	}
	f.heap = f.heap.With(r.Obj, f.u.SetPath(old, r.Path, v, weak))
	if base := f.underlying(r.Obj); len(base) > 0 {
		part := f.u.GetPath(f.content(r.Obj), nil)
		for _, b := range base {
			f.write(b, part, true)
		}
	}
}

// underlying is where the element lives that a focus object stands for.
func (f *frame) underlying(o *value.Obj) []value.Ref {
	if ia, ok := o.Site.(*ssa.IndexAddr); ok {
		return f.elements(f.val(ia.X), ia.Index)
	}
	return nil
}

// global is the object of a package variable.
func (f *frame) global(g *ssa.Global) *value.Obj {
	name := g.Name()
	if g.Pkg != nil {
		name = g.Pkg.Pkg.Path() + "." + name
	}
	return f.globalObj(name, g.Type().Underlying().(*types.Pointer).Elem())
}

// globalObj is the object of a package variable by its name. A callee that gave back
// what is in it may have been the first to name it: then it gets its type later.
func (f *frame) globalObj(name string, t types.Type) *value.Obj {
	o := f.object("global "+name, value.Obj{Global: name, Type: t})
	if t != nil && o.Init == nil && !shape.IsError(t) && (f.e.carries(t) || !f.e.sealed(name)) {
		o.Type, o.Init = t, value.Of(f.root(value.Root{Kind: value.Global, Name: name}, t, 0))
	}
	return o
}

// elements are the places of x[index] for a slice, array pointer or map.
func (f *frame) elements(x *value.Node, index ssa.Value) []value.Ref {
	refs := f.targets(x)
	if r, ok := f.here[index]; ok && slices.ContainsFunc(refs, r.of) {
		return []value.Ref{r.place()}
	}
	var out []value.Ref
	for _, r := range refs {
		r.Path = r.Path.Join(f.elemSel(r.Off, index))
		r.Off = 0
		out = append(out, r)
	}
	return out
}

// elemSel is elemSel where a loop is at an element of a table.
func (f *frame) elemSel(off int, index ssa.Value) access.Sel {
	if r, ok := f.here[index]; ok && off != value.Unknown && r.n+off < maxIndex {
		return access.Sel{Kind: access.Index, N: r.n + off}
	}
	return elemSel(off, index)
}

// elemSel is the selector of an element: its number where it is constant and
// not too large.
func elemSel(off int, index ssa.Value) access.Sel {
	if c, ok := index.(*ssa.Const); ok && off != value.Unknown && c.Value != nil {
		if i := c.Int64(); i >= 0 && i+int64(off) < maxIndex {
			return access.Sel{Kind: access.Index, N: int(i) + off}
		}
	}
	return access.Sel{Kind: access.Elem}
}

// indexAddr is &x[i]. For a variable index the element becomes an object of
// its own while this round of the loop lasts, so that writing it and reading
// it again through the same index is exact.
func (f *frame) indexAddr(v *ssa.IndexAddr) *value.Node {
	x := f.val(v.X)
	refs := f.elements(x, v.Index)
	if _, ok := v.Index.(*ssa.Const); ok || len(refs) == 0 || f.atElement(v.Index) {
		return value.New(value.Node{Refs: f.u.Refs(refs)})
	}
	first := f.focus[v]
	if first == nil {
		first = v
	}
	o := f.focusOf(first)
	if first == v {
		var n *value.Node
		for _, r := range refs {
			n = f.u.Join(n, f.u.GetPath(f.content(r.Obj), r.Path))
		}
		f.heap = f.heap.With(o, n)
	}
	return value.New(value.Node{Refs: []value.Ref{{Obj: o}}})
}

// focusOf is the object for the element at an address.
func (f *frame) focusOf(at *ssa.IndexAddr) *value.Obj {
	return f.object("focus"+at.Name()+f.ctx, value.Obj{Type: shape.Pointed(at.Type()), Site: at})
}

// element reads x[sel] of a slice, map, channel, array or string value.
func (f *frame) element(x *value.Node, sel func(off int) access.Sel) *value.Node {
	if x == nil {
		return nil
	}
	out, own := (*value.Node)(nil), value.Node{Kids: x.Kids}
	for _, l := range x.Labels {
		// What the function itself wrote replaces what the label says.
		if n, ok := f.writtenBehind(l); ok {
			out = f.u.Join(out, f.u.Get(n, sel(0)))
			continue
		}
		own.Labels = append(own.Labels, l)
	}
	out = f.u.Join(out, f.u.Get(value.New(own), sel(0)))
	for _, r := range x.Refs {
		out = f.u.Join(out, f.u.Get(f.u.GetPath(f.content(r.Obj), r.Path), sel(r.Off)))
	}
	return out
}

// writtenBehind is the content behind a symbolic slice, map or channel if
// there is more to know of it than its label says.
func (f *frame) writtenBehind(l *value.Label) (*value.Node, bool) {
	if r, ok := f.shared(l); ok {
		return f.u.GetPath(f.content(r.Obj), r.Path), true
	}
	o, ok := f.objs[behind(l)]
	if l.Root.Kind == value.Global && l.Via == nil {
		o, ok = f.pointee(l), true
	}
	if !ok {
		return nil, false
	}
	_, written := f.heap.Get(o)
	return f.content(o), written || l.Root.Kind == value.Global || f.sent[o] != nil
}

func elem(int) access.Sel { return access.Sel{Kind: access.Elem} }
