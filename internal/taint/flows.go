package taint

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/directive"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/render"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// Flow is personal data that reaches a sink.
type Flow struct {
	Kind     string // log, error, ...
	Sink     string // the sink as messages name it: slog.Info
	Pos, End token.Pos
	Func     string      // function that the finding stands in
	Place    value.Place // of the sink itself, which may be in another package
	Sources  []FlowSource
	call     token.Pos
}

// FlowSource is one source of a Flow, with the way from there.
type FlowSource struct {
	*value.Source
	Steps    []*value.Step
	Reported bool // part of an error that was reported where it was built
}

// flowKey is what makes two flows one finding.
type flowKey struct {
	kind string
	key  token.Pos
}

// spot is the place of a finding; key is the call that it belongs to.
type spot struct{ pos, end, key token.Pos }

// way is a label that reaches a sink.
type way struct {
	kind, name string
	label      *value.Label
	spot       spot
	place      value.Place

	// Of responses:
	in    string      // the function that writes it; empty: the one under analysis
	state *value.Node // whether the caller is verified; nil: as it is now
	again bool        // it was looked at before, but not for who calls
	apart bool        // spot is a registration
	// foreign: spot is that of the call into another package
	foreign bool
}

// leak lets data out of a call.
func (f *frame) leak(kind, name string, site *callSite, d located) {
	if f.quiet > 0 {
		return
	}
	at := site.spot()
	if d.arg >= -1 {
		at = site.paramSpot(d.arg, d.elem)
	}
	for _, l := range d.labels {
		f.out(way{kind: kind, name: name, label: l, spot: at, place: f.place(site.pos)})
	}
}

// out decides who judges a label that reaches a sink: this function, where it
// is known to be personal data; else whoever knows more of it.
func (f *frame) out(w way) {
	w.label = f.u.Plain(w.label)
	l := w.label
	switch {
	case f.quiet > 0, f.silent > 0 && w.kind != directive.KindResponse:
	case f.knownOnly > 0 && l.Src == nil:
	case f.heard != nil:
		f.heard.labels = value.Union(f.heard.labels, []*value.Label{l})
	case l.Src != nil && l.Root.Kind != value.FreeVar:
		if !w.again && f.silent == 0 {
			f.report(w)
		}
		f.disclose(w)
	case f.silent > 0 && l.Root.Kind == value.Global: // followed where the variable is read
	case l.Root.Kind == value.Open:
		f.e.awaitResult(w)
	case f.tried > 0 && fromCallers(l):
	case f.typeKnown(l):
		f.outParts(w)
	case l.Symbolic():
		f.passOn(w)
	}
}

// typeKnown reports whether a rendering that waits for the dynamic type waits
// in vain: the static type is the one.
func (f *frame) typeKnown(l *value.Label) bool {
	return l.Via != nil && l.Via.Pattern == (render.Pattern{}) && l.Type != nil && !types.IsInterface(l.Type) && l.Symbolic() && f.e.carries(l.Type)
}

// outParts lets out what the formatter prints of a value: what its type makes
// personal is judged here, and only the rest by those who know more.
func (f *frame) outParts(w way) {
	plain := *w.label
	plain.Via = nil
	for _, l := range f.rendered(value.Of(f.u.Label(plain)), plain.Type, *w.label.Via) {
		if w.label = l; !f.typeKnown(l) {
			f.out(w)
		}
	}
}

func (f *frame) report(w way) {
	key := flowKey{w.kind, w.spot.key}
	fl := f.flows[key]
	if fl == nil {
		fl = &Flow{Kind: w.kind, Sink: w.name, Pos: w.spot.pos, End: w.spot.end, Func: f.fn.RelString(f.e.pass.Pkg), Place: w.place, call: w.spot.key}
		f.flows[key] = fl
	}
	steps := w.label.Steps.List()
	if len(steps) >= value.MaxSteps {
		f.u.Reached[value.BoundSteps]++
	}
	for i, s := range fl.Sources {
		if s.Class == w.label.Src.Class && s.Name() == w.label.Src.Name() {
			if s.Reported && !w.label.Reported {
				fl.Sources[i] = FlowSource{w.label.Src, steps, false}
			}
			return
		}
	}
	fl.Sources = append(fl.Sources, FlowSource{w.label.Src, steps, w.label.Reported})
}

// sinkKey tells the sinks of a summary apart.
type sinkKey struct {
	kind, name string
	label      int
	spot       token.Pos // of data that a closure captured
}

// passOn makes the sink part of the summary.
func (f *frame) passOn(w way) {
	if w.kind == directive.KindResponse && f.caller != nil {
		if w.state == nil {
			w.state = f.state()
		}
		if w.in == "" {
			w.in = f.title()
		}
	}
	if len(f.sinks) >= maxSinks {
		f.e.bounded(boundSinks)
		w.label = f.u.Whole(w.label)
	}
	key := sinkKey{kind: w.kind, name: w.name, label: w.label.ID()}
	if len(f.sinks) >= maxSinks {
		key.name = ""
	}
	if w.label.Root.Kind == value.FreeVar {
		key.spot = w.spot.key
	}
	if i, ok := f.sinkAt[key]; ok && f.passed[key] {
		f.sinks[i].State = f.u.Join(f.sinks[i].State, w.state)
	}
	if f.passed[key] || len(f.sinks) >= 2*maxSinks {
		return
	}
	f.passed[key] = true
	if w.state != nil {
		f.sinkAt[key] = len(f.sinks)
	}
	f.sinks = append(f.sinks, summary.Sink{
		Kind: w.kind, Name: w.name, Label: w.label, Place: w.place, Pos: w.spot.pos, End: w.spot.end, Key: w.spot.key,
		In: w.in, State: w.state,
	})
}

// spot is the whole call.
func (s *callSite) spot() spot {
	if s.call != nil {
		return spot{s.call.Pos(), s.call.End(), s.pos}
	}
	return spot{s.pos, s.pos, s.pos}
}

// hasRecv reports whether parameter 0 of the callee is a receiver written in
// front of the call.
func (s *callSite) hasRecv() bool {
	if s.common == nil {
		return false
	}
	if s.common.IsInvoke() {
		return true
	}
	fn := s.common.StaticCallee()
	return fn != nil && fn.Signature.Recv() != nil
}

// argSpot is where parameter n of the callee, the receiver counted, is written.
func (s *callSite) argSpot(n int, elem *int) spot {
	if s.hasRecv() {
		n--
	}
	return s.paramSpot(n, elem)
}

// paramSpot is where argument n is written, -1 being the receiver.
func (s *callSite) paramSpot(n int, elem *int) spot {
	if s.call == nil || s.common == nil {
		return s.spot()
	}
	if n < 0 {
		if sel, ok := ast.Unparen(s.call.Fun).(*ast.SelectorExpr); ok {
			return spot{sel.X.Pos(), sel.X.End(), s.pos}
		}
		return s.spot()
	}
	sig := s.common.Signature()
	if sig.Variadic() && !s.call.Ellipsis.IsValid() && n == sig.Params().Len()-1 && elem != nil {
		n += *elem
	}
	if n >= len(s.call.Args) {
		return s.spot()
	}
	a := s.call.Args[n]
	return spot{a.Pos(), a.End(), s.pos}
}

// carrier is the number of the first argument that data can have come in by:
// of a function that writes to a stream it is not the stream.
func (s *callSite) carrier() int {
	if s.common == nil || s.hasRecv() {
		return 0
	}
	return min(1, max(0, len(s.common.Args)-1))
}

// calleeTitle is how messages name the function that a call names.
func calleeTitle(f *frame, c *ssa.CallCommon) string {
	if c.IsInvoke() {
		return displayName(c.Method)
	}
	if fn := c.StaticCallee(); fn != nil {
		if obj, ok := fn.Object().(*types.Func); ok {
			return displayName(obj)
		}
		return fn.RelString(f.e.pass.Pkg)
	}
	return "a function value"
}

// panics treats the message of a panic as an error message: it ends on stderr.
func (f *frame) panics(i *ssa.Panic) {
	n := f.val(i.X)
	if n == nil {
		return
	}
	site := &callSite{pos: i.Pos(), call: f.e.callAt[i.Pos()]}
	ls := f.rendered(n, i.X.Type(), render.Format{Family: render.Panic})
	f.leakAt(string(model.SinkError), "panic", site, ls)
}

func (f *frame) leakAt(kind, name string, site *callSite, ls []*value.Label) {
	at := site.spot()
	if site.call != nil && len(site.call.Args) > 0 {
		at.pos, at.end = site.call.Args[0].Pos(), site.call.Args[0].End()
	}
	for _, l := range ls {
		f.out(way{kind: kind, name: name, label: l, spot: at, place: f.place(site.pos)})
	}
}

// printBuiltin is the language's own print: to stderr.
func (f *frame) printBuiltin(site *callSite, name string, args []argument) {
	for i, a := range args {
		if _, basic := types.Unalias(a.t).Underlying().(*types.Basic); basic {
			f.leak(string(model.SinkLog), name, site, located{labels: f.flat(a.n), arg: i})
		}
	}
}

// buildError is a concrete error that becomes an error value: what its Error
// method prints is reported here, and not again where the error is logged.
func (f *frame) buildError(v *ssa.MakeInterface, n *value.Node) *value.Node {
	t := v.X.Type()
	if types.IsInterface(t) || f.val(v.X) == nil {
		return n
	}
	ls := f.rendered(f.val(v.X), t, render.Format{Family: render.Error})
	pos := f.e.conversionPos(v)
	at := spot{pos, pos, pos}
	for _, l := range ls {
		f.out(way{kind: string(model.SinkError), name: "error type " + typeName(t), label: l, spot: at, place: f.place(pos)})
	}
	c := *n
	c.Kids = slices.Clone(n.Kids)
	for i, k := range c.Kids {
		if isBare(k.Node) {
			c.Kids[i].Node = erroredBox
		} else if k.Node != nil {
			e := *k.Node
			e.Errored = true
			c.Kids[i].Node = &e
		}
	}
	return &c
}

func (f *frame) ret(i *ssa.Return) {
	f.noteReturn(i)
	if f.results == nil {
		f.results = make([]*value.Node, len(i.Results))
	}
	for j, r := range i.Results {
		n := f.val(r)
		f.escape(n)
		f.results[j] = f.u.Join(f.results[j], n)
	}
	if f.returned {
		f.exit, _ = f.u.JoinHeaps(f.exit, f.heap)
	} else {
		f.exit, f.returned = f.heap, true
	}
}

// summarize is what callers get to know.
func (f *frame) summarize() *summary.Summary {
	if f.cut {
		f.cutShort()
	}
	s := &summary.Summary{Sinks: f.sinks, Calls: f.calls, NoReturn: !f.returned, Recovers: callsRecover(f.fn)}
	f.tellCallers(s)
	if !f.returned {
		return s
	}
	f.heap = f.exit
	for _, n := range f.results {
		s.Results = append(s.Results, f.judged(n))
	}
	s.Contents = f.limit(f.snapshot(s.Results, leftBehind))
	f.unpublished()
	f.left = f.snapshot(nil, inGlobal)
	return s
}

// cutShort makes the end of a function that was too much work: it returns, as
// nearly all do. What was not looked at may return anything of its type and,
// where it can hold it, what went in; memory is what any of the blocks found.
func (f *frame) cutShort() {
	if !f.returned {
		f.exit, f.returned = f.heap, true
	}
	for i, seen := range f.seen {
		if seen {
			f.exit, _ = f.u.JoinHeaps(f.exit, f.in[i])
		}
	}
	for i, t := range resultTypes(f.fn.Signature) {
		if i == len(f.results) {
			f.results = append(f.results, nil)
		}
		f.results[i] = f.u.Join(f.results[i], f.opaque(t))
		if holdsText(t) {
			f.results[i] = f.u.AddLabels(f.results[i], f.given())
		}
	}
}

// given is all that the function got from its caller.
func (f *frame) given() []*value.Label {
	var out []*value.Label
	for _, p := range f.fn.Params {
		out = value.Union(out, value.MapLabels(labelsOf(f.param(p)), f.u.Raw))
	}
	for _, v := range f.fn.FreeVars {
		out = value.Union(out, value.MapLabels(labelsOf(f.freeVar(v)), f.u.Raw))
	}
	return out
}

// leftBehind says whether callers must hear of what a function left in an
// object: data of a parameter that it put into a package variable are theirs
// to judge, all else in variables is known to the package as it is.
func leftBehind(o *value.Obj, n *value.Node) bool {
	if globalKey(o) != "" {
		return fromCaller(n)
	}
	return o.Sym != nil
}

func inGlobal(o *value.Obj, _ *value.Node) bool { return globalKey(o) != "" }

// fromCallers reports whether callers know more of a label.
func fromCallers(l *value.Label) bool {
	switch l.Root.Kind {
	case value.Param, value.FreeVar, value.CallRes, value.CallArg:
		return true
	}
	return false
}

// fromCaller reports whether a value holds anything that only callers know.
func fromCaller(n *value.Node) bool {
	if n == nil {
		return false
	}
	if slices.ContainsFunc(n.Labels, fromCallers) {
		return true
	}
	for _, k := range n.Kids {
		if fromCaller(k.Node) {
			return true
		}
	}
	for _, g := range n.Funcs {
		for _, b := range g.Bind {
			if fromCaller(b) {
				return true
			}
		}
	}
	return false
}

// snapshot is the content of all memory that the values reach and, at the end
// of a function, of what others can see too.
func (f *frame) snapshot(ns []*value.Node, also func(*value.Obj, *value.Node) bool) []summary.Content {
	reach := map[*value.Obj]bool{}
	var queue []*value.Node
	queue = append(queue, ns...)
	if also != nil {
		f.heap.Each(func(o *value.Obj, n *value.Node) {
			if n != o.Init && also(o, n) {
				reach[o] = true
				queue = append(queue, n)
			}
		})
	}
	for len(queue) > 0 {
		n := queue[0]
		queue = queue[1:]
		for _, o := range objects(n) {
			if !reach[o] {
				reach[o] = true
				queue = append(queue, f.content(o))
			}
		}
	}
	var out []summary.Content
	f.heap.Each(func(o *value.Obj, n *value.Node) {
		if reach[o] && n != o.Init { // memory of which nothing is said is clean
			out = append(out, summary.Content{Obj: o, Node: f.judged(n)})
		}
	})
	return out
}

// objects lists what a value refers to directly.
func objects(n *value.Node) []*value.Obj {
	if n == nil {
		return nil
	}
	var out []*value.Obj
	for _, r := range n.Refs {
		out = append(out, r.Obj)
	}
	for _, k := range n.Kids {
		out = append(out, objects(k.Node)...)
	}
	for _, g := range n.Funcs {
		for _, b := range append(slices.Clone(g.Bind), g.Yields...) {
			out = append(out, objects(b)...)
		}
	}
	return out
}
