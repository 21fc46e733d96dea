package taint

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/directive"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/render"
	"github.com/piivet/piivet/internal/taint/pattern"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// located is data that a call hands over, with the argument that held it.
type located struct {
	labels []*value.Label
	arg    int  // number of the argument, the receiver not counted; -1 for the receiver
	elem   *int // number of the operand where arg is variadic
	text   bool // the operand is plain text, not a value with fields

	out   *summary.Outlet // of outbound calls: to whom
	inURL []*value.Label  // data that stand in the address
}

// families maps forms of the models to formatters.
var families = map[model.Form]render.Format{
	model.Print:         {Family: render.Fmt},
	model.Println:       {Family: render.Fmt},
	model.KV:            {Family: render.Fmt},
	model.Logfmt:        {Family: render.Kit},
	model.Err:           {Family: render.Error},
	model.Stringer:      {Family: render.Stringer},
	model.JSON:          {Family: render.JSON},
	model.XML:           {Family: render.XML},
	model.Gob:           {Family: render.Gob},
	model.YAML:          {Family: render.YAML},
	model.Template:      {Family: render.TemplateData},
	model.Slog:          {Family: render.Slog},
	model.ZapAny:        {Family: render.ZapAny},
	model.ZapSugar:      {Family: render.ZapSugar},
	model.Zerolog:       {Family: render.ZerologInterface},
	model.ZerologFields: {Family: render.ZerologFields},
	model.Logrus:        {Family: render.Logrus},
	model.ZapObject:     {Family: render.ZapAny, Addressable: true},
	model.Klog:          {Family: render.Klog},
	model.Logr:          {Family: render.Logr},
	model.Hclog:         {Family: render.Hclog},
	model.PhusluAny:     {Family: render.Phuslu},
	model.PhusluJSON:    {Family: render.Phuslu, Depth: 1},
	model.GoStr:         {Family: render.GoStringer},
	model.Proto:         {Family: render.Proto},
}

// source evaluates a source for a destination of type dst.
func (c *modelCall) source(s model.Source, dst types.Type, text bool) *value.Node {
	switch s.Form {
	case model.Plain:
		v := c.place(s.Places[0])
		if p := s.Places[0]; p.Root == model.Result && len(p.Path) == 0 && v.n == nil && shape.IsPointer(v.t) {
			c.object(p.Index)
			v = c.place(p)
		}
		if text {
			return value.Of(c.f.flat(v.n)...)
		}
		return c.copied(s.Places[0], v, dst)
	case model.Read:
		return value.Of(c.f.readFrom(c.site, c.place(s.Places[0]))...)
	case model.Seq, model.Seq1:
		return c.f.sequence(c.site, c.place(s.Places[0]), int(s.Form-model.Seq))
	case model.As:
		return c.f.find(c.place(s.Places[0]).n, dst)
	case model.Part:
		return c.f.sliced(c.place(s.Places[0]).n, value.Unknown)
	case model.Clone:
		return c.clone(s.Places[0])
	case model.Unknown:
		if dst == nil { // a slot holds whatever there is
			dst = types.Universe.Lookup("any").Type()
		}
		return c.f.unknown(dst)
	case model.Decoded:
		return c.f.decoded(c.f.unknown(dst), dst)
	case model.Outside:
		return value.Of(c.f.u.TextLabel(value.ManyTexts))
	case model.Input:
		return value.Of(c.f.u.OutsideLabel())
	case model.Response:
		return c.response()
	case model.Verified:
		if c.f.caller == nil {
			return nil
		}
		return c.f.e.closedState
	case model.Wrapped:
		return c.wrapped(s)
	case model.Attrs:
		return c.attrSet(s.Places[0])
	}
	var ls []*value.Label
	for _, d := range c.data(s) {
		ls = value.Union(ls, d.labels)
	}
	return value.Of(ls...)
}

// response is a buffered writer, in front of one whose data go to the caller.
func (c *modelCall) response() *value.Node { return c.f.toCaller("response" + c.site.key + c.m.Name) }

// toCaller is a buffered writer, or a connection, by which a caller gets what is written.
func (f *frame) toCaller(key string) *value.Node {
	w := f.object(key, value.Obj{Drain: directive.KindResponse})
	buffer := f.object(key+"@w", value.Obj{})
	ref := func(o *value.Obj) *value.Node { return value.New(value.Node{Refs: []value.Ref{{Obj: o}}}) }
	content := f.u.Set(nil, access.Sel{Kind: access.Slot, S: "w"}, ref(w))
	content = f.u.Set(content, access.Sel{Kind: access.Slot, S: slotURL}, value.Of(f.u.TextLabel(backToCaller)))
	f.heap = f.heap.With(w, nil).With(buffer, content)
	return ref(buffer)
}

// copied moves a value as it is between like types; to any other type only its
// data go.
func (c *modelCall) copied(p model.Place, v at, dst types.Type) *value.Node {
	_, src, err := p.Resolve(c.sig)
	if err != nil || src == nil || dst == nil || likeTypes(src, dst) {
		if src != nil && dst != nil && types.IsInterface(dst) && !types.IsInterface(src) && v.t != nil {
			return c.f.box(c.f.u.TypeKey(v.t), v.n)
		}
		return v.n
	}
	return value.Of(c.f.flat(v.n)...)
}

func likeTypes(src, dst types.Type) bool {
	if types.Identical(src, dst) || shape.IsTypeParam(src) || shape.IsTypeParam(dst) || shape.IsFunc(src) && shape.IsFunc(dst) {
		return true
	}
	if it, ok := dst.Underlying().(*types.Interface); ok {
		return types.IsInterface(src) || types.Implements(src, it) || handlerInterface(dst) && types.NewMethodSet(src).Lookup(nil, "ServeHTTP") != nil
	}
	if _, ok := dst.Underlying().(*types.Basic); ok {
		return false
	}
	return types.Identical(src.Underlying(), dst.Underlying())
}

// data evaluates what a sink or a formatter prints, operand by operand.
func (c *modelCall) data(s model.Source) []located {
	switch s.Form {
	case model.Printf:
		return c.printf(s)
	case model.Plain, model.Text:
		return c.operands(s.Places[0], func(v at) []*value.Label { return c.f.flat(v.n) })
	case model.Told:
		return c.operands(s.Places[0], func(v at) []*value.Label { return c.f.toldBy(v.n) })
	}
	if fm, ok := c.formatOf(s.Form); ok {
		return c.operands(s.Places[0], func(v at) []*value.Label { return c.f.rendered(v.n, v.t, fm) })
	}
	ls := labelsOf(c.source(s, nil, true))
	return []located{{labels: ls, arg: argOf(s.Places)}}
}

func argOf(ps []model.Place) int {
	if len(ps) > 0 && ps[0].Root == model.Arg {
		return ps[0].Index
	}
	return -1
}

// operands prints a place; where that is any element of the variadic argument,
// each of them by itself.
func (c *modelCall) operands(p model.Place, print func(at) []*value.Label) []located {
	n := len(p.Path)
	if n == 0 || p.Path[n-1].Kind != access.Elem || p.Root != model.Arg {
		return []located{{labels: print(c.place(p)), arg: argOf([]model.Place{p})}}
	}
	base := p
	base.Path = p.Path[:n-1]
	list, rest := c.elements(base)
	var out []located
	for i, e := range list {
		if e.n != nil {
			out = append(out, located{labels: print(e), arg: p.Index, elem: &i, text: c.f.plainText(e)})
		}
	}
	if rest.n != nil {
		out = append(out, located{labels: print(rest), arg: p.Index})
	}
	return out
}

// plainText reports whether a value is text or a number, whatever it is boxed
// in.
func (f *frame) plainText(v at) bool {
	if v.t != nil && !types.IsInterface(v.t) {
		return shape.IsBasic(v.t) || slogAttr(v.t)
	}
	for _, k := range v.n.Kids {
		if t := f.dynType(k.Sel.S); k.Sel.Kind == access.Dyn && t != nil && (shape.IsBasic(t) || slogAttr(t)) {
			return true
		}
	}
	return len(v.n.Labels) > 0 && len(v.n.Kids) == 0
}

// slogAttr reports whether t is an attribute: its value may be text.
func slogAttr(t types.Type) bool { return value.TypeString(t) == "log/slog.Attr" }

// elements splits a list into the elements that are known by number and the
// others.
func (c *modelCall) elements(p model.Place) (list []at, rest at) {
	return c.f.elementsOf(c.place(p))
}

func (f *frame) elementsOf(v at) (list []at, rest at) {
	if v.n == nil {
		return nil, at{}
	}
	et := value.StepType(v.t, elem(0))
	own := value.New(value.Node{Labels: v.n.Labels, Kids: v.n.Kids})
	rest = at{f.element(own, elem), et}
	for _, r := range v.n.Refs {
		n := f.u.GetPath(f.content(r.Obj), r.Path)
		if n == nil {
			continue
		}
		if r.Off == value.Unknown {
			rest.n = f.u.Join(rest.n, f.u.Get(n, elem(0)))
			continue
		}
		list, rest.n = f.numbered(n, r.Off, et, list, rest.n)
	}
	return list, rest
}

func (f *frame) numbered(n *value.Node, off int, et types.Type, list []at, rest *value.Node) ([]at, *value.Node) {
	u := f.u
	for _, k := range n.Kids {
		switch {
		case k.Sel.Kind == access.Index && k.Sel.N >= off:
			for len(list) <= k.Sel.N-off {
				list = append(list, at{nil, et})
			}
			i := k.Sel.N - off
			list[i].n = u.Join(list[i].n, k.Node)
		case k.Sel.Kind == access.Elem || k.Sel.Kind == access.Key:
			rest = u.Join(rest, k.Node)
		}
	}
	if len(n.Labels) > 0 {
		rest = u.Join(rest, u.Get(value.New(value.Node{Labels: n.Labels}), elem(0)))
	}
	return list, rest
}

// printf evaluates a format and its operands. What the format is may depend on
// the way, or on the callers.
func (c *modelCall) printf(s model.Source) []located {
	fp, ap := s.Places[0], s.Places[1]
	out := []located{{labels: c.f.flat(c.place(fp).n), arg: fp.Index}}
	o, texts := c.printOperands(s)
	for _, text := range texts {
		for _, d := range c.f.printed(o, render.Pattern{Text: text, Count: c.written(o)}) {
			d.arg = ap.Index
			if hasHost(out[0].labels) {
				d.labels = value.WithoutTexts(d.labels)
			}
			out = append(out, d)
		}
	}
	return out
}

// printOperands are the operands of a printf and what its format may be.
func (c *modelCall) printOperands(s model.Source) (operands, []string) {
	fp, ap := s.Places[0], s.Places[1]
	ap.Path = ap.Path[:max(len(ap.Path)-1, 0)]
	v := c.place(ap)
	var written ssa.Value
	if ap.Root == model.Arg && len(ap.Path) == 0 {
		written = c.site.argValue(ap.Index)
	}
	texts := []string{pattern.Unknown}
	if fp.Root == model.Arg && len(fp.Path) == 0 {
		if t := c.site.text(fp.Index); len(t) > 0 {
			texts = t
		}
	}
	return c.f.operandsOf(v.n, v.t, written), texts
}

// written is the number of operands at a call that lists them, which may be
// more than are known by number: constants are not kept.
func (c *modelCall) written(o operands) int {
	if n := c.variadicLen(); !o.open && n > len(o.list) {
		return n
	}
	return 0
}

// variadicLen is the number of operands that are written at the call.
func (c *modelCall) variadicLen() int {
	if c.site.call == nil || c.site.consts == nil || c.site.call.Ellipsis.IsValid() || !c.sig.Variadic() {
		return 0
	}
	return len(c.site.call.Args) - c.sig.Params().Len() + 1
}

// wrapped is what %w wraps.
func (c *modelCall) wrapped(s model.Source) *value.Node {
	o, texts := c.printOperands(s)
	var out *value.Node
	for _, text := range texts {
		out = c.f.u.Join(out, c.f.wrappedBy(o, render.Pattern{Text: text}))
	}
	return out
}

// clone is a copy of what a place refers to, or of what an interface there holds.
func (c *modelCall) clone(p model.Place) *value.Node {
	v := c.place(p)
	if v.n == nil {
		return nil
	}
	var out *value.Node
	for _, k := range v.n.Kids {
		if t := c.f.dynType(k.Sel.S); k.Sel.Kind == access.Dyn && t != nil && shape.IsPointer(t) {
			out = c.f.u.Set(out, k.Sel, c.duplicate(p.String()+k.Sel.S, at{k.Node, t}))
		}
	}
	if rest := value.New(value.Node{Labels: v.n.Labels, Refs: v.n.Refs}); out == nil {
		out = c.duplicate(p.String(), v)
	} else if rest != nil {
		out = c.f.u.Join(out, c.duplicate(p.String(), at{rest, v.t}))
	}
	return out
}

func (c *modelCall) duplicate(name string, v at) *value.Node {
	o := c.f.object("clone"+c.site.key+name, value.Obj{Type: shape.Pointed(v.t), Copied: v.t != nil && !shape.IsPointer(v.t)})
	c.f.heap = c.f.heap.With(o, c.f.inside(v.n))
	return value.New(value.Node{Refs: []value.Ref{{Obj: o}}})
}
