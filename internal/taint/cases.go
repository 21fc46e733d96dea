package taint

import (
	"go/types"
	"slices"

	"github.com/piivet/piivet/internal/taint/summary"
)

// cases are what an imported function does with one key or another.
func (r *factReader) cases(pkg *types.Package, name string) []summary.Case {
	if cs, ok := r.byCase[name]; ok {
		return cs
	}
	path := ""
	if pkg != nil {
		path = pkg.Path()
	}
	var cs []summary.Case
	if t, data := r.find(path, summary.CaseKey+name); data != nil {
		rd := summary.NewReader(r.e.u, data, t.Strings)
		if cs = rd.Cases(); rd.Err != nil {
			cs = nil
		}
	}
	r.byCase[name] = cs
	return cs
}

// maxCases bounds the cases of one function in a fact.
const maxCases = 24

// cases adds what a function does with each key that it knows, and with all
// others, where that differs.
func (x *exporter) cases(s *function) {
	if _, done := x.entries[summary.CaseKey+funcName(s.fn)]; done || s.sum == nil {
		return
	}
	d := x.e.decides(s.fn)
	if d == nil || d.other {
		return
	}
	param := -1
	if !d.attrs {
		for i, p := range s.fn.Params {
			if !isString(p.Type()) {
				continue
			}
			if param >= 0 {
				return // which of them is the key is not known
			}
			param = i
		}
	}
	ts := []string{""}
	if d.attrs && len(d.types) > 0 {
		ts = append(slices.Clone(d.types), otherType)
	}
	keys := append(slices.Clone(d.keys), otherKey)
	if len(ts)*len(keys) > maxCases {
		return
	}
	var cs []summary.Case
	for _, t := range ts {
		for _, k := range keys {
			a := assumption{key: k, typ: t}
			if param >= 0 {
				a = assumption{}.withText(param, k)
			}
			cs = append(cs, summary.Case{Param: param, Key: k, Type: t, Fold: d.fold, Part: d.part, Sum: x.e.under(s.fn, a, s.sum)})
		}
	}
	x.writeCases(funcName(s.fn), cs)
}

func (x *exporter) writeCases(name string, cs []summary.Case) {
	if len(cs) == 0 {
		return
	}
	x.w.Cases(cs)
	data := x.w.Take()
	if len(data) > maxSummary {
		return
	}
	x.entries[summary.CaseKey+name] = data
	for _, c := range cs {
		x.references(c.Sum)
	}
}
