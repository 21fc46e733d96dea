package taint

import (
	"go/types"
	"strconv"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/render"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// rendered is what comes out when a formatter prints n, a value of type t.
func (f *frame) rendered(n *value.Node, t types.Type, fm render.Format) []*value.Label {
	if n == nil || fm.TypeOnly() {
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
		if out := f.made(l.Type); out != nil {
			return []*value.Label{out}
		}
		return nil
	}
	d := *l
	d.Via = &fm
	return []*value.Label{f.u.Label(d)}
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
	if !types.IsInterface(t) && !shape.IsPointer(t) {
		return argument{nil, t}
	}
	o := f.object("scratch"+strconv.Itoa(f.depth)+"/"+strconv.Itoa(i), value.Obj{})
	f.heap = f.heap.With(o, nil)
	return argument{value.New(value.Node{Refs: []value.Ref{{Obj: o}}}), t}
}
