package taint

import (
	"go/constant"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/branch"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// frame is the interpretation of one function: a fixpoint over its blocks.
// Registers only grow; memory is flow-sensitive.
type frame struct {
	e    *engine
	u    *value.Universe
	top  *ssa.Function // the function that labels speak of; fn is another one while a call is played
	self *function
	activation

	at      int // number of the current instruction
	opaques int // opaque values that it made so far

	heap value.Heap
	dead bool // control does not pass this point

	objs    map[objKey]*value.Obj
	globals map[string]globalRead
	sent    map[*value.Obj]*value.Node // what went into channels, and the memory behind it
	idle    bool                       // nobody calls the function; set where its routers are judged

	left  []summary.Content          // in package variables
	early map[*value.Obj]*value.Node // the same, of what was there when a function that shows it was called
	cut   bool                       // a bound ended the work early
	ended bool                       // it did so within a block: what stands behind was not looked at

	sinks                       []summary.Sink
	shownValues, shownVariables int // how many of these are of data like that
	// disclosures are known personal data on a way out that callers may turn to
	// the good.
	disclosures []summary.Sink
	calls       []summary.Call
	known       map[string]int // keys of calls that are recorded already
	passed      map[sinkKey]bool
	flows       map[flowKey]*Flow
	hands       map[handedKey][]Handed

	ofType   map[printedType][]*value.Label
	launders map[*types.Var]*Laundering

	quiet int // >0: what is found is not recorded
	depth int // nesting of calls that are followed
	shown int // nesting of values that are printed inside printed values
	guess int // nesting of interface calls answered by all implementations in sight
	tried int // >0: a call is tried with types in sight, and callers judge what they gave

	knownOnly int // >0: only what is known to be personal data is let out

	binding types.Type // for which an open call is being closed, or nil

	naming *modelCall // whose places are read, or nil

	force string // the key that the next function called is handed

	heard *hearing // what is found goes here, or nil

	web
}

// web is the part of a frame that knows whether callers are verified. It is
// empty in packages that have nothing to do with that.
type web struct {
	caller *value.Obj // its content is the state; nil: not followed
	told   map[*ssa.Call][]told
	tells  []told                  // of the call at hand
	pass   *value.Node             // state where later handlers run
	walked map[visited]*value.Node // memory behind registered handlers

	sinkAt         map[sinkKey]int // sinks that have a state
	answers        []summary.Sink  // what returns would disclose
	final, escaped map[flowKey]*Disclosure
	route          *registration   // of the handler that is played
	offering       bool            // which other packages can register, too
	reply          *reply          // kind of the handler that is played; nil: it writes its response itself
	ownField       map[string]bool // fields that have a resolver of their own, while resolvers are played
	guarded        *guardedSchema  // directives of the schema whose resolvers are played
	by             string          // method by which middleware is asked now
	playing        map[string]bool
	cleared        []value.Ref           // registrations that were served
	folding        *value.Label          // middleware that an iterator over a list of callers yields
	undecided      bool                  // the route at hand discloses something to callers of whom only callers of this function know more
	leftRoutes     map[routeKey]bool     // such routes
	foreigners     map[*value.Obj]string // copies of what package variables hold, by their names
	serving        int
	vouchers       []argument  // settings of the server at hand that only callers know
	trying         model.Chain // how middleware goes on that is being tried
	delegating     bool        // it is what other middleware hands requests on to
	requested      bool        // a callee serves what it is given: a request has come in
	routing        bool        // handlers are registered here
	errorsTo       string      // package of a router that is served and has a handler of its own for the errors of handlers
	escaping       int         // >0: a function value is only judged for what it captured
	handing        int         // >0: a handler is called for what it does to memory, where it is handed over
	silent         int         // >0: only disclosures are recorded
	applied        int         // summaries that were applied
	playedInstrs   int         // instructions of functions that were played
	notServing     int         // >0: a call is played besides, and handlers are served there
	played         int         // steps of handlers and middleware that were played
}

func newFrame(e *engine, fn *ssa.Function, self *function) *frame {
	f := &frame{
		e: e, u: e.u, top: fn, self: self, activation: newActivation(e, fn),
		objs: map[objKey]*value.Obj{}, globals: map[string]globalRead{}, known: map[string]int{}, passed: map[sinkKey]bool{}, flows: map[flowKey]*Flow{},
	}
	if (program{e}).Redacts(fn) {
		f.returns = map[*ssa.Return][]*value.Node{}
	}
	f.recovers = fn.Recover != nil && f.mayRecover()
	if e.web {
		f.caller = f.object("caller", value.Obj{Init: e.before})
		f.web = web{
			caller: f.caller, told: map[*ssa.Call][]told{}, playing: map[string]bool{}, sinkAt: map[sinkKey]int{}, foreigners: map[*value.Obj]string{},
			final: map[flowKey]*Disclosure{}, escaped: map[flowKey]*Disclosure{},
		}
	}
	return f
}

// blockOrder returns the blocks in reverse postorder, the recover block last,
// and each block's position.
func blockOrder(fn *ssa.Function) ([]*ssa.BasicBlock, []int) {
	seen := make([]bool, len(fn.Blocks))
	var post []*ssa.BasicBlock
	visit := func(root *ssa.BasicBlock) {
		type at struct {
			b *ssa.BasicBlock
			i int
		}
		if seen[root.Index] {
			return
		}
		seen[root.Index] = true
		stack := []at{{root, 0}}
		for len(stack) > 0 {
			top := &stack[len(stack)-1]
			if top.i == len(top.b.Succs) {
				post = append(post, top.b)
				stack = stack[:len(stack)-1]
				continue
			}
			s := top.b.Succs[top.i]
			top.i++
			if !seen[s.Index] {
				seen[s.Index] = true
				stack = append(stack, at{s, 0})
			}
		}
	}
	if fn.Recover != nil {
		visit(fn.Recover)
	}
	visit(fn.Blocks[0])
	slices.Reverse(post)
	pos := make([]int, len(fn.Blocks))
	for i, b := range post {
		pos[b.Index] = i
	}
	return post, pos
}

// run interprets the function and returns its summary.
func (f *frame) run() *summary.Summary {
	f.enqueue(f.fn.Blocks[0])
	f.seen[f.fn.Blocks[0].Index] = true
	f.work()
	if f.e.web && f.spent() && !f.returned && !f.e.late() {
		f.cut = true // in the last block; elsewhere that is not worth the steps that callers would take
	}
	return f.summarize()
}

// work interprets the blocks that wait.
func (f *frame) work() {
	for len(f.queue) > 0 || f.releaseExits() {
		if f.spent() {
			f.cut = true
			break
		}
		b := f.order[f.queue[0]]
		f.queue = f.queue[1:]
		if f.visits[b.Index]++; f.visits[b.Index] > maxVisits {
			f.e.bounded(boundVisits)
			f.cut = true
			continue
		}
		if l := f.table(b); l != nil {
			f.playTable(l)
			continue
		}
		f.block(b)
	}
}

// spent reports whether the function has taken all the steps that it may.
func (f *frame) spent() bool { return f.u.Work > f.e.budget }

func (f *frame) enqueue(b *ssa.BasicBlock) {
	b, queue := f.waitsAt(b)
	p := f.pos[b.Index]
	if i, found := slices.BinarySearch(*queue, p); !found {
		*queue = slices.Insert(*queue, i, p)
	}
}

func (f *frame) block(b *ssa.BasicBlock) {
	f.cur, f.heap, f.dead = b, f.in[b.Index], false
	if f.caller != nil {
		if st := f.state(); hasSettings(st) || len(st.Labels) > maxNeedless {
			f.setState(st)
		}
	}
	for n, instr := range b.Instrs {
		if _, call := instr.(*ssa.Call); call && f.recovers && f.fn.Recover != b {
			f.flow(f.fn.Recover) // it may panic
		}
		f.instr(instr)
		if f.dead || f.spent() {
			f.ended = f.ended || !f.dead && n+1 < len(b.Instrs)
			break
		}
		if c, ok := instr.(*ssa.Call); ok {
			for _, read := range f.rereads(c) {
				f.instr(read)
			}
		}
	}
	if rec := f.fn.Recover; rec != nil && rec != b && f.recovers {
		f.flow(rec)
	}
	if f.dead {
		return
	}
	here := f.heap
	for i, s := range b.Succs {
		if (f.assume == nil || f.passes(b, i)) && !branch.Never(b, i) && f.inRound(b, i) && !f.awaitsChecks(b, i) && !f.awaitsRound(b, i) {
			f.heap = here
			f.edge(b, i)
			f.emptied(b, i)
			f.redone(b, i)
			f.flow(s)
		}
	}
}

// passes reports whether the i-th way out of a block can be taken under the
// assumption.
func (f *frame) passes(b *ssa.BasicBlock, i int) bool {
	cond, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
	if !ok {
		return true
	}
	c := f.constOf(cond.Cond)
	return c == nil || c.Kind() != constant.Bool || constant.BoolVal(c) == (i == 0)
}

// flow joins the memory at this point into the start of s.
func (f *frame) flow(s *ssa.BasicBlock) {
	i := s.Index
	if f.nextRound(s) {
		return
	}
	if f.assume != nil && f.seen[i] && f.pos[f.cur.Index] >= f.pos[i] && f.once(s) {
		f.arrive(s)
		f.cur = s
		f.flow(s.Succs[1])
		return
	}
	fresh := f.arrive(s)
	if !f.seen[i] {
		f.seen[i], f.in[i] = true, f.heap
		f.enqueue(s)
		return
	}
	h, changed := f.u.JoinHeaps(f.in[i], f.heap)
	if changed {
		f.in[i] = h
	}
	if changed || fresh {
		f.enqueue(s)
	}
}

// once reports whether s is the head of a loop over fields of which the
// assumption is that there is one: its way back leads out.
func (f *frame) once(s *ssa.BasicBlock) bool {
	for _, i := range s.Instrs {
		if n, ok := i.(*ssa.Next); ok {
			r, ok := n.Iter.(*ssa.Range)
			return ok && f.oneField(r)
		}
	}
	return false
}

// oneField reports whether a loop goes over the fields that the assumption is
// about.
func (f *frame) oneField(r *ssa.Range) bool {
	return f.assume.key != "" && fieldMap(r.X.Type()) && f.e.constants().Table(r.X) == nil
}

// arrive notes that control comes to s from the current block. It reports
// whether that is new and a phi there may depend on it, or what is known under
// an assumption.
func (f *frame) arrive(s *ssa.BasicBlock) bool {
	if f.came[s.Index] == nil {
		f.came[s.Index] = make([]bool, len(s.Preds))
	}
	var ways []int
	for i, p := range s.Preds {
		if p == f.cur && !f.came[s.Index][i] {
			ways = append(ways, i)
		}
	}
	if len(ways) == 0 {
		return false
	}
	known := f.knownPhis(s)
	for _, i := range ways {
		f.came[s.Index][i] = true
	}
	if !slices.Equal(known, f.knownPhis(s)) {
		f.again(s)
	}
	_, phi := s.Instrs[0].(*ssa.Phi)
	return phi || f.assume != nil || f.ctx != ""
}
