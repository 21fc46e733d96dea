package taint

import (
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/constval"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// Routes are often kept in a table, and a loop registers them. Such a loop is played
// once for each element, one round behind the other: so the handler of an element, its
// path, and what the loop asks of it belong together. Memory goes from round to round
// as it does from statement to statement, and registers of the loop begin anew in each.
// A list of which not every element is known is played as any other loop.
const (
	maxTable      = 64      // elements of a table; a longer one is played as any other loop
	maxTableInstr = 1 << 15 // instructions of a loop, in all rounds together
)

// tables is what an activation knows of its loops over tables.
type tables struct {
	inLoop   []*shape.Loop // by block: the innermost one; nil where the function has none
	tabular  map[*shape.Loop]bool
	inTable  *playedTable
	here     map[ssa.Value]round // the element that a loop is at, by its number, or the step to it
	headPhis map[*ssa.Phi]*value.Node
	nils     map[*ssa.Parameter][2]bool // of a call that is played: whether an argument may be nil, and something else
	stack    []*ssa.Function            // that are being played
	ctx      string                     // names rounds and calls that are being played: what is made in them is told apart
}

// playedTable is a loop that is being played.
type playedTable struct {
	loop  *shape.Loop
	outer *playedTable
	saved []int // the queue of what is around the loop

	last bool // all elements were looked at
	more bool // control came back to the head
	heap value.Heap
	phis map[*ssa.Phi]*value.Node // what the next round begins with
}

// round is an element of a table.
type round struct {
	list value.Ref
	sel  access.Sel
	n    int
	key  string
	text *constval.Table // of constants
}

// place is where the element lives.
func (r round) place() value.Ref {
	return value.Ref{Obj: r.list.Obj, Path: r.list.Path.Join(r.sel)}
}

// of reports whether the element is one of the list.
func (r round) of(list value.Ref) bool {
	return r.list.Obj != nil && value.CompareRefs(r.list, list) == 0
}

// tableLoops are the loops of a function that may go through a table of routes.
func (e *engine) tableLoops(fn *ssa.Function) []*shape.Loop {
	loops, ok := e.loopsOf[fn]
	if ok {
		return loops
	}
	if loops = e.loopsIn(fn); loops != nil && !slices.ContainsFunc(loops, e.mayRegister) {
		loops = nil
	}
	if e.loopsOf == nil {
		e.loopsOf = map[*ssa.Function][]*shape.Loop{}
	}
	e.loopsOf[fn] = loops
	return loops
}

// mayRegister reports whether a loop goes through what holds handlers, or registers routes.
func (e *engine) mayRegister(l *shape.Loop) bool {
	if l == nil || l.List == nil {
		return false
	}
	if t := value.StepType(l.List.Type(), elem(0)); t != nil && e.holdsHandlers(shape.Pointed(t)) {
		return true
	}
	found := false
	l.Each(func(b *ssa.BasicBlock) {
		for _, i := range b.Instrs {
			if c, ok := i.(ssa.CallInstruction); ok && !found {
				found = e.registers(c.Common())
			}
		}
	})
	return found
}

// registers reports whether a call registers a route, or gets what routes are registered
// on.
func (e *engine) registers(c *ssa.CallCommon) bool {
	if obj := calleeObject(c); obj != nil {
		if m := e.modelOf(obj); m != nil {
			return m.Routing != nil && len(m.Routing.Routes)+len(m.Routing.Uses) > 0
		}
	}
	return slices.ContainsFunc(c.Args, func(a ssa.Value) bool { return e.routerType(a.Type()) })
}

// routerType reports whether a type is one on which routes are registered.
func (e *engine) routerType(t types.Type) bool {
	p := shape.PackageOf(t)
	return p != nil && e.models.Routers(p.Path()) && !e.aboutToAnswer(t) && shape.TypeBase(t) != "Request" && (shape.IsPointer(t) || types.IsInterface(t))
}

// table is the loop over a table that begins with block b, if it can be played; else nil.
func (f *frame) table(b *ssa.BasicBlock) *shape.Loop {
	if f.inLoop == nil || f.assume != nil {
		return nil
	}
	l := f.inLoop[b.Index]
	if l == nil || l.Head != b || l.List == nil || f.inTable != nil && f.inTable.loop == l {
		return nil
	}
	if good, known := f.tabular[l]; known && !good {
		return nil
	}
	return l
}

// playTable plays a loop round by round, if all elements of what it goes through are
// known.
func (f *frame) playTable(l *shape.Loop) {
	if f.tabular == nil {
		f.tabular, f.here, f.headPhis = map[*shape.Loop]bool{}, map[ssa.Value]round{}, map[*ssa.Phi]*value.Node{}
	}
	list, ok := f.elementsIn(l)
	if f.tabular[l] = ok && f.e.mayRegister(l) && !f.keepsHandler(l); !f.tabular[l] {
		f.block(l.Head)
		return
	}
	p := &playedTable{loop: l, outer: f.inTable, saved: f.queue}
	visits, cut := f.visits[l.Head.Index], f.cut
	f.inTable, f.queue, f.cut = p, nil, false
	f.apart(func() { f.playRounds(p, list) })
	f.inTable, f.queue, f.visits[l.Head.Index] = p.outer, p.saved, visits
	if f.cut && !f.spent() { // too much for that
		f.tabular[l] = false
		f.enqueue(l.Head)
	}
	f.cut = cut || f.spent()
}

func (f *frame) playRounds(p *playedTable, list []round) {
	l, ctx := p.loop, f.ctx
	head := l.Head.Index
	before := f.takeOut(l)
	came := f.came[head]
	p.phis, p.heap, p.more = f.firstPhis(l), f.in[head], true
	var all []blockRound
	for i := 0; i <= len(list) && p.more && !f.spent(); i++ {
		f.takeOut(l)
		f.in[head], f.seen[head], f.came[head] = p.heap, true, came
		maps.Copy(f.headPhis, p.phis)
		p.phis, p.more, p.last = map[*ssa.Phi]*value.Node{}, false, i == len(list)
		f.ctx = ctx + "~" + itoa(i)
		if !p.last {
			f.setHere(l, list[i])
		}
		f.block(l.Head)
		f.work()
		delete(f.here, l.Index)
		delete(f.here, ssa.Value(l.Next))
		all = append(all, f.roundOf(l))
	}
	for _, phi := range phisOf(l.Head) {
		delete(f.headPhis, phi)
	}
	f.ctx = ctx
	f.putBack(l, before, all)
}

func (f *frame) setHere(l *shape.Loop, r round) {
	if l.Next != nil {
		f.here[l.Next] = r
	} else {
		f.here[l.Index] = r
	}
}

// keepsHandler reports whether a loop puts one middleware after the other around a
// handler: that is played as a whole.
func (f *frame) keepsHandler(l *shape.Loop) bool {
	return slices.ContainsFunc(phisOf(l.Head), func(p *ssa.Phi) bool { return f.folds[p] != nil })
}

func phisOf(b *ssa.BasicBlock) (out []*ssa.Phi) {
	for _, i := range b.Instrs {
		p, ok := i.(*ssa.Phi)
		if !ok {
			break
		}
		out = append(out, p)
	}
	return out
}

// firstPhis is what the registers at the head of a loop hold in its first round.
func (f *frame) firstPhis(l *shape.Loop) map[*ssa.Phi]*value.Node {
	out := map[*ssa.Phi]*value.Node{}
	for _, phi := range phisOf(l.Head) {
		var n *value.Node
		for i, e := range phi.Edges {
			if p := l.Head.Preds[i]; !l.Has(p) && f.came[l.Head.Index] != nil && f.came[l.Head.Index][i] {
				n = f.u.Join(n, f.onEdge(e, f.val(e), p, l.Head))
			}
		}
		out[phi] = n
	}
	return out
}

// nextRound takes control that comes back to the head of a loop that is being played.
func (f *frame) nextRound(s *ssa.BasicBlock) bool {
	p := f.inTable
	for p != nil && p.loop.Head != s {
		p = p.outer
	}
	if p == nil || !p.loop.Has(f.cur) {
		return false
	}
	if p.more {
		p.heap, _ = f.u.JoinHeaps(p.heap, f.heap)
	} else {
		p.more, p.heap = true, f.heap
	}
	for _, phi := range phisOf(s) {
		for i, e := range phi.Edges {
			if s.Preds[i] == f.cur {
				p.phis[phi] = f.u.Join(p.phis[phi], f.onEdge(e, f.val(e), f.cur, s))
			}
		}
	}
	return true
}

// inRound reports whether control may take the i-th way out of a block in the round that
// is being played.
func (f *frame) inRound(b *ssa.BasicBlock, i int) bool {
	if f.ctx == "" {
		return true
	}
	if p := f.inTable; p != nil && p.loop.Head == b {
		return p.last == (i == 1)
	}
	cond, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
	if !ok {
		return true
	}
	holds, known := f.decidedNow(cond.Cond)
	return !known || holds == (i == 0)
}

// waitsAt is where block b waits to be interpreted: in the queue of the innermost loop
// that is being played and has it. A loop that is played in rounds waits as a whole.
func (f *frame) waitsAt(b *ssa.BasicBlock) (*ssa.BasicBlock, *[]int) {
	if f.inLoop == nil {
		return b, &f.queue
	}
	queue, p := &f.queue, f.inTable
	for p != nil && !p.loop.Has(b) {
		queue, p = &p.saved, p.outer
	}
	for l := f.inLoop[b.Index]; l != nil && (p == nil || l != p.loop); l = l.Outer {
		if f.tabular[l] {
			b = l.Head
		}
	}
	return b, queue
}
