package taint

import (
	"go/ast"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/directive"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/summary"
)

// disclosuresFound collects what is certain, and what nobody in sight can turn
// to the good any more.
func (e *engine) disclosuresFound() []*Disclosure {
	if !e.web {
		return nil
	}
	c := disclosureList{e: e, merged: map[flowKey]*Disclosure{}}
	for _, s := range e.sorted() {
		c.add(s.final)
	}
	for _, s := range e.sorted() {
		if e.root(s) {
			c.add(withoutOthers(s.escaped, e.leavesOpen(s)))
		}
		for _, key := range slices.Sorted(maps.Keys(s.inGlobals)) {
			if !e.served[key] {
				c.add(withoutOthers(s.inGlobals[key], e.leavesVariable(key)))
			}
		}
		if e.last(s) {
			c.unjudged(s)
		}
	}
	slices.SortStableFunc(c.out, func(a, b *Disclosure) int { return int(a.Pos - b.Pos) })
	return c.out
}

// withoutOthers are those that are not left to other packages.
func withoutOthers(ds map[flowKey]*Disclosure, leaves bool) map[flowKey]*Disclosure {
	if !leaves {
		return ds
	}
	out := maps.Clone(ds)
	maps.DeleteFunc(out, func(_ flowKey, d *Disclosure) bool { return d.others })
	return out
}

type disclosureList struct {
	e      *engine
	merged map[flowKey]*Disclosure
	out    []*Disclosure
}

// unjudged reports what a function discloses that nobody calls.
func (c *disclosureList) unjudged(s *function) {
	f := newFrame(c.e, s.fn, s)
	ds := map[flowKey]*Disclosure{}
	sinks := slices.DeleteFunc(slices.Clone(s.sum.Disclosures), func(d summary.Sink) bool { return d.Kind != directive.KindResponse || unsaid(d.State) })
	if s.fn.Parent() != nil {
		for _, k := range s.sum.Sinks {
			if k.Kind == directive.KindResponse && k.Label.Src != nil && !closed(k.State) {
				sinks = append(sinks[:len(sinks):len(sinks)], k)
			}
		}
	}
	for _, d := range sinks {
		f.finding(way{
			kind: d.Kind, name: d.Name, label: d.Label, spot: spot{d.Pos, d.End, d.Key}, place: d.Place, in: d.In,
			apart: d.Place.Pkg != c.e.pass.Pkg.Path() && d.In != f.title() && !handlerShaped(s.fn.Signature), // of a handler elsewhere
		}, ds)
	}
	for _, d := range ds {
		d.Never = handlerShaped(s.fn.Signature) && !c.e.mentioned(s.fn)
	}
	c.add(ds)
}

// noteCalled marks a function whose disclosures are followed to a caller. A test is
// none: what it calls is served elsewhere.
func (f *frame) noteCalled(fn *ssa.Function) {
	if s := f.e.funcs[fn]; s != nil && s != f.self && f.escaping == 0 && f.quiet == 0 && !f.e.inTest(f.fn.Pos()) {
		s.called = true
	}
}

// root reports whether no function of this package calls s, but for tests.
func (e *engine) root(s *function) bool {
	for u := range s.users {
		if u != s && !e.inTest(u.fn.Pos()) {
			return false
		}
	}
	return true
}

// last reports whether nobody calls s or can come to: what it discloses is not
// judged elsewhere.
func (e *engine) last(s *function) bool {
	if s.sum == nil || s.called || e.registered[s.fn] || shape.IsWrapper(s.fn) {
		return false
	}
	top, inner := outermost(s.fn)
	if e.pass.Pkg.Name() == "main" || s.fn.Parent() == nil && s.fn.Name() == "init" {
		return true
	}
	if g := shape.VariableOf(top, inner); g != nil {
		return !ast.IsExported(g.Name())
	}
	return !ast.IsExported(top.Name())
}

// outermost is the function that a literal stands in, and the literal directly in
// it.
func outermost(fn *ssa.Function) (top, inner *ssa.Function) {
	top, inner = fn, fn
	for top.Parent() != nil {
		top, inner = top.Parent(), top
	}
	return top, inner
}

// handlerShaped reports whether a function takes what a handler takes.
func handlerShaped(sig *types.Signature) bool {
	for i := range sig.Params().Len() {
		switch name := shape.TypeBase(sig.Params().At(i).Type()); {
		case strings.HasSuffix(name, "ResponseWriter"), name == "Ctx", name == "Context", name == "Request":
			return true
		}
	}
	return false
}
