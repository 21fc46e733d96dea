package taint

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// Whether the caller of a handler is verified is a state that goes along with
// memory: a set of labels, each for a way on which control may have come here.
// A label's root says what is known on that way:
const (
	asBefore = -1 // as it was when this function was called
	verified = -2
	anybody  = -3 // a request has just come in
)

// Any other number is that of a callback: verified if its result has the
// property in M, else as before. The root's name has marks of the way: 'a' if
// the chain of handlers was aborted, 'n' if it went on already. Behind them stand
// conditions of which each makes the way a verified one.

// stateKey is the number of a result's property.
func stateKey(result int, o model.Outcome) int { return result*8 + int(o) }

func (e *engine) stateOf(n, m int, marks string) *value.Node {
	return value.Of(e.u.Label(value.Label{Root: value.Root{Kind: value.Caller, N: n, M: m, Name: marks}}))
}

// closed reports whether the caller is verified on every way.
func closed(st *value.Node) bool {
	if st == nil || len(st.Labels) == 0 {
		return false
	}
	for _, l := range st.Labels {
		if l.Root.Kind != value.Caller || l.Root.N != verified {
			return false
		}
	}
	return true
}

// fresh reports whether some way comes from a request directly.
func unserved(st *value.Node) bool {
	if st == nil {
		return true
	}
	for _, l := range st.Labels {
		if l.Root.N != anybody && l.Root.N != verified || len(condsOf(l.Root.Name)) > 0 {
			return true
		}
	}
	return false
}

func fromAnybody(st *value.Node) bool {
	if st == nil {
		return false
	}
	for _, l := range st.Labels {
		if l.Root.Kind == value.Caller && l.Root.N == anybody && len(condsOf(l.Root.Name)) == 0 {
			return true
		}
	}
	return false
}

// state is what is known of the caller at this point.
func (f *frame) state() *value.Node {
	if f.caller == nil {
		return f.e.before
	}
	if n, ok := f.heap.Get(f.caller); ok && n != nil {
		return n
	}
	return f.e.before
}

func (f *frame) setState(st *value.Node) {
	if f.caller == nil || st == nil {
		return
	}
	f.heap = f.heap.With(f.caller, st)
}

// behind is the state st, which was found where the state was "as before", in
// a place where it is cur.
func (f *frame) behind(st, cur *value.Node) *value.Node {
	if st == nil {
		return cur
	}
	var out *value.Node
	for _, l := range st.Labels {
		switch r := l.Root; {
		case r.Kind == value.Caller && r.N == asBefore:
			out = f.u.Join(out, f.marked(cur, r.Name))
		case r.Kind == value.Caller && r.N >= 0 && closed(cur):
			out = f.u.Join(out, f.marked(cur, carried(r.Name)))
		case r.Kind != value.Caller:
			out = f.u.Join(out, f.based(l, cur))
		case r.N != anybody:
			out = f.u.Join(out, f.keeping(value.Of(l), cur))
		default:
			out = f.u.Join(out, value.Of(l))
		}
	}
	if out == nil {
		return cur
	}
	return out
}

// marked adds marks to every way.
func (f *frame) marked(st *value.Node, marks string) *value.Node {
	if marks == "" {
		return st
	}
	var out *value.Node
	for _, l := range st.Labels {
		r := l.Root
		if r.Kind != value.Caller {
			out = f.u.Join(out, value.Of(l))
			continue
		}
		out = f.u.Join(out, f.e.stateOf(r.N, r.M, joinMarks(r.Name, marks)))
	}
	return out
}

// live are the ways on which a chain of handlers goes on, without marks; nil if
// there are none.
func (f *frame) live(st *value.Node) *value.Node {
	var out *value.Node
	for _, l := range st.Labels {
		if l.Root.Kind != value.Caller || marksOf(l.Root.Name) == "" {
			out = f.u.Join(out, value.Of(l))
		}
	}
	return out
}

// abort marks that no later handler runs.
func (f *frame) abort() { f.setState(f.marked(f.state(), "a")) }

// goOn notes that later handlers run now.
func (f *frame) goOn() {
	if f.caller == nil {
		return
	}
	f.pass = f.u.Join(f.pass, f.live(f.state()))
	f.setState(f.marked(f.state(), "n"))
}

// translated is a callee's state in the caller's terms.
func (in *instance) state(st *value.Node) *value.Node {
	f := in.f
	cur := in.before
	if st == nil {
		return cur
	}
	var out *value.Node
	for _, l := range st.Labels {
		r := l.Root
		switch {
		case r.Kind == value.Caller && r.N >= 0:
			out = f.u.Join(out, f.marked(f.keeping(in.told1(r, cur), cur), carried(r.Name)))
		case r.Kind == value.Caller && r.N == anybody && len(condsOf(r.Name)) > 0:
			out = f.u.Join(out, f.marked(in.conditions(r), carried(r.Name)))
		case r.Kind == value.Caller:
			out = f.u.Join(out, f.behind(value.Of(l), cur))
		default:
			n := in.label(l, nil)
			if n == nil || len(n.Labels) == 0 {
				n = cur
			}
			out = f.u.Join(out, f.behind(value.Of(n.Labels...), cur))
		}
	}
	return out
}

// registered is the state of a registration that the callee made: "as before" is
// for whoever serves it to say.
func (in *instance) registered(l *value.Label) *value.Node {
	if l.Root.N < 0 {
		return value.Of(l)
	}
	return in.f.marked(in.told1(l.Root, in.f.e.before), marksOf(l.Root.Name))
}

// routerState is the state of a router that the callee got, where the label asks
// for it; else nil.
func (in *instance) routerState(l *value.Label) *value.Node {
	n := len(l.Path)
	if in.f.caller == nil || n == 0 || l.Path[n-1].Kind != access.Slot || !strings.HasPrefix(l.Path[n-1].S, slotState[:3]) {
		return nil
	}
	slot := strings.TrimSuffix(l.Path[n-1].S, basedMark)
	base := in.f.e.before
	if slot != l.Path[n-1].S {
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
	return in.f.behind(in.f.routerState(in.f.routersIn(v), slot), base)
}

// told is what one of the functions that a call may be tells of the caller.
type told struct {
	id   int // number of the callback if it is one, else -1
	exit *value.Node
	outs map[int]*value.Node

	answers []answer
	spoken  bool // the function noted its answers, if it has any
	known   bool // what the function returns is computed from its code
}

// outcome is the state after a call whose result has a property.
func (f *frame) outcome(ts []told, key int, cur *value.Node) *value.Node {
	var out *value.Node
	for _, t := range ts {
		st := t.exit
		if o, ok := t.outs[key]; ok {
			st = o
		}
		switch {
		case t.id >= 0 && closed(cur):
			st = cur
		case t.id >= 0:
			st = f.conditional(t.id, key, cur)
		case st == nil:
			st = cur
		}
		out = f.u.Join(out, st)
	}
	if out == nil {
		return cur
	}
	return out
}

// tell adds what one alternative of the call at hand tells.
func (f *frame) tell(t told) {
	if f.caller != nil {
		f.tells = append(f.tells, t)
	}
}

// tellNothing says that one alternative of the call at hand proves nothing.
func (f *frame) tellNothing() { f.tell(told{id: -1, exit: f.state()}) }

// startWeb prepares what the package needs to follow who is verified.
func (e *engine) startWeb() {
	e.before = e.stateOf(asBefore, 0, "")
	e.closedState = e.stateOf(verified, 0, "")
	e.anybodyState = e.stateOf(anybody, 0, "")
	e.registered, e.served = map[*ssa.Function]bool{}, map[string]bool{}
	if e.web = e.followsWeb(); e.web && e.pol != nil && e.pol.On("piihandler/subject") {
		e.subjects = newSubjects()
	}
}

// finish hands in what a frame found of disclosures.
func (f *frame) finish(s *function) {
	if f.caller == nil {
		return
	}
	f.escapingRouters(s)
	s.final, s.escaped = f.final, f.escaped
}

// tell adds what an applied summary tells, and goes on in the state that it
// leaves.
func (in *instance) tell() {
	f := in.f
	if f.caller == nil {
		return
	}
	f.applied++
	if in.escape {
		return
	}
	exit := in.state(in.sum.Exit)
	t := told{id: -1, exit: exit, outs: map[int]*value.Node{}, answers: in.answers(), spoken: in.sum.Answered, known: true}
	for _, o := range in.sum.Outcomes {
		t.outs[o.Key] = in.state(o.State)
	}
	if in.sum.Pass != nil {
		f.pass = f.u.Join(f.pass, f.live(in.state(in.sum.Pass)))
	}
	f.setState(exit)
	f.tell(t)
}

// tell adds what a modelled function tells.
func (c *modelCall) tell() {
	f := c.f
	if f.caller == nil {
		return
	}
	t := told{id: -1, exit: f.state(), outs: map[int]*value.Node{}}
	for _, p := range c.m.Proves {
		if !c.proven() {
			break
		}
		t.outs[stateKey(p.Result, p.Outcome)] = f.e.closedState
	}
	if c.m.Sink == model.SinkError {
		for i := range c.sig.Results().Len() {
			if isErrorType(c.sig.Results().At(i).Type()) {
				t.outs[stateKey(i, model.IsNil)] = f.e.closedState // it is never nil
			}
		}
	}
	f.tell(t)
}

// declared applies a directive or the policy's word that a function verifies.
func (f *frame) declared(d *directives, sig *types.Signature, from int) {
	defer f.agreed(d, sig, from)
	if f.caller == nil || !d.Verify {
		return
	}
	outs := map[int]*value.Node{}
	for _, key := range proofs(sig) {
		outs[key] = f.e.closedState
	}
	f.provesAlone(from, outs)
	if sig.Results().Len() == 0 {
		f.setState(f.e.closedState) // it comes back only for those whom it knows
		f.tells[len(f.tells)-1].exit = f.e.closedState
	}
}

// webCall plays callbacks that ask for routes and middleware.
func (in *instance) webCall(c summary.Call, site *callSite, target argument) bool {
	f := in.f
	if chain, ok := strings.CutPrefix(c.Method, useMethod); ok {
		chain, by, _ := strings.Cut(chain, "\x01")
		was := f.by
		f.by = by
		play := f.verdict
		if n := len(c.Target.Path); n > 0 && c.Target.Path[n-1].Kind == access.Elem {
			play = f.inTurn
		}
		st := play(site, model.Chain(chain), target)
		f.by = was
		in.told[c.ID] = []told{{id: -1, exit: in.before, outs: map[int]*value.Node{stateKey(0, model.Passes): st}}}
		return true
	}
	if c.Method == foldCall {
		if args := in.passed[c.ID]; len(args) == 1 {
			in.results[c.ID] = []*value.Node{f.foldOver(site, target, args[0], false)}
		}
		return true
	}
	return in.serveLater(c, site, target)
}

// provesAlone replaces what a call tells: a function that is declared to verify
// does so whatever is inside.
func (f *frame) provesAlone(from int, outs map[int]*value.Node) {
	if f.caller != nil {
		f.tells = append(f.tells[:min(from, len(f.tells))], told{id: -1, exit: f.state(), outs: outs})
	}
}
