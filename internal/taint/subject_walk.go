package taint

import (
	"slices"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// Every call, comparison and branch asks which marks its operands have. What
// personal data they hold by their types is no answer to that, so the search for
// marks is one of its own: it takes no types apart and makes no labels.

// marksOn are the marks of a value, of its parts and of the memory that it leads to,
// with the labels of a request message that callers know.
func (f *frame) marksOn(n *value.Node) []*value.Label {
	w := markWalk{f: f, asked: f.askedParams()}
	w.node(n, 0)
	return w.out
}

type markWalk struct {
	f     *frame
	asked []int
	seen  map[*value.Obj][]access.Path
	hops  int
	out   []*value.Label
}

func (w *markWalk) node(n *value.Node, depth int) {
	if n == nil || w.f.u.TooDeep(depth) {
		return
	}
	for _, l := range n.Labels {
		w.label(l)
	}
	for _, k := range n.Kids {
		if k.Sel.Kind != access.Slot {
			w.node(k.Node, depth+1)
		}
	}
	for _, r := range n.Refs {
		w.ref(r)
	}
}

func (w *markWalk) label(l *value.Label) {
	switch {
	case l.Root.Kind == value.Mark, l.Root.Kind == value.Param && slices.Contains(w.asked, l.Root.N):
		w.out = value.Union(w.out, []*value.Label{l})
	case l.Via == nil && l.Symbolic() && !shape.IsBasic(l.Type):
		if r, ok := w.f.shared(l); ok {
			w.ref(r)
		} else if o := w.f.objs[behind(l)]; o != nil {
			w.written(value.Ref{Obj: o})
		}
	}
}

// written looks into memory of a caller's that this function wrote to.
func (w *markWalk) written(r value.Ref) {
	if n, ok := w.f.heap.Get(r.Obj); ok && w.isNew(r) {
		w.enter(n)
	}
}

func (w *markWalk) ref(r value.Ref) {
	if w.isNew(r) {
		w.enter(w.f.u.GetPath(w.f.content(r.Obj), r.Path))
	}
}

func (w *markWalk) enter(n *value.Node) {
	if w.f.u.TooFar(w.hops) {
		return
	}
	w.hops++
	w.node(n, 0)
	w.hops--
}

// isNew reports whether a part of an object was not entered yet, and notes it.
func (w *markWalk) isNew(r value.Ref) bool {
	for _, p := range w.seen[r.Obj] {
		if len(p) <= len(r.Path) && slices.Equal(r.Path[:len(p)], p) {
			return false
		}
	}
	if w.seen == nil {
		w.seen = map[*value.Obj][]access.Path{}
	}
	w.seen[r.Obj] = append(w.seen[r.Obj], r.Path)
	return true
}
