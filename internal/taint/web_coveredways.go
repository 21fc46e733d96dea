package taint

import (
	"slices"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/internal/taint/ways"
)

// Each result of a callback that a function looks at may prove who calls, and each
// setting that it asks for may keep everybody off. Where control comes together behind
// such looks, as at the head of a loop with several steps, there is a way for each
// combination of them: twice as many with each step, and all that is done costs as much.
// Yet one open way is enough to be open, so a way that asks for more than another one
// says nothing besides.

// askedWay is a way, taken apart: what keeps callers off it, and all else.
type askedWay struct {
	base  value.Root
	asked []string
}

// askedWayOf takes a way apart. It is false where that would not do: behind a step of
// a chain there may be nobody, and verified ways keep nobody off.
func askedWayOf(l *value.Label) (askedWay, bool) {
	r := l.Root
	if r.Kind != value.Caller || r.N == verified {
		return askedWay{}, false
	}
	if r.N >= 0 {
		r.Name, r.N, r.M = ways.Join(r.Name, ways.Sep+ways.OutcomeCondition(r.N, r.M)), asBefore, 0
	}
	name, asked := ways.Asked(r.Name)
	return askedWay{value.Root{Kind: r.Kind, N: r.N, M: r.M, Name: name}, asked}, !slices.ContainsFunc(asked, isStep)
}

// isStep reports whether a condition is that a step of a chain goes on.
func isStep(condition string) bool {
	_, m, ok := ways.ParseOutcome(condition)
	return ok && m == stateKey(0, model.Passes)
}

// covers reports whether whoever gets past all that o asks gets past what w asks.
func (w askedWay) covers(o askedWay) bool {
	return w.base == o.base && len(w.asked) < len(o.asked) && contains(o.asked, w.asked)
}

// maxNeedless are the ways of a state of which some may say nothing besides others.
const maxNeedless = 8

// uncovered is a state without ways that another one covers, unless there are few.
func (f *frame) uncovered(st *value.Node) *value.Node {
	if st == nil || len(st.Labels) <= maxNeedless {
		return st
	}
	var list []askedWay
	var left, mayGo []*value.Label // of the latter list has what they ask
	for _, l := range st.Labels {
		if w, ok := askedWayOf(l); ok {
			list, mayGo = append(list, w), append(mayGo, l)
		} else {
			left = append(left, l)
		}
	}
	for i, w := range list {
		if !slices.ContainsFunc(list, func(o askedWay) bool { return o.covers(w) }) {
			left = append(left, mayGo[i])
		}
	}
	return value.Of(left...)
}

// needed is a state without ways that say nothing besides others.
func (f *frame) needed(st *value.Node) *value.Node {
	return f.uncovered(f.mergeSettings(f.withoutBoth(st)))
}

// noteOutcome adds the state in which a result answers a question. Each round of a loop
// comes with other ways.
func (f *frame) noteOutcome(key int, given *value.Node) {
	st := f.u.Join(f.outs[key], given)
	if len(st.Labels) > maxNeedless {
		st = f.tidy(f.needed(st))
	}
	f.outs[key] = st
}
