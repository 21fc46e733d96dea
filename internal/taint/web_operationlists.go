package taint

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/ways"
)

// schemesIn are the names of the schemes that a list of requirements has, behind a
// mark that says that there are any.
func (e *engine) schemesIn(v ssa.Value, depth int) []string {
	return e.listed(v, depth, func(elem ssa.Value) []string {
		m, ok := elem.(*ssa.MakeMap)
		if !ok {
			return []string{string(ways.SomeText)}
		}
		var out []string
		for _, r := range *m.Referrers() {
			u, ok := r.(*ssa.MapUpdate)
			if !ok {
				continue
			}
			name, known := shape.ConstString(u.Key)
			if !known {
				name = string(ways.SomeText)
			}
			out = append(out, name)
		}
		return out
	})
}

// textsIn are the texts in a list.
func (e *engine) textsIn(v ssa.Value, depth int) []string {
	return e.listed(v, depth, func(elem ssa.Value) []string {
		if text, ok := shape.ConstString(elem); ok {
			return []string{text}
		}
		return []string{string(ways.SomeText)}
	})
}

// metadataIn are the keys in a map that is written in the code, and those with what they
// hold, where that is true or false.
func (e *engine) metadataIn(v ssa.Value, _ int) []string {
	m, ok := v.(*ssa.MakeMap)
	if !ok {
		return nil
	}
	out := []string{ways.Any}
	for _, r := range *m.Referrers() {
		u, ok := r.(*ssa.MapUpdate)
		if !ok {
			continue
		}
		key, known := shape.ConstString(u.Key)
		if !known {
			return nil
		}
		holds := string(ways.SomeText)
		if box, ok := u.Value.(*ssa.MakeInterface); ok {
			if c := shape.ConstOf(box.X); c != nil && c.Value != nil {
				holds = c.Value.ExactString()
			}
		}
		out = append(out, key, key+metaSep+holds)
	}
	return out
}

// metaSep stands between a key of metadata and what it holds.
const metaSep = "="

// listed are the members of a list that is written in the code, in a variable of the
// package or in a function that gives it; nil where that is not known.
func (e *engine) listed(v ssa.Value, depth int, members func(ssa.Value) []string) []string {
	if depth > maxOperation {
		return nil
	}
	switch v := v.(type) {
	case *ssa.Const:
		return []string{""}
	case *ssa.Slice:
		if a, ok := v.X.(*ssa.Alloc); !ok || v.Low != nil || v.High != nil || !writtenOnce(a) {
			return nil
		}
		list := shape.Written(v)
		if len(list) == 0 {
			return []string{""}
		}
		out := []string{ways.Any}
		for _, elem := range list {
			out = append(out, members(elem)...)
		}
		return out
	case *ssa.UnOp:
		if g, ok := v.X.(*ssa.Global); ok && v.Op == token.MUL && g.Pkg == e.ssa {
			if s := e.onlyStoreOf(g); s != nil {
				return e.listed(s.Val, depth+1, members)
			}
		}
	case *ssa.Call:
		if b, ok := v.Call.Value.(*ssa.Builtin); ok && b.Name() == "append" {
			if more := e.listed(v.Call.Args[1], depth+1, members); len(more) > 1 {
				return append(more, string(ways.SomeText))
			}
			return nil
		}
		if r := shape.SingleReturn(v.Call.StaticCallee()); r != nil {
			return e.listed(r, depth+1, members)
		}
	}
	return nil
}

// writtenOnce reports whether each element of a list's memory is stored where the list
// is written.
func writtenOnce(a *ssa.Alloc) bool {
	return !slices.ContainsFunc(*a.Referrers(), func(r ssa.Instruction) bool {
		switch r := r.(type) {
		case *ssa.IndexAddr:
			return shape.ConstOf(r.Index) == nil
		case *ssa.Slice, *ssa.DebugRef:
			return false
		}
		return true
	})
}

// onlyStoreOf is the one store to a package variable that others cannot set; nil if
// there are several.
func (e *engine) onlyStoreOf(g *ssa.Global) (out *ssa.Store) {
	if g.Object() != nil && g.Object().Exported() && e.pass.Pkg.Name() != "main" {
		return nil
	}
	for _, fn := range append([]*ssa.Function{g.Pkg.Func("init")}, e.ordered...) {
		more := false
		shape.EachStore(fn, func(s *ssa.Store) {
			if s.Addr == ssa.Value(g) {
				more = more || out != nil && out != s
				out = s
			}
		})
		if more {
			return nil
		}
	}
	return out
}
