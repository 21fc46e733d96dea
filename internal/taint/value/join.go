package value

import (
	"slices"

	"github.com/piivet/piivet/internal/access"
)

// Join returns what is known when the value is a or b. It returns a itself
// where b adds nothing.
func (u *Universe) Join(a, b *Node) *Node {
	switch {
	case b == nil || a == b:
		return a
	case a == nil:
		return b
	}
	return u.join(a, b)
}

func (u *Universe) join(a, b *Node) *Node {
	u.Work++
	labels := u.Bounded(Union(a.Labels, b.Labels))
	refs := u.unionRefs(a.Refs, b.Refs)
	funcs, moreFuncs := u.unionFuncs(a.Funcs, b.Funcs)
	kids, changed := u.joinKids(a, b)
	errored := (a.Errored || a.Bare()) && (b.Errored || b.Bare()) && (a.Errored || b.Errored)
	same := len(labels) == len(a.Labels) && len(refs) == len(a.Refs) && !moreFuncs && !changed && errored == a.Errored
	if same {
		return a
	}
	return New(Node{Labels: labels, Kids: kids, Refs: refs, Funcs: funcs, Errored: errored})
}

// Bare reports whether n holds nothing.
func (n *Node) Bare() bool { return len(n.Labels)+len(n.Kids)+len(n.Refs)+len(n.Funcs) == 0 }

// joinKids returns the parts of a themselves where nothing changes.
func (u *Universe) joinKids(a, b *Node) (kids []Kid, changed bool) {
	if len(b.Kids) == 0 && len(b.Labels) == 0 {
		return a.Kids, false
	}
	change := func(i int) {
		if !changed {
			kids, changed = append(make([]Kid, 0, len(a.Kids)+len(b.Kids)), a.Kids[:i]...), true
		}
	}
	add := func(i int, k Kid, n *Node) {
		if n != k.Node {
			change(i)
		}
		if changed {
			kids = append(kids, Kid{k.Sel, n})
		}
	}
	i, j := 0, 0
	for i < len(a.Kids) || j < len(b.Kids) {
		switch c := compareKids(a.Kids, i, b.Kids, j); {
		case c < 0:
			k := a.Kids[i]
			add(i, k, u.Join(k.Node, u.other(b, k)))
			i++
		case c > 0:
			k := b.Kids[j]
			change(i)
			kids = append(kids, Kid{k.Sel, u.Join(u.other(a, k), k.Node)})
			j++
		default:
			k := a.Kids[i]
			add(i, k, u.Join(k.Node, b.Kids[j].Node))
			i, j = i+1, j+1
		}
	}
	if !changed {
		return a.Kids, false
	}
	return kids, true
}

// other is what the other side says of a part it has no kid for. Labels speak for
// themselves beside the kid, so they do not take from it that it was reported.
func (u *Universe) other(n *Node, k Kid) *Node {
	d := u.derive(n, k.Sel)
	if d == nil || d.Errored || k.Node == nil || !k.Node.Errored {
		return d
	}
	return New(Node{Labels: d.Labels, Kids: d.Kids, Refs: d.Refs, Funcs: d.Funcs, Errored: true})
}

func compareKids(a []Kid, i int, b []Kid, j int) int {
	switch {
	case i >= len(a):
		return 1
	case j >= len(b):
		return -1
	}
	return a[i].Sel.Compare(b[j].Sel)
}

// Union merges two label sets; where both hold a label, the first one's steps
// stay.
func Union(a, b []*Label) []*Label {
	if len(b) == 0 {
		return a
	}
	if len(a) == 0 && sorted(b) {
		return b
	}
	if !sorted(b) {
		b = dedupe(b)
	}
	return merge(a, b, compareLabels)
}

// merge unites two sorted sets; of equal elements that of a stays. It returns a
// itself where b adds nothing.
func merge[T any](a, b []T, compare func(x, y T) int) []T {
	more := 0
	for i, j := 0, 0; j < len(b); {
		switch c := before(a, i, b, j, compare); {
		case c < 0:
			i++
		case c == 0:
			i, j = i+1, j+1
		default:
			more++
			j++
		}
	}
	if more == 0 {
		return a
	}
	out := make([]T, 0, len(a)+more)
	i := 0
	for j := 0; j < len(b); {
		switch c := before(a, i, b, j, compare); {
		case c < 0:
			out = append(out, a[i])
			i++
		case c == 0:
			j++
		default:
			out = append(out, b[j])
			j++
		}
	}
	return append(out, a[i:]...)
}

// before compares a[i], or nothing, with b[j].
func before[T any](a []T, i int, b []T, j int, compare func(x, y T) int) int {
	if i >= len(a) {
		return 1
	}
	return compare(a[i], b[j])
}

func compareLabels(a, b *Label) int { return a.id - b.id }

func sorted(ls []*Label) bool {
	for i := 1; i < len(ls); i++ {
		if ls[i-1].id >= ls[i].id {
			return false
		}
	}
	return true
}

func (u *Universe) unionRefs(a, b []Ref) []Ref {
	switch {
	case len(b) == 0:
		return a
	case len(a) == 0 && len(b) <= MaxRefs:
		return b
	}
	out := merge(a, b, CompareRefs)
	if len(out) <= MaxRefs {
		return out
	}
	u.reached(BoundRefs)
	// What is there stays, or a fixpoint would not come to its end.
	out = slices.Clone(a)
	for _, r := range b {
		if i, found := slices.BinarySearchFunc(out, r, CompareRefs); !found && len(out) < MaxRefs {
			out = slices.Insert(out, i, r)
		}
	}
	return out
}

// Refs makes a set of refs in any order.
func (u *Universe) Refs(refs []Ref) []Ref {
	if len(refs) > 1 {
		refs = slices.Clone(refs)
		slices.SortFunc(refs, CompareRefs)
		refs = slices.CompactFunc(refs, func(a, b Ref) bool { return CompareRefs(a, b) == 0 })
	}
	if len(refs) > MaxRefs {
		u.reached(BoundRefs)
		refs = refs[:MaxRefs]
	}
	return refs
}

// MaxRefs bounds the places that a pointer is followed to.
const MaxRefs = 24

// CompareRefs orders refs by object, path and offset.
func CompareRefs(a, b Ref) int {
	if c := a.Obj.ID - b.Obj.ID; c != 0 {
		return c
	}
	if a.Off != b.Off {
		return a.Off - b.Off
	}
	return slices.CompareFunc(a.Path, b.Path, func(x, y access.Sel) int { return x.Compare(y) })
}

func (u *Universe) unionFuncs(a, b []*Fn) ([]*Fn, bool) {
	out, changed := a, false
	for _, f := range b {
		i := slices.IndexFunc(out, func(g *Fn) bool { return sameFn(f, g) })
		if i < 0 {
			if len(out) >= MaxFuncs {
				u.reached(BoundFuncs)
				continue
			}
			out, changed = append(slices.Clone(out), f), true
			continue
		}
		if g := u.joinFn(out[i], f); g != out[i] {
			out = slices.Clone(out)
			out[i], changed = g, true
		}
	}
	return out, changed
}

// MaxFuncs bounds the functions that a value is called as.
const MaxFuncs = 64

func sameFn(f, g *Fn) bool {
	return f == g || f.Func == g.Func && f.Name == g.Name && f.Site == g.Site && f.Bound == g.Bound && f.Judged == g.Judged &&
		len(f.Bind) == len(g.Bind) && len(f.Yields) == len(g.Yields)
}

func (u *Universe) joinFn(a, b *Fn) *Fn {
	if a == b {
		return a
	}
	bind, c1 := u.joinAll(a.Bind, b.Bind)
	yields, c2 := u.joinAll(a.Yields, b.Yields)
	if !c1 && !c2 {
		return a
	}
	f := *a
	f.Bind, f.Yields = bind, yields
	return &f
}

func (u *Universe) joinAll(a, b []*Node) ([]*Node, bool) {
	out, changed := a, false
	for i := range a {
		if n := u.Join(a[i], b[i]); n != a[i] {
			if !changed {
				out, changed = slices.Clone(a), true
			}
			out[i] = n
		}
	}
	return out, changed
}

// Alike reports whether two values without functions are the same, whatever
// number their opaque data have.
func Alike(a, b *Node) bool {
	if a == nil || b == nil {
		return a == b
	}
	if len(a.Funcs)+len(b.Funcs) > 0 || a.Errored != b.Errored || !slices.EqualFunc(a.Refs, b.Refs, sameRef) {
		return false
	}
	return slices.EqualFunc(a.Labels, b.Labels, sameLabel) && slices.EqualFunc(a.Kids, b.Kids, func(x, y Kid) bool {
		return x.Sel == y.Sel && Alike(x.Node, y.Node)
	})
}

func sameLabel(a, b *Label) bool {
	if a.Root.Kind == Opaque && b.Root.Kind == Opaque {
		return a.Src == b.Src && TypeString(a.Type) == TypeString(b.Type)
	}
	return a.id == b.id
}

func sameRef(a, b Ref) bool {
	return a.Obj == b.Obj && a.Off == b.Off && slices.Equal(a.Path, b.Path)
}
