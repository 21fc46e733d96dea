package taint

import (
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// A function of another package that registers the routes of a list cannot be played. Its
// summary is applied once for each element, as if it had been called with lists of one: so
// what it takes from an element belongs together. What it asks of an element is not
// known then.

// applyEach makes a call by its summary, once for each element of a list of routes where
// it gets one.
func (f *frame) applyEach(site *callSite, app application) []*value.Node {
	n, list := f.routeList(app)
	if list == nil {
		return f.apply(site, app)
	}
	args := app.args
	var out []*value.Node
	for i, r := range list {
		s := *site
		s.key += "~" + itoa(i)
		o := f.object("each"+s.key, value.Obj{})
		f.heap = f.heap.With(o, f.u.SetPath(nil, access.Path{elem(0)}, f.load(value.New(value.Node{Refs: []value.Ref{r.place()}})), false))
		app.args = slices.Clone(args)
		app.args[n].n = value.New(value.Node{Refs: []value.Ref{{Obj: o}}})
		rs := f.apply(&s, app)
		if out == nil {
			out = rs
			continue
		}
		for i := range out {
			out[i] = f.u.Join(out[i], rs[i])
		}
	}
	return out
}

// routeList is the argument of a call, by its number, that is a list of routes which the
// callee registers, and its elements; nil where there is none, or not all are known.
func (f *frame) routeList(app application) (int, []round) {
	if f.caller == nil || app.sum == nil || f.quiet+f.escaping+f.handing > 0 || app.escape || !registersForCallers(app.sum) {
		return 0, nil
	}
	for i, a := range app.args {
		t := value.StepType(a.t, elem(0))
		if a.t == nil || a.n == nil || t == nil || !f.e.opens(t) || !takesElements(app.sum, i) {
			continue
		}
		if list, closed := f.elementsOfTable(a.n); closed && len(list) > 1 && len(list) <= maxTable {
			return i, list
		}
	}
	return 0, nil
}

// registersForCallers reports whether a function registers routes on a router that it got.
func registersForCallers(s *summary.Summary) bool {
	return slices.ContainsFunc(s.Contents, func(c summary.Content) bool { return c.Obj.Sym != nil && hasRoutes(c.Node) })
}

// takesElements reports whether a function takes elements out of its n-th parameter, and
// leaves the list as it is. Elements that are middleware themselves all stand before the
// same handlers.
func takesElements(s *summary.Summary, n int) bool {
	takes := false
	var walk func(v *value.Node, depth int)
	of := func(l *value.Label) bool { return l.Root.Kind == value.Param && l.Root.N == n }
	walk = func(v *value.Node, depth int) {
		if v == nil || depth > 2*value.MaxDepth || takes {
			return
		}
		takes = slices.ContainsFunc(v.Labels, func(l *value.Label) bool { return of(l) && len(l.Path) > 0 && l.Path[0] == elem(0) })
		for _, k := range v.Kids {
			walk(k.Node, depth+1)
		}
		for _, g := range v.Funcs {
			for _, b := range g.Bind {
				walk(b, depth+1)
			}
		}
	}
	for _, c := range s.Contents {
		if c.Obj.Sym != nil && of(c.Obj.Sym) && len(c.Obj.Sym.Path) == 0 {
			return false
		}
		walk(c.Node, 0)
	}
	for _, c := range s.Calls {
		if of(c.Target) && len(c.Target.Path) == 1 && (strings.HasPrefix(c.Method, foldCall) || strings.HasPrefix(c.Method, useMethod)) {
			return false
		}
		walk(value.Of(c.Target), 0)
		for _, a := range c.Args {
			walk(a, 0)
		}
	}
	return takes
}
