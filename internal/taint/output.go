package taint

import (
	"go/types"
	"slices"
	"strconv"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/render"
	"github.com/piivet/piivet/internal/taint/value"
)

// flat is all data that n holds, taken as text: what stays symbolic is the
// data of that place, whatever formatter comes later.
func (f *frame) flat(n *value.Node) []*value.Label {
	c := collector{f: f, seen: map[*value.Obj][]access.Path{}}
	c.node(n, 0)
	return c.out
}

// constants is flat with the constants that lie anywhere in n.
func (f *frame) constants(n *value.Node) []*value.Label {
	c := collector{f: f, seen: map[*value.Obj][]access.Path{}, texts: true}
	c.node(n, 0)
	return c.out
}

// scalar is flat for a value of a basic type: it leads nowhere.
func (f *frame) scalar(n *value.Node) []*value.Label {
	c := collector{f: f, scalar: true}
	c.node(n, 0)
	return c.out
}

type collector struct {
	f      *frame
	texts  bool                         // constants anywhere, not only where the value itself may be one
	scalar bool                         // do not look into memory
	spare  bool                         // take what is known by type alone for known already
	seen   map[*value.Obj][]access.Path // the parts of objects that were entered
	hops   int                          // objects that were entered to come here
	out    []*value.Label
	inside int // nesting of parts and memory
	room   int // labels that out may have before it is bounded again
	types  map[types.Type]int
}

func (c *collector) node(n *value.Node, depth int) {
	if n == nil || c.f.spent() || c.f.u.TooDeep(depth) {
		return
	}
	c.f.u.Work++
	for _, l := range n.Labels {
		if c.inside == 0 || c.texts || l.Text() == "" {
			c.label(l, n)
		}
	}
	for _, k := range n.Kids {
		if k.Sel.Kind == access.Slot {
			continue
		}
		if k.Sel.Kind != access.Dyn {
			c.inside++
		}
		c.node(k.Node, depth+1)
		if k.Sel.Kind != access.Dyn {
			c.inside--
		}
	}
	if c.scalar {
		return
	}
	for _, r := range n.Refs {
		c.ref(r)
	}
}

func (c *collector) ref(r value.Ref) {
	if c.isNew(r.Obj, r.Path) {
		c.enter(c.f.u.GetPath(c.f.content(r.Obj), r.Path))
	}
}

// isNew reports whether a part of an object was not entered yet, and notes it.
// Pointers may lead to two fields of one struct.
func (c *collector) isNew(o *value.Obj, p access.Path) bool {
	for _, q := range c.seen[o] {
		if len(q) <= len(p) && slices.Equal(p[:len(q)], q) {
			return false
		}
	}
	c.seen[o] = append(c.seen[o], p)
	return true
}

// enter looks into an object. What it holds may nest as deep as any value, and
// so may objects: a message has lists of pointers to what has lists.
func (c *collector) enter(content *value.Node) {
	if c.f.u.TooDeep(c.hops) {
		return
	}
	c.hops++
	c.inside++
	c.node(content, 0)
	c.inside--
	c.hops--
}

// label adds a label of n. Where n knows a part by itself, the label does not
// speak of that.
func (c *collector) label(l *value.Label, n *value.Node) {
	if r, ok := c.f.shared(l); ok && !c.scalar {
		c.ref(r)
		return
	}
	if l.Via == nil && !l.Fixed() && !c.scalar && !isBasic(l.Type) {
		if o, ok := c.f.objs[behind(l)]; ok {
			if content, written := c.f.heap.Get(o); written && c.isNew(o, nil) {
				c.enter(content)
				return
			}
		}
		if l.Src == nil && !c.spare {
			c.carried(l, n, 0)
		}
	}
	if l.Root.Kind == value.Opaque {
		return
	}
	if l.Via == nil && !l.Fixed() {
		if c.parts(l, n) {
			return
		}
		l = c.f.u.Raw(l)
	}
	if c.out = value.Union(c.out, []*value.Label{l}); len(c.out) > max(c.room, 2*value.MaxLabels) {
		c.out = c.f.u.Bounded(c.out)
		c.room = 2 * len(c.out) // what is left may be sources, which stay apart
	}
}

// parts adds the parts of a struct's label by themselves where some of them were
// overwritten: those it does not speak of.
func (c *collector) parts(l *value.Label, n *value.Node) bool {
	if l.Src != nil || n == nil || l.Type == nil || !l.Symbolic() {
		return false
	}
	st, ok := types.Unalias(l.Type).Underlying().(*types.Struct)
	if !ok || !slices.ContainsFunc(n.Kids, func(k value.Kid) bool { return k.Sel.Kind == access.Field }) {
		return false
	}
	for i := range st.NumFields() {
		s := access.Sel{Kind: access.Field, N: i}
		if p := c.f.u.Project(l, s); p != nil && !n.Has(s) {
			c.label(p, nil)
		}
	}
	return true
}

func isBasic(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ok := types.Unalias(t).Underlying().(*types.Basic)
	return ok
}

// carried adds the personal data that a value has by its type.
func (c *collector) carried(l *value.Label, n *value.Node, depth int) {
	if !c.f.e.carries(l.Type) {
		return
	}
	if depth > maxCarried {
		c.f.e.bounded(boundCarried)
		return
	}
	if named, ok := types.Unalias(l.Type).(*types.Named); ok {
		if c.types[named] >= maxSameType || c.f.spent() {
			c.f.e.bounded(boundCarried)
			return
		}
		if c.types == nil {
			c.types = map[types.Type]int{}
		}
		c.types[named]++
	}
	for _, o := range c.f.e.oneofSources(l.Type) {
		if p := c.f.u.Project(l, o.Sel); p != nil && !n.Has(o.Sel) {
			c.label(c.f.u.Sourced(p, o.Src), nil)
		}
	}
	for _, s := range append(partSels(l.Type), c.f.e.entrySels(l.Type)...) {
		p := c.f.u.Project(l, s)
		switch {
		case p == nil || n.Has(s):
		case p.Src != nil:
			c.label(p, nil)
		default:
			c.carried(p, nil, depth+1)
		}
	}
}

// partSels are the selectors that lead one step into a value of type t.
func partSels(t types.Type) []access.Sel {
	switch u := types.Unalias(t).Underlying().(type) {
	case *types.Struct:
		out := make([]access.Sel, u.NumFields())
		for i := range out {
			out[i] = access.Sel{Kind: access.Field, N: i}
		}
		return out
	case *types.Pointer:
		return []access.Sel{{Kind: access.Deref}}
	case *types.Map:
		return []access.Sel{{Kind: access.MapKey}, {Kind: access.Elem}}
	case *types.Slice, *types.Array, *types.Chan:
		return []access.Sel{{Kind: access.Elem}}
	}
	return nil
}

// rendered is what comes out when a formatter prints n, a value of type t.
func (f *frame) rendered(n *value.Node, t types.Type, fm render.Format) []*value.Label {
	if n == nil {
		return nil
	}
	switch f.u.Work++; {
	case fm.Family == render.Raw:
		return f.flat(n)
	case t == nil || f.shownTooDeep() || f.spent():
		return f.renderLater(n, fm)
	}
	f.shown++
	defer func() { f.shown-- }()
	if fm.Family == render.JSON {
		return f.renderedJSON(n, t, fm)
	}
	var out []*value.Label
	for _, p := range render.Parts(t, fm) {
		if f.u.Work++; f.spent() {
			break
		}
		if at := f.walk(n, t, p.Path); at != nil {
			out = value.Union(out, f.part(at, p))
		}
	}
	return out
}

func (f *frame) shownTooDeep() bool {
	if f.shown <= maxRender {
		return false
	}
	f.e.bounded(boundRender)
	return true
}

// renderLater prints a value of which no type is known here, or that lies too
// deep: what may be any type is left to those who know it, all else is text.
func (f *frame) renderLater(n *value.Node, fm render.Format) []*value.Label {
	var out []*value.Label
	rest := value.Node{Refs: n.Refs}
	for _, k := range n.Kids {
		if t := f.dynType(k.Sel.S); k.Sel.Kind == access.Dyn && t != nil && k.Node != nil && f.shown <= maxRender && !f.spent() {
			out = value.Union(out, f.boxed(k, t, fm))
		} else {
			rest.Kids = append(rest.Kids, k)
		}
	}
	for _, l := range n.Labels {
		if l.Type == nil || types.IsInterface(l.Type) {
			out = value.Union(out, f.deferRender(l, fm))
		} else {
			rest.Labels = append(rest.Labels, l)
		}
	}
	c := collector{f: f, spare: f.shown > maxRender, seen: map[*value.Obj][]access.Path{}}
	c.node(value.New(rest), 0)
	return value.Union(out, c.out)
}

// boxed prints what an interface holds under one dynamic type.
func (f *frame) boxed(k value.Kid, t types.Type, fm render.Format) []*value.Label {
	ls := f.rendered(k.Node, t, fm)
	if k.Node != nil && k.Node.Errored {
		ls = f.reported(ls)
	}
	return ls
}

func (f *frame) part(at *value.Node, p render.Part) []*value.Label {
	switch p.What {
	case render.Text:
		return f.flat(at)
	case render.Method:
		if fm, ok := methodForms[p.Method.Name()]; ok && types.IsInterface(p.Type) {
			return f.renderDynamic(at, fm)
		}
		return f.renderMethod(at, p)
	case render.Dynamic:
		return f.renderDynamic(at, p.Then)
	case render.Cut:
		return f.cutOff(at, p)
	}
	return nil
}

// methodForms are methods of interfaces that a formatter stands for, so that
// values of a type not known yet can be left to those who know it.
var methodForms = map[string]render.Format{
	"Error":  {Family: render.Error},
	"String": {Family: render.Stringer},
}

// renderDynamic prints an interface value by its dynamic types. A symbolic one
// is printed where its type is known.
func (f *frame) renderDynamic(n *value.Node, fm render.Format) []*value.Label {
	var out []*value.Label
	for _, k := range n.Kids {
		switch k.Sel.Kind {
		case access.Dyn:
		case access.Slot:
			continue
		default:
			out = value.Union(out, f.flat(k.Node))
			continue
		}
		out = value.Union(out, f.boxed(k, f.dynType(k.Sel.S), fm))
	}
	for _, r := range n.Refs {
		out = value.Union(out, f.flat(f.u.GetPath(f.content(r.Obj), r.Path)))
	}
	for _, l := range n.Labels {
		out = value.Union(out, f.deferRender(l, fm))
	}
	return out
}

// deferRender leaves the printing of a symbolic value to those who know its
// dynamic type.
func (f *frame) deferRender(l *value.Label, fm render.Format) []*value.Label {
	if l.Via != nil || l.Fixed() {
		return []*value.Label{l}
	}
	if l.Root.Kind == value.Opaque {
		return nil
	}
	d := *l
	d.Via = &fm
	return []*value.Label{f.u.Label(d)}
}

func (f *frame) reported(ls []*value.Label) []*value.Label {
	return value.MapLabels(ls, func(l *value.Label) *value.Label {
		if l.Reported {
			return l
		}
		c := *l
		c.Reported = true
		return f.u.Label(c)
	})
}

// dynType is the type under a key of a boxed value; a type parameter's values
// are rendered by those who know its argument.
func (f *frame) dynType(key string) types.Type {
	if t := f.u.TypeOf(key); t != nil {
		return t
	}
	return f.e.typeByName(key)
}

// walk follows a path from a value of type t, through memory where pointers,
// slices and maps are on it.
func (f *frame) walk(n *value.Node, t types.Type, p access.Path) *value.Node {
	for _, s := range p {
		if n == nil {
			return nil
		}
		n = f.step(n, t, s)
		t = value.StepType(t, s)
	}
	return n
}

func (f *frame) step(n *value.Node, t types.Type, s access.Sel) *value.Node {
	if n == nil {
		return nil
	}
	switch s.Kind {
	case access.Deref:
		return f.load(n)
	case access.Elem, access.Index, access.Key, access.MapKey:
		return f.stepKey(n, f.element(n, func(off int) access.Sel {
			if s.Kind == access.Index && off == value.Unknown {
				return access.Sel{Kind: access.Elem}
			}
			return access.Sel{Kind: s.Kind, N: s.N + max(off, 0), S: s.S}
		}), t, s)
	case access.Slot:
		return f.slot(n, s)
	case access.Dyn:
		if t != nil && !types.IsInterface(t) {
			if f.u.TypeKey(t) == s.S {
				return n
			}
			return nil
		}
	}
	return f.u.Get(n, s)
}

// slot reads a slot, of what an interface holds too, and the same slot of what
// is in it: an error that is wrapped may wrap another one.
func (f *frame) slot(n *value.Node, s access.Sel) *value.Node {
	out := f.u.Get(n, s)
	for _, k := range n.Kids {
		if k.Sel.Kind == access.Dyn && k.Node != nil {
			out = f.u.Join(out, f.u.Get(k.Node, s))
		}
	}
	for inner := out; inner.Has(s); {
		inner = f.u.Get(inner, s)
		out = f.u.Join(out, inner)
	}
	return out
}

// renderMethod is what a method of the printed value gives.
func (f *frame) renderMethod(at *value.Node, p render.Part) []*value.Label {
	f.quiet++
	defer func() { f.quiet-- }()
	recv := argument{at, p.Type}
	if p.Addr {
		recv = f.addressOf(at, p.Type)
	}
	sig := p.Method.Type().(*types.Signature)
	args := make([]argument, sig.Params().Len())
	for i := range args {
		args[i] = f.scratch(sig.Params().At(i).Type(), i)
	}
	site := &callSite{key: "render" + strconv.Itoa(f.depth)}
	results := f.callMethod(site, p.Method, recv, args)
	if p.Out < 0 {
		return f.flat(f.load(args[-p.Out-1].n))
	}
	if p.Out >= len(results) {
		return nil
	}
	return f.rendered(results[p.Out], sig.Results().At(p.Out).Type(), p.Then)
}

// addressOf makes a pointer to a copy of the value.
func (f *frame) addressOf(n *value.Node, t types.Type) argument {
	o := f.object("addr"+strconv.Itoa(f.depth)+value.TypeString(t), value.Obj{Type: t})
	f.heap = f.heap.With(o, n)
	return argument{value.New(value.Node{Refs: []value.Ref{{Obj: o}}}), types.NewPointer(t)}
}

// scratch is an argument that a rendering method may write to: the State of
// Format, an encoder.
func (f *frame) scratch(t types.Type, i int) argument {
	if !types.IsInterface(t) && !isPointer(t) {
		return argument{nil, t}
	}
	o := f.object("scratch"+strconv.Itoa(f.depth)+"/"+strconv.Itoa(i), value.Obj{})
	f.heap = f.heap.With(o, nil)
	return argument{value.New(value.Node{Refs: []value.Ref{{Obj: o}}}), t}
}
