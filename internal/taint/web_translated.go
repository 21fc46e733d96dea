package taint

import (
	"strconv"
	"strings"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/internal/taint/ways"
)

func (in *instance) translated(st *value.Node) *value.Node {
	f := in.f
	cur := in.before
	st = in.settled(st)
	var out *value.Node
	for _, l := range st.Labels {
		r := l.Root
		if r.Name = in.parameterTests(r.Name); r.Name == impossibleWay {
			continue
		}
		switch {
		case r.Kind == value.Caller && r.N >= 0:
			out = f.u.Join(out, f.marked(f.keeping(in.told1(r, cur), cur), ways.Carried(r.Name)))
		case r.Kind == value.Caller && r.N == anybody && len(ways.Conditions(r.Name)) > 0:
			out = f.u.Join(out, f.marked(in.conditions(r), ways.Carried(r.Name)))
		case r.Kind == value.Caller:
			st := in.handed(r, cur)
			if st == nil {
				st = f.behind(f.e.stateOf(r.N, r.M, r.Name), cur)
			}
			out = f.u.Join(out, st)
		default:
			n := in.label(l, nil)
			if n == nil || len(n.Labels) == 0 {
				n = cur
			}
			out = f.u.Join(out, f.behind(value.Of(n.Labels...), cur))
		}
	}
	if out == nil && len(st.Labels) > 0 {
		return f.e.neverState
	}
	return out
}

// registered is the state of a registration that the callee made: "as before" is
// for whoever serves it to say.
func (in *instance) registered(l *value.Label) *value.Node {
	if l.Root.N < 0 {
		return in.settled(value.Of(l))
	}
	return in.f.marked(in.told1(l.Root, in.f.e.before), ways.Carried(l.Root.Name))
}

// routerState is the state of a router that the callee got, where the label asks
// for it; else nil.
func (in *instance) routerState(l *value.Label) *value.Node {
	if in.f.caller == nil || !isRouterState(l) {
		return nil
	}
	n := len(l.Path)
	name, parts := laterParts(l)
	if parts != "" {
		st := in.routerState(in.f.withSlot(l, name))
		settled, taken := in.settle(parts)
		switch {
		case st == nil:
			return nil
		case !taken:
			return in.f.e.neverState
		}
		return in.unlessProven(in.f.marked(st, ways.WithoutOutcomes(settled)), settled)
	}
	slot := strings.TrimSuffix(name, basedMark)
	base := in.f.e.before
	if slot != name {
		base = in.f.e.anybodyState
	}
	router := *l
	router.Path, router.Type = l.Path[:n-1], nil
	if n > 1 && l.Path[n-2].Kind == access.Deref {
		router.Path = l.Path[:n-2]
	}
	v, _ := in.place(&router)
	if v == nil {
		return base
	}
	if lane, ok := strings.CutPrefix(slot, slotList); ok {
		st := in.f.behind(in.f.listState(v, lane), base)
		if in.mayBeNil(&router) {
			st = in.f.u.Join(st, base)
		}
		return st
	}
	return in.f.behind(in.f.routerState(in.f.embedded(in.f.routersIn(v)), slot), base)
}

// webCall plays callbacks that ask for routes and middleware.
func (in *instance) webCall(c summary.Call, site *callSite, target argument) bool {
	f := in.f
	if chain, ok := strings.CutPrefix(c.Method, useMethod); ok {
		chain, by, _ := strings.Cut(chain, "\x01")
		was, delegating := f.by, f.delegating
		f.by, f.delegating = strings.CutSuffix(by, delegateMark)
		if target.t == nil {
			target.t = f.dynType(in.substKey(c.Iface))
		}
		play := f.verdict
		if n := len(c.Target.Path); n > 0 && c.Target.Path[n-1].Kind == access.Elem {
			play = f.inTurn
		}
		st := play(site, model.Chain(chain), target)
		f.by, f.delegating = was, delegating
		in.told[c.ID] = []told{{id: -1, exit: in.before, outs: map[int]*value.Node{stateKey(0, model.Passes): st}}}
		return true
	}
	if which, ok := strings.CutPrefix(c.Method, foldCall); ok {
		if n, err := strconv.Atoi(which); err == nil && n < len(in.passed[c.ID]) {
			in.results[c.ID] = []*value.Node{f.foldOver(site, target, foldedArgs{in.passed[c.ID], n}, false)}
		}
		return true
	}
	return f.notServing > 0 && strings.HasPrefix(c.Method, serveCall) || in.serveLater(c, site, target)
}
