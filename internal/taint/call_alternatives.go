package taint

import (
	"github.com/piivet/piivet/internal/taint/value"
)

// alternatives collects the outcomes of calls of which one is made.
type alternatives struct {
	f             *frame
	site          string // where what they give counts as one; empty: nowhere
	n             int
	before, after value.Heap
	results       []*value.Node
	any, alive    bool
}

func (f *frame) alternatives(n int) *alternatives {
	return &alternatives{f: f, before: f.heap, after: f.heap, results: make([]*value.Node, n)}
}

func (a *alternatives) add(rs []*value.Node, reported bool) {
	f := a.f
	for i := range a.results {
		if i >= len(rs) {
			break
		}
		r := rs[i]
		if reported {
			r = f.u.Map(r, func(l *value.Label) *value.Label { return f.reported([]*value.Label{l})[0] })
		}
		a.results[i] = f.u.Join(a.results[i], r)
	}
	a.any = true
	a.noteGiven(rs)
	if !f.dead {
		if a.alive {
			a.after, _ = f.u.JoinHeaps(a.after, f.heap)
		} else {
			a.after, a.alive = f.heap, true
		}
	}
	f.heap, f.dead = a.before, false
}

// mayReturn says that there may be more alternatives than those in sight: that
// all of these panic does not end the way.
func (a *alternatives) mayReturn() {
	if a.any && !a.alive {
		a.after, a.alive = a.before, true
	}
}

func (a *alternatives) done() []*value.Node {
	a.f.heap, a.f.dead = a.after, a.any && !a.alive
	return a.results
}

// alternative is one of several ways that a call may take.
type alternative struct {
	site string
	n    int
}

// shared is what is no alternative: it was there before, or several calls give it.
var shared = alternative{n: -1}

// noteGiven notes which alternative gives what the results lead to.
func (a *alternatives) noteGiven(rs []*value.Node) {
	if a.site == "" {
		return
	}
	own := alternative{a.site, a.n}
	a.n++
	for _, r := range rs {
		if r == nil {
			continue
		}
		for _, ref := range r.Refs {
			_, before := a.before.Get(ref.Obj)
			a.f.notesGiver(ref.Obj, own, before)
		}
		for _, l := range r.Labels {
			if ofUnknownCall(l.Root) && len(l.Path) == 0 {
				a.f.notesGiver(l.Root, own, false)
			}
		}
	}
}

// notesGiver notes which alternative gives an object, or what a callback gives.
func (f *frame) notesGiver(what any, own alternative, before bool) {
	if f.givers == nil {
		f.givers = map[any]alternative{}
	}
	old, known := f.givers[what]
	if known && old != own || !known && before {
		own = shared
	}
	f.givers[what] = own
}

// exclusive reports whether places are what several alternatives of one call gave: in each
// run it is one of them, and the others are not there at all.
func (f *frame) exclusive(refs []value.Ref) bool {
	if len(refs) < 2 {
		return false
	}
	site, seen := f.giverOf(refs[0].Obj).site, map[int]bool{}
	for _, r := range refs {
		by := f.giverOf(r.Obj)
		if by.site == "" || by.site != site || seen[by.n] || r.Off != 0 {
			return false
		}
		seen[by.n] = true
	}
	return true
}

func (f *frame) giverOf(o *value.Obj) alternative {
	switch {
	case o.Sym == nil:
		return f.givers[o]
	case len(o.Sym.Path) == 0:
		return f.givers[o.Sym.Root]
	}
	return alternative{}
}
