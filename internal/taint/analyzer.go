package taint

import (
	"go/token"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/policy"
)

// Result is what the engine found out about a package.
type Result struct {
	Policy *policy.Policy
	Flows  []*Flow // by position
	Stats  Stats
	pkg    string
	files  map[string]*token.File
}

// Options says what the engine works with.
type Options struct {
	Policy *policy.Policy
	Models *model.Table
}

// New returns the engine's analyzer. It reports nothing.
func New(o Options) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:       "piitaint",
		Doc:        "follows personal data from tagged fields to sinks; reports nothing itself",
		Run:        func(pass *analysis.Pass) (any, error) { return run(pass, o) },
		ResultType: reflect.TypeFor[*Result](),
	}
}

func run(pass *analysis.Pass, o Options) (any, error) {
	e := newEngine(pass, o.Policy, o.Models)
	e.buildSSA()
	e.solve()
	return &Result{Policy: o.Policy, Flows: e.flows(), Stats: e.stats, pkg: pass.Pkg.Path(), files: e.fileIndex()}, nil
}

// flows collects what all functions found, in the order of the source.
func (e *engine) flows() []*Flow {
	merged := map[flowKey]*Flow{}
	var out []*Flow
	for _, s := range e.sorted() {
		for _, k := range sortedKeys(s.flows) {
			fl := s.flows[k]
			if old := merged[k]; old != nil {
				old.merge(fl)
				continue
			}
			merged[k] = fl
			out = append(out, fl)
		}
	}
	slices.SortStableFunc(out, func(a, b *Flow) int {
		if a.Pos != b.Pos {
			return int(a.Pos - b.Pos)
		}
		return strings.Compare(a.Kind, b.Kind)
	})
	return out
}

func (fl *Flow) merge(o *Flow) {
	for _, s := range o.Sources {
		if !slices.ContainsFunc(fl.Sources, func(t FlowSource) bool { return t.Class == s.Class && t.Name() == s.Name() }) {
			fl.Sources = append(fl.Sources, s)
		}
	}
}

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
func NewWithPolicy(p *policy.Policy) (*analysis.Analyzer, error) {
	models := model.Builtin()
	for _, m := range p.Models() {
		t, err := model.Parse(m.File, m.TOML)
		if err != nil {
			return nil, err
		}
		models = model.Merge(t, models)
	}
	return New(Options{Policy: p, Models: models}), nil
}
