package taint

import (
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/internal/taint/ways"
)

// Each middleware that puts something into the request, or looks there, makes several
// ways of each that came to it. Behind a few of them there are too many. So what the
// request holds is forgotten key by key until there are few enough, those keys first of
// which least is lost. Ways on which something was forgotten are as open as before.

// wayName is the name of a way; of a router's state that callers know, what stands behind
// its slot. It is false for what holds nothing of a request.
func (f *frame) wayName(l *value.Label) (string, bool) {
	if isRouterState(l) {
		_, parts := laterParts(l)
		return parts, true
	}
	return l.Root.Name, l.Root.Kind == value.Caller && (l.Root.N != verified || f.e.marks)
}

// renamed is a way under another name.
func (f *frame) renamed(l *value.Label, name string) *value.Label {
	if isRouterState(l) {
		slot, _ := laterParts(l)
		return f.withSlot(l, slot+name)
	}
	return f.e.stateOf(l.Root.N, l.Root.M, name).Labels[0]
}

// mapNames gives each way of a state another name.
func (f *frame) mapNames(st *value.Node, change func(l *value.Label, name string) string) *value.Node {
	out := slices.Clone(st.Labels)
	for i, l := range out {
		if name, ok := f.wayName(l); ok {
			out[i] = f.renamed(l, change(l, name))
		}
	}
	return value.Of(out...)
}

// tidy takes ways together that differ only in what the request holds, where
// there are too many of them.
func (f *frame) tidy(st *value.Node) *value.Node {
	if st == nil || len(st.Labels) <= maxWays || !slices.ContainsFunc(st.Labels, f.speaksOfRequest) {
		return st
	}
	st = f.uncovered(f.withoutOpposites(st))
	for len(st.Labels) > maxWays {
		fewer := f.leastForgotten(st)
		if fewer == nil {
			return f.knowingNothing(st)
		}
		st = fewer
	}
	return st
}

// knowingNothing is a state of which nothing is known that the request holds; nor, if there
// are too many ways still, which requests come on them.
func (f *frame) knowingNothing(st *value.Node) *value.Node {
	st = f.uncovered(f.mapNames(st, func(_ *value.Label, name string) string { return ways.ForgetAll(name) }))
	if len(st.Labels) <= maxWays {
		return st
	}
	return f.uncovered(f.mapNames(st, func(_ *value.Label, name string) string {
		return ways.WithoutRequest(name) + ways.NotePart(ways.AnyKey, ways.NoteMaybe)
	}))
}

// speaksOfRequest reports whether a way says more of a request than that it may hold anything.
func (f *frame) speaksOfRequest(l *value.Label) bool {
	name, ok := f.wayName(l)
	return ok && ways.RequestParts(name) != "" && ways.RequestParts(name) != ways.NotePart(ways.AnyKey, ways.NoteMaybe)
}

// withoutOpposites has one way for two of which one goes where a test succeeds, and the
// other where it fails.
func (f *frame) withoutOpposites(st *value.Node) *value.Node {
	has := map[int]bool{}
	for _, l := range st.Labels {
		has[l.ID()] = true
	}
	merged := f.mapNames(st, func(l *value.Label, name string) string {
		for _, p := range ways.Parts(name) {
			without := ways.Without(name, p)
			if other := ways.OppositeTest(p); other != "" && has[f.renamed(l, ways.Join(without, ways.Sep+other)).ID()] {
				return without
			}
		}
		return name
	})
	if len(merged.Labels) == len(st.Labels) {
		return st
	}
	return f.withoutOpposites(merged)
}

// leastForgotten is a state with fewer ways, without one of the keys under which they hold
// or ask something. What is there on every way proves nothing where it is found, and types
// of other modules are no users of the program's, so such keys come first; then those that
// tell most ways apart. It is nil where no key makes a difference.
func (f *frame) leastForgotten(st *value.Node) (best *value.Node) {
	bestRank := 0
	for _, key := range f.heldKeys(st) {
		fewer := f.uncovered(f.mapNames(st, func(_ *value.Label, name string) string { return ways.Forget(name, key) }))
		if len(fewer.Labels) == len(st.Labels) {
			continue
		}
		rank := len(fewer.Labels)
		if f.tellsUsers(st, key) {
			rank += len(st.Labels)
		}
		if best == nil || rank < bestRank {
			best, bestRank = fewer, rank
		}
	}
	return best
}

// heldKeys are the keys under which ways hold or ask something, sorted.
func (f *frame) heldKeys(st *value.Node) []string {
	var keys []string
	for _, l := range st.Labels {
		if name, ok := f.wayName(l); ok {
			keys = append(keys, ways.Keys(name)...)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// tellsUsers reports whether what is found under a key may tell who calls: some ways hold
// nothing there, and what others hold is not of other modules.
func (f *frame) tellsUsers(st *value.Node, key string) bool {
	always, foreign := true, true
	for _, l := range st.Labels {
		name, ok := f.wayName(l)
		if !ok {
			continue
		}
		content, noted := ways.NoteUnder(ways.Parts(name), key)
		always = always && noted && content != ""
		foreign = foreign && (!noted || f.ofOthers(content))
	}
	return !always && !foreign
}

// ofOthers reports whether a note says that there is a value of another module's type.
func (f *frame) ofOthers(note string) bool {
	path := pathOf(strings.TrimLeft(note, ways.NoteZero+ways.NoteNobody+ways.NoteSome))
	m := f.e.pass.Module
	first, _, _ := strings.Cut(path, "/")
	return m != nil && strings.Contains(first, ".") && path != m.Path && !strings.HasPrefix(path, m.Path+"/")
}
