package taint

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

func (f *frame) makeClosure(v *ssa.MakeClosure) *value.Node {
	fn := v.Fn.(*ssa.Function)
	bind := make([]*value.Node, len(v.Bindings))
	for i, b := range v.Bindings {
		bind[i] = f.val(b)
	}
	return f.function(fn, bind, shape.IsBound(fn), v.Pos())
}

// escape judges the closures that a value holds when it leaves this function's
// sight: what they captured may flow on at any later time. The finding stands
// inside the closure.
func (f *frame) escape(n *value.Node) {
	if n == nil || f.quiet > 0 {
		return
	}
	e := escaper{f: f, seen: map[*value.Obj]bool{}}
	e.node(n, 0)
}

// escapeIfShared is escape for a value that is stored where others see it.
func (f *frame) escapeIfShared(ptr, v *value.Node) {
	if v == nil || ptr == nil {
		return
	}
	for _, r := range f.targets(ptr) {
		if r.Obj.Sym != nil || r.Obj.Global != "" {
			f.escape(v)
			return
		}
	}
}

type escaper struct {
	f    *frame
	seen map[*value.Obj]bool

	wrapped int // functions of other packages around what is looked at
}

func (e *escaper) node(n *value.Node, depth int) {
	if n == nil || e.f.u.TooDeep(depth) {
		return
	}
	for _, g := range n.Funcs {
		e.function(g, depth)
	}
	for _, k := range n.Kids {
		e.node(k.Node, depth+1)
	}
	for _, r := range n.Refs {
		if !e.seen[r.Obj] && r.Obj.Global == "" && r.Obj.Sym == nil {
			e.seen[r.Obj] = true
			e.node(e.f.u.GetPath(e.f.content(r.Obj), r.Path), depth+1)
		}
	}
}

// function plays a call with arguments of which only the type is known.
func (e *escaper) function(g *value.Fn, depth int) {
	f := e.f
	if g.Func == nil { // of another package, which may have put it around one of this
		e.wrapped++
		for _, b := range g.Bind {
			e.node(b, depth+1)
		}
		e.wrapped--
		return
	}
	if e.wrapped > 0 && f.e.answersRequests(g.Func.Signature) {
		return // a handler in middleware is judged where that is registered
	}
	if g.Judged || len(g.Bind) == 0 || f.tooDeep(maxEscape, boundEscape) || f.spent() {
		return
	}
	if f.caller != nil && f.e.answersRequests(g.Func.Signature) {
		before := f.heap // it runs when this function is done
		defer func() { f.heap = before }()
	}
	site := &callSite{key: "esc" + g.Name, pos: g.Func.Pos()}
	if g.Bound {
		if m := shape.BoundMethod(g.Func); m != nil {
			args := opaqueArgs(f, m.Signature())
			st := f.state()
			f.setState(f.e.closedState) // who calls it is judged where it is called
			f.escaping++
			f.depth++
			f.callMethod(site, m, argument{g.Bind[0], g.Func.FreeVars[0].Type()}, args)
			f.depth--
			f.escaping--
			f.dead = false
			f.setState(st)
		}
		return
	}
	sum := f.e.summaryOf(g.Func, f.self)
	f.apply(site, application{
		sum: sum, fn: g, args: opaqueArgs(f, g.Func.Signature), sig: g.Func.Signature, name: g.Func.Name(), escape: true, local: true,
	})
}

// answersRequests reports whether a function is a handler: it takes a response, or
// the request as a framework hands it over.
func (e *engine) answersRequests(sig *types.Signature) bool {
	for i := range sig.Params().Len() {
		if e.aboutToAnswer(sig.Params().At(i).Type()) {
			return true
		}
	}
	return false
}

// aboutToAnswer reports whether a type is that of a response, or of a framework's
// context for one request.
func (e *engine) aboutToAnswer(t types.Type) bool {
	if t == nil {
		return false
	}
	p := shape.PackageOf(t)
	if p == nil || !e.models.Routing(p.Path()) {
		return false
	}
	name := shape.TypeBase(t)
	return strings.HasSuffix(name, "ResponseWriter") || name == "Ctx" || name == "Context"
}

// holdsResponse reports whether a type is a struct of the program's own for one request: it
// has the response in a field, or a framework's context.
func (e *engine) holdsResponse(t types.Type) bool {
	if t == nil {
		return false
	}
	t = shape.Pointed(t)
	st, ok := t.Underlying().(*types.Struct)
	if p := shape.PackageOf(t); !ok || p != nil && e.models.Describes(p.Path()) {
		return false
	}
	for v := range st.Fields() {
		if e.aboutToAnswer(v.Type()) {
			return true
		}
	}
	return false
}

func opaqueArgs(f *frame, sig *types.Signature) []argument { return argumentsFor(sig, f.unknown) }

// argumentsFor are arguments of which each is what of says of its type.
func argumentsFor(sig *types.Signature, of func(types.Type) *value.Node) []argument {
	args := make([]argument, sig.Params().Len())
	for i := range args {
		t := sig.Params().At(i).Type()
		args[i] = argument{of(t), t}
	}
	return args
}

// judged marks the closures in n as judged: callers follow only what they
// themselves put in.
func (f *frame) judged(n *value.Node) *value.Node {
	if n == nil {
		return nil
	}
	c := *n
	changed := false
	if len(n.Funcs) > 0 {
		c.Funcs = nil
		for _, g := range n.Funcs {
			h := *g
			h.Judged = true
			c.Funcs = append(c.Funcs, &h)
		}
		changed = true
	}
	if len(n.Kids) > 0 {
		c.Kids = make([]value.Kid, len(n.Kids))
		for i, k := range n.Kids {
			c.Kids[i] = value.Kid{Sel: k.Sel, Node: f.judged(k.Node)}
			changed = changed || c.Kids[i].Node != k.Node
		}
	}
	if !changed {
		return n
	}
	return &c
}
