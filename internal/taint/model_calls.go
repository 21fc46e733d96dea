package taint

import (
	"go/types"
	"slices"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// modelCall is one call of a function that a library model describes.
type modelCall struct {
	f       *frame
	site    *callSite
	m       *model.Func
	obj     *types.Func
	sig     *types.Signature
	args    []argument // the receiver first, if there is one
	results []*value.Node
	how     string      // model and lane of the registration at hand, if its handlers return their answers
	outside bool        // middleware of the router does not stand before what is registered
	open    []string    // texts of the key in the place at hand that callers complete, or nil
	inner   *value.Node // the router that callbacks get for the receiver, or nil
}

// applyModel does what the model says: it forgets, calls back, lets out and
// moves data.
func (f *frame) applyModel(site *callSite, m *model.Func, obj *types.Func, args []argument) []*value.Node {
	c := &modelCall{f: f, site: site, m: m, obj: obj, sig: obj.Signature(), args: args}
	c.results = make([]*value.Node, c.sig.Results().Len())
	if f.tooDeep(maxDepth, boundDepth) {
		return f.passedOn(shape.ResultTypes(c.sig), f.e.handedIn(c.sig, args))
	}
	f.depth++
	tells := f.tells
	defer func() {
		f.depth--
		f.tells = tells
		c.tell()
	}()
	c.route()
	c.puts()
	c.notes()
	for _, p := range m.Clears {
		c.store(p, nil, true)
	}
	c.makes()
	c.drains()
	filled := len(m.Calls) > 0 && fillsArguments(m) // what is called reads that
	if filled {
		c.fills()
	}
	for _, call := range m.Calls {
		c.callback(call)
	}
	if m.Sink != model.SinkNone {
		c.sink()
	}
	if !filled {
		c.fills()
	}
	c.rewrap()
	c.marks()
	if len(m.Yields) > 0 {
		c.yields()
	}
	c.connects()
	c.insecure()
	c.continues()
	for _, p := range m.Opaque {
		c.drop(p)
	}
	c.escapes()
	if m.NoReturn && site.direct {
		f.dead = true
	}
	if m.Sink == model.SinkError {
		c.report()
	}
	return c.results
}

// fillsArguments reports whether a function fills what it is given, as one that loads
// rows by the batch does.
func fillsArguments(m *model.Func) bool {
	return len(m.Scans) > 0 || slices.ContainsFunc(m.Flows, func(fl model.Flow) bool {
		return fl.Src.Form == model.Unknown && fl.Dst.Place.Root == model.Arg
	})
}

// fills moves data, and names what lies under keys.
func (c *modelCall) fills() {
	for _, fl := range c.m.Flows {
		c.flow(fl)
	}
	c.keyed()
}

// makes gives a pointer that will be written through an object of its own, even
// where nothing is put there now: what a constructor gives is there to be filled,
// and a logger of which nothing is known is one, too.
func (c *modelCall) makes() {
	for _, fl := range c.m.Flows {
		p := fl.Dst.Place
		if p.Root == model.Result && len(p.Path) > 0 && p.Path[0].Kind == access.Deref && p.Index < len(c.results) {
			c.object(p.Index)
		}
	}
	if c.m.Writes != model.SinkNone && len(c.results) > 0 {
		c.object(0).Drain = string(c.m.Writes)
	}
}

// recv is the number of receivers among the arguments.
func (c *modelCall) recv() int {
	if c.sig.Recv() != nil {
		return 1
	}
	return 0
}

// report marks the errors that this call built as reported.
func (c *modelCall) report() {
	for i, n := range c.results {
		c.results[i] = c.f.u.Map(n, func(l *value.Label) *value.Label { return c.f.reported([]*value.Label{l})[0] })
	}
}

// escapes judges the closures that go in and that the model does not call.
func (c *modelCall) escapes() {
	if len(c.m.Calls) > 0 {
		return
	}
	for _, a := range c.args {
		c.f.escape(a.n)
	}
}

// drains reports what a method writes to a standard stream directly.
func (c *modelCall) drains() {
	if c.recv() == 0 || len(c.m.Flows) > 0 || len(c.args) < 2 {
		return
	}
	for _, r := range c.f.targets(c.args[0].n) {
		if d := r.Obj.Drain; d != "" && d != drainNone {
			c.f.leak(d, c.name(), c.site, located{labels: c.f.flat(c.args[1].n), out: c.f.outletOf(r.Obj)})
		}
	}
}

func (c *modelCall) name() string { return shape.DisplayName(c.obj) }

func (c *modelCall) sink() {
	if c.f.quiet > 0 {
		return
	}
	if c.m.Sink == model.SinkOutbound {
		c.handOver()
		return
	}
	outlets := c.outlets()
	masks := c.masks(outlets)
	for _, src := range c.m.Data {
		if masks {
			c.sinkThrough(src, outlets)
			continue
		}
		for _, d := range c.data(src) {
			c.f.leak(string(c.m.Sink), c.name(), c.site, d)
		}
	}
}

// at is a value found in the call, with its type.
type at = argument

// typed moves a value that is chosen by the type of where it goes: the static
// type may be an interface, what it points to is not.
func (c *modelCall) typed(fl model.Flow) {
	path := c.path(fl.Dst.Place)
	last := lastMemory(path)
	if last < 0 {
		c.store(fl.Dst.Place, c.source(fl.Src, c.resultType(fl.Dst.Place), false), false)
		return
	}
	for _, r := range c.refs(fl.Dst.Place, path, last) {
		n := c.f.u.GetPath(c.f.opaque(r.Obj.Type), r.Path)
		if n == nil {
			n = c.f.unknown(c.f.typeAt(r))
		}
		if fl.Src.Form == model.Decoded {
			n = c.f.decoded(n, c.f.typeAt(r))
		}
		if t := r.Obj.Type; r.Obj.Sym != nil && (t == nil || types.IsInterface(t) && !shape.IsTypeParam(t)) {
			n = c.f.untyped()
		}
		if fl.Src.Form == model.As {
			n = c.source(fl.Src, c.f.typeAt(r), false)
		}
		c.f.write(r, n, true)
	}
}

// resultType is the type of a place in the instance that is called.
func (c *modelCall) resultType(p model.Place) types.Type {
	sig := c.sig
	if c.site.sig != nil {
		sig = c.site.sig
	}
	if c.site.common != nil && c.site.common.Signature().Results().Len() == sig.Results().Len() {
		sig = c.site.common.Signature()
	}
	_, t, _ := p.Resolve(sig)
	return t
}

// flow moves data from a source to a destination.
func (c *modelCall) flow(fl model.Flow) {
	if !fl.Dst.Write && (fl.Src.Form == model.Unknown || fl.Src.Form == model.Decoded || fl.Src.Form == model.As) {
		c.typed(fl)
		return
	}
	var dst types.Type
	if _, t, err := fl.Dst.Place.Resolve(c.sig); err == nil {
		dst = t
	}
	n := c.taken(fl.Dst, c.source(fl.Src, dst, fl.Dst.Write))
	if setsKey(fl) {
		c.store(fl.Dst.Place, c.keyNode(fl, n), false)
		return
	}
	if n == nil {
		return
	}
	if wrapsInto(fl.Dst.Place) {
		n = c.f.unchained(n)
	}
	if t, ok := c.setsValue(fl); ok {
		n = marked(n, c.f.u, typeMark+c.f.u.TypeKey(t))
	}
	if c.m.Sink == model.SinkNone || c.m.Sink == model.SinkError {
		n = c.step(n, fl)
	}
	if fl.Dst.Write {
		c.f.writeTo(c.site, c.place(fl.Dst.Place), n)
		return
	}
	if c.decodes(fl.Dst.Place) {
		c.layOut(fl.Dst.Place, n)
		return
	}
	c.store(fl.Dst.Place, n, fl.Replace)
}

// taken is what a function hands out of something that it keeps as an interface,
// where its result has a type of its own.
func (c *modelCall) taken(dst model.Dest, n *value.Node) *value.Node {
	if n == nil || dst.Write || dst.Place.Root != model.Result || len(dst.Place.Path) > 0 {
		return n
	}
	t := c.resultType(dst.Place)
	if t == nil || types.IsInterface(t) {
		return n
	}
	if _, boxed := n.Kid(access.Sel{Kind: access.Dyn, S: c.f.u.TypeKey(t)}); !boxed {
		return n
	}
	return c.f.unbox(n, t)
}

// step notes that the function handled the data, where it made text of it.
func (c *modelCall) step(n *value.Node, fl model.Flow) *value.Node {
	if fl.Src.Form == model.Plain && len(fl.Src.Places) > 0 && len(fl.Src.Places[0].Path) > 0 {
		return n
	}
	text, place := flowVerb(fl.Src.Form)+" "+c.name(), c.f.place(c.site.pos)
	return c.f.u.Map(n, func(l *value.Label) *value.Label { return l.WithSteps(l.Steps.With(text, place)) })
}

func flowVerb(form model.Form) string {
	switch form {
	case model.Printf, model.Print, model.Println:
		return "formatted by"
	case model.JSON, model.XML, model.Gob, model.YAML, model.Template:
		return "encoded by"
	}
	return "passed through"
}

// intoResponse lets out what goes into a part of a response or of a request, such
// as a header.
func (c *modelCall) intoResponse(p model.Place, n *value.Node) bool {
	if p.Root != model.Recv && p.Root != model.Arg {
		return false
	}
	root, _ := c.root(p)
	for _, r := range c.f.targets(root) {
		d := r.Obj.Drain
		if d == string(model.SinkOutbound) || d == string(model.SinkResponse) && c.f.caller != nil {
			c.f.deposit(c.site, c.name(), r, n, true)
			return true
		}
	}
	return false
}

func (c *modelCall) drop(p model.Place) {
	for _, r := range c.f.targets(c.place(p).n) {
		if r.Obj.Sym == nil && r.Obj.Global == "" {
			r.Obj.Drain = drainNone
		}
	}
}

// drainNone marks memory that never gives back what goes in.
const drainNone = "none"
