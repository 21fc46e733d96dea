package taint

import (
	"go/ast"
	"go/token"
	"go/types"
	"path/filepath"

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
	budget       int                   // steps that one function may take now
	builds       map[builtResult]built // results that are errors, by their form
	playedSteps  int                   // the work of playing handlers and middleware, which has a budget of its own

	funcs   map[*ssa.Function]*function
	work    []*function     // waiting, by number
	ordered []*ssa.Function // see sourceFuncs
	callAt  map[token.Pos]*ast.CallExpr
	rereads map[*ssa.Function]map[*ssa.Call][]ssa.Instruction
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
	names        map[*types.Func]string          // see [engine.qualified]
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
	declared     []types.Type                  // see [engine.declaredTypes]
	joined       *bool                         // whether templates are parsed into one another, once asked
	lists        map[ssa.Value]*constval.Table // what middleware looks paths up in
	players      map[string]player
	sharedFields map[fieldKey]bool      // fields whose address goes elsewhere
	tools        map[string]bool        // types that have an address, or are loggers
	addresses    map[string]*value.Node // of constants
	// addressFields are the addresses that the package stores in fields.
	addressFields map[fieldKey][]*value.Label

	// Of packages that have to do with responses, verification or routes.
	web                                                      bool
	verifies                                                 bool // some way of this package is verified
	before, closedState, elsewhere, anybodyState, neverState *value.Node
	wayJoins                                                 map[wayJoin]joinedWay // names of ways that were joined
	wayStates                                                map[value.Root]*value.Node
	typesAsked                                               int                             // how often such an answer depended on types
	settingTypes                                             map[*types.Named][]access.Path  // structs that hold settings of middleware
	nobodies                                                 map[*ssa.Global]bool            // variables of this package that stand for nobody
	nobodyTypes                                              map[*types.TypeName]bool        // whether one stands for nobody among their values
	plainLookups                                             map[string]bool                 // methods of interfaces that are plain look-ups
	allLoops                                                 map[*ssa.Function][]*shape.Loop // of each block the innermost one
	loopsOf                                                  map[*ssa.Function][]*shape.Loop // those that may go through tables of routes
	elements                                                 map[*ssa.Function]elementFacts
	entryTypes                                               map[string][]entryField  // fields of structs that hold handlers, by the key of the type
	listedTypes                                              map[*types.TypeName]bool // of which there are lists
	handlerTypes                                             map[string]bool          // whether they hold handlers, by key
	listedIn                                                 map[*types.Package]bool  // packages that were looked at for that
	askers                                                   map[*ssa.Function]bool   // functions that register what they are given
	askedFields                                              map[fieldKey]bool        // fields of type bool that the package reads
	rules                                                    map[string]fieldRule     // see [engine.schemaRules]
	secrets                                                  bool                     // finding somebody by a secret verifies
	switches                                                 bool                     // a check that the operator switched off is one
	chosenValues                                             map[ssa.Value]bool       // by values: they are settings that the code does not fix
	settingStores                                            *settingStores
	registered                                               map[*ssa.Function]bool // handlers that stand in some registration
	values                                                   map[types.Object]bool  // functions that are used as values
	served                                                   map[string]bool        // package variables whose routers are served
	marks                                                    bool                   // this is the play that follows marks
	subjects                                                 *subjects              // what it knows of them; nil in any other, and where nobody deals with requests
	allows                                                   []*Allow
	returns                                                  map[token.Pos]*ast.ReturnStmt
	contextKeys                                              map[string]*contextKey
	proofs                                                   map[moment]*proof // of what closures share
	noLint                                                   bool              // //nolint counts as well
	files                                                    map[string]*token.File
}

// function is the state of one function's analysis.
type function struct {
	fn    *ssa.Function
	index int
	test  bool // it stands in a test
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

func newEngine(pass *analysis.Pass, pol *policy.Policy, models *model.Table, marks bool) *engine {
	e := &engine{
		pass: pass, pol: pol, models: models, u: value.NewUniverse(), marks: marks,
		funcs: map[*ssa.Function]*function{}, callAt: map[token.Pos]*ast.CallExpr{}, sendAt: map[token.Pos]*ast.SendStmt{}, instrs: map[ssa.Instruction]int{},
		rereads: map[*ssa.Function]map[*ssa.Call][]ssa.Instruction{},
		globals: map[string]*global{}, pending: map[string]*pendingCall{}, awaited: map[string]*awaitedResult{},
		fields: map[fieldKey]fieldResult{}, typeSources: map[string]*value.Source{}, mapEntries: map[string][]value.Entry{}, rowTypes: map[*types.TypeName]bool{}, carrier: map[string]bool{}, open: map[string]bool{},
		dirs: map[*types.Func]*directives{}, funcModels: map[*types.Func]*model.Func{}, names: map[*types.Func]string{},
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
	e.u.Apart = isRouterState
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
	e.ssa = prog.CreatePackage(e.pass.Pkg, e.pass.Files, withoutTables(e.pass.TypesInfo), false)
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
	path, v := shape.SplitName(name)
	return path == e.pass.Pkg.Path() && !token.IsExported(v) && !e.opened[v]
}

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
	sum, _ := e.facts.summary(obj.Pkg(), e.qualified(obj))
	return sum
}

// qualified is [shape.Qualified], written once for each function: each call asks.
func (e *engine) qualified(obj *types.Func) string {
	name, ok := e.names[obj]
	if !ok {
		name = shape.Qualified(obj)
		e.names[obj] = name
	}
	return name
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
