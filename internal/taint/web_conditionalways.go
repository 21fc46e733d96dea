package taint

import (
	"slices"

	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/internal/taint/ways"
)

// maxConds bounds the conditions of one way.
const maxConds = 4

// both is the state st, given what a further result tells. What callbacks told
// before stays known.
func (f *frame) both(out, st *value.Node) *value.Node {
	if len(out.Labels) != 1 || !isOutcome(out.Labels[0]) || !slices.ContainsFunc(st.Labels, isOutcome) {
		return f.behind(out, st)
	}
	o := out.Labels[0].Root
	var all *value.Node
	for _, l := range st.Labels {
		r := l.Root
		switch {
		case !isOutcome(l):
			all = f.u.Join(all, f.behind(out, value.Of(l)))
		case r.N == o.N && r.M == o.M || len(ways.Conditions(r.Name)) >= maxConds:
			all = f.u.Join(all, value.Of(l))
		default:
			all = f.u.Join(all, f.e.stateOf(r.N, r.M, ways.Join(r.Name, ways.Sep+ways.OutcomeCondition(o.N, o.M))))
		}
	}
	return all
}

func isOutcome(l *value.Label) bool { return l.Root.Kind == value.Caller && l.Root.N >= 0 }

// told1 is what a callback's result told, and the conditions beside it.
func (in *instance) told1(r value.Root, cur *value.Node) *value.Node {
	return in.behindConditions(r, in.f.outcome(in.told[r.N], r.M, cur))
}

// unverified are the ways of a state that are not known to be verified.
func (f *frame) unverified(st *value.Node) *value.Node {
	var out *value.Node
	for _, l := range st.Labels {
		if !closed(value.Of(l)) {
			out = f.u.Join(out, value.Of(l))
		}
	}
	return out
}

// conditional is the state cur, if a callback's result does not prove more.
func (f *frame) conditional(id, key int, cur *value.Node) *value.Node {
	if cur == nil {
		return f.e.stateOf(id, key, "")
	}
	var out *value.Node
	for _, l := range cur.Labels {
		st := f.e.stateOf(id, key, ways.RequestParts(l.Root.Name))
		switch r := l.Root; {
		case r.Kind == value.Caller && r.N == anybody && len(ways.Conditions(r.Name)) < maxConds:
			st = f.e.stateOf(anybody, 0, ways.Join(r.Name, ways.Sep+ways.OutcomeCondition(id, key)))
		case r.Kind == value.Caller && r.N == anybody, r.Kind == value.Caller && r.N == verified:
			st = value.Of(l)
		}
		out = f.u.Join(out, st)
	}
	return out
}

// conditions is what is left of the conditions of a way that a request came on.
func (in *instance) conditions(r value.Root) *value.Node {
	return in.behindConditions(r, in.f.e.anybodyState)
}

// behindConditions is the state st, given what the results of callbacks beside a way told,
// one after the other.
func (in *instance) behindConditions(r value.Root, st *value.Node) *value.Node {
	for _, c := range ways.Conditions(r.Name) {
		if closed(st) {
			break
		}
		if n, m, ok := ways.ParseOutcome(c); ok {
			st = in.f.outcome(in.told[n], m, st)
		}
	}
	return st
}
