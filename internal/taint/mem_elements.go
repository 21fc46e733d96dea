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
	for _, s := range l.Stores {
		f.redoneBehind(l, s)
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

// redoneBehind makes a store behind the pointers of a list certain: all that is known of
// the elements is one object, which stands for what they point to.
func (f *frame) redoneBehind(l shape.ElementLoop, s *ssa.Store) {
	elems := f.element(f.val(l.List), func(int) access.Sel { return access.Sel{Kind: access.Elem} })
	if elems == nil || len(elems.Refs)+len(elems.Kids) > 0 {
		return
	}
	of := slices.DeleteFunc(slices.Clone(elems.Labels), func(l *value.Label) bool { return !leadsOn(l) })
	if to := f.targets(value.Of(of...)); len(to) == 1 {
		to[0].Path = to[0].Path.Join(fieldPath(s.Addr)...)
		f.write(to[0], f.val(s.Val), false)
	}
}

// fieldPath is the way from a pointer to a field of what it points to.
func fieldPath(at ssa.Value) access.Path {
	fa, ok := at.(*ssa.FieldAddr)
	if !ok {
		return nil
	}
	return fieldPath(fa.X).Join(access.Sel{Kind: access.Field, N: fa.Field})
}
