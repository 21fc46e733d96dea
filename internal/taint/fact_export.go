package taint

import (
	"bytes"
	"encoding/json"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// exporter collects what a package tells its importers.
type exporter struct {
	e       *engine
	w       *summary.Writer
	entries map[string][]byte
	todo    []string
	wanted  map[string]bool
	own     map[string]*function // by name, and by name without type parameters
}

// export makes the package's fact.
func (e *engine) export() *summary.Fact {
	x := &exporter{
		e: e, w: summary.NewWriter(), entries: map[string][]byte{}, wanted: map[string]bool{}, own: map[string]*function{},
	}
	for _, s := range e.sorted() {
		s.sum = e.subjects.withoutSettled(e.u, e.pass.Pkg.Path(), e.withoutJudged(s))
		name := shape.FuncName(s.fn)
		for _, name := range []string{name, plainName(name)} {
			if x.own[name] == nil {
				x.own[name] = s
			}
		}
		if exported(s) {
			s.shortened = !x.function(name, s)
			x.cases(s)
			x.builtErrors(s.fn)
			x.asks(s.fn)
		}
	}
	if e.web {
		x.entries[summary.WebKey] = nil
		x.rules()
	}
	x.nobodies()
	x.directives()
	x.protos()
	x.globals()
	x.open()
	x.conversions()
	x.api()
	for len(x.todo) > 0 {
		name := x.todo[0]
		x.todo = x.todo[1:]
		x.byName(name)
	}
	var rows []summary.Entry
	for k, d := range x.entries {
		rows = append(rows, summary.Entry{Key: k, Data: d})
	}
	f := summary.Pack(x.w.Strings(), rows)
	e.stats.FactBytes, e.stats.FactEntries = len(f.Data), len(rows)
	return f
}

// exported reports whether other packages can come to call a function: by its
// name, or as a method of a value that they got.
func exported(s *function) bool {
	obj, ok := s.fn.Object().(*types.Func)
	return ok && !shape.IsWrapper(s.fn) && s.fn.Parent() == nil && obj.Exported()
}

// function adds a summary. It is false where that is too long, and says no more
// than the most important.
func (x *exporter) function(name string, s *function) (whole bool) {
	key, sum := summary.FuncKey+name, s.sum
	if _, done := x.entries[key]; done || sum == nil || sum.Silent() {
		return true
	}
	whole = true
	if registers(sum) && tooLong(sum) {
		sum = x.withFewWays(s)
	}
	data := x.written(sum)
	if len(data) > maxSummary && (len(data) > maxRoutes || !registers(sum)) {
		x.e.bounded(boundSummary)
		sum, whole = x.fitted(sum, s.fn.Signature), false
		data = x.written(sum)
	}
	x.entries[key] = data
	x.references(sum)
	return whole
}

// foreign hands on what an import says of a function, as it stands there.
func (x *exporter) foreign(name string) {
	key := summary.FuncKey + name
	t, data := x.e.facts.find(pathOf(name), key)
	if data == nil || x.entries[key] != nil {
		return
	}
	r := summary.NewReader(nil, data, t.Strings)
	s := r.Summary()
	if r.Err != nil {
		x.e.bounded(boundFacts)
		return
	}
	x.w.Summary(s)
	x.entries[key] = x.w.Take()
	x.references(s)
}

// registers reports whether a function leaves registrations behind.
func registers(s *summary.Summary) bool {
	return slices.ContainsFunc(s.Contents, hasRegistrations)
}

func hasRegistrations(c summary.Content) bool { return hasRoutes(c.Node) }

// withoutJudged is a function's summary without the registrations that were
// judged in this package.
func (e *engine) withoutJudged(s *function) *summary.Summary {
	judged := s.judged
	if e.leavesOpen(s) {
		judged = s.judgedOnly
	}
	if s.sum == nil || len(judged) == 0 {
		return s.sum
	}
	c := *s.sum
	c.Contents = slices.Clone(c.Contents)
	for i, k := range c.Contents {
		gone := judged[k.Obj.ID]
		if len(gone) == 0 || k.Node == nil {
			continue
		}
		n := *k.Node
		n.Kids = slices.DeleteFunc(slices.Clone(n.Kids), func(k value.Kid) bool { return slices.Contains(gone, k.Sel) })
		c.Contents[i].Node = value.New(n)
	}
	return &c
}

// references asks for what a summary mentions by name.
func (x *exporter) references(s *summary.Summary) {
	for _, n := range s.Results {
		x.mentions(n)
	}
	x.contents(s.Contents)
	for _, c := range s.Calls {
		for _, n := range c.Args {
			x.mentions(n)
		}
		x.contents(c.Contents)
	}
}

func (x *exporter) contents(cs []summary.Content) {
	for _, c := range cs {
		x.mentions(c.Node)
	}
}

func (x *exporter) mentions(n *value.Node) {
	if n == nil {
		return
	}
	for _, f := range n.Funcs {
		x.want(f.Name)
		x.behindInterface(f)
		for _, b := range append(slices.Clone(f.Bind), f.Yields...) {
			x.mentions(b)
		}
	}
	for _, k := range n.Kids {
		if k.Sel.S != "" {
			x.wantMethods(k.Sel.S)
		}
		x.mentions(k.Node)
	}
}

// behindInterface asks for the methods that a method value of an interface leads to: what
// is not exported no other package finds by itself.
func (x *exporter) behindInterface(f *value.Fn) {
	base, wraps := wrapped(f.Name)
	_, method, ok := strings.Cut(base, ").")
	recv := only(f.Bind)
	if !wraps || !ok || recv == nil || token.IsExported(method) {
		return
	}
	for _, k := range recv.Kids {
		if k.Sel.S != "" {
			x.want("(" + k.Sel.S + ")." + method)
		}
	}
}

func (x *exporter) want(name string) {
	if base, ok := wrapped(name); ok {
		name = plainName(base)
	}
	if !x.wanted[name] {
		x.wanted[name] = true
		x.todo = append(x.todo, name)
	}
}

// wantMethods asks for the methods of a type by its key.
func (x *exporter) wantMethods(key string) {
	name := strings.TrimPrefix(key, "*")
	if x.wanted["type "+name] || strings.ContainsAny(name, "{} ") {
		return
	}
	x.wanted["type "+name] = true
	path := pathOf(name)
	x.embedded(name)
	if path == x.e.pass.Pkg.Path() || x.e.models.Describes(path) {
		return
	}
	for _, m := range x.e.facts.methods(name) {
		x.want(m)
	}
}

// byName adds the entry of a function that something mentions.
func (x *exporter) byName(name string) {
	if s := x.own[name]; s != nil {
		x.function(shape.FuncName(s.fn), s)
		x.cases(s)
		return
	}
	x.foreign(name)
	if t, data := x.e.facts.find(pathOf(name), summary.CaseKey+name); data != nil {
		rd := summary.NewReader(nil, data, t.Strings)
		x.writeCases(name, rd.Cases())
	}
	if _, data := x.e.facts.find(pathOf(name), summary.DirKey+name); data != nil {
		x.entries[summary.DirKey+name] = data
	}
}

// directives adds the comments of this package.
func (x *exporter) directives() {
	for name, d := range x.e.local.funcs {
		x.json(summary.DirKey+name, d)
	}
	for name, tag := range x.e.local.types {
		x.json(summary.TypeKey+x.e.pass.Pkg.Path()+"."+name, tag)
	}
}

func (x *exporter) json(key string, v any) {
	data, err := json.Marshal(v)
	if err == nil {
		x.entries[key] = bytes.Clone(data)
	}
}

func (x *exporter) globals() {
	names := make([]string, 0, len(x.e.globals))
	for name := range x.e.globals {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		x.global(name, x.e.globals[name])
	}
}

// global adds what this package leaves in a variable. Where several functions
// write to it, all of it is taken together.
func (x *exporter) global(name string, g *global) {
	var ws []*function
	for s := range g.writers {
		ws = append(ws, s)
	}
	slices.SortFunc(ws, func(a, b *function) int { return a.index - b.index })
	var n *value.Node
	var cs []summary.Content
	own := x.e.judges(variableName(name))
	for _, s := range ws {
		w := g.writers[s]
		if own {
			w = x.e.withoutOwnRoutes(name, s, w)
		}
		n = x.e.u.Join(n, w.node)
		cs = append(cs, w.memory...)
	}
	if slices.ContainsFunc(ws, func(s *function) bool { return g.writers[s].given }) {
		x.entries[summary.GivenKey+name] = []byte{1}
	}
	if n == nil || pathOf(name) != x.e.pass.Pkg.Path() {
		return
	}
	x.w.Value(n, cs)
	x.entries[summary.GlobalKey+name] = x.w.Take()
	x.mentions(n)
	x.contents(cs)
}
