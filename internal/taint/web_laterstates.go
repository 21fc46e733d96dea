package taint

import (
	"strings"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/internal/taint/ways"
)

// The state of a router that a function is given is known to its callers alone: a label of
// the router's slot stands for it. What is to be added there stands behind the slot's name,
// also that the results of callbacks prove more.

// isRouterState reports whether a label stands for the state of a router that callers know.
func isRouterState(l *value.Label) bool {
	n := len(l.Path)
	return l.Root.Kind != value.Caller && n > 0 && l.Path[n-1].Kind == access.Slot && strings.HasPrefix(l.Path[n-1].S, slotRouter)
}

// laterParts are the name of a router's slot and what stands behind it, as in names of ways.
func laterParts(l *value.Label) (slot, parts string) {
	slot, parts, more := strings.Cut(l.Path[len(l.Path)-1].S, ways.Sep)
	if more {
		parts = ways.Sep + parts
	}
	return slot, parts
}

// withSlot is a router's state with another name of its slot.
func (f *frame) withSlot(l *value.Label, slot string) *value.Label {
	b := *l
	b.Path = l.Path[:len(l.Path)-1].Join(slotSel(slot))
	return f.u.Label(b)
}

// outcomeBehind is what the result of a callback tells behind the ways of cur.
func (f *frame) outcomeBehind(o *value.Label, cur *value.Node) *value.Node {
	var out, known *value.Node
	for _, l := range cur.Labels {
		if isRouterState(l) {
			out = f.u.Join(out, f.laterUnless(l, o.Root))
		} else {
			known = f.u.Join(known, value.Of(l))
		}
	}
	if known != nil || out == nil {
		out = f.u.Join(out, f.holdingAs(f.keeping(value.Of(o), cur), cur))
	}
	return out
}

// laterUnless is a router's state, unless the result of a callback proves more.
func (f *frame) laterUnless(l *value.Label, o value.Root) *value.Node {
	slot, parts := laterParts(l)
	if len(ways.Conditions(parts)) < maxConds {
		parts = ways.Join(parts, ways.Sep+ways.OutcomeCondition(o.N, o.M))
	}
	return f.marked(value.Of(f.withSlot(l, slot+parts)), ways.RequestParts(o.Name))
}

// unlessProven is the state st, behind what the results of the callee's callbacks told.
func (in *instance) unlessProven(st *value.Node, parts string) *value.Node {
	for _, c := range ways.Conditions(parts) {
		if n, m, ok := ways.ParseOutcome(c); ok {
			st = in.f.behind(in.told1(value.Root{Kind: value.Caller, N: n, M: m}, in.f.e.before), st)
		}
	}
	return st
}

// markedLater is a router's state that callers know, with what is to be added to
// it: that stands behind the name of the slot.
func (f *frame) markedLater(l *value.Label, marks string) *value.Node {
	more := ways.RightMarks(ways.Rights(marks)) + ways.RequestParts(marks)
	if more == "" || !isRouterState(l) {
		return value.Of(l)
	}
	slot, parts := laterParts(l)
	name, ok := f.continued(parts, more, false)
	if !ok {
		return nil
	}
	return value.Of(f.withSlot(l, slot+name))
}

// basedMark stands behind the slot of a state that callers know, where it is
// between a request that has just come in and this point.
const basedMark = "!"

// based is what callers know of a state, where it comes behind cur.
func (f *frame) based(l *value.Label, cur *value.Node) *value.Node {
	if !isRouterState(l) {
		return value.Of(l)
	}
	slot, parts := laterParts(l)
	var out *value.Node
	for _, c := range cur.Labels {
		switch {
		case c.Root.Kind == value.Caller && c.Root.N == verified:
			out = f.u.Join(out, value.Of(c))
		case (fromAnybody(value.Of(c)) || isBased(c)) && !strings.HasSuffix(slot, basedMark):
			out = f.u.Join(out, value.Of(f.withSlot(l, slot+basedMark+parts)))
		default:
			out = f.u.Join(out, value.Of(l))
		}
	}
	return out
}

// isBased reports whether a state that callers know is behind a request that has come in.
func isBased(l *value.Label) bool {
	if l.Root.Kind == value.Caller || len(l.Path) == 0 || l.Path[len(l.Path)-1].Kind != access.Slot {
		return false
	}
	slot, _ := laterParts(l)
	return strings.HasSuffix(slot, basedMark)
}
