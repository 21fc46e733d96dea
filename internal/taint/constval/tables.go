package constval

import (
	"go/constant"
	"go/token"
	"go/types"
	"regexp"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/shape"
)

// Table is a list or a map of constants that is written where it is made
// and nowhere else.
type Table struct {
	Keys []constant.Value // or the elements of a list
	Vals []constant.Value // of a map; nil where a value is no constant
	List bool
}

// Texts are the strings in a table: its keys, or its elements.
func (t *Table) Texts() []string {
	var out []string
	for _, k := range t.Keys {
		if k != nil && k.Kind() == constant.String {
			out = append(out, constant.StringVal(k))
		}
	}
	return out
}

// find is the position of a key or an element, or -1.
func (t *Table) find(k constant.Value) int {
	for i, o := range t.Keys {
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
	parts   map[*ssa.Global][]ssa.Instruction // addresses of parts, in the initialization
	mutated map[*ssa.Global]bool
	written map[*ssa.Global]bool // a part of it, or of what it leads to, outside of the initialization
}

func (p *Package) fixed() *fixedGlobals {
	if p.vars != nil {
		return p.vars
	}
	g := &fixedGlobals{
		vals: map[*ssa.Global]ssa.Value{}, parts: map[*ssa.Global][]ssa.Instruction{},
		mutated: map[*ssa.Global]bool{}, written: map[*ssa.Global]bool{},
	}
	p.vars = g
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
	for _, fn := range p.funcs {
		if fn.Parent() == nil {
			visit(fn)
		}
	}
	return g
}

func (g *fixedGlobals) instr(i ssa.Instruction, init bool) {
	switch i := i.(type) {
	case *ssa.FieldAddr:
		g.part(i.X, i, init)
	case *ssa.IndexAddr:
		g.part(i.X, i, init)
	case *ssa.Store:
		if v := rootOf(i.Addr); v != nil && !init && v != i.Addr {
			g.written[v] = true
		}
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

// part notes the address of a part of a variable.
func (g *fixedGlobals) part(x ssa.Value, i ssa.Instruction, init bool) {
	if v, ok := x.(*ssa.Global); ok && init {
		g.parts[v] = append(g.parts[v], i)
	}
}

// rootOf is the package variable that an address leads away from, or nil.
func rootOf(addr ssa.Value) *ssa.Global {
	for range maxRoot {
		switch a := addr.(type) {
		case *ssa.Global:
			return a
		case *ssa.FieldAddr:
			addr = a.X
		case *ssa.IndexAddr:
			addr = a.X
		case *ssa.Slice:
			addr = a.X
		case *ssa.UnOp:
			addr = a.X
		default:
			return nil
		}
	}
	return nil
}

// maxRoot bounds how long an address may be.
const maxRoot = 16

// note marks the variable that v was read from as written to.
func (g *fixedGlobals) note(v ssa.Value) {
	if u, ok := v.(*ssa.UnOp); ok {
		if v, ok := u.X.(*ssa.Global); ok {
			g.mutated[v] = true
		}
	}
}

// value is what a package variable always holds, nil if that is not known.
func (p *Package) value(v *ssa.Global) ssa.Value {
	g := p.fixed()
	if v.Pkg != p.ssa || g.mutated[v] {
		return nil
	}
	return g.vals[v]
}

// Empty reports whether a package variable always points to a struct in which nothing was
// ever set.
func (p *Package) Empty(v *ssa.Global) bool {
	a, ok := p.value(v).(*ssa.Alloc)
	return ok && !p.fixed().written[v] && len(*a.Referrers()) == 1
}

// Table is the table that v refers to, or nil.
func (p *Package) Table(v ssa.Value) *Table {
	switch v := v.(type) {
	case *ssa.UnOp:
		switch x := v.X.(type) {
		case *ssa.Global:
			return p.Table(p.value(x))
		case *ssa.Alloc:
			if s := shape.OnlyStore(x); s != nil {
				return p.Table(s.Val)
			}
		case *ssa.FreeVar:
			if s := shape.CapturedStore(x); s != nil {
				return p.Table(s.Val)
			}
		}
	case *ssa.ChangeType:
		return p.Table(v.X)
	case *ssa.MakeMap:
		return mapTable(v)
	case *ssa.Slice:
		return listTable(v)
	case *ssa.IndexAddr:
		return nil
	}
	return nil
}

// mapTable reads a map that is filled with constant keys and then only read.
func mapTable(m *ssa.MakeMap) *Table {
	t := &Table{}
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
			t.Keys, t.Vals = append(t.Keys, k.Value), append(t.Vals, val)
		case *ssa.Store, *ssa.Lookup, *ssa.Range, *ssa.DebugRef, *ssa.ChangeType, *ssa.MakeInterface, *ssa.Return:
		default:
			return nil
		}
	}
	return t
}

// listTable reads a slice literal of constants.
func listTable(s *ssa.Slice) *Table {
	n, ok := shape.FixedLen(s)
	if !ok {
		return nil
	}
	t := &Table{List: true}
	for i := range n {
		c, ok := shape.Listed(s, i).(*ssa.Const)
		if !ok || c.Value == nil {
			return nil
		}
		t.Keys = append(t.Keys, c.Value)
	}
	return t
}

// pattern is the regular expression in a package variable.
func (p *Package) pattern(v ssa.Value) *regexp.Regexp {
	u, ok := v.(*ssa.UnOp)
	if !ok {
		return nil
	}
	g, ok := u.X.(*ssa.Global)
	if !ok {
		return nil
	}
	c, ok := p.value(g).(*ssa.Call)
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
	s, ok := shape.ConstString(c.Call.Args[0])
	if !ok {
		return nil
	}
	re, err := regexp.Compile(s)
	if err != nil {
		return nil
	}
	return re
}
