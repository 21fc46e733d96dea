package taint

import (
	"go/types"
	"net/textproto"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/pattern"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// place reads the value at a place.
func (c *modelCall) place(p model.Place) at {
	n, t := c.root(p)
	path := c.path(p)
	defer func(was *modelCall) { c.f.naming = was }(c.f.naming)
	c.f.naming = c
	for _, s := range path {
		if n == nil {
			return at{nil, nil}
		}
		n = c.f.modelStep(n, t, s)
		if t != nil && types.IsInterface(t) && !shape.IsTypeParam(t) {
			t = nil
		} else {
			t = value.StepType(t, s)
		}
	}
	if t == nil {
		_, t, _ = p.Resolve(c.sig)
	}
	return at{n, t}
}

func (c *modelCall) root(p model.Place) (*value.Node, types.Type) {
	switch p.Root {
	case model.Recv:
		return c.args[0].n, c.argType(0, c.sig.Recv().Type())
	case model.Arg:
		i := p.Index + c.recv()
		if i < len(c.args) && p.Index < c.sig.Params().Len() {
			return c.args[i].n, c.argType(i, c.sig.Params().At(p.Index).Type())
		}
	case model.Result:
		if p.Index < len(c.results) {
			return c.results[p.Index], c.resultType(model.Place{Root: model.Result, Index: p.Index})
		}
	case model.Pkg:
		o := c.f.globalObj(c.m.PkgPath+".@", nil)
		return c.f.content(o), nil
	}
	return nil, nil
}

func (c *modelCall) argType(i int, declared types.Type) types.Type {
	if t := c.args[i].t; t != nil && !types.IsInterface(t) {
		return t
	}
	return declared
}

// path is the place's path with constant keys put in.
func (c *modelCall) path(p model.Place) access.Path {
	path, _, err := p.Resolve(c.sig)
	if err != nil {
		return nil
	}
	j := 0
	c.open = nil
	for i, s := range path {
		for j < len(p.Path) && p.Path[j].Kind != s.Kind {
			j++
		}
		if s.Kind == access.Key && s.S == "" {
			spelled := model.AsIs
			if j < len(p.Path) {
				spelled = p.Path[j].Spelled
			}
			path[i] = c.key(s.N, spelled)
		}
		j++
	}
	return path
}

func (c *modelCall) key(arg int, spelled model.Spelling) access.Sel {
	v := c.site.argValue(arg)
	if v == nil {
		return elem(0)
	}
	if s, ok := shape.ConstString(v); ok {
		switch spelled {
		case model.Header:
			s = textproto.CanonicalMIMEHeaderKey(s)
		case model.Lower:
			s = strings.ToLower(s)
		}
		return access.Sel{Kind: access.Key, S: strconv.Quote(s)}
	}
	if shape.IsString(v.Type()) {
		c.open = c.f.keyTexts(v)
		for i, t := range c.open {
			if spelled == model.Header && !strings.Contains(t, pattern.Hole) {
				c.open[i] = textproto.CanonicalMIMEHeaderKey(t)
			}
		}
	}
	return keySel(v)
}

// argValue is the SSA value of an argument, nil where the call is not written
// in this function.
func (s *callSite) argValue(i int) ssa.Value {
	c := s.consts
	if c == nil {
		return nil
	}
	if !c.IsInvoke() && c.Signature().Recv() != nil {
		i++
	}
	if i >= 0 && i < len(c.Args) {
		return c.Args[i]
	}
	return nil
}

// modelStep is step where an interface stands for what it holds.
func (f *frame) modelStep(n *value.Node, t types.Type, s access.Sel) *value.Node {
	if n == nil {
		return nil
	}
	if s.Kind == access.Deref {
		return f.load(n)
	}
	var out *value.Node
	boxed := false
	for _, k := range n.Kids {
		if k.Sel.Kind == access.Dyn {
			boxed = true
			if k.Node != nil {
				out = f.u.Join(out, f.modelStep(k.Node, f.dynType(k.Sel.S), s))
			}
		}
	}
	if boxed && s.Kind == access.Slot {
		out = f.u.Join(out, f.u.Get(n, s)) // a slot of the interface value itself
	}
	if boxed {
		return f.u.Join(out, f.step(value.New(value.Node{Labels: n.Labels, Refs: n.Refs}), t, s))
	}
	return f.step(n, t, s)
}

// store writes to a place: results start clean, everything else keeps what it
// had unless it is cleared.
func (c *modelCall) store(p model.Place, n *value.Node, clear bool) {
	path := c.path(p)
	last := lastMemory(path)
	if last < 0 {
		if p.Root == model.Result && p.Index < len(c.results) {
			weak := len(path) == 0 || path[len(path)-1].Kind != access.Key
			c.results[p.Index] = c.f.u.SetPath(c.results[p.Index], path, n, weak)
		}
		if p.Root == model.Pkg {
			o := c.f.globalObj(c.m.PkgPath+".@", nil)
			c.f.write(value.Ref{Obj: o, Path: path}, n, false)
		}
		return
	}
	if c.intoResponse(p, n) {
		return
	}
	for _, r := range c.refs(p, path, last) {
		c.f.deposit(c.site, c.name(), r, n, !clear || r.Obj.Many)
	}
}

// lastMemory is the last selector that goes through memory, or -1.
func lastMemory(p access.Path) int {
	for i := len(p) - 1; i >= 0; i-- {
		switch p[i].Kind {
		case access.Deref:
			return i
		case access.Elem, access.Key, access.Index, access.MapKey:
			// What a slot lists is part of the object that has the slot.
			if i == 0 || p[i-1].Kind != access.Slot {
				return i
			}
		}
	}
	return -1
}

// refs are the pieces of memory behind path[:last], made where a result does
// not have any yet.
func (c *modelCall) refs(p model.Place, path access.Path, last int) []value.Ref {
	base := c.base(p, path, last)
	var out []value.Ref
	for _, r := range c.f.targets(base) {
		if path[last].Kind != access.Deref {
			r.Path = r.Path.Join(path[last])
		}
		r.Path = r.Path.Join(path[last+1:]...)
		r.Off = 0
		out = append(out, r)
	}
	return out
}

func (c *modelCall) base(p model.Place, path access.Path, last int) *value.Node {
	n, t := c.root(p)
	for i, s := range path[:last] {
		if n = c.memory(p, path[:i], n, s, t); n != nil {
			n = c.f.modelStep(n, t, s)
		}
		t = value.StepType(t, s)
	}
	return c.memory(p, path[:last], n, path[last], t)
}

// memory gives a place that has no memory yet an object of its own, if it is
// the function that makes it. An entry of the caller's map may be there or not.
func (c *modelCall) memory(p model.Place, before access.Path, n *value.Node, s access.Sel, t types.Type) *value.Node {
	if lastMemory(before.Join(s)) != len(before) {
		return n
	}
	if refs := c.f.targets(n); len(refs) > 0 && !(isEntry(before) && callersOnly(refs)) {
		return n
	}
	if p.Root == model.Arg && len(before) == 0 {
		return n
	}
	o := c.f.object("model"+c.site.key+c.m.Name+p.String()+before.String(), value.Obj{Type: shape.Pointed(t)})
	if _, ok := c.f.heap.Get(o); !ok {
		c.f.heap = c.f.heap.With(o, nil)
	}
	ref := value.New(value.Node{Refs: []value.Ref{{Obj: o}}})
	if last := lastMemory(before); last >= 0 {
		for _, r := range c.refs(p, before, last) {
			c.f.write(r, ref, true)
		}
	} else if p.Root == model.Result {
		c.results[p.Index] = c.f.u.SetPath(c.results[p.Index], before, ref, true)
	} else if p.Root == model.Pkg {
		c.f.write(value.Ref{Obj: c.f.globalObj(c.m.PkgPath+".@", nil), Path: before}, ref, true)
	}
	return c.f.u.Join(n, ref)
}

// isEntry reports whether a path ends in an entry of a map or list.
func isEntry(p access.Path) bool {
	if len(p) == 0 || lastMemory(p) != len(p)-1 {
		return false
	}
	return p[len(p)-1].Kind != access.Deref
}

// callersOnly reports whether only callers know the memory.
func callersOnly(refs []value.Ref) bool {
	return !slices.ContainsFunc(refs, func(r value.Ref) bool { return r.Obj.Sym == nil })
}

// object is the memory behind a result.
func (c *modelCall) object(i int) *value.Obj {
	p := model.Place{Root: model.Result, Index: i}
	n := c.memory(p, nil, c.results[i], access.Sel{Kind: access.Deref}, c.sig.Results().At(i).Type())
	return c.f.targets(n)[0].Obj
}
