package taint

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/branch"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// activation is what a frame knows of the function whose blocks it interprets.
type activation struct {
	fn     *ssa.Function
	regs   map[ssa.Value]*value.Node
	in     []value.Heap // memory at the start of each block
	seen   []bool       // block was reached
	came   [][]bool     // way into a block was taken, by the number of the predecessor
	visits []int
	queue  []int // positions in order of blocks that wait
	order  []*ssa.BasicBlock
	pos    []int // block index -> position in order
	cur    *ssa.BasicBlock

	elementFacts
	roundOver map[*ssa.BasicBlock]bool // heads of loops over pointers that were left
	leftAt    map[*ssa.Call][]leftWrite
	sides     map[ssa.Value][]branch.Side
	loops     []bool // block is in a cycle
	recovers  bool   // a deferred call may end a panic

	deferred []*ssa.Defer
	results  []*value.Node
	exit     value.Heap
	led      *ledTo // where the returns so far lead
	returned bool
	givers   map[any]alternative // of objects, and of what callbacks give

	returns map[*ssa.Return][]*value.Node // nil where nobody asks
	assume  *assumption                   // what is taken for granted, or nil

	edges        map[[2]int]*value.Node   // state between two blocks
	outs         map[int]*value.Node      // by what results tell
	constResults map[int][]int            // numbers of the constants that results may be; -1: others, too
	checkLoops   map[*ssa.BasicBlock]bool // heads of loops over checks: whether control may leave them
	after        *value.Node              // state at all returns
	folds        map[*ssa.Phi]*fold       // loops over middleware
	foldCalls    map[*ssa.Call]*ssa.Phi
	tables
}

func newActivation(e *engine, fn *ssa.Function) activation {
	n := len(fn.Blocks)
	a := activation{fn: fn, regs: map[ssa.Value]*value.Node{}, in: make([]value.Heap, n), seen: make([]bool, n), came: make([][]bool, n), visits: make([]int, n)}
	a.order, a.pos = blockOrder(fn)
	a.loops = shape.Cycles(fn)
	a.elementFacts = e.elementsIn(fn, slices.Contains(a.loops, true))
	a.sides = branch.Sides(fn)
	if e.web {
		a.edges = map[[2]int]*value.Node{}
		a.checkLoops = map[*ssa.BasicBlock]bool{}
		a.folds, a.foldCalls = findFolds(fn)
		a.inLoop = e.tableLoops(fn)
	}
	return a
}
