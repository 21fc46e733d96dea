package taint

import (
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/directive"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// Disclosure is personal data in the response to a caller who may not be
// verified.
type Disclosure struct {
	Flow
	In    string        // the function that writes the response
	Route []value.Place // registrations that lead there, if it is known to be registered
	Never bool          // it is a handler that nothing in sight registers
	// Apart: the finding stands at the registration, since the handler is in
	// another package.
	Apart bool

	others bool // the packages that serve the router may judge it, too
}

// disclose notes a response with known personal data. Where a request has just
// come in, that is a finding; else callers may have verified theirs.
func (f *frame) disclose(w way) {
	if f.caller == nil || w.kind != directive.KindResponse {
		return
	}
	st := w.state
	if st == nil {
		st = f.state()
	}
	st = f.whereHeld(st, w.label)
	if closed(st) || f.e.consented(w, st) {
		return
	}
	if w.in == "" {
		w.in = f.title()
	}
	w = f.placed(w)
	if f.e.allowedHere(w.spot, f.fn) {
		return
	}
	anybody := fromAnybody(st)
	if anybody {
		f.finding(w, f.final)
	}
	if unserved(st) && !(anybody && f.serving > 0) { // what is told of a request that came in here is told
		f.undecided = f.undecided || f.mayBeDecided(st)
		f.pending(w, st)
	}
}

// placed moves a finding to the registration through which this package knows
// of it, if there is one.
func (f *frame) placed(w way) way {
	if f.route != nil && (!w.spot.pos.IsValid() || w.foreign) {
		w.spot, w.apart = f.route.spot, true
	}
	return w
}

// writer is the function that messages name: a handler stands for the helper
// that it calls.
func (f *frame) writer(helper string) string {
	if f.serving == 0 && !f.requested && handlerShaped(f.fn.Signature) {
		return f.title()
	}
	return helper
}

// title is how messages call the function under analysis.
func (f *frame) title() string {
	fn, inner := outermost(f.fn)
	if obj, ok := fn.Object().(*types.Func); ok {
		return shape.DisplayName(obj)
	}
	if g := shape.VariableOf(fn, inner); g != nil {
		return f.e.pass.Pkg.Name() + "." + g.Name()
	}
	return fn.Name()
}

// finding adds to the disclosures that are certain.
func (f *frame) finding(w way, to map[flowKey]*Disclosure) {
	key := flowKey{w.in + "\x00" + w.name, w.spot.key}
	if !w.apart {
		key.kind = ""
	}
	d := to[key]
	if d == nil {
		d = &Disclosure{In: w.in, Apart: w.apart, Flow: Flow{
			Kind: w.kind, Sink: w.name, Pos: w.spot.pos, End: w.spot.end, Func: f.fn.RelString(f.e.pass.Pkg),
			Place: w.place, call: w.spot.key,
		}}
		to[key] = d
		d.others = f.offering
	}
	d.others = d.others && f.offering
	if f.route != nil {
		d.through(f.route.place)
		d.through(f.route.mount)
	}
	d.add(w.label)
}

func (fl *Flow) add(l *value.Label) {
	fl.gets(FlowSource{Source: l.Src, Steps: l.Steps.List(), Reported: l.Reported})
}

// pending makes the disclosure part of the summary.
func (f *frame) pending(w way, st *value.Node) {
	key := "disclosure" + w.name + "#" + itoa(w.label.ID()) + "@" + itoa(int(w.spot.key)) + w.in
	i, ok := f.noted(key, len(f.disclosures))
	if !ok {
		return
	}
	if i < len(f.disclosures) {
		f.disclosures[i].State = f.u.Join(f.disclosures[i].State, st)
		return
	}
	f.disclosures = append(f.disclosures, summary.Sink{
		Kind: w.kind, Name: w.name, Label: w.label, Place: w.place, In: w.in, State: st,
		Pos: w.spot.pos, End: w.spot.end, Key: w.spot.key,
	})
}

// noted is where a disclosure or an answer with a key stands, or where the next one
// of n goes; false where a function has too many.
func (f *frame) noted(key string, n int) (i int, ok bool) {
	if i, ok := f.known[key]; ok {
		return i, true
	}
	most := maxDisclosures
	if f.e.subjects != nil {
		most *= 2 // half of them are for marks
	}
	if n >= most {
		f.e.bounded(boundSinks)
		return 0, false
	}
	f.known[key] = n
	return n, true
}

// disclosed follows a callee's disclosure.
func (in *instance) disclosed(s summary.Sink) {
	f := in.f
	if kind, ok := strings.CutPrefix(s.Kind, handedPrefix); ok {
		in.handedOn(kind, s)
		return
	}
	if s.Kind == subjectKind {
		in.subjectShown(s)
		return
	}
	if f.quiet > 0 || in.escape {
		return
	}
	at := spot{s.Pos, s.End, s.Key}
	foreign := !s.Pos.IsValid()
	if foreign {
		at = in.site.spot()
	}
	for _, l := range in.heldByCaller(s.Label) {
		f.disclose(way{
			kind: s.Kind, name: s.Name, label: l, spot: at, place: s.Place, in: f.writer(s.In), state: in.state(s.State), foreign: foreign,
			apart: foreign && (f.serving > 0 || f.requested || ofRoute(s.State)), // it is a handler of another package
		})
	}
}

// ofRoute reports whether a state is that of a route, on a router of which callers
// know what stands before all of its routes: what is disclosed there a handler does,
// one of many, and not the function that served them.
func ofRoute(st *value.Node) bool {
	return st != nil && slices.ContainsFunc(st.Labels, func(l *value.Label) bool { return l.Root.Kind != value.Caller })
}

// allowedHere reports whether a directive accepts responses at a place, or in
// the function that writes them as a whole.
func (e *engine) allowedHere(at spot, fn *ssa.Function) bool {
	for _, pos := range []token.Pos{at.pos, at.key} {
		if pos.IsValid() && e.allowedAt(pos, pos) {
			return true
		}
	}
	if at.pos.IsValid() && at.end.IsValid() && e.allowedAt(at.pos, at.end) {
		return true
	}
	for ; fn != nil; fn = fn.Parent() {
		if fn.Pos().IsValid() && e.allowedAt(fn.Pos(), fn.Pos()) {
			return true
		}
	}
	return false
}

func (e *engine) allowedAt(from, to token.Pos) bool {
	if len(e.allows) == 0 {
		return false
	}
	p, end := e.pass.Fset.Position(from), e.pass.Fset.Position(to)
	for _, a := range e.allows {
		if a.file != filepath.Base(p.Filename) || !slices.Contains(a.Kinds, directive.KindResponse) {
			continue
		}
		if slices.ContainsFunc(a.lines, func(l int) bool { return l >= p.Line && l <= end.Line }) {
			a.use(directive.KindResponse)
			return true
		}
	}
	return false
}

func (c *disclosureList) add(ds map[flowKey]*Disclosure) {
	keys := make([]flowKey, 0, len(ds))
	for k := range ds {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b flowKey) int {
		if a.key != b.key {
			return int(a.key - b.key)
		}
		return strings.Compare(a.kind, b.kind)
	})
	for _, k := range keys {
		d := ds[k]
		if old := c.merged[k]; old != nil {
			old.absorb(d)
			continue
		}
		c.merged[k] = d
		c.out = append(c.out, d)
	}
}

// absorb adds what another disclosure of the same writer at the same place says.
func (d *Disclosure) absorb(o *Disclosure) {
	d.merge(&o.Flow)
	d.Never, d.others = d.Never && o.Never, d.others && o.others
	for _, r := range o.Route {
		d.through(r)
	}
}

// through adds a registration.
func (d *Disclosure) through(p value.Place) {
	if p.Line > 0 && !slices.Contains(d.Route, p) {
		d.Route = append(d.Route, p)
	}
}
