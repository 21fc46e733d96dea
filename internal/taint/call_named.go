package taint

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// invokeNamed is a callback that calls a method of the value at recv.
func (f *frame) invokeNamed(site *callSite, c summary.Call, recv argument, args []argument) []*value.Node {
	res := make([]types.Type, c.Results)
	if g := special(recv.n); g != nil {
		return f.callSpecial(site, g, res, args)
	}
	if recv.n == nil && (recv.t == nil || types.IsInterface(recv.t)) {
		if recv.n = f.modelled(c); recv.n == nil {
			return f.unknownCall(res, args)
		}
	}
	if recv.t != nil && !types.IsInterface(recv.t) {
		return f.callSelected(site, recv, f.e.pass.Pkg, c.Method, res, args)
	}
	iface := f.dynType(c.Iface)
	if iface == nil {
		iface = recv.t
	}
	if iface != nil {
		if obj, _, _ := types.LookupFieldOrMethod(iface, false, f.e.pass.Pkg, c.Method); obj != nil {
			if m, ok := obj.(*types.Func); ok {
				return f.invoke(site, m, argument{recv.n, iface}, args)
			}
		}
	}
	alt := f.alternatives(len(res))
	for _, k := range recv.n.Kids {
		alt.add(f.callNamed(site, "("+k.Sel.S+")."+c.Method, nil, res, append([]argument{{k.Node, nil}}, args...)), false)
	}
	for _, l := range recv.n.Labels {
		alt.add(f.callSymbolic(site, l, &method{name: c.Method, iface: c.Iface}, res, args), false)
	}
	return alt.done()
}

// modelled is a value of unknown origin for a method that a model describes.
func (f *frame) modelled(c summary.Call) *value.Node {
	t := f.dynType(c.Iface)
	if t == nil {
		return nil
	}
	obj, _, _ := types.LookupFieldOrMethod(t, false, f.e.pass.Pkg, c.Method)
	if m, ok := obj.(*types.Func); ok && f.e.modelOf(m) != nil {
		return f.opaque(t)
	}
	return nil
}

// callNamed calls a function of which only the name and a fact are known.
func (f *frame) callNamed(site *callSite, name string, g *value.Fn, res []types.Type, args []argument) []*value.Node {
	if base, wraps := wrapped(name); wraps {
		return f.callWrapped(site, base, g, res, args)
	}
	if obj := f.e.objectByName(name); obj != nil && (g == nil || len(g.Bind) == 0) {
		return f.callObject(site, obj, nil, g, args)
	}
	sum, ok := f.e.summaryByName(name)
	if !ok {
		return f.unknownCall(res, args)
	}
	vars := make([]*types.Var, len(res))
	for i, t := range res {
		if t == nil {
			t = types.Typ[types.Invalid]
		}
		vars[i] = types.NewVar(0, nil, "", t)
	}
	sig := types.NewSignatureType(nil, nil, nil, nil, types.NewTuple(vars...), false)
	sum = f.narrowedFact(name, f.e.facts.pkg(pathOf(name)), nil, sum, site, args)
	return f.apply(site, application{sum: sum, fn: g, args: args, sig: sig, name: name})
}

// callWrapped calls the method behind a method value or a method expression
// that another package made. The name says which type it was taken from.
func (f *frame) callWrapped(site *callSite, base string, g *value.Fn, res []types.Type, args []argument) []*value.Node {
	if g != nil && g.Bound {
		args = append([]argument{{n: only(g.Bind)}}, args...)
	}
	recv, method, ok := strings.Cut(strings.TrimPrefix(base, "("), ").")
	if !ok || len(args) == 0 {
		return f.unknownCall(res, args)
	}
	t := f.e.dynTypeByName(recv)
	switch {
	case t == nil && len(dynamic(args[0].n)) > 0: // an interface of a package that this one does not import
		return f.invokeNamed(site, summary.Call{Method: method, Iface: recv, Results: len(res)}, args[0], args[1:])
	case t == nil:
		return f.callNamed(site, plainName(base), nil, res, args)
	case types.IsInterface(t):
		if obj, _, _ := types.LookupFieldOrMethod(t, false, f.e.facts.pkg(pathOf(recv)), method); obj != nil {
			return f.invoke(site, obj.(*types.Func), argument{args[0].n, t}, args[1:])
		}
		return f.unknownCall(res, args)
	}
	return f.callSelected(site, argument{args[0].n, t}, f.e.facts.pkg(pathOf(recv)), method, res, args[1:])
}

func only(bind []*value.Node) *value.Node {
	if len(bind) != 1 {
		return nil
	}
	return bind[0]
}

// yield calls the callback of a library's iterator with what it yields.
func (f *frame) yield(site *callSite, g *value.Fn, args []argument) []*value.Node {
	if len(args) == 0 {
		return nil
	}
	in := make([]argument, len(g.Yields))
	for i, y := range g.Yields {
		in[i] = argument{n: y}
	}
	s := *site
	s.direct = false
	was := f.folding
	f.folding = listedMiddleware(in)
	if n := g.Site >> elementShift; n > 0 {
		s.key += "~" + itoa(n)
	}
	for _, round := range f.rounds(in) {
		f.callValue(&s, args[len(args)-1].n, []types.Type{types.Typ[types.Bool]}, round)
	}
	f.folding = was
	return nil
}

// loopPos is the place of the call of an iterator that a loop makes: what the loop
// ranges over.
func loopPos(c *ssa.CallCommon) token.Pos {
	if len(c.Args) == 0 {
		return token.NoPos
	}
	if body, ok := c.Args[len(c.Args)-1].(*ssa.MakeClosure); ok {
		if loop, ok := body.Fn.(*ssa.Function).Syntax().(*ast.RangeStmt); ok {
			return loop.X.Pos()
		}
	}
	return token.NoPos
}
