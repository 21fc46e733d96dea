package taint

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/directive"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/render"
	"github.com/piivet/piivet/internal/taint/shape"
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
	bound    string // type for which an open call was closed
	rebound  bool   // in a method of that type
}

// FlowSource is one source of a Flow, with the way from there.
type FlowSource struct {
	*value.Source
	Steps    []*value.Step
	Reported bool // part of an error that was reported where it was built
	// Handed says of outbound flows to whom the data goes, and after what.
	Handed []Handed
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
	in    string          // the function that writes it; empty: the one under analysis
	state *value.Node     // whether the caller is verified; nil: as it is now
	out   *summary.Outlet // of outbound calls: to whom
	again bool            // it was looked at before, but not for who calls
	apart bool            // spot is a registration
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
		f.out(way{kind: kind, name: name, label: l, spot: at, place: f.place(site.pos), out: d.outletOf(l)})
	}
}

// out decides who judges a label that reaches a sink: this function, where it
// is known to be personal data; else whoever knows more of it.
func (f *frame) out(w way) {
	if w.kind == directive.KindOutbound && answersCaller(w.out) {
		w.kind, w.out = directive.KindResponse, nil
	}
	w.label = f.anybodys(f.u.Plain(w.label))
	l := w.label
	f.shows(w)
	switch {
	case l.Text() != "", l.Outside(): // nobody's data
	case f.quiet > 0, f.silent > 0 && w.kind != directive.KindResponse:
	case f.knownOnly > 0 && l.Src == nil, w.kind == directive.KindResponse && (l.Verified || callersOwn(l.Src)):
	case f.heard != nil:
		f.heard.labels = value.Union(f.heard.labels, []*value.Label{l})
	case l.Src != nil && l.Root.Kind != value.FreeVar:
		if !w.again && f.silent == 0 {
			f.report(w)
			f.handOn(w)
		}
		f.disclose(w)
	case f.silent > 0 && l.Root.Kind == value.Global: // followed where the variable is read
	case l.Root.Kind == value.Open:
		if !f.playedLater(w) {
			f.e.awaitResult(w)
		}
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
		if f.binding != nil {
			fl.bound, fl.rebound = f.u.TypeKey(f.binding), f.inMethodOf(f.binding)
		}
		f.flows[key] = fl
	}
	steps := w.label.Steps.List()
	if len(steps) >= value.MaxSteps {
		f.u.Reached[value.BoundSteps]++
	}
	fl.gets(FlowSource{Source: w.label.Src, Steps: steps, Reported: w.label.Reported})
}

// sinkKey tells the sinks of a summary apart.
type sinkKey struct {
	kind, name string
	label      int
	spot       token.Pos // of data that a closure captured
	out        string    // of outbound calls: to whom
}

// roomFor is how many sinks the summary has of data like l. What lies in package variables
// is counted apart: a library that is set up shows hundreds of its own tables in errors, and
// of what a function shows of its parameters that would leave no more than that it is theirs.
func (f *frame) roomFor(l *value.Label) *int {
	if l.Root.Kind == value.Global {
		return &f.shownVariables
	}
	return &f.shownValues
}

// passOn makes the sink part of the summary.
func (f *frame) passOn(w way) {
	if f.caller != nil && (w.kind == directive.KindResponse || f.e.handsOn(w.kind)) {
		if w.state == nil {
			w.state = f.state()
		}
		if w.in == "" && w.kind == directive.KindResponse {
			w.in = f.title()
		}
	}
	room := f.roomFor(w.label)
	if *room >= maxSinks {
		f.e.bounded(boundSinks)
		if f.serving > 0 {
			return // what many handlers show of one value is not all that it holds
		}
		w.label = f.u.Whole(w.label)
	}
	key := sinkKey{kind: w.kind, name: w.name, label: w.label.ID(), out: w.out.Key()}
	if *room >= maxSinks {
		key.name, key.out = "", ""
	}
	if w.label.Root.Kind == value.FreeVar {
		key.spot = w.spot.key
	}
	if i, ok := f.sinkAt[key]; ok && f.passed[key] {
		f.sinks[i].State = f.u.Join(f.sinks[i].State, w.state)
	}
	if f.passed[key] || *room >= 2*maxSinks {
		return
	}
	f.passed[key] = true
	*room++
	if w.state != nil {
		f.sinkAt[key] = len(f.sinks)
	}
	f.sinks = append(f.sinks, summary.Sink{
		Kind: w.kind, Name: w.name, Label: w.label, Place: w.place, Pos: w.spot.pos, End: w.spot.end, Key: w.spot.key,
		In: w.in, State: w.state, Out: w.out,
	})
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
	if n == nil || types.IsInterface(t) || f.val(v.X) == nil {
		return n
	}
	ls := f.rendered(f.val(v.X), t, render.Format{Family: render.Error})
	pos := f.e.conversionPos(v)
	at := spot{pos, pos, pos}
	for _, l := range ls {
		f.out(way{kind: string(model.SinkError), name: "error type " + shape.TypeBase(t), label: l, spot: at, place: f.place(pos)})
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
