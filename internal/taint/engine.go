package taint

import (
	"go/ast"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint/constval"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// engine analyses one package.
type engine struct {
	pass       *analysis.Pass
	pol        *policy.Policy
	models     *model.Table
	u          *value.Universe
	ssa        *ssa.Package
	stats      Stats
	everything bool
	limits     budget
	// assumedSteps is the work under assumptions.
	assumedSteps int
	budget       int // steps that one function may take now
	playedSteps  int // the work of playing handlers and middleware, which has a budget of its own

	funcs   map[*ssa.Function]*function
	work    []*function     // waiting, by number
	ordered []*ssa.Function // see sourceFuncs
	callAt  map[token.Pos]*ast.CallExpr
	sendAt  map[token.Pos]*ast.SendStmt
	own     map[*token.File]bool // files of the package
	instrs  map[ssa.Instruction]int
	globals map[string]*global
	pending map[string]*pendingCall
	awaited map[string]*awaitedResult
	widened map[string][]string // interfaces that values of an interface type are converted to

	converted    []implicit
	fields       map[fieldKey]fieldResult
	typeSources  map[string]*value.Source
	protos       *protoFields
	mapEntries   map[string][]value.Entry
	losing       map[structField]losingField
	rowTypes     map[*types.TypeName]bool
	carrier      map[string]bool
	open         map[string]bool
	dirs         map[*types.Func]*directives
	funcModels   map[*types.Func]*model.Func
	funcTypes    map[*types.TypeName]*types.Func // what stands for the values of function types
	impls        map[string][]types.Type
	instantiated []types.Type
	methodSets   typeutil.MethodSetCache
	facts        *factReader
	local        *localDirectives
	callers      map[*ssa.Function]bool
	opened       map[string]bool // variables that are not sealed
	deciders     map[*ssa.Function]*decider
	assumed      map[*ssa.Function]map[assumption]assumedSummary
	sharings     map[string][]aliasing // by the name that an assumption has
	narrow       int                   // nesting of analyses under an assumption
	consts       *constval.Package
	players      map[string]player
	sharedFields map[fieldKey]bool      // fields whose address goes elsewhere
	tools        map[string]bool        // types that have an address, or are loggers
	addresses    map[string]*value.Node // of constants
	// addressFields are the addresses that the package stores in fields.
	addressFields map[fieldKey][]*value.Label

	// Of packages that have to do with responses, verification or routes.
	web                                           bool
	verifies                                      bool // some way of this package is verified
	before, closedState, anybodyState, neverState *value.Node
	registered                                    map[*ssa.Function]bool // handlers that stand in some registration
	values                                        map[types.Object]bool  // functions that are used as values
	served                                        map[string]bool        // package variables whose routers are served
	subjects                                      *subjects              // nil: the policy does not ask
	allows                                        []*Allow
	returns                                       map[token.Pos]*ast.ReturnStmt
	contextKeys                                   map[string]*contextKey
	noLint                                        bool // //nolint counts as well
	files                                         map[string]*token.File
}

// function is the state of one function's analysis.
type function struct {
	fn    *ssa.Function
	index int
	sum   *summary.Summary
	print string // fingerprint of sum
	flows map[flowKey]*Flow
	extra map[flowKey]*Flow // found for calls that hand over one piece of memory twice
	users map[*function]bool
	runs  int
	busy  bool
	wait  bool

	returns  map[*ssa.Return][]*value.Node // of a redactor: what each return gives
	launders map[*types.Var]*Laundering
	hands    map[handedKey][]Handed // what is certain of outbound flows

	called         bool // somebody calls it, and does not only judge what it captured
	final, escaped map[flowKey]*Disclosure
	judged         map[int][]access.Sel               // registrations that were judged here, by object
	judgedOnly     map[int][]access.Sel               // those of them that no other package judges, if it leaves that to them
	inGlobals      map[string]map[flowKey]*Disclosure // what routers in package variables disclose
	shortened      bool                               // its summary in the fact says nothing of routers, for lack of room
}

func newEngine(pass *analysis.Pass, pol *policy.Policy, models *model.Table) *engine {
	e := &engine{
		pass: pass, pol: pol, models: models, u: value.NewUniverse(),
		funcs: map[*ssa.Function]*function{}, callAt: map[token.Pos]*ast.CallExpr{}, sendAt: map[token.Pos]*ast.SendStmt{}, instrs: map[ssa.Instruction]int{},
		globals: map[string]*global{}, pending: map[string]*pendingCall{}, awaited: map[string]*awaitedResult{},
		fields: map[fieldKey]fieldResult{}, typeSources: map[string]*value.Source{}, mapEntries: map[string][]value.Entry{}, rowTypes: map[*types.TypeName]bool{}, carrier: map[string]bool{}, open: map[string]bool{},
		dirs: map[*types.Func]*directives{}, funcModels: map[*types.Func]*model.Func{},
		funcTypes: map[*types.TypeName]*types.Func{}, impls: map[string][]types.Type{},
		deciders: map[*ssa.Function]*decider{}, assumed: map[*ssa.Function]map[assumption]assumedSummary{}, sharings: map[string][]aliasing{}, players: map[string]player{},
		addresses: map[string]*value.Node{}, tools: map[string]bool{},
	}
	e.own = map[*token.File]bool{}
	for _, f := range pass.Files {
		e.own[pass.Fset.File(f.FileStart)] = true
	}
	e.u.FieldSource = e.fieldSource
	e.u.TypeSource = e.typeSource
	e.u.TypeNamed = e.typeByName
	if pol.HasTypeKeys() {
		e.u.Entries = e.entries
	}
	e.facts = newFactReader(e)
	e.local = readDirectives(e)
	e.protos = newProtoFields(e)
	e.startWeb()
	return e
}

// buildSSA builds the SSA form of the package alone; imports are known by
// their types.
func (e *engine) buildSSA() {
	prog := ssa.NewProgram(e.pass.Fset, ssa.BuilderMode(0))
	for _, p := range e.pass.Pkg.Imports() {
		prog.CreatePackage(p, nil, nil, true)
	}
	e.ssa = prog.CreatePackage(e.pass.Pkg, e.pass.Files, e.pass.TypesInfo, false)
	e.ssa.Build()
	for _, f := range e.pass.Files {
		ast.Inspect(f, e.noteSyntax)
	}
}

// sourceFuncs lists the package's functions, callees before callers.
func (e *engine) sourceFuncs() []*ssa.Function {
	if e.ordered == nil {
		e.ordered = shape.Functions(e.ssa, e.pass.Files, e.pass.TypesInfo)
	}
	return e.ordered
}

// constants tells which values of this package are constant.
func (e *engine) constants() *constval.Package {
	if e.consts == nil {
		e.consts = constval.New(e.ssa, e.sourceFuncs())
	}
	return e.consts
}

// sealed reports whether a variable of this package is set while the package
// is initialized and never again: it is not exported, nobody else writes to it,
// and what it points to is not handed to anybody. Callers know no more of such
// a table than the package itself, so nothing is left to them.
func (e *engine) sealed(name string) bool {
	if e.opened == nil {
		e.opened = shape.Opened(e.ssa, e.sourceFuncs())
	}
	path, v := splitName(name)
	return path == e.pass.Pkg.Path() && !token.IsExported(v) && !e.opened[v]
}

// solve computes the summaries of all functions. Callees come before callers
// where the calls are not recursive; a function runs again when the summary of
// one that it uses has changed.
func (e *engine) solve() {
	e.limits = newBudget(e.pass, len(e.sourceFuncs()))
	e.budget = e.limits.function // of what is done between functions
	for _, fn := range e.firstOrder() {
		e.add(fn)
	}
	for len(e.work) > 0 {
		s := e.work[0]
		e.work = e.work[1:]
		s.wait = false
		e.analyze(s)
	}
	e.stats.Functions = len(e.funcs)
}

// firstOrder is the order in which functions run first. Where routers may be kept
// in package variables, what gives variables their values comes first, and those
// who set routers up, functions named init, come last.
func (e *engine) firstOrder() []*ssa.Function {
	fns := e.sourceFuncs()
	if !e.web {
		return fns
	}
	rank := func(fn *ssa.Function) int {
		switch {
		case setsUp(fn):
			return 1
		case fn.Synthetic == "package initializer":
			return -1
		}
		return 0
	}
	fns = slices.Clone(fns)
	slices.SortStableFunc(fns, func(a, b *ssa.Function) int { return rank(a) - rank(b) })
	return fns
}

// setsUp reports whether a function is one that is declared with the name init.
func setsUp(fn *ssa.Function) bool { return fn != nil && strings.HasPrefix(fn.Name(), "init#") }

func (e *engine) add(fn *ssa.Function) *function {
	if s, ok := e.funcs[fn]; ok {
		return s
	}
	s := &function{fn: fn, index: len(e.funcs), users: map[*function]bool{}}
	e.funcs[fn] = s
	e.enqueue(s)
	return s
}

func (e *engine) enqueue(s *function) {
	if s.wait {
		return
	}
	s.wait = true
	i, _ := slices.BinarySearchFunc(e.work, s, func(a, b *function) int { return a.index - b.index })
	e.work = slices.Insert(e.work, i, s)
}

// analyze runs a function and, if its summary changed, asks its users to run
// again.
func (e *engine) analyze(s *function) {
	if s.busy || len(s.fn.Blocks) == 0 {
		return
	}
	if s.runs >= maxRuns {
		e.bounded(boundRuns)
		return
	}
	s.runs++
	e.stats.Runs++
	s.busy = true
	work, budget := e.u.Work, e.budget
	e.u.Work = 0
	if e.budget = e.budgetOf(s.fn); e.late() {
		e.bounded(boundPackage)
		e.budget = e.limits.late
	}
	f := newFrame(e, s.fn, s)
	sum := f.run()
	if s.busy = false; e.u.Work > e.budget {
		e.bounded(boundWork)
		s.runs = maxRuns
	}
	e.stats.Steps += e.u.Work
	e.resume(work, budget)
	s.flows, s.returns, s.launders, s.hands = f.flows, f.returns, f.launders, f.hands
	f.finish(s)
	e.storeGlobals(s, f.left)
	print := fingerprint(sum)
	if s.sum != nil && print == s.print {
		return
	}
	first := s.sum == nil
	s.sum, s.print = sum, print
	if first && len(s.users) == 0 {
		return
	}
	for u := range s.users {
		e.enqueue(u)
	}
}

// resume goes on with a function that waited for a callee's summary. One that
// registers routes has its own budget again. Elsewhere what the callee had is
// enough, and keeps deep chains of calls cheap.
func (e *engine) resume(work, budget int) {
	e.u.Work = work
	if !e.web {
		return
	}
	if e.budget = budget; e.late() {
		e.budget = min(budget, work+e.limits.late)
	}
}

// late reports whether the package has used up its steps.
func (e *engine) late() bool { return e.stats.Steps-e.playedSteps > e.limits.all }

// summaryOf is what is known of a function of this package so far; nil while a
// recursion has not come around yet.
func (e *engine) summaryOf(fn *ssa.Function, user *function) *summary.Summary {
	s := e.funcs[fn]
	if s == nil {
		s = e.add(fn)
	}
	if user != nil {
		s.users[user] = true
	}
	if s.sum == nil && !s.busy && s.fn != nil {
		e.unqueue(s)
		e.analyze(s)
	}
	return s.sum
}

func (e *engine) unqueue(s *function) {
	if i := slices.Index(e.work, s); i >= 0 {
		e.work = slices.Delete(e.work, i, i+1)
	}
	s.wait = false
}

// summaryOfObject is the summary of a declared function, here or imported; nil
// where there is none at all.
func (e *engine) summaryOfObject(obj *types.Func, user *function) *summary.Summary {
	if obj.Pkg() == e.pass.Pkg {
		fn := e.ssa.Prog.FuncValue(obj)
		if fn == nil || len(fn.Blocks) == 0 {
			return nil
		}
		if s := e.summaryOf(fn, user); s != nil {
			return s
		}
		return &summary.Summary{}
	}
	sum, _ := e.facts.summary(obj.Pkg(), qualified(obj))
	return sum
}

// instrID numbers instructions in the order in which they are first met.
func (e *engine) instrID(i ssa.Instruction) int {
	id, ok := e.instrs[i]
	if !ok {
		id = len(e.instrs) + 1
		e.instrs[i] = id
	}
	return id
}

// place is a position in the package under analysis; places in others have none.
func (e *engine) place(pos token.Pos) value.Place {
	if !pos.IsValid() || !e.own[e.pass.Fset.File(pos)] {
		return value.Place{}
	}
	p := e.pass.Fset.Position(pos)
	return value.Place{Pkg: e.pass.Pkg.Path(), File: filepath.Base(p.Filename), Line: p.Line, Col: p.Column}
}

// declaration is where an object is declared. Export data has no columns, so
// none is given for an imported object, whatever the driver knows.
func (e *engine) declaration(obj types.Object) value.Place {
	if obj.Pkg() == e.pass.Pkg || obj.Pkg() == nil || !obj.Pos().IsValid() {
		return e.place(obj.Pos())
	}
	p := e.pass.Fset.Position(obj.Pos())
	return value.Place{Pkg: obj.Pkg().Path(), File: filepath.Base(p.Filename), Line: p.Line}
}
