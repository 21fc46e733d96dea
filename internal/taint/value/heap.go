package value

// Heap is the content of memory at a point of a function. It is persistent:
// With returns a changed copy that shares what did not change, so a heap per
// block costs little. The zero Heap holds nothing.
type Heap struct{ root *page }

const pageBits = 4

// page has one of both.
type page struct {
	shift int // bits below this page's index
	kids  *[1 << pageBits]*page
	nodes *[1 << pageBits]entry // leaf pages
}

// entry is the content of an object; without one, nothing was written.
type entry struct {
	obj  *Obj
	node *Node
}

// newPage returns an empty page.
func newPage(shift int) *page {
	if shift == 0 {
		return &page{nodes: new([1 << pageBits]entry)}
	}
	return &page{shift: shift, kids: new([1 << pageBits]*page)}
}

// Get returns the content of o and whether the function has written to it.
func (h Heap) Get(o *Obj) (*Node, bool) {
	p := h.root
	if p == nil || o.ID>>(p.shift+pageBits) != 0 {
		return nil, false
	}
	for p != nil {
		i := o.ID >> p.shift & (1<<pageBits - 1)
		if p.nodes != nil {
			return p.nodes[i].node, p.nodes[i].obj != nil
		}
		p = p.kids[i]
	}
	return nil, false
}

// With returns h with o's content replaced; h itself where it is that already.
func (h Heap) With(o *Obj, n *Node) Heap {
	if old, ok := h.Get(o); ok && old == n {
		return h
	}
	root := h.root
	if root == nil {
		root = newPage(0)
	}
	for o.ID>>(root.shift+pageBits) != 0 {
		root = raise(root)
	}
	return Heap{root.with(o.ID, entry{o, n})}
}

func (p *page) with(id int, e entry) *page {
	i := id >> p.shift & (1<<pageBits - 1)
	if p.nodes != nil {
		nodes := *p.nodes
		nodes[i] = e
		return &page{nodes: &nodes}
	}
	kids := *p.kids
	if kids[i] == nil {
		kids[i] = newPage(p.shift - pageBits)
	}
	kids[i] = kids[i].with(id, e)
	return &page{shift: p.shift, kids: &kids}
}

// Each calls f for every object with content, in the order of their numbers.
func (h Heap) Each(f func(*Obj, *Node)) { h.root.each(f) }

func (p *page) each(f func(*Obj, *Node)) {
	if p == nil {
		return
	}
	if p.nodes != nil {
		for _, e := range p.nodes {
			if e.obj != nil {
				f(e.obj, e.node)
			}
		}
		return
	}
	for _, k := range p.kids {
		k.each(f)
	}
}

// JoinHeaps returns the memory when control comes from a or from b, and
// whether it differs from a. An object that one side never wrote to has its
// initial content there.
func (u *Universe) JoinHeaps(a, b Heap) (Heap, bool) {
	ar, br := a.root, b.root
	for ar != nil && br != nil && ar.shift != br.shift {
		if ar.shift < br.shift {
			ar = raise(ar)
		} else {
			br = raise(br)
		}
	}
	p := u.joinPages(ar, br)
	return Heap{p}, p != ar
}

func raise(p *page) *page {
	up := newPage(p.shift + pageBits)
	up.kids[0] = p
	return up
}

// joinPages returns a itself where b adds nothing. Pages that both sides share
// are not looked into.
func (u *Universe) joinPages(a, b *page) *page {
	if a == b {
		return a
	}
	if a == nil {
		a = newPage(b.shift)
	}
	if b == nil {
		b = newPage(a.shift)
	}
	if a.nodes != nil {
		return u.joinLeaves(a, b)
	}
	out := a
	for i := range a.kids {
		k := u.joinPages(a.kids[i], b.kids[i])
		if k == a.kids[i] || k == nil {
			continue
		}
		if out == a {
			kids := *a.kids
			out = &page{shift: a.shift, kids: &kids}
		}
		out.kids[i] = k
	}
	return out
}

func (u *Universe) joinLeaves(a, b *page) *page {
	var nodes *[1 << pageBits]entry
	for i := range a.nodes {
		e := u.joinEntries(a.nodes[i], b.nodes[i])
		if e == a.nodes[i] {
			continue
		}
		if nodes == nil {
			c := *a.nodes
			nodes = &c
		}
		nodes[i] = e
	}
	if nodes == nil {
		return a
	}
	return &page{nodes: nodes}
}

func (u *Universe) joinEntries(a, b entry) entry {
	switch {
	case a.obj == nil && b.obj == nil:
		return a
	case b.obj == nil:
		return entry{a.obj, u.Join(a.node, a.obj.Init)}
	case a.obj == nil:
		return entry{b.obj, u.Join(b.obj.Init, b.node)}
	}
	return entry{a.obj, u.Join(a.node, b.node)}
}
