package value

import (
	"slices"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/render"
)

// Map returns n with every label replaced by what f gives for it; nil drops
// the label.
func (u *Universe) Map(n *Node, f func(*Label) *Label) *Node {
	if n == nil || n.Bare() {
		return n
	}
	c := Node{Refs: n.Refs, Funcs: n.Funcs, Errored: n.Errored, Labels: MapLabels(n.Labels, f)}
	for _, k := range n.Kids {
		c.Kids = append(c.Kids, Kid{k.Sel, u.Map(k.Node, f)})
	}
	return New(c)
}

// MapLabels is Map for a set. It returns the set itself where nothing changes.
func MapLabels(ls []*Label, f func(*Label) *Label) []*Label {
	out, same := slices.Clip(ls), true
	for i, l := range ls {
		m := f(l)
		if same && m == l {
			continue
		}
		if same {
			out, same = append(make([]*Label, 0, len(ls)), ls[:i]...), false
		}
		if m != nil {
			out = append(out, m)
		}
	}
	return Union(nil, dedupe(out))
}

// Together joins those labels of a set that are wanted, one after the other. That is one
// step each; where nothing has to be taken together they are copied once.
func (u *Universe) Together(ls []*Label, wanted func(*Label) bool) *Node {
	var some []*Label
	for _, l := range ls {
		if wanted(l) {
			some = append(some, l)
		}
	}
	if len(some) > MaxLabels && slices.ContainsFunc(some, func(l *Label) bool { return l.Root.Kind != Caller || len(l.Path) > 0 || l.Keys != "" }) {
		var out *Node
		for _, l := range some {
			out = u.Join(out, Of(l))
		}
		return out
	}
	u.Work += max(0, len(some)-1)
	return Of(some...)
}

func dedupe(ls []*Label) []*Label {
	if sorted(ls) {
		return ls
	}
	ls = slices.Clone(ls)
	slices.SortStableFunc(ls, compareLabels)
	return slices.CompactFunc(ls, func(a, b *Label) bool { return a.id == b.id })
}

// AddLabels returns n with ls added to the whole and to each part.
func (u *Universe) AddLabels(n *Node, ls []*Label) *Node {
	if len(ls) == 0 {
		return n
	}
	return u.Join(n, Of(ls...))
}

// Same reports whether two labels say the same, whatever their steps.
func Same(a, b *Label) bool { return a.id == b.id }

// WithSteps returns l with other steps.
func (l *Label) WithSteps(s *Step) *Label {
	c := *l
	c.Steps = s
	return &c
}

// ID numbers the label within its universe.
func (l *Label) ID() int { return l.id }

// MaxLabels bounds the labels of one value. Beyond it, symbolic labels that
// say the same of places close together are taken together: the value then has
// the data of the whole that they are part of.
const MaxLabels = 24

// Bounded takes symbolic labels together where there are too many.
func (u *Universe) Bounded(ls []*Label) []*Label {
	if len(ls) > MaxLabels {
		u.reached(BoundLabels)
		ls = MapLabels(ls, u.Plain)
	}
	for depth := 2; len(ls) > MaxLabels && depth >= 0; depth-- {
		if slices.ContainsFunc(ls, func(l *Label) bool { return u.fine(l, depth) }) {
			ls = MapLabels(ls, func(l *Label) *Label { return u.coarse(l, depth) })
		}
	}
	if len(ls) > MaxLabels {
		ls = u.fewerTexts(ls)
	}
	return ls
}

// Raw is l with all that it holds taken as text.
func (u *Universe) Raw(l *Label) *Label {
	p := u.keptPart(l, access.Sel{})
	if p == nil {
		c := *l
		c.Via, c.Steps = &render.Format{Family: render.Raw}, nil
		p = u.addPart(l, projected{t: l.Type, label: u.Label(c)})
	}
	if l.Steps == nil {
		return p.label
	}
	return p.label.WithSteps(l.Steps)
}

// fine reports whether there is a coarser label for l.
func (u *Universe) fine(l *Label, depth int) bool {
	if u.Apart != nil && u.Apart(l) {
		return false
	}
	switch l.Root.Kind {
	case Known:
		return false
	case Opaque:
		return l.Root.N != 0 || l.Root.M != 0
	}
	return l.Src == nil && len(l.Path) > depth
}

// Whole is all data of the root that a symbolic label comes from.
func (u *Universe) Whole(l *Label) *Label { return u.coarse(l, 0) }

// coarse is the label of the place that l lies in, depth selectors deep.
func (u *Universe) coarse(l *Label, depth int) *Label {
	if !u.fine(l, depth) {
		return l
	}
	c := *l
	if l.Root.Kind == Opaque {
		c.Root.N, c.Root.M = 0, 0
		return u.Label(c)
	}
	c.Path, c.Type, c.Trunc = l.Path[:depth], nil, true
	c.Via, c.Given = nil, nil
	return u.Label(c)
}
