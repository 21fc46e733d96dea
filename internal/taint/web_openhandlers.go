package taint

import (
	"go/types"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// checker is middleware that goes on if the function at a place gives no error.
func (c *modelCall) checker(p model.Place) *value.Node {
	v := c.place(p)
	return value.New(value.Node{Funcs: []*value.Fn{{Name: checkName, Bind: []*value.Node{v.n}, Site: int(c.site.pos)}}})
}

// inRow is middleware that all of a list is, one behind the other.
func (c *modelCall) inRow(p model.Place) *value.Node {
	f, st := c.f, c.f.e.before
	for _, v := range c.list(p) {
		st = f.behind(f.verdict(c.site, c.m.Routing.Chain, v), st)
	}
	if slices.ContainsFunc(st.Labels, func(l *value.Label) bool { return l.Root.Kind != value.Caller || l.Root.N >= 0 }) {
		return nil // callers know more of it
	}
	return value.New(value.Node{Funcs: []*value.Fn{{Name: behindName, Bind: []*value.Node{probe, st}, Site: int(c.site.pos)}}})
}

// asked is the state in which the function that such middleware asks lets
// callers through.
func (f *frame) asked(site *callSite, g *value.Fn) *value.Node {
	if len(g.Bind) == 0 || g.Bind[0] == nil {
		return f.state()
	}
	sig := funcSignature(g.Bind[0])
	if sig == nil {
		sig = checkSignature
	}
	tells, cur := f.tells, f.state()
	f.tells = nil
	f.protect(func() { f.callValue(site, g.Bind[0], shape.ResultTypes(sig), opaqueArgs(f, sig)) })
	st := f.outcome(f.tells, stateKey(sig.Results().Len()-1, model.IsNil), cur)
	f.tells = tells
	return st
}

// checkSignature is that of a function of which nothing else is known: context
// in, context and error out.
var checkSignature = types.NewSignatureType(nil, nil, nil, nil,
	types.NewTuple(types.NewVar(0, nil, "", types.Typ[types.Invalid]), types.NewVar(0, nil, "", types.Universe.Lookup("error").Type())), false)

func funcSignature(n *value.Node) *types.Signature {
	for _, g := range n.Funcs {
		if g.Func != nil {
			return g.Func.Signature
		}
	}
	return nil
}

// signatureByName is the signature of a function or method value of which only
// the name is known, nil for a closure.
func (e *engine) signatureByName(name string) *types.Signature {
	base, wraps := wrapped(name)
	if !wraps {
		if obj := e.objectByName(name); obj != nil {
			return obj.Signature()
		}
		return nil
	}
	recv, method, ok := strings.Cut(strings.TrimPrefix(base, "("), ").")
	if !ok {
		return nil
	}
	t := e.dynTypeByName(recv)
	if t == nil {
		return nil
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, e.facts.pkg(pathOf(recv)), method)
	m, ok := obj.(*types.Func)
	if !ok {
		return nil
	}
	return m.Signature()
}

// openHandler reports whether only callers know which handler a registration
// has: it is theirs, or a method of a service that is theirs.
func (f *frame) openHandler(n *value.Node) bool {
	if n == nil {
		return false
	}
	for _, g := range n.Funcs {
		if len(g.Bind) == 2 && f.opensHandler(g.Bind[0]) {
			return true
		}
	}
	return false
}

func (f *frame) opensHandler(h *value.Node) bool {
	if h == nil {
		return false
	}
	if slices.ContainsFunc(h.Labels, fromCallers) {
		return true
	}
	for _, g := range h.Funcs {
		if !g.Bound || !fromCaller(only(g.Bind)) {
			continue
		}
		if sig := f.e.signatureByName(g.Name); sig != nil && sig.Recv() != nil && types.IsInterface(sig.Recv().Type()) {
			return true
		}
	}
	return false
}

// doneWith takes the registrations of routers for served that lie behind a
// handler whose callers are verified, whatever wraps them.
func (f *frame) doneWith(h *value.Node, depth int) {
	if h == nil || depth > maxServing {
		return
	}
	for _, r := range f.routersIn(value.New(value.Node{Refs: h.Refs, Kids: h.Kids})) {
		n := f.u.GetPath(f.content(r.Obj), r.Path)
		if n == nil || globalKey(r.Obj) != "" {
			continue
		}
		for _, k := range n.Kids {
			if k.Sel.Kind != access.Slot || !strings.HasPrefix(k.Sel.S, slotRoute) || k.Node == nil {
				continue
			}
			gone := r
			gone.Path = r.Path.Join(k.Sel)
			f.cleared = append(f.cleared, gone)
			for _, g := range k.Node.Funcs {
				if len(g.Bind) == 2 {
					f.doneWith(g.Bind[0], depth+1)
				}
			}
		}
	}
	for _, n := range f.wrapped(h) {
		f.doneWith(n, depth+1)
	}
}

// capturesRouters reports whether a handler is a closure that captured routers, as that of
// generated code which has one for each procedure.
func (f *frame) capturesRouters(h *value.Node) bool {
	if h == nil {
		return false
	}
	if slices.ContainsFunc(h.Kids, func(k value.Kid) bool { return k.Sel.Kind == access.Dyn && f.capturesRouters(k.Node) }) {
		return true
	}
	return slices.ContainsFunc(f.capturedIn(h), func(n *value.Node) bool {
		return n != nil && slices.ContainsFunc(f.routersIn(value.New(value.Node{Refs: n.Refs})), func(r value.Ref) bool {
			return hasRoutes(f.u.GetPath(f.content(r.Obj), r.Path))
		})
	})
}

// wrapped are the handlers in one that hands on to them: what a closure captured,
// and what is an interface in a struct with ServeHTTP.
func (f *frame) wrapped(h *value.Node) []*value.Node {
	var out []*value.Node
	for _, c := range f.capturedIn(h) {
		out = append(out, interfaces(c)...)
	}
	for _, k := range h.Kids {
		if k.Sel.Kind == access.Dyn && k.Node != nil { // a closure as http.HandlerFunc
			for _, c := range f.capturedIn(k.Node) {
				out = append(out, interfaces(c)...)
			}
		}
		if t := f.dynType(k.Sel.S); k.Sel.Kind != access.Dyn || k.Node == nil || t == nil || f.e.modelType(t) != nil || f.handlerMethod(t) == "" {
			continue
		}
		parts := slices.Clone(k.Node.Kids)
		for _, r := range k.Node.Refs {
			if n := f.u.GetPath(f.content(r.Obj), r.Path); n != nil {
				parts = append(parts, n.Kids...)
			}
		}
		for _, p := range parts {
			if p.Sel.Kind == access.Field {
				out = append(out, interfaces(p.Node)...)
			}
		}
	}
	return out
}

// interfaces is n, if it is what an interface holds.
func interfaces(n *value.Node) []*value.Node {
	if len(dynamic(n)) == 0 {
		return nil
	}
	return []*value.Node{n}
}
