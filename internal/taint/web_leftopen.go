package taint

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// A package may build a router and leave it to whoever serves that to verify
// callers. It is taken to do so if it verifies nobody itself, on any way, and the
// handlers are ones that others can register as well: exported ones. The packages
// that wrap, mount or serve the router judge such routes. Where there are checks,
// the routes without one are the package's own; and so are handlers that nobody
// else can get at.

// noteChecked remembers that some way of this package is verified.
func (e *engine) noteChecked(st, before *value.Node) {
	if !e.verifies && closed(st) && !unreachable(st) && !closed(before) {
		e.verifies = true
	}
}

// leavesOpen reports whether the routes that a function gives away are for other
// packages to judge, where their handlers may be.
func (e *engine) leavesOpen(s *function) bool {
	return e.leavesJudgement() && exported(s) && !s.shortened
}

// leavesVariable is the same of the router in a package variable.
func (e *engine) leavesVariable(key string) bool {
	name := variableName(key)
	path := pathOf(name)
	return e.leavesJudgement() && path == e.pass.Pkg.Path() && ast.IsExported(name[len(path)+1:])
}

func (e *engine) leavesJudgement() bool { return !e.verifies && e.pass.Pkg.Name() != "main" }

// withoutOwnRoutes is what s leaves in a variable, without those routes that this
// package judged and leaves to nobody.
func (e *engine) withoutOwnRoutes(name string, s *function, w *globalWrite) *globalWrite {
	f, leaves := newFrame(e, s.fn, s), e.leavesVariable(name)
	without := func(n *value.Node) *value.Node {
		if !hasRoutes(n) {
			return n
		}
		c := *n
		c.Kids = slices.DeleteFunc(slices.Clone(n.Kids), func(k value.Kid) bool {
			return k.Sel.Kind == access.Slot && strings.HasPrefix(k.Sel.S, slotRoute) && !f.openHandler(k.Node) && !(leaves && f.leadsToCommon(k.Node))
		})
		return value.New(c)
	}
	out := *w
	out.node, out.memory = without(w.node), slices.Clone(w.memory)
	for i, c := range w.memory {
		out.memory[i].Node = without(c.Node)
	}
	return &out
}

// judges reports whether the routers in a variable are served or judged here.
func (e *engine) judges(variable string) bool {
	if !e.web || pathOf(variable) != e.pass.Pkg.Path() {
		return false
	}
	for key := range e.served {
		if variableName(key) == variable {
			return true
		}
	}
	for _, s := range e.funcs {
		for key := range s.inGlobals {
			if variableName(key) == variable {
				return true
			}
		}
	}
	return false
}

// common reports whether other packages can register all that a handler may be:
// exported functions, methods and types. A router is that if it stands for routes
// that say it themselves.
func (f *frame) common(h *value.Node) bool {
	if h == nil || len(h.Labels) > 0 {
		return false
	}
	for _, g := range h.Funcs {
		if !f.e.offered(g) && !f.answersByCallers(g) {
			return false
		}
	}
	for _, k := range h.Kids {
		if k.Sel.Kind != access.Dyn {
			continue
		}
		t := f.dynType(k.Sel.S)
		if t == nil || shape.IsFunc(t) && !f.common(k.Node) {
			return false
		}
		if !shape.IsFunc(t) && !ast.IsExported(shape.TypeBase(t)) {
			return false
		}
	}
	return true
}

// answersByCallers reports whether a handler is a method of something that holds a
// service of the callers of this function, as generated code has it.
func (f *frame) answersByCallers(g *value.Fn) bool {
	if !g.Bound || len(g.Bind) != 1 || g.Bind[0] == nil {
		return false
	}
	for _, r := range g.Bind[0].Refs {
		n := f.u.GetPath(f.content(r.Obj), r.Path)
		if n == nil {
			continue
		}
		for _, k := range n.Kids {
			if k.Node != nil && slices.ContainsFunc(k.Node.Labels, f.answersForUs) {
				return true
			}
		}
	}
	return false
}

// answersForUs reports whether a label is one of callers, of a service with handlers.
func (f *frame) answersForUs(l *value.Label) bool {
	if l.Type == nil || !fromCallers(l) {
		return false
	}
	iface, ok := l.Type.Underlying().(*types.Interface)
	if !ok {
		return false
	}
	for m := range iface.Methods() {
		if f.e.answersRequests(m.Signature()) {
			return true
		}
	}
	return false
}

// leadsToCommon reports whether a registration is one of a handler that others can
// register, too.
func (f *frame) leadsToCommon(n *value.Node) bool {
	if n == nil {
		return false
	}
	for _, g := range n.Funcs {
		if len(g.Bind) == 2 && f.offers(g) {
			return true
		}
	}
	return false
}

// offers reports whether a registration leaves its handler to other packages. Checks of
// servers with services of methods, as gRPC has them, are options of the server: behind the
// function that made it nobody puts one in front, and who only serves it may not even know
// the service's type.
func (f *frame) offers(g *value.Fn) bool {
	if r := f.e.replyOf(howOf(g.Name)); r != nil && r.m.Routing.Methods {
		return false
	}
	return f.common(g.Bind[0])
}

// offered reports whether other packages can get at a function by its name.
func (e *engine) offered(g *value.Fn) bool {
	if g.Func == nil {
		obj := e.objectByName(g.Name)
		return obj != nil && obj.Exported()
	}
	if m := shape.BoundMethod(g.Func); m != nil && g.Bound {
		return m.Exported()
	}
	obj, ok := g.Func.Object().(*types.Func)
	return ok && obj.Exported() && g.Func.Parent() == nil
}
