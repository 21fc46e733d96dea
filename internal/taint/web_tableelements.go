package taint

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// elementsIn lists the elements of what a loop goes through; false where there may be
// others.
func (f *frame) elementsIn(l *shape.Loop) ([]round, bool) {
	n := f.val(l.List)
	out, ok := f.elementsOfTable(n)
	if _, array := l.List.Type().Underlying().(*types.Array); array {
		out, ok = f.elementsOfArray(n)
	}
	if !ok {
		return nil, false
	}
	if len(out) == 0 {
		t := f.list(l.List)
		if t == nil || t.List != (l.Next == nil) {
			return nil, false
		}
		for i := range t.Keys {
			out = append(out, round{n: i, text: t})
		}
	}
	instrs := 0
	l.Each(func(b *ssa.BasicBlock) { instrs += len(b.Instrs) })
	return out, len(out) > 0 && len(out) <= maxTable && len(out)*instrs <= maxTableInstr
}

// elementsOfArray lists the elements of an array that is no variable.
func (f *frame) elementsOfArray(n *value.Node) (out []round, closed bool) {
	if n == nil || len(n.Labels)+len(n.Refs)+len(n.Funcs) > 0 {
		return nil, false
	}
	for _, k := range n.Kids {
		if k.Sel.Kind != access.Index {
			return nil, false
		}
		out = append(out, round{sel: k.Sel, n: k.Sel.N})
	}
	return out, true
}

// elementsOfTable lists the elements of a list or a map. Of several that it may be, all
// count.
func (f *frame) elementsOfTable(n *value.Node) (out []round, closed bool) {
	if n == nil {
		return nil, true
	}
	if len(n.Funcs)+len(n.Kids) > 0 || slices.ContainsFunc(n.Labels, f.mayHoldMore) {
		return nil, false
	}
	for _, r := range n.Refs {
		c := f.u.GetPath(f.content(r.Obj), r.Path)
		if _, made := r.Obj.Site.(*ssa.MakeSlice); made || r.Off == value.Unknown {
			return nil, false
		}
		if c == nil {
			continue
		}
		if slices.ContainsFunc(c.Labels, f.mayHoldMore) || len(c.Funcs)+len(c.Refs) > 0 {
			return nil, false
		}
		for _, k := range c.Kids {
			switch {
			case k.Node == nil || k.Sel.Kind == access.MapKey:
			case k.Sel.Kind == access.Index:
				if k.Sel.N >= r.Off {
					out = append(out, round{list: r, sel: k.Sel, n: k.Sel.N - r.Off})
				}
			case k.Sel.Kind == access.Key:
				out = append(out, round{list: r, sel: k.Sel, key: k.Sel.S})
			default:
				return nil, false
			}
		}
	}
	return out, true
}

// mayHoldMore reports whether a label says that a list may have elements which are not
// known by themselves.
func (f *frame) mayHoldMore(l *value.Label) bool {
	return l.Root.Kind != value.Mark && (l.Root.Kind != value.Known || l.Src != nil) && f.e.unseen(l)
}

// atElement reports whether a loop over a table is at the element with this number.
func (f *frame) atElement(index ssa.Value) bool {
	_, ok := f.here[index]
	return ok
}

// exact reports whether memory, or a register, is that of one thing and not of one of
// several.
func (f *frame) exact(v ssa.Value, depth int) bool {
	if depth > maxGiven {
		return false
	}
	switch v := v.(type) {
	case *ssa.FieldAddr:
		return f.exact(v.X, depth+1)
	case *ssa.Field:
		return f.exact(v.X, depth+1)
	case *ssa.UnOp:
		return f.exact(v.X, depth+1)
	case *ssa.IndexAddr:
		return (shape.ConstOf(v.Index) != nil || f.atElement(v.Index)) && f.exact(v.X, depth+1)
	case *ssa.Index:
		return (shape.ConstOf(v.Index) != nil || f.atElement(v.Index)) && f.exact(v.X, depth+1)
	case *ssa.Extract:
		switch t := v.Tuple.(type) {
		case *ssa.Next:
			return f.atElement(t)
		case *ssa.TypeAssert:
			return f.exact(t.X, depth+1)
		}
		return false
	case *ssa.TypeAssert:
		return f.exact(v.X, depth+1)
	case *ssa.ChangeType:
		return f.exact(v.X, depth+1)
	case *ssa.Lookup:
		return f.keySel(v.Index).Kind == access.Key && f.exact(v.X, depth+1)
	case *ssa.Phi:
		_, head := f.headPhis[v]
		return head
	}
	return true
}

// length is the number of elements that a list certainly has.
func (f *frame) length(n *value.Node) (int, bool) {
	if n == nil || len(n.Labels)+len(n.Kids)+len(n.Funcs) > 0 || len(n.Refs) != 1 {
		return 0, false
	}
	r := n.Refs[0]
	t := r.Obj.Type
	for _, s := range r.Path {
		t = value.StepType(t, s)
	}
	if t == nil || r.Off != 0 {
		return 0, false
	}
	if a, ok := t.Underlying().(*types.Array); ok {
		return int(a.Len()), true
	}
	return 0, false
}

// appended is a list with more elements behind those that it has, where all of them are
// known by their numbers; false for other lists, and in loops that are not played in rounds.
func (f *frame) appended(args []argument, content *value.Node) (*value.Node, bool) {
	if f.caller == nil || len(args) < 2 || f.loops[f.cur.Index] && !f.onlyPlayed() {
		return nil, false
	}
	if t := value.StepType(args[0].t, elem(0)); t == nil || !f.e.opens(t) {
		return nil, false
	}
	first, closed := f.elementsOfTable(args[0].n)
	more, closed2 := f.elementsOfTable(args[1].n)
	if !closed || !closed2 || len(more) == 0 || args[1].n == nil || len(args[1].n.Refs) != 1 {
		return nil, false
	}
	n := 0
	for _, r := range first {
		if r.sel.Kind != access.Index || r.n != r.sel.N {
			return nil, false
		}
		n = max(n, r.n+1)
	}
	for _, r := range more {
		if n+r.n >= maxTable {
			return nil, false
		}
		part := f.load(value.New(value.Node{Refs: []value.Ref{r.place()}}))
		content = f.u.SetPath(content, access.Path{{Kind: access.Index, N: n + r.n}}, part, false)
	}
	return content, true
}

// onlyPlayed reports whether the loops around are all played in rounds.
func (f *frame) onlyPlayed() bool {
	if f.inLoop == nil {
		return false
	}
	l := f.inLoop[f.cur.Index]
	for p := f.inTable; p != nil; p = p.outer {
		if l != p.loop {
			return false
		}
		l = l.Outer
	}
	return f.inTable != nil && l == nil
}

// elementShift is where the site of an iterator has the number of the one element of a
// table that it yields.
const elementShift = 32

// yieldsEach are iterators that each yield one element of a table, where the first
// argument is one of which all elements are known; else nil.
func (c *modelCall) yieldsEach() *value.Node {
	f := c.f
	if f.caller == nil || len(c.args) == 0 || c.args[0].t == nil {
		return nil
	}
	t := value.StepType(c.args[0].t, elem(0))
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	list, closed := f.elementsOfTable(c.args[0].n)
	if t == nil || len(f.e.entryFields(t)) == 0 || !closed || len(list) < 2 || len(list) > maxTable {
		return nil
	}
	out := value.Node{}
	for i, r := range list {
		fn := &value.Fn{Name: "iterator", Yields: []*value.Node{}, Site: int(c.site.pos) + (i+1)<<elementShift}
		for _, y := range c.m.Yields {
			var n *value.Node
			if p := y.Places; y.Form == model.Plain && len(p[0].Path) > 0 && p[0].Path[len(p[0].Path)-1].Kind == access.Elem {
				n = f.load(value.New(value.Node{Refs: []value.Ref{r.place()}}))
			} else {
				n = c.source(y, nil, false)
			}
			fn.Yields = append(fn.Yields, n)
		}
		out.Funcs = append(out.Funcs, fn)
	}
	return value.New(out)
}
