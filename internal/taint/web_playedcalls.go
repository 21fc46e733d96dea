package taint

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// A function that registers what it is given asks for it first: register(mux, routes),
// add(mux, path, needsLogin, handler). Its summary speaks of all that callers may give it,
// so which handler goes with which flag is lost there. Where the caller knows what it
// gives, the function is played: its blocks are interpreted in the caller's frame, and
// memory is as they leave it. All else that a call does, its summary says.
const (
	maxPlayedInstr = 512     // instructions of a function that is played
	maxPlayedCalls = 1 << 13 // of all functions that are played in one frame
	maxPlayedDepth = 4       // functions that are played inside each other
)

// asksCaller reports whether a function of this package registers or collects routes, and
// what it does depends on what its caller gives it.
func (e *engine) asksCaller(fn *ssa.Function) bool {
	if asks, ok := e.askers[fn]; ok {
		return asks
	}
	if e.askers == nil {
		e.askers = map[*ssa.Function]bool{}
	}
	e.askers[fn] = false // for recursion
	if fn.Pkg != e.ssa || len(fn.Blocks) == 0 || fn.Recover != nil || boxesTypeArgs(fn) || shape.Instrs(fn) > maxPlayedInstr || e.answersRequests(fn.Signature) {
		return false
	}
	a := asker{e: e, registers: e.makesEntries(fn) || e.choosesHandler(fn)}
	for _, l := range e.tableLoops(fn) {
		a.decides = a.decides || e.mayRegister(l) && fromParameter(l.List, 0)
	}
	for _, b := range fn.Blocks {
		for _, i := range b.Instrs {
			a.instr(i)
		}
	}
	e.askers[fn] = a.registers && a.decides
	return e.askers[fn]
}

// makesEntries reports whether a function gives back what stands in tables.
func (e *engine) makesEntries(fn *ssa.Function) bool {
	return slices.ContainsFunc(shape.ResultTypes(fn.Signature), func(t types.Type) bool {
		return len(e.entryFields(shape.Pointed(t))) > 0
	})
}

// choosesHandler reports whether a function is told in words or numbers which of several
// handlers it is to give back, as in guard(role, handler).
func (e *engine) choosesHandler(fn *ssa.Function) bool {
	res := shape.ResultTypes(fn.Signature)
	return len(res) == 1 && e.holdsHandlers(res[0]) && shape.SingleReturn(fn) == nil && slices.ContainsFunc(fn.Params, func(p *ssa.Parameter) bool {
		return shape.IsBasic(p.Type()) && slices.ContainsFunc(*p.Referrers(), asksItself)
	})
}

// asksItself reports whether an instruction asks a parameter, or is on the way there. Closures
// that ask it get it from a variable.
func asksItself(i ssa.Instruction) bool {
	switch i := i.(type) {
	case *ssa.If:
		return true
	case *ssa.Store:
		a, ok := i.Addr.(*ssa.Alloc)
		return ok && slices.ContainsFunc(*a.Referrers(), func(r ssa.Instruction) bool {
			load, ok := r.(*ssa.UnOp)
			return ok && load.Op == token.MUL && slices.ContainsFunc(*load.Referrers(), asksItself)
		})
	case *ssa.BinOp:
		return shape.ConstOf(i.X) != nil || shape.ConstOf(i.Y) != nil
	case *ssa.UnOp:
		return i.Op == token.NOT
	}
	return false
}

// boxesTypeArgs reports whether a generic function asks, or tells others, of which type its
// values are: that is known where it is called.
func boxesTypeArgs(fn *ssa.Function) bool {
	if fn.TypeParams().Len() == 0 && fn.Signature.RecvTypeParams().Len() == 0 {
		return false
	}
	for _, b := range fn.Blocks {
		for _, i := range b.Instrs {
			switch i.(type) {
			case *ssa.MakeInterface, *ssa.ChangeInterface, *ssa.TypeAssert:
				return true
			}
		}
	}
	return false
}

// asker looks at the code of a function.
type asker struct {
	e                  *engine
	registers, decides bool
}

func (a *asker) instr(i ssa.Instruction) {
	switch i := i.(type) {
	case *ssa.If:
		a.decides = a.decides || fromParameter(i.Cond, 0)
	case *ssa.MapUpdate:
		if fromParameter(i.Map, 0) && a.e.holdsHandlers(shape.Pointed(i.Value.Type())) {
			a.registers, a.decides = true, true
		}
	case ssa.CallInstruction:
		a.call(i.Common())
	}
}

func (a *asker) call(c *ssa.CallCommon) {
	if b, ok := c.Value.(*ssa.Builtin); ok {
		if b.Name() == "append" && a.e.holdsHandlers(c.Args[0].Type()) && fromParameter(c.Args[0], 0) {
			a.registers, a.decides = true, true
		}
		return
	}
	if fn := c.StaticCallee(); fn != nil && a.e.asksCaller(fn) {
		a.registers, a.decides = true, a.decides || slices.ContainsFunc(c.Args, func(v ssa.Value) bool { return fromParameter(v, 0) })
		return
	}
	_, given := c.Value.(*ssa.Parameter)
	if given = given && !c.IsInvoke() && slices.ContainsFunc(c.Args, func(v ssa.Value) bool { return a.e.holdsHandlers(shape.Pointed(v.Type())) }); !given && !a.e.registers(c) {
		return
	}
	a.registers = true
	for _, v := range c.Args { // a path
		a.decides = a.decides || shape.IsString(v.Type()) && fromParameter(v, 0)
	}
}

// fromParameter reports whether a value is, or is made of, what a function was given or
// captured.
func fromParameter(v ssa.Value, depth int) bool {
	if depth > maxRefine {
		return false
	}
	switch v := v.(type) {
	case *ssa.Parameter, *ssa.FreeVar:
		return true
	case *ssa.Alloc:
		for _, r := range *v.Referrers() {
			if s, ok := r.(*ssa.Store); ok && s.Addr == ssa.Value(v) && fromParameter(s.Val, depth+1) {
				return true
			}
		}
		return false
	case *ssa.Phi:
		return slices.ContainsFunc(v.Edges, func(x ssa.Value) bool { return fromParameter(x, depth+4) })
	case *ssa.Call:
		return slices.ContainsFunc(v.Call.Args, func(x ssa.Value) bool { return fromParameter(x, depth+1) })
	case *ssa.Const, *ssa.Global, *ssa.Function, *ssa.Builtin:
		return false
	case ssa.Instruction:
		var ops []*ssa.Value
		for _, x := range v.Operands(ops) {
			if *x != nil && fromParameter(*x, depth+1) {
				return true
			}
		}
	}
	return false
}

// playsCall reports whether a call is to be played.
func (f *frame) playsCall(fn *ssa.Function, args []argument) bool {
	switch {
	case f.caller == nil, fn == nil, f.assume != nil, f.quiet+f.serving+f.escaping+f.handing > 0, f.silent > len(f.stack), len(f.stack) >= maxPlayedDepth,
		f.loops[f.cur.Index] && !f.onlyPlayed(), f.playedInstrs > maxPlayedCalls, fn == f.top, slices.Contains(f.stack, fn):
		return false
	}
	return f.e.asksCaller(fn) && slices.ContainsFunc(args, f.tellsMore)
}

// tellsMore reports whether the caller knows more of an argument than the function does
// that gets it.
func (f *frame) tellsMore(a argument) bool {
	if a.t != nil && f.e.routerType(a.t) {
		return false
	}
	if a.n == nil {
		return a.t != nil // a constant, or nil
	}
	return len(a.n.Funcs)+len(a.n.Kids) > 0 || slices.ContainsFunc(a.n.Labels, constantMark) ||
		slices.ContainsFunc(a.n.Refs, func(r value.Ref) bool { return r.Obj.Sym == nil })
}

// playCall interprets a function in this frame, with what the caller knows. The call was
// made by its summary before: what counts now is what it gives, and memory, which is the
// one from before the call.
func (f *frame) playCall(site *callSite, fn *ssa.Function, app application, before value.Heap, results []*value.Node) []*value.Node {
	tells, at := f.tells, f.at
	heap, dead := f.heap, f.dead
	f.heap, f.dead = before, false
	caller := f.activation
	callee := newActivation(f.e, fn)
	callee.ctx = "^" + strings.ReplaceAll(site.key, "/", "|")
	callee.stack = append(slices.Clone(caller.stack), fn)
	callee.nils = map[*ssa.Parameter][2]bool{}
	f.givenTo(&callee, site, fn, app.args)
	if g := app.fn; g != nil {
		for i, v := range fn.FreeVars {
			if i < len(g.Bind) {
				callee.regs[v] = g.Bind[i]
			}
		}
	}
	f.activation = callee
	cut := f.cut
	f.cut = false
	f.silent++
	f.playedInstrs += shape.Instrs(fn)
	f.enqueue(fn.Blocks[0])
	f.seen[0], f.in[0] = true, before
	f.apart(f.work)
	f.silent--
	callee = f.activation
	f.activation = caller
	f.tells, f.at = tells, at
	f.cut, cut = cut, f.cut
	switch {
	case cut: // too much for that
		f.heap, f.dead = before, false
		return f.apply(site, app)
	case !callee.returned:
		f.heap, f.dead = heap, dead
		return results
	}
	f.heap, f.dead = callee.exit, dead
	return callee.results
}

// givenTo puts the arguments into the parameters of a function that is played.
func (f *frame) givenTo(callee *activation, site *callSite, fn *ssa.Function, args []argument) {
	for i, p := range fn.Params {
		if i >= len(args) {
			break
		}
		n := args[i].n
		if v := site.written(i, len(args)); v != nil {
			if t, basic := v.Type().Underlying().(*types.Basic); basic && t.Info()&types.IsConstType != 0 {
				n = f.entryConst(v, n)
			}
			is, not := f.nilness(v, 0)
			callee.nils[p] = [2]bool{is, not}
		}
		callee.regs[p] = n
	}
}

// written is the i-th of n arguments where it is written at the call, the receiver
// counted; nil where it is not.
func (s *callSite) written(i, n int) ssa.Value {
	if s.common == nil {
		return nil
	}
	if i -= n - len(s.common.Args); i < 0 {
		return nil
	}
	return s.common.Args[i]
}

// ownFunction is the code of a function of this package, or nil.
func (f *frame) ownFunction(obj *types.Func) *ssa.Function {
	if obj.Pkg() != f.e.pass.Pkg {
		return nil
	}
	return f.e.ssa.Prog.FuncValue(obj)
}

// applyOrPlay makes a call by its summary. One that is to be played is played besides.
func (f *frame) applyOrPlay(site *callSite, fn *ssa.Function, app application) []*value.Node {
	if !f.playsCall(fn, app.args) {
		return f.applyEach(site, app)
	}
	before := f.heap
	f.notServing++
	results := f.apply(site, app)
	f.notServing--
	return f.playCall(site, fn, app, before, results)
}
