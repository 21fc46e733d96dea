package taint

import (
	"go/token"
	"reflect"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// Result is what the engine found out about a package.
type Result struct {
	Policy *policy.Policy
	Flows  []*Flow // by position
	Allows []*Allow
	// Disclosures are responses to callers who may not be verified, by position.
	Disclosures []*Disclosure
	// Subjects are responses with a record that the request named, and nobody
	// compared with who calls. They are looked for where the policy says so.
	Subjects []*Subject
	// Claims are functions that do not do what is said of them, in the order of
	// the source.
	Claims []Claim
	// Launderings are fields without a tag that personal data goes into, by
	// position.
	Launderings []*Laundering
	Stats       Stats
	fset        *token.FileSet
	pkg         string
	files       map[string]*token.File
}

// Options says what the engine works with.
type Options struct {
	Policy *policy.Policy
	Models *model.Table
	// Standard analyses the standard library like any other code, to test the
	// engine with it. Otherwise the models alone describe it.
	Standard bool
	// Observe, if set, is told what the analysis of a package took.
	Observe func(pkgPath string, s *Stats)
	// IgnoreNoLint leaves //nolint comments to a driver that reads them itself.
	IgnoreNoLint bool
	// everything takes every field that holds text for personal, to test the
	// engine with.
	everything bool
}

// Standard reports whether an import path belongs to the standard library,
// which the models describe. Its packages have no module; those of builds
// without modules have none either, so the path has to fit too.
func Standard(path, module string, models *model.Table) bool {
	first, _, _ := strings.Cut(path, "/")
	if module != "" && module != "std" || strings.Contains(first, ".") {
		return false
	}
	if slices.Contains(strings.Split(path, "/"), "internal") {
		// Others have internal packages too, below roots of their own.
		return slices.Contains([]string{"internal", "cmd", "go", "vendor"}, first) || models.Describes(first)
	}
	return models.Describes(path) || first == "vendor"
}

func standard(pass *analysis.Pass, models *model.Table) bool {
	module := ""
	if pass.Module != nil {
		module = pass.Module.Path
	}
	return Standard(pass.Pkg.Path(), module, models)
}

// New returns the engine's analyzer. It reports nothing.
func New(o Options) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:       "piitaint",
		Doc:        "follows personal data from tagged fields to sinks; reports nothing itself",
		Run:        func(pass *analysis.Pass) (any, error) { return run(pass, o) },
		FactTypes:  []analysis.Fact{(*summary.Fact)(nil), (*summary.SubjectFact)(nil)},
		ResultType: reflect.TypeFor[*Result](),
	}
}

// atWork bounds the packages that are analysed at a time. Drivers that have all
// packages in one process start many side by side, and each holds its SSA form and its
// values until it is done.
var atWork = make(chan struct{}, runtime.GOMAXPROCS(0))

func run(pass *analysis.Pass, o Options) (any, error) {
	if standard(pass, o.Models) && !o.Standard {
		return &Result{Policy: o.Policy, pkg: pass.Pkg.Path()}, nil
	}
	atWork <- struct{}{}
	defer func() { <-atWork }()
	e := newEngine(pass, o.Policy, o.Models, false)
	if e.closedPackage(pass.Pkg) {
		return &Result{Policy: o.Policy, pkg: pass.Pkg.Path()}, nil
	}
	e.noLint = !o.IgnoreNoLint
	e.allows = e.readAllows()
	e.everything = o.everything
	e.buildSSA()
	e.solve()
	f := e.export()
	pass.ExportPackageFact(f)
	e.countDeclared()
	e.observe(o)
	r := &Result{
		Policy: o.Policy, Flows: e.flows(), Allows: e.allows, Disclosures: e.disclosuresFound(), Stats: e.stats,
		Claims: e.claims(), Launderings: e.launderings(),
		fset: pass.Fset, pkg: pass.Pkg.Path(), files: e.fileIndex(),
	}
	if e.asksSubjects() {
		r.Subjects = e.subjectsApart(f, o)
	}
	r.markHits()
	return r, nil
}

// flows collects what all functions found, in the order of the source.
func (e *engine) flows() []*Flow {
	merged := map[flowKey]*Flow{}
	var out []*Flow
	for _, s := range e.sorted() {
		for _, flows := range []map[flowKey]*Flow{s.flows, s.extra} {
			for _, k := range sortedKeys(flows) {
				fl := flows[k]
				if old := merged[k]; old != nil {
					old.merge(fl)
					continue
				}
				merged[k] = fl
				out = append(out, fl)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b *Flow) int {
		if a.Pos != b.Pos {
			return int(a.Pos - b.Pos)
		}
		return strings.Compare(a.Kind, b.Kind)
	})
	e.handsOver(out)
	return e.withoutRepeated(withoutRebound(out))
}

// withoutRepeated drops flows that one of the call's own arguments has already: a
// handler that middleware wraps is judged where it is wrapped, and what that gives
// once more where it is registered.
func (e *engine) withoutRepeated(flows []*Flow) []*Flow {
	at := map[value.Place][]*Flow{}
	for _, fl := range flows {
		at[fl.Place] = append(at[fl.Place], fl)
	}
	return slices.DeleteFunc(flows, func(fl *Flow) bool {
		call := e.callAt[fl.call]
		return call != nil && slices.ContainsFunc(at[fl.Place], func(in *Flow) bool {
			return in.Kind == fl.Kind && in.Sink == fl.Sink && call.Lparen < in.call && in.call < call.Rparen && in.covers(fl)
		})
	})
}

// covers reports whether a flow has all sources of another one.
func (fl *Flow) covers(o *Flow) bool {
	return !slices.ContainsFunc(o.Sources, func(s FlowSource) bool { return !fl.has(s) })
}

func (fl *Flow) has(s FlowSource) bool {
	return slices.ContainsFunc(fl.Sources, func(t FlowSource) bool { return t.same(s) && (s.Reported || !t.Reported) })
}

func (fl *Flow) merge(o *Flow) {
	for _, s := range o.Sources {
		fl.gets(s)
	}
}

// gets adds a source. Data that reach a sink by themselves as well are not only part
// of an error that was reported.
func (fl *Flow) gets(s FlowSource) {
	for i, t := range fl.Sources {
		if t.same(s) {
			if t.Reported && !s.Reported {
				fl.Sources[i] = s
			}
			return
		}
	}
	fl.Sources = append(fl.Sources, s)
}

func (s FlowSource) same(t FlowSource) bool { return s.Class == t.Class && s.Name() == t.Name() }

func (e *engine) sorted() []*function {
	out := make([]*function, 0, len(e.funcs))
	for _, s := range e.funcs {
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b *function) int { return a.index - b.index })
	return out
}

func sortedKeys(m map[flowKey]*Flow) []flowKey {
	out := make([]flowKey, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.SortFunc(out, func(a, b flowKey) int {
		if a.key != b.key {
			return int(a.key - b.key)
		}
		return strings.Compare(a.kind, b.kind)
	})
	return out
}

// NewWithPolicy returns the engine's analyzer under a policy, whose own models
// stand before the built-in ones.
func NewWithPolicy(p *policy.Policy) (*analysis.Analyzer, error) { return NewObserved(p, nil) }

// NewObserved is NewWithPolicy; see [Options] for observe.
func NewObserved(p *policy.Policy, observe func(pkgPath string, s *Stats)) (*analysis.Analyzer, error) {
	return NewFor(p, Options{Observe: observe})
}

// NewFor is NewWithPolicy with options, of which policy and models are set here.
func NewFor(p *policy.Policy, o Options) (*analysis.Analyzer, error) {
	models, err := modelsOf(p)
	if err != nil {
		return nil, err
	}
	o.Policy, o.Models = p, models
	return New(o), nil
}

// modelsOf returns the tables under a policy: its own ones before the built-in.
func modelsOf(p *policy.Policy) (*model.Table, error) {
	models := model.Builtin()
	for _, m := range p.Models() {
		t, err := model.Parse(m.File, m.TOML)
		if err != nil {
			return nil, err
		}
		models = model.Merge(t, models)
	}
	return models, nil
}

// Closed reports whether the tables under a policy speak for all of a package, so
// that its facts are empty whatever its code says.
func Closed(path string, p *policy.Policy) bool {
	models, err := modelsOf(p)
	if err != nil {
		return false // told where the analyzers are made
	}
	m := models.Package(path)
	return m != nil && m.Default == model.Closed
}
