package taint

import (
	"bytes"
	"encoding/json"
	"go/types"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/piitag"
)

// factReader answers from the facts of the direct imports, which hold what
// those know of packages further away.
type factReader struct {
	e      *engine
	tables map[string]*summary.Table
	order  []*summary.Table
	sums   map[string]*summary.Summary
	pkgs   map[string]*types.Package // all packages in sight, by path
	byRecv map[string][]string       // names of methods by receiver type
	opens  map[string]*openMethod
}

func newFactReader(e *engine) *factReader {
	r := &factReader{e: e, tables: map[string]*summary.Table{}, sums: map[string]*summary.Summary{}}
	for _, p := range e.pass.Pkg.Imports() {
		var f summary.Fact
		if !e.pass.ImportPackageFact(p, &f) {
			continue
		}
		t := summary.Unpack(&f)
		e.stats.FactsRead++
		r.tables[p.Path()] = t
		r.order = append(r.order, t)
	}
	return r
}

// find returns the first table with an entry; that of the package itself, if
// it is imported, has the last word.
func (r *factReader) find(pkg, key string) (*summary.Table, []byte) {
	if t := r.tables[pkg]; t != nil {
		d, _ := t.Get(key)
		return t, d
	}
	for _, t := range r.order {
		if d, ok := t.Get(key); ok {
			return t, d
		}
	}
	return nil, nil
}

// summary returns the summary of an imported function. A function of an
// analysed package that has no entry does nothing with data.
func (r *factReader) summary(pkg *types.Package, name string) (*summary.Summary, bool) {
	if s, ok := r.sums[name]; ok {
		return s, s != nil
	}
	path := ""
	if pkg != nil {
		path = pkg.Path()
	}
	var s *summary.Summary
	t, data := r.find(path, summary.FuncKey+name)
	switch {
	case data != nil:
		rd := summary.NewReader(r.e.u, data, t.Strings)
		if s = rd.Summary(); rd.Err != nil {
			s = nil
		}
		r.e.stats.SummariesRead++
	case t != nil && r.tables[path] == t:
		s = &summary.Summary{}
	}
	r.sums[name] = s
	return s, s != nil
}

func (e *engine) summaryByName(name string) (*summary.Summary, bool) {
	return e.facts.summary(e.facts.pkg(pathOf(name)), name)
}

// pathOf is the import path in a qualified name: path.F, (path.T).M, (*path.T).M.
func pathOf(name string) string {
	name = strings.TrimLeft(name, "(*")
	if i := strings.IndexAny(name, ")["); i >= 0 {
		name = name[:i]
	}
	slash := strings.LastIndexByte(name, '/')
	if dot := strings.IndexByte(name[slash+1:], '.'); dot >= 0 {
		return name[:slash+1+dot]
	}
	return name
}

func (r *factReader) directives(pkg *types.Package, name string) *directives {
	if pkg == nil {
		return nil
	}
	_, data := r.find(pkg.Path(), summary.DirKey+name)
	if data == nil {
		return nil
	}
	d := &directives{}
	if json.Unmarshal(data, d) != nil {
		return nil
	}
	d.sinks = d.Sinks
	return d
}

func (r *factReader) typeTag(pkg *types.Package, name string) (piitag.Tag, bool) {
	if pkg == nil {
		return piitag.Tag{}, false
	}
	_, data := r.find(pkg.Path(), summary.TypeKey+pkg.Path()+"."+name)
	if data == nil {
		return piitag.Tag{}, false
	}
	var t piitag.Tag
	return t, json.Unmarshal(data, &t) == nil
}

// global is what the package of a variable left in it.
func (r *factReader) global(f *frame, name string) *value.Node {
	t, data := r.find(pathOf(name), summary.GlobalKey+name)
	if data == nil {
		return nil
	}
	rd := summary.NewReader(r.e.u, data, t.Strings)
	n, cs := rd.Value()
	if rd.Err != nil {
		return nil
	}
	return f.foreign("fact "+name, n, cs)
}

// pkg finds a package in sight by its path.
func (r *factReader) pkg(path string) *types.Package {
	if r.pkgs == nil {
		r.pkgs = map[string]*types.Package{}
		var add func(*types.Package)
		add = func(p *types.Package) {
			if r.pkgs[p.Path()] != nil {
				return
			}
			r.pkgs[p.Path()] = p
			for _, i := range p.Imports() {
				add(i)
			}
		}
		add(r.e.pass.Pkg)
	}
	return r.pkgs[path]
}

// typeByName finds a type by its key: a named type or a pointer to one.
func (e *engine) typeByName(key string) types.Type {
	name := strings.TrimPrefix(key, "*")
	if strings.ContainsAny(name, "[]{} $") {
		return nil
	}
	path := pathOf(name)
	p := e.facts.pkg(path)
	if p == nil || len(name) <= len(path) {
		return nil
	}
	obj, ok := p.Scope().Lookup(name[len(path)+1:]).(*types.TypeName)
	if !ok {
		return nil
	}
	t := obj.Type()
	if strings.HasPrefix(key, "*") {
		t = types.NewPointer(t)
	}
	e.u.Register(key, t)
	return t
}

// objectByName finds a declared function or method by its qualified name.
func (e *engine) objectByName(name string) *types.Func {
	if recv, method, ok := strings.Cut(strings.TrimPrefix(name, "("), ")."); ok && strings.HasPrefix(name, "(") {
		t := e.dynTypeByName(recv)
		if t == nil {
			return nil
		}
		obj, _, _ := types.LookupFieldOrMethod(t, true, e.facts.pkg(pathOf(recv)), method)
		m, _ := obj.(*types.Func)
		return m
	}
	path := pathOf(name)
	p := e.facts.pkg(path)
	if p == nil || len(name) <= len(path) {
		return nil
	}
	obj, _ := p.Scope().Lookup(name[len(path)+1:]).(*types.Func)
	return obj
}

func (e *engine) dynTypeByName(key string) types.Type {
	if t := e.u.TypeOf(key); t != nil {
		return t
	}
	return e.typeByName(key)
}

// exporter collects what a package tells its importers.
type exporter struct {
	e       *engine
	w       *summary.Writer
	entries map[string][]byte
	todo    []string
	wanted  map[string]bool
}

// export makes the package's fact.
func (e *engine) export() {
	x := &exporter{e: e, w: summary.NewWriter(), entries: map[string][]byte{}, wanted: map[string]bool{}}
	for _, s := range e.sorted() {
		if exported(s) {
			x.function(s.fn.String(), funcName(s.fn), s.sum)
		}
	}
	x.directives()
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
	e.stats.FactBytes, e.stats.FactFuncs = len(f.Data), len(rows)
	e.pass.ExportPackageFact(f)
}

// exported reports whether other packages can come to call a function: by its
// name, or as a method of a value that they got.
func exported(s *function) bool {
	obj, ok := s.fn.Object().(*types.Func)
	return ok && !isWrapper(s.fn) && s.fn.Parent() == nil && obj.Exported()
}

func (x *exporter) function(_, name string, s *summary.Summary) {
	key := summary.FuncKey + name
	if _, done := x.entries[key]; done || s == nil || trivial(s) {
		return
	}
	x.w.Summary(s)
	data := x.w.Take()
	if len(data) > maxSummary {
		x.e.stats.Long++
		s = x.short(s)
		x.w.Summary(s)
		data = x.w.Take()
	}
	x.entries[key] = data
	x.references(s)
}

// short is a summary without structure: what the results hold, and where data
// leave.
func (x *exporter) short(s *summary.Summary) *summary.Summary {
	out := &summary.Summary{NoReturn: s.NoReturn, Sinks: s.Sinks}
	for _, n := range s.Results {
		f := x.e.u.Fold(n)
		if f != nil {
			f = value.Of(x.e.u.Bounded(f.Labels)...)
		}
		out.Results = append(out.Results, f)
	}
	return out
}

func trivial(s *summary.Summary) bool {
	if s.NoReturn || len(s.Contents)+len(s.Sinks)+len(s.Calls) > 0 {
		return false
	}
	return !slices.ContainsFunc(s.Results, func(n *value.Node) bool { return n != nil })
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

func (x *exporter) want(name string) {
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
	if path == x.e.pass.Pkg.Path() || x.e.models.Package(path) != nil {
		return
	}
	for _, m := range x.e.facts.methods(name) {
		x.want(m)
	}
}

// methods lists the methods of a type that the imports' facts describe.
func (r *factReader) methods(typ string) []string {
	if r.byRecv == nil {
		r.byRecv = map[string][]string{}
		for _, t := range r.order {
			for _, e := range t.Entries {
				name, ok := strings.CutPrefix(e.Key, summary.FuncKey+"(")
				if !ok {
					continue
				}
				recv, _, _ := strings.Cut(strings.TrimPrefix(name, "*"), ")")
				r.byRecv[recv] = append(r.byRecv[recv], e.Key[len(summary.FuncKey):])
			}
		}
	}
	return r.byRecv[typ]
}

// byName adds the entry of a function that something mentions.
func (x *exporter) byName(name string) {
	for _, s := range x.e.sorted() {
		if funcName(s.fn) == name {
			x.function("", name, s.sum)
			return
		}
	}
	if s, ok := x.e.summaryByName(name); ok {
		x.function("", name, s)
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
	for _, s := range ws {
		n = x.e.u.Join(n, g.writers[s].node)
		cs = append(cs, g.writers[s].memory...)
	}
	if n == nil || pathOf(name) != x.e.pass.Pkg.Path() {
		return
	}
	x.w.Value(n, cs)
	x.entries[summary.GlobalKey+name] = x.w.Take()
	x.mentions(n)
	x.contents(cs)
}

// api adds what importers meet through this package's exported names: methods
// of other packages' types, and what is known of those types.
func (x *exporter) api() {
	seen := map[types.Type]bool{}
	scope := x.e.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		if obj := scope.Lookup(name); obj.Exported() {
			x.apiType(obj.Type(), seen, 0)
		}
	}
}

func (x *exporter) apiType(t types.Type, seen map[types.Type]bool, depth int) {
	if t == nil || seen[t] || len(seen) > maxAPI {
		return
	}
	seen[t] = true
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		x.apiNamed(t, seen, depth)
	case *types.Signature:
		for _, tup := range []*types.Tuple{t.Params(), t.Results()} {
			for i := range tup.Len() {
				x.apiType(tup.At(i).Type(), seen, depth+1)
			}
		}
	case *types.Struct:
		for i := range t.NumFields() {
			x.apiType(t.Field(i).Type(), seen, depth+1)
		}
	case *types.Map:
		x.apiType(t.Key(), seen, depth+1)
		x.apiType(t.Elem(), seen, depth+1)
	case interface{ Elem() types.Type }:
		x.apiType(t.Elem(), seen, depth+1)
	}
}

func (x *exporter) apiNamed(t *types.Named, seen map[types.Type]bool, depth int) {
	for i := range t.TypeArgs().Len() {
		x.apiType(t.TypeArgs().At(i), seen, depth+1)
	}
	obj := t.Obj()
	if obj.Pkg() == nil || x.e.models.Package(obj.Pkg().Path()) != nil {
		return
	}
	if obj.Pkg() != x.e.pass.Pkg {
		name := obj.Pkg().Path() + "." + obj.Name()
		x.wantMethods(name)
		if _, data := x.e.facts.find(obj.Pkg().Path(), summary.TypeKey+name); data != nil {
			x.entries[summary.TypeKey+name] = data
		}
	}
	x.apiType(t.Underlying(), seen, depth+1)
	for i := range t.NumMethods() {
		if m := t.Method(i); m.Exported() {
			x.apiType(m.Type(), seen, depth+1)
		}
	}
}
