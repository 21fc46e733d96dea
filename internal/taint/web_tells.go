package taint

import (
	"go/types"
	"slices"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// told is what one of the functions that a call may be tells of the caller.
type told struct {
	id   int // number of the callback if it is one, else -1
	exit *value.Node
	outs map[int]*value.Node

	held     string // the key of the request under which the result was found
	relative bool   // outs are to be put behind the state at hand
	callback bool   // so is exit: they were found somewhere else

	each bool // it is an element of a list of which all are known

	answers []answer
	spoken  bool // the function noted its answers, if it has any
	known   bool // what the function returns is computed from its code
}

// outcome is the state after a call whose result has a property.
func (f *frame) outcome(ts []told, key int, cur *value.Node) *value.Node {
	if key&ofEachBit != 0 {
		return f.outcomeOfEach(ts, key, cur)
	}
	var out *value.Node
	for _, t := range ts {
		st := t.exit
		if o, ok := t.answered(f, key); ok {
			st = o
			if t.relative && cur != nil {
				st = f.behind(o, cur)
			}
		}
		if t.callback && cur != nil {
			st = f.behind(st, cur)
		}
		switch {
		case t.id >= 0 && closed(cur):
			st = cur
		case t.id >= 0 && cur != nil && f.plainLookup(t.id):
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

// A function that registers routes for a library, as the one that chi's Route gets, is
// played as for verified callers: its routes are judged apart. What callbacks tell in it
// is part of those routes, and must not be taken for a check.

// isElsewhere reports whether a state is that of such a function.
func isElsewhere(st *value.Node) bool {
	return slices.ContainsFunc(st.Labels, func(l *value.Label) bool { return l.Root.N == verified && l.Root.M == judgedElsewhere })
}

// fromElsewhere is what was told there, in the terms of those who will be served.
func (f *frame) fromElsewhere(ts []told) []told {
	relative := func(st *value.Node) *value.Node {
		return f.mapWays(st, func(r value.Root) value.Root {
			if r.N == verified && r.M == judgedElsewhere {
				r.N, r.M = asBefore, 0
			}
			return r
		})
	}
	for i := range ts {
		ts[i].callback = true
		ts[i].exit = relative(ts[i].exit)
		for key, st := range ts[i].outs {
			ts[i].outs[key] = relative(st)
		}
	}
	return ts
}

// mapWays changes what is known on each way of a state.
func (f *frame) mapWays(st *value.Node, change func(value.Root) value.Root) *value.Node {
	if st == nil {
		return nil
	}
	var out *value.Node
	for _, l := range st.Labels {
		if r := l.Root; r.Kind == value.Caller {
			r = change(r)
			l = f.e.stateOf(r.N, r.M, r.Name).Labels[0]
		}
		out = f.u.Join(out, value.Of(l))
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

// finish hands in what a frame found of disclosures.
func (f *frame) finish(s *function) {
	if f.caller == nil {
		return
	}
	f.escapingRouters(s)
	f.noteGiven(s)
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
	t := told{id: -1, exit: exit, outs: map[int]*value.Node{}, spoken: in.sum.Answered, known: true}
	f.apart(func() { t.answers = in.answers() }) // as where they are noted
	for _, o := range in.sum.Outcomes {
		t.outs[o.Key] = in.state(o.State)
	}
	if in.sum.Pass != nil {
		f.pass = f.u.Join(f.pass, f.live(in.state(in.sum.Pass)))
	}
	f.e.noteChecked(exit, in.before)
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
		t.outs[stateKey(p.Result, p.Outcome)] = c.unlessLenient()
	}
	for _, p := range c.m.Fails {
		t.outs[stateKey(p.Result, p.Outcome)] = f.e.neverState
	}
	c.looks(&t)
	if neverNil(c.m, c.sig) {
		for i := range c.sig.Results().Len() {
			if shape.IsError(c.sig.Results().At(i).Type()) {
				t.outs[stateKey(i, model.IsNil)] = f.e.neverState
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
	if sig.Results().Len() == 0 { // it comes back only for those whom it knows, or ends the chain
		st := f.u.Join(f.aborted(f.state()), f.e.closedState)
		f.setState(st)
		f.tells[len(f.tells)-1].exit = st
	}
}

// provesAlone replaces what a call tells: a function that is declared to verify
// does so whatever is inside.
func (f *frame) provesAlone(from int, outs map[int]*value.Node) {
	if f.caller != nil {
		f.tells = append(f.tells[:min(from, len(f.tells))], told{id: -1, exit: f.state(), outs: outs})
	}
}
