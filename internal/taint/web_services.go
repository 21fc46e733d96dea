package taint

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// service is the handler at a place with the type that says which methods the
// framework calls: the static one, before it became an any.
func (c *modelCall) service(p model.Place, v at, r *model.Routing) at {
	if !r.Methods || p.Root != model.Arg {
		return v
	}
	switch x := c.site.argValue(p.Index).(type) {
	case *ssa.ChangeInterface:
		v.t = x.X.Type()
	case *ssa.MakeInterface:
		v.t = x.X.Type()
		if k := dynamic(v.n); len(k) == 1 {
			v.n = k[0].Node
		}
	}
	return v
}

// playService calls the methods of a service that are handlers of the lane at
// hand.
func (f *frame) playService(site *callSite, h at) {
	iface, _ := typeOrNil(h.t).(*types.Interface)
	if h.n == nil {
		return
	}
	if iface == nil && h.t != nil {
		f.playMethods(site, h, h.t, nil)
		return
	}
	for _, k := range dynamic(h.n) {
		if t := f.dynType(k.Sel.S); t != nil {
			n := k.Node
			if isBare(n) {
				n = nil
			}
			if shape.IsFunc(t) {
				f.playTyped(site, at{n, t})
				continue
			}
			f.playMethods(site, at{n, t}, t, iface)
		}
	}
	for _, l := range h.n.Labels {
		f.playLabel(site, l)
	}
	for _, r := range h.n.Refs {
		if l := r.Obj.Sym; l != nil {
			f.playLabel(site, l)
		}
	}
}

func typeOrNil(t types.Type) types.Type {
	if t == nil {
		return nil
	}
	return t.Underlying()
}

// playMethods calls those methods of a value of type t that iface has, or, where
// that is not known, those that look like handlers.
func (f *frame) playMethods(site *callSite, h at, t types.Type, iface *types.Interface) {
	was := f.state()
	override := f.overriding(site, h)
	set := types.NewMethodSet(t)
	for i := range set.Len() {
		m, ok := set.At(i).Obj().(*types.Func)
		if !ok || !m.Exported() || iface != nil && !shape.HasMethod(iface, m.Name()) {
			continue
		}
		sig := m.Signature()
		lane, stream := f.reply.laneOf(sig)
		if lane != f.reply.lane || iface == nil && !stream && !answersOnce(sig) {
			continue
		}
		f.protect(func() {
			st := f.calledAs(was, m.Name())
			if override != nil && closed(st) {
				st = override
			}
			f.setState(f.guarded.before(f, m, st))
			f.disclosing(site, sig, func() []*value.Node {
				rs := f.callSelected(site, h, m.Pkg(), m.Name(), shape.ResultTypes(sig), opaqueArgs(f, sig))
				f.guarded.resolved(f, sig)
				return rs
			})
		})
	}
	f.setState(was)
}

// overriding is the state behind the check of a service that verifies its callers itself:
// what stands before all services does not count for it. Nil if it does not.
func (f *frame) overriding(site *callSite, h at) *value.Node {
	name := f.reply.m.Routing.Override
	if name == "" {
		return nil
	}
	sel := types.NewMethodSet(h.t).Lookup(nil, name)
	if sel == nil {
		return nil
	}
	sig := sel.Obj().(*types.Func).Signature()
	tells, cur := f.tells, f.state()
	f.tells = nil
	f.setState(f.e.anybodyState)
	f.protect(func() { f.callSelected(site, h, nil, name, shape.ResultTypes(sig), opaqueArgs(f, sig)) })
	st := f.outcome(f.tells, stateKey(sig.Results().Len()-1, model.IsNil), f.e.anybodyState)
	f.tells = tells
	f.setState(cur)
	return st
}

// answersItself reports whether a registration is that of a service that verifies its callers
// itself, whoever stands before it.
func (f *frame) answersItself(g *value.Fn) bool {
	r := f.e.replyOf(howOf(g.Name))
	if r == nil || r.m.Routing.Override == "" {
		return false
	}
	has := func(t types.Type) bool {
		return t != nil && f.e.methodSets.MethodSet(t).Lookup(nil, r.m.Routing.Override) != nil
	}
	return has(f.handlerType(g)) || slices.ContainsFunc(dynamic(g.Bind[0]), func(k value.Kid) bool { return has(f.dynType(k.Sel.S)) })
}

// answersOnce reports whether a method has the shape of a handler with one
// answer: context and message in, message and error out.
func answersOnce(sig *types.Signature) bool {
	return sig.Params().Len() == 2 && sig.Results().Len() == 2 && isContext(sig.Params().At(0).Type()) &&
		shape.IsPointer(sig.Params().At(1).Type()) && shape.IsError(sig.Results().At(1).Type())
}

func isContext(t types.Type) bool { return value.TypeString(t) == "context.Context" }

// serveLater plays what a callee left to those who know the handler.
func (in *instance) serveLater(c summary.Call, site *callSite, target argument) bool {
	how, ok := strings.CutPrefix(c.Method, serveCall)
	if !ok {
		return false
	}
	if in.escape || in.f.escaping > 0 {
		return true // judged where it is called
	}
	f := in.f
	starts := c.State != nil && (fromAnybody(c.State) || closed(c.State))
	if !starts {
		if closed(in.before) && f.serving == 0 {
			return true
		}
		if f.serving == 0 { // it hands a request on, it does not start a server
			cleared := f.cleared
			f.serving++
			defer func() { f.serving--; f.cleared = cleared }()
		}
	}
	st := in.state(c.State)
	var vouchers []argument
	for _, v := range in.passed[c.ID] {
		switch {
		case v.n == nil:
		case vouches(v.n):
			st = f.e.closedState
		case slices.ContainsFunc(v.n.Labels, (*value.Label).Symbolic):
			vouchers = append(vouchers, v)
		}
	}
	f.replying(f.e.replyOf(strings.TrimPrefix(how, "\x01")), func() {
		f.vouching(vouchers, func() { f.answer(site, target, st) })
	})
	return true
}

// mayBeNil reports whether an argument is nil on one of the ways that lead to
// the call: a list to which something was appended on others.
func (in *instance) mayBeNil(l *value.Label) bool {
	if l.Root.Kind != value.Param || len(l.Path) > 0 || in.site.common == nil {
		return false
	}
	args := in.site.common.Args
	return l.Root.N < len(args) && !in.site.common.IsInvoke() && in.f.nilOn(args[l.Root.N])
}

// nilOn reports whether a value is nil on one of several ways.
func (f *frame) nilOn(v ssa.Value) bool {
	p, ok := v.(*ssa.Phi)
	if !ok {
		return false
	}
	for i, e := range p.Edges {
		if c := shape.ConstOf(e); c != nil && c.IsNil() && f.came[p.Block().Index] != nil && f.came[p.Block().Index][i] {
			return true
		}
	}
	return false
}
