package taint

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/secrets"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// verdictOfStep is verdict for one handler in a list of them: what wraps others
// is no step.
func (f *frame) verdictOfStep(site *callSite, chain model.Chain, v at) *value.Node {
	if chain == model.ChainWrap {
		return f.e.before
	}
	return f.verdict(site, chain, v)
}

// verdict is the state behind a middleware, where the state before it is "as
// before".
func (f *frame) verdict(site *callSite, chain model.Chain, v at) *value.Node {
	if v.n == nil {
		return f.e.before
	}
	var out *value.Node
	for _, g := range v.n.Funcs {
		out = f.u.Join(out, f.verdictOf(site, chain, at{value.New(value.Node{Funcs: []*value.Fn{g}}), v.t}))
	}
	for _, k := range v.n.Kids {
		if k.Sel.Kind == access.Dyn {
			n := k.Node
			if isBare(n) {
				n = nil
			}
			t := f.dynType(k.Sel.S)
			if t != nil && shape.IsFunc(t) { // known, or a parameter; or of a package whose table says nothing of it
				out = f.u.Join(out, f.verdict(site, chain, at{n, t}))
				continue
			}
			out = f.u.Join(out, f.verdictOf(site, chain, at{n, t}))
		}
	}
	for _, l := range v.n.Labels {
		if f.knownBy(l, len(v.n.Funcs)+len(v.n.Kids)) {
			continue
		}
		if !l.Symbolic() || l.Via != nil {
			out = f.u.Join(out, f.e.before)
			continue
		}
		id, ok := f.addCall("use"+site.key+"#"+itoa(l.ID())+f.by, f.useOf(site, chain, at{value.Of(l), v.t}), f.reached)
		if !ok {
			return f.e.before
		}
		out = f.u.Join(out, f.e.stateOf(id, stateKey(0, model.Passes), ""))
	}
	if len(v.n.Refs) > 0 && v.t != nil {
		out = f.u.Join(out, f.verdictOf(site, chain, at{value.New(value.Node{Refs: v.n.Refs}), v.t}))
	}
	if out == nil {
		return f.e.before
	}
	return out
}

// useOf is the callback that asks for the verdict on middleware that only callers know.
// They may know no type of it: where a method gave it, that is one of an import of ours.
func (f *frame) useOf(site *callSite, chain model.Chain, v at) summary.Call {
	c := summary.Call{Target: v.n.Labels[0], Method: useMethod + string(chain) + "\x01" + f.by, Place: f.place(site.pos)}
	if f.delegating {
		c.Method += delegateMark
	}
	if v.t != nil && shape.IsFunc(v.t) {
		c.Iface = f.u.TypeKey(v.t)
	}
	return c
}

// verdictOf plays one middleware between an unverified caller and a probe.
func (f *frame) verdictOf(site *callSite, chain model.Chain, v at) *value.Node {
	if f.serving > maxServing {
		return f.e.before
	}
	if sig := f.e.wrapping(v.n); sig != nil && chain == model.ChainCall { // an adapter hands it on
		chain, v = model.ChainWrap, at{v.n, sig}
	}
	f.serving++
	f.quiet++
	cleared := f.cleared
	heap, depth, dead, tells, pass, applied := f.heap, f.depth, f.dead, f.tells, f.pass, f.applied
	f.depth, f.pass = 0, nil
	f.setState(f.e.before)
	s := *site
	s.common, s.consts, s.direct = nil, nil, false
	s.key += "/use"
	trying := f.trying
	f.trying = chain
	short := false
	f.apart(func() {
		f.playMiddleware(&s, chain, v)
		short = f.spent()
	})
	f.trying = trying
	got := f.pass
	if chain == model.ChainNext {
		got = f.u.Join(got, f.live(f.state()))
	}
	if f.applied == applied {
		got = f.unknownRequest(f.e.before) // it could not be followed
	} else if short {
		got = f.u.Join(got, f.unknownRequest(f.e.before)) // nor could the rest of it
	} else if got == nil && chain == model.ChainNext {
		got = f.e.closedState // it aborts on every way
	} else if got == nil && f.delegating {
		got = f.e.neverState // whoever hands requests on to it may go on by itself
	} else if got == nil {
		got = f.e.before // where it goes on was not found
	}
	f.heap, f.depth, f.dead, f.tells, f.pass = heap, depth, dead, tells, pass
	f.cleared = cleared
	f.serving--
	f.quiet--
	return got
}

// wrapping is the signature of a function that gets a handler of net/http and gives one;
// nil for others.
func (e *engine) wrapping(n *value.Node) *types.Signature {
	if n == nil || len(n.Funcs) != 1 {
		return nil
	}
	sig := funcSignature(n)
	if sig == nil {
		sig = e.signatureByName(n.Funcs[0].Name)
	}
	if sig == nil || sig.Params().Len() != 1 || sig.Results().Len() != 1 || !handlerInterface(sig.Params().At(0).Type()) || !handlerInterface(sig.Results().At(0).Type()) {
		return nil
	}
	return sig
}

var probe = value.New(value.Node{Funcs: []*value.Fn{{Name: probeName}}})

func isProbe(n *value.Node) bool {
	return n != nil && slices.ContainsFunc(n.Funcs, func(g *value.Fn) bool { return g.Name == probeName })
}

// playMiddleware calls a middleware in the way of its framework.
func (f *frame) playMiddleware(site *callSite, chain model.Chain, v at) {
	sig, call := f.middlewareCall(site, v)
	if sig == nil {
		return
	}
	args := opaqueArgs(f, sig)
	for i := range args {
		t := sig.Params().At(i).Type()
		if chain == model.ChainWrap && i == 0 || chain == model.ChainArg && shape.IsFunc(t) ||
			chain == model.ChainArg && handlerInterface(t) {
			args[i] = at{probe, t}
		}
	}
	rs := call(sig, args)
	if chain != model.ChainWrap || len(rs) == 0 || rs[0] == nil {
		return
	}
	applied := f.applied
	f.dead = false
	h := at{rs[0], sig.Results().At(0).Type()}
	if shape.IsFunc(h.t) && len(rs[0].Funcs) == 0 {
		h.t = nil // an adapter stands for middleware of another framework
	}
	f.playHandler(site, h)
	if f.applied == applied && !isProbe(rs[0]) {
		f.pass = f.u.Join(f.pass, f.e.before)
	}
}

// middlewareCall finds out how to call a middleware: as a function, or by the
// method that its kind has.
func (f *frame) middlewareCall(site *callSite, v at) (*types.Signature, func(*types.Signature, []argument) []*value.Node) {
	byValue := func(sig *types.Signature, args []argument) []*value.Node {
		return f.callValue(site, v.n, shape.ResultTypes(sig), args)
	}
	if v.t != nil {
		if sig, ok := v.t.Underlying().(*types.Signature); ok && (f.by == "" || types.NewMethodSet(v.t).Lookup(nil, f.by) == nil) {
			return sig, byValue
		}
		names := middlewareMethods
		if f.by != "" {
			names = []string{f.by}
		}
		for _, name := range names {
			if sel := types.NewMethodSet(v.t).Lookup(nil, name); sel != nil {
				return sel.Obj().(*types.Func).Signature(), func(sig *types.Signature, args []argument) []*value.Node {
					return f.callSelected(site, v, f.e.pass.Pkg, name, shape.ResultTypes(sig), args)
				}
			}
		}
	}
	if v.n != nil && len(v.n.Funcs) == 1 && v.n.Funcs[0].Func != nil {
		return v.n.Funcs[0].Func.Signature, byValue
	}
	return nil, nil
}

var middlewareMethods = []string{"Middleware", "WrapUnary", "ServeHTTP", "Handler"}

func handlerInterface(t types.Type) bool {
	i, ok := t.Underlying().(*types.Interface)
	return ok && hasMethod(i, "ServeHTTP") && shape.TypeBase(t) != "ResponseWriter"
}

func hasMethod(i *types.Interface, name string) bool {
	for m := range i.Methods() {
		if m.Name() == name {
			return true
		}
	}
	return false
}

// proves is the state where a value has the property, if that alone tells who
// calls, or that nobody does; else nil.
func (f *frame) proves(v ssa.Value, o model.Outcome) *value.Node {
	switch {
	case o == model.IsTrue && onClientSide(v), o == model.IsFalse && beforeResolver(v):
		return f.e.neverState
	case f.e.secrets && secrets.Found(v, o), f.inContext(v, o), o.Present() && f.e.fieldProves(v):
		return f.e.closedState
	}
	return nil
}

// onClientSide reports whether a value says that an interceptor stands before a
// client: where a handler is served, that is never so.
func onClientSide(v ssa.Value) bool {
	_, name := shape.QualifiedField(v)
	return name == "connectrpc.com/connect.Spec.IsClient"
}

// beforeResolver reports whether a value says that middleware stands before a resolver: for
// fields that none resolves, nobody asks a program.
func beforeResolver(v ssa.Value) bool {
	_, name := shape.QualifiedField(v)
	return name == "github.com/99designs/gqlgen/graphql.FieldContext.IsResolver"
}
