package taint

import (
	"encoding/json"
	"go/types"
	"strings"

	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/piitag"
)

// factReader answers from the facts of the direct imports, which hold what
// those know of packages further away. A fact or an entry that cannot be read
// leaves its functions unknown: their types answer.
type factReader struct {
	e      *engine
	tables map[string]*summary.Table
	order  []*summary.Table
	sums   map[string]*summary.Summary
	pkgs   map[string]*types.Package // all packages in sight, by path
	byRecv map[string][]string       // names of methods by receiver type
	opens  map[string]*openMethod
	byCase map[string][]summary.Case
}

func newFactReader(e *engine) *factReader {
	r := &factReader{e: e, tables: map[string]*summary.Table{}, sums: map[string]*summary.Summary{}, byCase: map[string][]summary.Case{}}
	for _, p := range e.pass.Pkg.Imports() {
		f := e.factOf(p)
		if f == nil {
			continue
		}
		e.stats.FactsRead++
		t, err := summary.Unpack(f)
		if err != nil {
			e.bounded(boundFacts)
			continue
		}
		r.tables[p.Path()] = t
		r.order = append(r.order, t)
	}
	return r
}

// factOf is what a direct import tells, or nil.
func (e *engine) factOf(p *types.Package) *summary.Fact {
	var with summary.SubjectFact
	if e.marks && e.pass.ImportPackageFact(p, &with) {
		return &with.Fact
	}
	var f summary.Fact
	if e.pass.ImportPackageFact(p, &f) {
		return &f
	}
	return nil
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
			r.e.bounded(boundFacts)
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
		r.e.bounded(boundFacts)
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
		r.e.bounded(boundFacts)
		return nil
	}
	return f.foreign("fact "+name, name, n, cs)
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
