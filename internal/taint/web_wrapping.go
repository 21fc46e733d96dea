package taint

import (
	"go/types"
	"maps"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// escapingRouters judges the routers that this function leaves to others and
// that nobody here serves: first what wraps them, then the routers themselves.
func (f *frame) escapingRouters(s *function) {
	f.leftRoutes = nil
	s.judged, s.judgedOnly, s.inGlobals = nil, nil, map[string]map[flowKey]*Disclosure{}
	if !f.returned || f.e.inTest(f.fn.Pos()) || helpsTests(f.fn) { // what a test gets or makes, it serves to itself
		return
	}
	f.heap = f.exit
	var objs, theirs []*value.Obj
	globals := map[*value.Obj]bool{}
	f.heap.Each(func(o *value.Obj, n *value.Node) {
		switch {
		case !hasRoutes(n) || f.foreigners[o] != "":
		case o.Sym != nil && fromCallers(o.Sym):
			theirs = append(theirs, o)
		case globalKey(o) != "":
			globals[o] = true
			objs = append(objs, o)
		case o.Sym == nil:
			objs = append(objs, o)
		}
	})
	if len(objs) == 0 {
		return
	}
	final, kept := f.final, f.kept()
	f.calls = slices.Clone(f.calls) // callers were told of these already
	pending, served := len(f.disclosures), maps.Clone(f.e.served)
	f.idle = f.e.unused(f.fn)
	judge := func(h at, key string, to map[flowKey]*Disclosure) {
		f.final = to
		site := &callSite{key: "escaping" + key, pos: f.fn.Pos()}
		f.serving++ // registrations stay until all is judged
		f.answer(site, h, f.e.anybodyState)
		f.serving--
	}
	for i, h := range f.wrappers(objs) {
		judge(h, "wrapper"+itoa(i), f.escaped)
	}
	left := map[flowKey]*Disclosure{}
	done := map[*value.Obj]bool{}
	for _, r := range f.cleared {
		done[r.Obj] = true
	}
	for _, o := range objs {
		if done[o] || f.linked(o, objs) || f.linked(o, theirs) { // the latter are for callers to judge
			continue
		}
		to := left
		if globals[o] {
			to = map[flowKey]*Disclosure{}
			s.inGlobals[globalKey(o)] = to
		} else if kept[o] || f.leadsToKept(o, objs, kept) {
			to = f.escaped
		}
		judge(at{n: value.New(value.Node{Refs: []value.Ref{{Obj: o}}})}, itoa(o.ID), to)
	}
	s.judged, s.judgedOnly = map[int][]access.Sel{}, map[int][]access.Sel{}
	for _, r := range f.cleared {
		n := f.u.GetPath(f.content(r.Obj), r.Path)
		if f.openHandler(n) || f.leftRoutes[routeKey{r.Obj, r.Path[len(r.Path)-1]}] {
			continue
		}
		id, slot := r.Obj.ID, r.Path[len(r.Path)-1]
		s.judged[id] = append(s.judged[id], slot)
		if !f.leadsToCommon(n) {
			s.judgedOnly[id] = append(s.judgedOnly[id], slot)
		}
	}
	addUntold(final, left)
	f.final, f.disclosures, f.cleared, f.e.served = final, f.disclosures[:pending], nil, served
}

// addUntold adds what routers disclose that stay with the function, but for handlers of
// other packages of which that was told where they are served: a router that may be
// served or not, as behind an interface, still has its routes.
func addUntold(to, left map[flowKey]*Disclosure) {
	told := slices.Collect(maps.Values(to))
	for k, d := range left {
		switch {
		case d.Apart && slices.ContainsFunc(told, func(o *Disclosure) bool {
			return o.Apart && o.In == d.In && o.Sink == d.Sink && o.Place == d.Place && o.covers(&d.Flow)
		}):
		case to[k] != nil:
			to[k].absorb(d)
		default:
			to[k] = d
		}
	}
}

// wrappers are the handlers through which routers leave that are not routers
// themselves: closures and types with ServeHTTP.
func (f *frame) wrappers(objs []*value.Obj) []at {
	var out []at
	seen, routed := map[string]bool{}, f.routed(objs)
	var visit func(n *value.Node, t types.Type, depth int)
	visit = func(n *value.Node, t types.Type, depth int) {
		if n == nil || depth > 2*value.MaxDepth {
			return
		}
		for _, g := range n.Funcs {
			foreign := g.Func == nil // a closure of another package: its type tells how to call it
			if foreign && (t == nil || strings.HasPrefix(g.Name, routeName)) || seen[g.Name] || routed[instanceOf(g)] || !f.reaches(g.Bind, objs) {
				continue
			}
			seen[g.Name] = true
			h := at{value.New(value.Node{Funcs: []*value.Fn{g}}), nil}
			if foreign {
				h.t = t
			}
			out = append(out, h)
		}
		for _, k := range n.Kids {
			t := f.dynType(k.Sel.S)
			if k.Sel.Kind == access.Dyn && t != nil && f.e.modelType(t) == nil && f.handlerMethod(t) != "" &&
				!shape.IsFunc(t) && !seen[k.Sel.S] && f.reaches([]*value.Node{k.Node}, objs) {
				seen[k.Sel.S] = true
				out = append(out, at{k.Node, t})
				continue
			}
			if k.Sel.Kind != access.Slot {
				visit(k.Node, t, depth+1)
			}
		}
	}
	for _, n := range f.results {
		visit(n, nil, 0)
	}
	f.heap.Each(func(_ *value.Obj, n *value.Node) { visit(n, nil, 0) })
	return out
}

// routed are the functions in the handlers of routers. That one leads to its router, as a
// method does whose receiver holds that, makes it no wrapper: the router stands before it.
func (f *frame) routed(objs []*value.Obj) map[string]bool {
	w := routedWalk{f: f, found: map[string]bool{}}
	for _, o := range objs {
		n, _ := f.heap.Get(o)
		w.node(n, 0)
	}
	return w.found
}

// instanceOf tells a function value apart from others of the same function.
func instanceOf(g *value.Fn) string {
	key := g.Name + "@" + itoa(g.Site)
	for _, b := range g.Bind {
		for _, o := range objects(b) {
			key += "," + itoa(o.ID)
		}
	}
	return key
}

type routedWalk struct {
	f     *frame
	found map[string]bool // by instance
}

// node adds the functions in the routes of a router, or in a handler: those that closures
// captured, too, but not what is behind the receivers of methods.
func (w *routedWalk) node(n *value.Node, depth int) {
	if n == nil || depth > 2*value.MaxDepth {
		return
	}
	for _, g := range n.Funcs {
		if strings.HasPrefix(g.Name, routeName) && len(g.Bind) == 2 {
			w.node(g.Bind[0], depth+1)
		} else if key := instanceOf(g); !w.found[key] {
			w.found[key] = true
			for _, c := range w.f.capturedIn(&value.Node{Funcs: []*value.Fn{g}}) {
				w.node(c, depth+1)
			}
		}
	}
	for _, k := range n.Kids {
		if k.Sel.Kind == access.Dyn || k.Sel.Kind == access.Slot || hasRoutes(k.Node) {
			w.node(k.Node, depth+1)
		}
	}
}

// reaches reports whether any of the objects can be got at from the values.
func (f *frame) reaches(ns []*value.Node, objs []*value.Obj) bool {
	seen := map[*value.Obj]bool{}
	queue := slices.Clone(ns)
	for len(queue) > 0 {
		n := queue[0]
		queue = queue[1:]
		for _, o := range objects(n) {
			if slices.Contains(objs, o) {
				return true
			}
			if !seen[o] {
				seen[o] = true
				queue = append(queue, f.content(o))
			}
		}
	}
	return false
}

// modelType is the router type that the models know a type as, or nil.
func (e *engine) modelType(t types.Type) *model.Package {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return nil
	}
	return e.models.Package(n.Obj().Pkg().Path())
}

// linked reports whether another router leads to this one. If each leads to the other, as
// where a handler is a method of what holds them all, the one that hands on stands before
// the other.
func (f *frame) linked(o *value.Obj, objs []*value.Obj) bool {
	to, _ := f.heap.Get(o)
	return slices.ContainsFunc(objs, func(p *value.Obj) bool {
		if p == o {
			return false
		}
		n, _ := f.heap.Get(p)
		return f.routesTo(n, o, f.leadsTo) && (!f.routesTo(to, p, f.leadsTo) || f.routesTo(n, o, f.handsOn))
	})
}

// leadsToKept reports whether a router that stays here hands on to one that others can
// reach, by others in between: who built the root, and gave away a part of it.
func (f *frame) leadsToKept(o *value.Obj, objs []*value.Obj, kept map[*value.Obj]bool) bool {
	queue := []*value.Obj{o}
	for i := 0; i < len(queue); i++ {
		n, _ := f.heap.Get(queue[i])
		for _, p := range objs {
			if slices.Contains(queue, p) || !f.routesTo(n, p, f.handsOn) {
				continue
			}
			if kept[p] {
				return true
			}
			queue = append(queue, p)
		}
	}
	return false
}

// routesTo reports whether a handler of a router leads to another router.
func (f *frame) routesTo(n *value.Node, o *value.Obj, leads func(h *value.Node, o *value.Obj) bool) bool {
	if n == nil {
		return false
	}
	for _, k := range n.Kids {
		if k.Sel.Kind == access.Field && f.routesTo(k.Node, o, leads) {
			return true
		}
		if k.Sel.Kind != access.Slot || k.Node == nil {
			continue
		}
		for _, g := range k.Node.Funcs {
			if len(g.Bind) == 2 && g.Bind[0] != nil && leads(g.Bind[0], o) { // of some handlers nothing is known
				return true
			}
		}
	}
	return false
}

// leadsTo reports whether an object can be got at from a handler in any way.
func (f *frame) leadsTo(h *value.Node, o *value.Obj) bool {
	return f.reaches([]*value.Node{h}, []*value.Obj{o})
}

// handsOn reports whether a handler is a router, or wraps it: a method of something that
// holds the router may do anything with it.
func (f *frame) handsOn(h *value.Node, o *value.Obj) bool {
	queue := []*value.Node{h}
	for i := 0; i < len(queue) && i < maxWrapping; i++ {
		n := queue[i]
		if slices.ContainsFunc(n.Refs, func(r value.Ref) bool { return r.Obj == o }) {
			return true
		}
		for _, k := range n.Kids {
			if k.Sel.Kind == access.Dyn && k.Node != nil {
				queue = append(queue, k.Node)
			}
		}
		for _, c := range f.capturedIn(n) {
			if slices.ContainsFunc(c.Refs, func(r value.Ref) bool { return r.Obj == o }) {
				return true
			}
		}
		queue = append(queue, f.wrapped(n)...)
	}
	return false
}

// maxWrapping bounds the handlers that one hands on to.
const maxWrapping = 64

// capturedIn are the contents of the variables that closures in a handler captured.
func (f *frame) capturedIn(h *value.Node) []*value.Node {
	var out []*value.Node
	for _, g := range h.Funcs {
		if g.Bound {
			continue
		}
		for _, b := range g.Bind {
			if b == nil {
				continue
			}
			out = append(out, b)
			for _, o := range objects(b) {
				if n := f.content(o); n != nil {
					out = append(out, n)
				}
			}
		}
	}
	return out
}

// kept are the objects that others can reach when the function has returned.
func (f *frame) kept() map[*value.Obj]bool {
	out := map[*value.Obj]bool{}
	f.heap = f.exit
	for _, c := range f.snapshot(f.results, leftBehind) {
		out[c.Obj] = true
	}
	for _, c := range f.snapshot(nil, inGlobal) {
		out[c.Obj] = true
	}
	return out
}
