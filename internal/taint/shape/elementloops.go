package shape

import (
	"slices"
	"strconv"

	"golang.org/x/tools/go/ssa"
)

// ElementLoop is a loop over a list from its first element to its last that may change
// each element, and nothing else of the list: behind it all elements are as a round left
// them.
type ElementLoop struct {
	*Loop
	At     *ssa.IndexAddr // the first &list[i] of a round
	Stores []*ssa.Store   // what each round stores in fields of what the element points to
	Calls  []*ssa.Call    // what each round calls with the element, a pointer
}

// ElementLoops finds such loops, by their heads.
func ElementLoops(fn *ssa.Function, loops []*Loop) (out map[*ssa.BasicBlock]ElementLoop) {
	for _, l := range loops {
		if l == nil || l.List == nil || l.Index == nil {
			continue
		}
		if _, done := out[l.Head]; done {
			continue
		}
		e := ElementLoop{Loop: l, At: l.elementAddress()}
		e.addUses()
		if e.At != nil || e.Stores != nil || e.Calls != nil {
			if out == nil {
				out = map[*ssa.BasicBlock]ElementLoop{}
			}
			out[l.Head] = e
		}
	}
	return out
}

// elementAddress is the address of the element at hand, which each round takes before
// all that it does with the element; nil where the list may change otherwise.
func (l *Loop) elementAddress() (first *ssa.IndexAddr) {
	list, ok := l.ListOf(l.List)
	if !ok {
		return nil
	}
	plain, changes := true, false
	for _, b := range l.Head.Parent().DomPreorder() {
		if !l.Has(b) {
			continue
		}
		for _, i := range b.Instrs {
			at, ok := i.(*ssa.IndexAddr)
			if !ok {
				plain = plain && !l.mentions(i, list)
				continue
			}
			if !l.same(at.X, list) {
				continue
			}
			if at.Index != l.Index {
				plain = plain && readOnly(at)
				continue
			}
			if first == nil && InEachRound(b, l.Head) {
				first = at
			}
			plain = plain && first != nil && Precedes(first, at) || first == at
			changes = changes || !readOnly(at)
		}
	}
	if !plain || !changes {
		return nil
	}
	return first
}

// addUses finds what each round does with what the element at hand points to.
func (e *ElementLoop) addUses() {
	list, ok := e.ListOf(e.List)
	if !ok {
		return
	}
	e.Each(func(b *ssa.BasicBlock) {
		for _, i := range b.Instrs {
			switch i := i.(type) {
			case *ssa.Store:
				if e.ofElement(pointerOf(i), list) && InEachRound(b, e.Head) {
					e.Stores = append(e.Stores, i)
				}
			case *ssa.Call:
				gets := func(a ssa.Value) bool { return e.isElement(a, list) }
				if i.Call.StaticCallee() != nil && slices.ContainsFunc(i.Call.Args, gets) && InEachRound(b, e.Head) {
					e.Calls = append(e.Calls, i)
				}
			}
		}
	})
}

// IsElement reports whether a value is the element at hand of a list of pointers.
func (e *ElementLoop) IsElement(v ssa.Value) bool {
	list, ok := e.ListOf(e.List)
	return ok && e.isElement(v, list)
}

func (e *ElementLoop) isElement(v ssa.Value, list List) bool {
	load, ok := v.(*ssa.UnOp)
	return ok && IsPointer(v.Type()) && e.ofElement(load, list)
}

// ofElement reports whether a pointer was read from the element at hand.
func (e *ElementLoop) ofElement(load *ssa.UnOp, list List) bool {
	if load == nil {
		return false
	}
	at, ok := load.X.(*ssa.IndexAddr)
	return ok && at.Index == e.Index && e.same(at.X, list)
}

// pointerOf is the pointer that was read to store to a field of what it points to; nil for
// other stores.
func pointerOf(s *ssa.Store) *ssa.UnOp {
	at, ok := s.Addr.(*ssa.FieldAddr)
	for ok {
		switch x := at.X.(type) {
		case *ssa.FieldAddr:
			at = x
			continue
		case *ssa.UnOp:
			return x
		}
		return nil
	}
	return nil
}

// A List is what tells a list from others in a loop: a value, or the variable or field that
// it is read from each time.
type List struct {
	base ssa.Value
	path string // fields, behind the address base
}

// ListOf is the list that a value is. It is false where the loop may put another one in
// its place, and for parts of lists.
func (l *Loop) ListOf(v ssa.Value) (List, bool) {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		_, sliced := v.(*ssa.Slice)
		return List{base: v}, !sliced
	}
	out := List{base: load.X}
	for fa, ok := out.base.(*ssa.FieldAddr); ok; fa, ok = out.base.(*ssa.FieldAddr) {
		out = List{fa.X, "." + strconv.Itoa(fa.Field) + out.path}
	}
	if _, ok := out.base.(*ssa.Alloc); !ok && out.path == "" {
		return List{base: v}, true
	}
	if out.base.Referrers() == nil || l.changes(out.base, load.X, out.path != "") {
		return List{base: v}, false
	}
	return out, true
}

func (l *Loop) same(v ssa.Value, list List) bool {
	of, _ := l.ListOf(v)
	return of == list
}

// changes reports whether a loop may store to the variable at an address, which is base or
// a field behind it.
func (l *Loop) changes(base, at ssa.Value, field bool) bool {
	for _, r := range *base.Referrers() {
		switch r := r.(type) {
		case *ssa.UnOp, *ssa.DebugRef:
			continue
		case *ssa.FieldAddr:
			if field && (readOnly(r) || !l.Has(r.Block()) || !sameField(r, at)) {
				continue
			}
		case *ssa.MakeClosure:
			return true
		}
		if l.Has(r.Block()) {
			return true
		}
	}
	return false
}

// sameField reports whether two addresses may be of the same field.
func sameField(a *ssa.FieldAddr, at ssa.Value) bool {
	for fa, ok := at.(*ssa.FieldAddr); ok; fa, ok = fa.X.(*ssa.FieldAddr) {
		if fa.Field == a.Field && fa.X.Type() == a.X.Type() {
			return true
		}
	}
	return false
}

// mentions reports whether an instruction does more with a list than read from it.
func (l *Loop) mentions(i ssa.Instruction, list List) bool {
	switch i := i.(type) {
	case *ssa.UnOp, *ssa.Index, *ssa.DebugRef:
		return false
	case *ssa.Call:
		if LengthOf(i) != nil {
			return false
		}
	}
	var room [8]*ssa.Value
	return slices.ContainsFunc(i.Operands(room[:0]), func(op *ssa.Value) bool {
		return *op != nil && l.same(*op, list)
	})
}

// InEachRound reports whether each round of a loop that goes on comes through b.
func InEachRound(b, head *ssa.BasicBlock) bool {
	rounds := false
	for _, p := range head.Preds {
		if head.Dominates(p) {
			rounds = true
			if !b.Dominates(p) {
				return false
			}
		}
	}
	return rounds
}

// readOnly reports whether nothing is stored at an address, or handed the address.
func readOnly(at ssa.Value) bool {
	for _, r := range *at.Referrers() {
		switch r := r.(type) {
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.FieldAddr:
			if !readOnly(r) {
				return false
			}
		default:
			return false
		}
	}
	return true
}
