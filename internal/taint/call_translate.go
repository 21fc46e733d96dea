package taint

import (
	"go/types"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/pattern"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// label is what the caller knows of a label's data.
func (in *instance) label(l *value.Label, t types.Type) *value.Node {
	switch l.Root.Kind {
	case value.Known, value.Mark:
		return value.Of(l)
	case value.Global:
		return in.once(l, t)
	case value.Opaque:
		return in.f.unknown(t)
	case value.Keyed:
		return in.keyed(l)
	case value.Caller:
		return in.registered(l)
	case value.Open:
		return value.Of(in.f.typed(in.reopened(l), t))
	}
	in.asked.renew(in.f)
	if n, ok := in.asked.of(l)[l.ID()]; ok {
		return n
	}
	if st := in.routerState(l); st != nil {
		return st
	}
	n, pt := in.place(l)
	n = in.given(in.sourced(n, l), l)
	if l.Not != "" {
		n = in.f.u.Except(n, in.keysOf(l.Excluded()))
	}
	switch {
	case l.Via != nil && l.Via.Pattern.Text != "":
		n = in.patterned(l, n, pt)
	case l.Via != nil:
		n = value.Of(in.f.rendered(n, pt, *l.Via)...)
	case l.Trunc:
		n = in.beneath(n, pt, in.labelType(l, t))
	}
	if l.Reported {
		n = in.f.u.Map(n, func(l *value.Label) *value.Label { return in.f.reported([]*value.Label{l})[0] })
	}
	switch {
	case l.Verified:
		n = in.f.u.Map(n, in.f.verifiedLabel)
	case l.Root.Kind == value.FreeVar && in.sig != nil && handlerShaped(in.sig): // earlier requests left it there
		n = in.f.u.Map(n, in.f.anybodysLabel)
	}
	if keys, ok := l.KeyList(); ok {
		n = in.f.u.Map(n, func(part *value.Label) *value.Label { return in.f.u.Within(part, keys) })
	}
	n = in.stepped(n, l.Steps)
	in.asked.renew(in.f)
	in.asked.of(l)[l.ID()] = n
	return n
}

// reopened is an open result of the callee's callback, as one of the callback that this
// call is here, if it stays open.
func (in *instance) reopened(l *value.Label) *value.Label {
	if l.Root.N == 0 {
		return l
	}
	b := *l
	b.Root.N = 0
	if rs := in.results[l.Root.N-1]; l.Root.M < len(rs) && rs[l.Root.M] != nil {
		for _, r := range rs[l.Root.M].Labels {
			if r.Root.Kind == value.Open && r.Root.Name == l.Root.Name {
				b.Root.N = r.Root.N
			}
		}
	}
	return in.f.u.Label(b)
}

// keysOf puts the caller's types into type keys.
func (in *instance) keysOf(keys []string) []string {
	out := slices.Clone(keys)
	for i, k := range out {
		out[i] = in.substKey(k)
	}
	return out
}

// sourced is what a label of the callee leads to here. Where nobody here knows the
// type of that, say of an unexported one, the callee's word counts for what it is.
func (in *instance) sourced(n *value.Node, l *value.Label) *value.Node {
	if l.Src == nil || n == nil || len(l.Path) == 0 {
		return n
	}
	return in.f.u.Map(n, func(p *value.Label) *value.Label {
		if p.Src != nil || p.Type != nil || p.Via != nil || p.Fixed() {
			return p
		}
		return in.f.u.Sourced(p, l.Src)
	})
}

// labelType is the static type of a label of the callee, here.
func (in *instance) labelType(l *value.Label, t types.Type) types.Type {
	if l.Type != nil {
		return in.subst(l.Type)
	}
	return t
}

// global is what the caller's package knows of a package variable, and the
// label itself for those who may know more.
func (in *instance) global(l *value.Label, t types.Type) *value.Node {
	f := in.f
	l = f.typed(in.unboxed(l), t)
	o := f.globalObj(l.Root.Name, nil)
	n := f.content(o)
	for _, s := range l.Path {
		if n != nil {
			n = in.step(n, nil, s)
		}
	}
	switch {
	case n == nil:
	case l.Via != nil:
		n = value.Of(f.rendered(n, nil, *l.Via)...)
	case l.Trunc:
		n = in.beneath(n, nil, nil)
	}
	if l.Verified {
		n = f.u.Map(n, f.verifiedLabel)
	}
	return f.u.Join(value.Of(l), n)
}

// unboxed puts the caller's types into a path from a package variable. Where
// the callee asserts a type that is an interface here, nothing is taken out.
func (in *instance) unboxed(l *value.Label) *value.Label {
	if len(in.targs) == 0 || !slices.ContainsFunc(l.Path, func(s access.Sel) bool { return in.keyOf(s) != s.S }) {
		return l
	}
	c := *l
	c.Path = nil
	for _, s := range l.Path {
		if key := in.keyOf(s); key != s.S {
			if t := in.f.dynType(key); t != nil && types.IsInterface(t) && !shape.IsTypeParam(t) {
				continue
			}
			s.S = key
		}
		c.Path = c.Path.Join(s)
	}
	return in.f.u.Label(c)
}

// typed is a label that a fact brought, with the static type that it has here.
func (f *frame) typed(l *value.Label, t types.Type) *value.Label {
	if l.Type != nil || t == nil || l.Via != nil {
		return l
	}
	c := *l
	c.Type = t
	return f.u.Label(c)
}

// stepped appends the callee's stations to the caller's.
func (in *instance) stepped(n *value.Node, steps *value.Step) *value.Node {
	if steps == nil {
		return n
	}
	list := steps.List()
	return in.f.u.Map(n, func(l *value.Label) *value.Label {
		way := l.Steps
		for _, s := range list {
			if !strings.HasPrefix(s.Text, "read from ") || way == nil {
				way = way.With(s.Text, s.Place)
			}
		}
		return l.WithSteps(way)
	})
}

// node translates a value of static type t.
func (in *instance) node(n *value.Node, t types.Type) *value.Node {
	if n == nil || in.f.spent() {
		return nil
	}
	if n.Bare() {
		return bare(n.Errored)
	}
	in.f.u.Work++
	u := in.f.u
	var out *value.Node
	for _, l := range n.Labels {
		switch {
		case t == nil && l.Root.Kind == value.Opaque && l.Type == nil:
			out = u.Join(out, value.Of(l)) // it is for callers to say
		case in.itself != nil && l.ID() == in.itself.ID():
			out = u.Join(out, in.content)
		default:
			out = u.Join(out, in.label(l, t))
		}
	}
	return in.over(out, n, t)
}

// over adds all but its labels of a value to what these give.
func (in *instance) over(out, n *value.Node, t types.Type) *value.Node {
	u := in.f.u
	for _, r := range n.Refs {
		out = u.Join(out, in.ref(r))
	}
	for _, g := range n.Funcs {
		out = u.Join(out, value.New(value.Node{Funcs: []*value.Fn{in.function(g)}}))
	}
	out = in.kids(out, n, t)
	if n.Errored && out != nil {
		c := *out
		c.Errored = true
		out = &c
	}
	return out
}

// kids puts the parts of a value in: elements that may be any first, since they
// add to all others.
func (in *instance) kids(out, n *value.Node, t types.Type) *value.Node {
	plain, kids := 0, n.Kids
	for _, k := range kids {
		switch {
		case isPlain(k.Sel):
			plain++
		case k.Sel.Kind == access.Elem && in.speaksOfAll(n):
			out = in.eachElement(out, k, t)
		case k.Sel.Kind == access.Elem:
			out = in.kid(out, k, t)
		}
	}
	if plain > 0 {
		parts := make([]value.Kid, 0, plain)
		for _, k := range kids {
			if isPlain(k.Sel) {
				parts = append(parts, value.Kid{Sel: k.Sel, Node: in.node(k.Node, value.StepType(t, k.Sel))})
				if k.Sel.Kind == access.Field {
					in.launder(t, k)
				}
			}
		}
		out = in.f.u.SetParts(out, parts)
	}
	for _, k := range kids {
		if k.Sel.Kind != access.Elem && !isPlain(k.Sel) {
			out = in.kid(out, k, t)
		}
	}
	return out
}

// isPlain reports whether a part stands under the same selector in a caller.
func isPlain(s access.Sel) bool {
	return s.Kind == access.Field || s.Kind == access.Index || s.Kind == access.Key
}

func (in *instance) kid(out *value.Node, k value.Kid, t types.Type) *value.Node {
	u, s := in.f.u, k.Sel
	if s.Kind == access.Dyn {
		s.S = in.substKey(s.S)
		kt := in.f.dynType(s.S)
		kn := in.node(k.Node, kt)
		if kn == nil {
			kn = emptyBox
		}
		if kt != nil && types.IsInterface(kt) && !shape.IsTypeParam(kt) {
			return u.Join(out, kn) // boxed from a type parameter that is an interface here
		}
		return u.Set(out, s, u.Join(kn, u.Get(out, s)))
	}
	if s.Kind == access.Slot && strings.HasPrefix(s.S, keyMark) && strings.Contains(s.S, pattern.Hole) {
		return marked(out, u, in.keyMark(s.S))
	}
	kn := in.node(k.Node, value.StepType(t, s))
	if s.Kind == access.Slot && strings.HasPrefix(s.S, slotRoute) {
		s.S = in.routedBy(s.S)
		if earlier, ok := out.Kid(s); ok {
			kn = u.Join(earlier, kn)
		}
	}
	if s.Kind == access.Elem {
		return u.SetPath(out, access.Path{s}, kn, true)
	}
	if s == wrappedSel {
		kn = in.f.unchained(kn)
	}
	return u.Set(out, s, kn)
}

func (in *instance) function(g *value.Fn) *value.Fn {
	c := *g
	c.Name = in.reregistered(g, in.registeredBy(g.Name))
	c.Bind, c.Yields = nil, nil
	for _, b := range g.Bind {
		c.Bind = append(c.Bind, in.node(b, nil))
	}
	for _, y := range g.Yields {
		c.Yields = append(c.Yields, in.node(y, nil))
	}
	if g.Yields != nil && c.Yields == nil {
		c.Yields = []*value.Node{}
	}
	in.noteRoute(&c)
	return &c
}
