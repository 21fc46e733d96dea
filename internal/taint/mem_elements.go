package taint

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// A loop that changes each element of a list leaves none behind as it was:
//
//	for i := range people {
//		people[i].Email = ""
//	}
//
// While a round lasts the element is an object of its own. On the way out of the loop
// that object stands for all elements.

// elementFacts is what the code of a function says of elements.
type elementFacts struct {
	focus   map[*ssa.IndexAddr]*ssa.IndexAddr
	redoing map[*ssa.BasicBlock]shape.ElementLoop
}

func (e *engine) elementsIn(fn *ssa.Function, loops bool) elementFacts {
	if out, ok := e.elements[fn]; ok {
		return out
	}
	var all []*shape.Loop
	if loops && hasElements(fn) {
		all = e.loopsIn(fn)
	}
	out := elementFacts{shape.Focuses(fn, all), shape.ElementLoops(fn, all)}
	if e.elements == nil {
		e.elements = map[*ssa.Function]elementFacts{}
	}
	e.elements[fn] = out
	return out
}

// loopsIn finds the loops of a function, once.
func (e *engine) loopsIn(fn *ssa.Function) []*shape.Loop {
	loops, ok := e.allLoops[fn]
	if !ok {
		if e.allLoops == nil {
			e.allLoops = map[*ssa.Function][]*shape.Loop{}
		}
		loops = shape.Loops(fn)
		e.allLoops[fn] = loops
	}
	return loops
}

// hasElements reports whether a function takes addresses of elements.
func hasElements(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, i := range b.Instrs {
			if at, ok := i.(*ssa.IndexAddr); ok && shape.ConstOf(at.Index) == nil {
				return true
			}
		}
	}
	return false
}

// redone puts what the rounds of a loop left in place of the elements that were there, on
// the i-th way out of its head.
func (f *frame) redone(b *ssa.BasicBlock, i int) {
	l, ok := f.redoing[b]
	if !ok || l.Has(b.Succs[i]) || f.atElement(l.Index) {
		return
	}
	if l.At != nil {
		f.redoneList(l)
	}
	if len(l.Stores)+len(l.Calls) > 0 {
		f.redoneBehind(l)
	}
}

// redoneList gives all elements what the one at hand has.
func (f *frame) redoneList(l shape.ElementLoop) {
	refs := slices.DeleteFunc(slices.Clone(f.targets(f.val(l.List))), func(r value.Ref) bool { return r.Obj.Sym != nil && !leadsOn(r.Obj.Sym) })
	if len(refs) != 1 || refs[0].Obj.Many || refs[0].Obj.Global != "" || refs[0].Off != 0 {
		return
	}
	r := refs[0]
	list := f.u.GetPath(f.content(r.Obj), r.Path)
	f.write(r, f.u.SetElements(list, f.content(f.focusOf(l.At))), false)
}

// redoneBehind makes certain what each round does behind the pointers of a list: all that
// the elements point to has it then.
func (f *frame) redoneBehind(l shape.ElementLoop) {
	to := f.behindEach(l.List)
	for _, s := range l.Stores {
		for _, r := range to {
			r.Path = r.Path.Join(fieldPath(s.Addr)...)
			f.write(r, f.val(s.Val), false)
		}
	}
	for _, c := range l.Calls {
		for _, w := range f.leftAt[c] {
			if slices.ContainsFunc(to, func(r value.Ref) bool { return r.Obj == w.ref.Obj && len(r.Path)+len(w.ref.Path) == 0 }) {
				f.write(w.ref, w.n, false)
			}
		}
	}
}

// awaitsRound reports whether the i-th way out of a block leads out of a loop over pointers
// whose calls were not looked at yet: what they leave would be lost.
func (f *frame) awaitsRound(b *ssa.BasicBlock, i int) bool {
	l, ok := f.redoing[b]
	if !ok || len(l.Calls) == 0 || l.Has(b.Succs[i]) || f.roundOver[b] {
		return false
	}
	return !slices.ContainsFunc(l.Calls, func(c *ssa.Call) bool { return f.visits[c.Block().Index] > 0 })
}

// releaseRounds goes out of the loops over pointers when there is nothing else to do.
func (f *frame) releaseRounds() {
	for b, l := range f.redoing {
		if len(l.Calls) > 0 && f.seen[b.Index] && !f.roundOver[b] {
			if f.roundOver == nil {
				f.roundOver = map[*ssa.BasicBlock]bool{}
			}
			f.roundOver[b] = true
			f.enqueue(b)
		}
	}
}

// leftWrite is what a call left in memory.
type leftWrite struct {
	ref value.Ref
	n   *value.Node
}

// leavesAt notes what a call that each round of a loop makes with the element at hand leaves
// in what that points to.
func (f *frame) leavesAt(site *callSite, sym *value.Label, r value.Ref, n *value.Node) {
	c, ok := site.result.(*ssa.Call)
	if !ok || sym.Root.Kind != value.Param || len(sym.Path) > 0 || !f.inEachRound(c, sym.Root.N) {
		return
	}
	if f.leftAt == nil {
		f.leftAt = map[*ssa.Call][]leftWrite{}
	}
	ws := slices.DeleteFunc(f.leftAt[c], func(w leftWrite) bool { return w.ref.Obj == r.Obj })
	f.leftAt[c] = append(ws, leftWrite{r, n})
}

// inEachRound reports whether each round of a loop over a list of pointers makes a call with
// the element at hand as its i-th argument.
func (f *frame) inEachRound(c *ssa.Call, i int) bool {
	for _, l := range f.redoing {
		if slices.Contains(l.Calls, c) && i < len(c.Call.Args) && l.IsElement(c.Call.Args[i]) {
			return true
		}
	}
	return false
}

// behindEach is what the elements of a list point to; nothing where something else may be
// meant by it, too.
func (f *frame) behindEach(list ssa.Value) []value.Ref {
	x := f.val(list)
	elems := f.element(x, elem)
	if elems == nil || len(elems.Kids) > 0 {
		return nil
	}
	of := slices.DeleteFunc(slices.Clone(elems.Labels), func(l *value.Label) bool { return !leadsOn(l) })
	known := value.New(value.Node{Labels: of, Refs: elems.Refs})
	to := f.targets(known)
	if len(elems.Refs) == 0 && len(to) == 1 {
		return to // all that is known of the elements is one object, which stands for what they point to
	}
	if !f.oneList(f.targets(x)) || slices.ContainsFunc(to, func(r value.Ref) bool { return f.heldBy(r.Obj) > 1 }) {
		return nil
	}
	return to
}

// fieldPath is the way from a pointer to a field of what it points to.
func fieldPath(at ssa.Value) access.Path {
	fa, ok := at.(*ssa.FieldAddr)
	if !ok {
		return nil
	}
	return fieldPath(fa.X).Join(access.Sel{Kind: access.Field, N: fa.Field})
}
