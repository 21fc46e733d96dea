package taint

import (
	"go/constant"
	"go/token"
	"go/types"
	"regexp"

	"golang.org/x/tools/go/ssa"
)

// constTable is a list or a map of constants that is written where it is made
// and nowhere else.
type constTable struct {
	keys []constant.Value
	vals []constant.Value // of a map; nil where a value is no constant
	list bool
}

// texts are the strings in a table: its keys, or its elements.
func (t *constTable) texts() []string {
	var out []string
	for _, k := range t.keys {
		if k != nil && k.Kind() == constant.String {
			out = append(out, constant.StringVal(k))
		}
	}
	return out
}

// find is the position of a key or an element, or -1.
func (t *constTable) find(k constant.Value) int {
	for i, o := range t.keys {
		if o != nil && o.Kind() == k.Kind() && constant.Compare(o, token.EQL, k) {
			return i
		}
	}
	return -1
}

// fixedGlobals are the package variables that only the package's initialization
// writes, with what it writes there.
type fixedGlobals struct {
	vals    map[*ssa.Global]ssa.Value
	mutated map[*ssa.Global]bool
}

func (e *engine) fixed() *fixedGlobals {
	if e.fixedVars != nil {
		return e.fixedVars
	}
	g := &fixedGlobals{vals: map[*ssa.Global]ssa.Value{}, mutated: map[*ssa.Global]bool{}}
	e.fixedVars = g
	var visit func(fn *ssa.Function)
	visit = func(fn *ssa.Function) {
		for _, b := range fn.Blocks {
			for _, i := range b.Instrs {
				g.instr(i, fn.Synthetic != "" && fn.Name() == "init")
			}
		}
		for _, a := range fn.AnonFuncs {
			visit(a)
		}
	}
	for _, fn := range e.sourceFuncs() {
		if fn.Parent() == nil {
			visit(fn)
		}
	}
	return g
}

func (g *fixedGlobals) instr(i ssa.Instruction, init bool) {
	switch i := i.(type) {
	case *ssa.Store:
		if v, ok := i.Addr.(*ssa.Global); ok {
			if _, again := g.vals[v]; again || !init {
				g.mutated[v] = true
			}
			g.vals[v] = i.Val
			return
		}
		if ia, ok := i.Addr.(*ssa.IndexAddr); ok {
			g.note(ia.X)
		}
	case *ssa.MapUpdate:
		g.note(i.Map)
	}
}

// note marks the variable that v was read from as written to.
func (g *fixedGlobals) note(v ssa.Value) {
	if u, ok := v.(*ssa.UnOp); ok {
		if v, ok := u.X.(*ssa.Global); ok {
			g.mutated[v] = true
		}
	}
}

// valueOf is what a package variable always holds, nil if that is not known.
func (e *engine) valueOf(v *ssa.Global) ssa.Value {
	g := e.fixed()
	if v.Pkg != e.ssa || g.mutated[v] {
		return nil
	}
	return g.vals[v]
}

// tableOf is the table that v refers to, or nil.
func (e *engine) tableOf(v ssa.Value) *constTable {
	switch v := v.(type) {
	case *ssa.UnOp:
		switch x := v.X.(type) {
		case *ssa.Global:
			return e.tableOf(e.valueOf(x))
		case *ssa.Alloc:
			if s := onlyStore(x); s != nil {
				return e.tableOf(s.Val)
			}
		case *ssa.FreeVar:
			if s := capturedStore(x); s != nil {
				return e.tableOf(s.Val)
			}
		}
	case *ssa.ChangeType:
		return e.tableOf(v.X)
	case *ssa.MakeMap:
		return mapTable(v)
	case *ssa.Slice:
		return listTable(v)
	case *ssa.IndexAddr:
		return nil
	}
	return nil
}

// capturedStore is the one store to a captured variable of the function around
// a closure.
func capturedStore(v *ssa.FreeVar) *ssa.Store {
	b := bindingOf(v)
	switch b := b.(type) {
	case *ssa.Alloc:
		return onlyStore(b)
	case *ssa.FreeVar:
		return capturedStore(b)
	}
	return nil
}

// bindingOf is what a closure's captured variable is in the function around it,
// nil unless the closure is made in one place.
func bindingOf(v *ssa.FreeVar) ssa.Value {
	fn := v.Parent()
	if fn.Parent() == nil {
		return nil
	}
	var out ssa.Value
	for _, b := range fn.Parent().Blocks {
		for _, i := range b.Instrs {
			c, ok := i.(*ssa.MakeClosure)
			if !ok || c.Fn != fn {
				continue
			}
			for j, f := range fn.FreeVars {
				if f == v && j < len(c.Bindings) {
					if out != nil {
						return nil
					}
					out = c.Bindings[j]
				}
			}
		}
	}
	return out
}

// mapTable reads a map that is filled with constant keys and then only read.
func mapTable(m *ssa.MakeMap) *constTable {
	t := &constTable{}
	for _, r := range *m.Referrers() {
		switch r := r.(type) {
		case *ssa.MapUpdate:
			k, ok := r.Key.(*ssa.Const)
			if !ok || r.Map != m || k.Value == nil {
				return nil
			}
			var val constant.Value
			if c, ok := r.Value.(*ssa.Const); ok {
				val = c.Value
			}
			t.keys, t.vals = append(t.keys, k.Value), append(t.vals, val)
		case *ssa.Store, *ssa.Lookup, *ssa.Range, *ssa.DebugRef, *ssa.ChangeType, *ssa.MakeInterface:
		default:
			return nil
		}
	}
	return t
}

// listTable reads a slice literal of constants.
func listTable(s *ssa.Slice) *constTable {
	n, ok := fixedLen(s)
	if !ok {
		return nil
	}
	t := &constTable{list: true}
	for i := range n {
		c, ok := listed(s, i).(*ssa.Const)
		if !ok || c.Value == nil {
			return nil
		}
		t.keys = append(t.keys, c.Value)
	}
	return t
}

// patternOf is the regular expression in a package variable.
func (e *engine) patternOf(v ssa.Value) *regexp.Regexp {
	u, ok := v.(*ssa.UnOp)
	if !ok {
		return nil
	}
	g, ok := u.X.(*ssa.Global)
	if !ok {
		return nil
	}
	c, ok := e.valueOf(g).(*ssa.Call)
	if !ok {
		return nil
	}
	fn := c.Call.StaticCallee()
	if fn == nil || len(c.Call.Args) != 1 {
		return nil
	}
	obj, ok := fn.Object().(*types.Func)
	if !ok || obj.FullName() != "regexp.MustCompile" {
		return nil
	}
	s, ok := constString(c.Call.Args[0])
	if !ok {
		return nil
	}
	re, err := regexp.Compile(s)
	if err != nil {
		return nil
	}
	return re
}
