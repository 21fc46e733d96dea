package taint

import (
	"slices"
	"strconv"
	"strings"

	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/internal/taint/ways"
)

// condsOf are the conditions of a way, without what was agreed to and what the
// request holds.
func condsOf(name string) []string {
	return slices.DeleteFunc(ways.Parts(name), func(c string) bool { return strings.HasPrefix(c, consentPrefix) || aboutRequest(c) })
}

// joinMarks has the marks and conditions of both names, and what the request holds
// at the end.
func joinMarks(a, b string) string {
	marks := ways.Marks(a)
	for _, m := range ways.Marks(b) {
		if !strings.ContainsRune(marks, m) {
			marks += string(m)
		}
	}
	if marks == "na" {
		marks = "an"
	}
	later := ways.Parts(b)
	conds := slices.DeleteFunc(ways.Parts(a), func(p string) bool {
		key, _, _ := strings.Cut(p, keySep)
		if !strings.HasPrefix(p, notePrefix) {
			return false
		}
		_, again := noteUnder(later, strings.TrimPrefix(key, notePrefix))
		return again
	})
	conds = append(conds, later...)
	slices.Sort(conds)
	for _, c := range slices.Compact(conds) {
		marks += ways.Sep + c
	}
	return marks
}

// maxConds bounds the conditions of one way.
const maxConds = 4

// outcomeCond is the condition that the result of a callback proves.
func outcomeCond(n, m int) string { return strconv.Itoa(n) + "." + strconv.Itoa(m) }

func parseOutcomeCond(s string) (n, m int, ok bool) {
	a, b, found := strings.Cut(s, ".")
	n, err1 := strconv.Atoi(a)
	m, err2 := strconv.Atoi(b)
	return n, m, found && err1 == nil && err2 == nil
}

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
		case r.N == o.N && r.M == o.M || len(condsOf(r.Name)) >= maxConds:
			all = f.u.Join(all, value.Of(l))
		default:
			all = f.u.Join(all, f.e.stateOf(r.N, r.M, joinMarks(r.Name, ways.Sep+outcomeCond(o.N, o.M))))
		}
	}
	return all
}

func isOutcome(l *value.Label) bool { return l.Root.Kind == value.Caller && l.Root.N >= 0 }

// told1 is what a callback's result told, and the conditions beside it.
func (in *instance) told1(r value.Root, cur *value.Node) *value.Node {
	f := in.f
	for _, c := range condsOf(r.Name) {
		if n, m, ok := parseOutcomeCond(c); ok && closed(f.outcome(in.told[n], m, cur)) {
			return f.e.closedState
		}
	}
	return f.outcome(in.told[r.N], r.M, cur)
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
		st := f.e.stateOf(id, key, requestParts(l.Root.Name))
		switch r := l.Root; {
		case r.Kind == value.Caller && r.N == anybody && len(condsOf(r.Name)) < maxConds:
			st = f.e.stateOf(anybody, 0, joinMarks(r.Name, ways.Sep+outcomeCond(id, key)))
		case r.Kind == value.Caller && r.N == anybody, r.Kind == value.Caller && r.N == verified:
			st = value.Of(l)
		}
		out = f.u.Join(out, st)
	}
	return out
}

// conditions is what is left of the conditions of a way that a request came on.
func (in *instance) conditions(r value.Root) *value.Node {
	f := in.f
	left := f.e.anybodyState
	for _, c := range condsOf(r.Name) {
		n, m, ok := parseOutcomeCond(c)
		if !ok {
			continue
		}
		st := f.outcome(in.told[n], m, f.e.anybodyState)
		if closed(st) {
			return st
		}
		if !fromAnybody(st) {
			left = st
		}
	}
	return left
}
