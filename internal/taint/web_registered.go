package taint

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// noteRegistered marks the functions in a handler: somebody answers for them.
func (f *frame) noteRegistered(n *value.Node) {
	if f.walked == nil {
		f.walked = map[visited]*value.Node{}
	}
	r := registrar{f: f, seen: map[visited]bool{}}
	r.node(n, 0)
}

// noteGiven marks the handlers that an exported function gives its callers, in a list of
// routes too: packages that register these answer for them.
func (f *frame) noteGiven(s *function) {
	if !exported(s) || f.e.pass.Pkg.Name() == "main" {
		return
	}
	f.heap = f.exit
	for i, n := range f.results {
		if t := s.fn.Signature.Results(); i < t.Len() && f.e.holdsHandlers(shape.Pointed(t.At(i).Type())) {
			f.noteRegistered(n)
		}
	}
}

// noteRoute notes a handler of this package that a callee was given, and registered:
// its route may be one that nobody plays.
func (in *instance) noteRoute(g *value.Fn) {
	if in.f.caller == nil || in.f.quiet > 0 || len(g.Bind) != 2 || !strings.HasPrefix(g.Name, routeName) {
		return
	}
	in.f.routing = true
	in.f.noteRegistered(g.Bind[0])
	in.f.e.noteChecked(g.Bind[1], nil)
}

// registrar walks a handler. It enters each piece of memory once: what is
// linked in many ways has more ways through it than can be walked.
type registrar struct {
	f    *frame
	seen map[visited]bool
}

type visited struct {
	obj  *value.Obj
	path string
}

func (r *registrar) node(n *value.Node, depth int) {
	if n == nil || depth > maxServing {
		return
	}
	r.f.u.Work++
	for _, g := range n.Funcs {
		if g.Func != nil {
			r.f.e.noteFunction(g)
		}
		for _, b := range g.Bind {
			r.node(b, depth+1)
		}
	}
	for _, k := range n.Kids {
		if k.Sel.Kind == access.Dyn {
			r.f.noteHandlerType(k.Sel.S)
		}
		if k.Sel.Kind != access.Slot {
			r.node(k.Node, depth+1)
		}
	}
	for _, ref := range n.Refs {
		at := visited{ref.Obj, ref.Path.String()}
		if r.seen[at] {
			continue
		}
		r.seen[at] = true
		// Many handlers are methods of one value: what did not change since the last
		// of them was walked already.
		if n := r.f.u.GetPath(r.f.content(ref.Obj), ref.Path); n != nil && r.f.walked[at] != n {
			r.f.walked[at] = n
			r.node(n, depth+1)
		}
	}
}

// noteHandlerType marks the method by which a type answers requests, if it is
// this package's.
func (f *frame) noteHandlerType(key string) {
	t := f.dynType(key)
	if t == nil {
		return
	}
	if sel := f.e.methodSets.MethodSet(t).Lookup(nil, "ServeHTTP"); sel != nil {
		f.e.noteMethod(sel.Obj().(*types.Func))
	}
}

func (e *engine) noteMethod(m *types.Func) {
	if m = m.Origin(); m.Pkg() != e.pass.Pkg {
		return
	}
	if fn := e.ssa.Prog.FuncValue(m); fn != nil {
		e.registered[fn] = true
	}
}

// noteService marks the methods of a service, which nobody plays where all of its
// callers are verified.
func (f *frame) noteService(g *value.Fn) {
	r := f.e.replyOf(howOf(g.Name))
	if r == nil || !r.m.Routing.Methods || g.Bind[0] == nil {
		return
	}
	iface, _ := typeOrNil(f.handlerType(g)).(*types.Interface)
	for _, k := range dynamic(g.Bind[0]) {
		t := f.dynType(k.Sel.S)
		if t == nil {
			continue
		}
		for sel := range f.e.methodSets.MethodSet(t).Methods() {
			if m, ok := sel.Obj().(*types.Func); ok && m.Exported() && (iface == nil || shape.HasMethod(iface, m.Name())) {
				f.e.noteMethod(m)
			}
		}
	}
}

func (e *engine) noteFunction(g *value.Fn) {
	e.registered[g.Func] = true
	if m := shape.BoundMethod(g.Func); m != nil && g.Bound {
		if fn := e.ssa.Prog.FuncValue(m.Origin()); fn != nil {
			e.registered[fn] = true
		}
	}
}

// mentioned reports whether some code of the package uses a function as a value,
// other than to call it. Of such a one nobody can say that it is never
// registered: at most that its route was lost.
func (e *engine) mentioned(fn *ssa.Function) bool {
	if e.values == nil {
		e.values = map[types.Object]bool{}
		for _, s := range e.sorted() {
			e.noteValues(s.fn)
		}
	}
	return fn.Object() != nil && e.values[fn.Object()]
}

func (e *engine) noteValues(fn *ssa.Function) {
	var room [8]*ssa.Value
	for _, b := range fn.Blocks {
		for _, i := range b.Instrs {
			called, _ := i.(ssa.CallInstruction)
			for n, op := range i.Operands(room[:0]) {
				v, ok := (*op).(*ssa.Function)
				if !ok || v.Object() == nil || n == 0 && called != nil && !called.Common().IsInvoke() {
					continue
				}
				e.values[v.Object()] = true
			}
		}
	}
}
