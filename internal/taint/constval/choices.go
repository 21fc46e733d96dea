package constval

import (
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/shape"
)

// Choices are the values of which v may be one: it is read from a list, a map, a
// struct or a variable that is filled where that can be seen, as
// the k of "for _, k := range []string{...}". What is not seen is left out. Of a
// list that is a parameter the parameter itself stands for any element.
func (p *Package) Choices(v ssa.Value) []ssa.Value {
	c := choices{pkg: p, busy: map[ssa.Value]int{}}
	return c.of(v, nil)
}

// Elements are the values that any element of a list may be, as [Package.Choices]
// says.
func (p *Package) Elements(list ssa.Value) []ssa.Value {
	c := choices{pkg: p, busy: map[ssa.Value]int{}}
	return c.of(list, []step{anyElem})
}

// step is the number of a field, an element, a key of a map, or one of the below.
type step struct {
	kind stepKind
	n    int64
	key  *ssa.Const
}

type stepKind uint8

const (
	stepAny stepKind = iota // any element or entry
	stepField
	stepElem
	stepEntry
)

var anyElem = step{}

// maxChoices bounds the steps of one search, maxBusy how often a search meets
// the same value within itself.
const (
	maxChoices = 1024
	maxBusy    = 2
)

type choices struct {
	pkg   *Package
	steps int
	busy  map[ssa.Value]int
}

// enter counts a step into v; false where the search goes round in circles, or
// for too long.
func (c *choices) enter(v ssa.Value) bool {
	c.steps++
	if v == nil || c.steps > maxChoices || c.busy[v] >= maxBusy {
		return false
	}
	c.busy[v]++
	return true
}

// of lists what lies behind a path from v.
func (c *choices) of(v ssa.Value, path []step) []ssa.Value {
	if !c.enter(v) {
		return nil
	}
	defer func() { c.busy[v]-- }()
	switch v := v.(type) {
	case *ssa.UnOp:
		if v.Op == token.MUL {
			return c.at(v.X, path)
		}
	case *ssa.Field:
		return c.of(v.X, behind(step{kind: stepField, n: int64(v.Field)}, path))
	case *ssa.Index:
		return c.of(v.X, behind(elemStep(v.Index), path))
	case *ssa.Lookup:
		return c.of(v.X, behind(entryStep(v.Index), path))
	case *ssa.Extract:
		return c.extracted(v, path)
	case *ssa.Slice:
		return c.sliced(v, path)
	case *ssa.MakeMap:
		return c.entries(v, path)
	case *ssa.ChangeType:
		return c.of(v.X, path)
	case *ssa.Convert:
		if shape.IsString(v.X.Type()) {
			return c.of(v.X, path)
		}
	case *ssa.Phi:
		return c.each(v.Edges, path)
	case *ssa.Call:
		return c.called(v, path)
	case *ssa.Alloc, *ssa.Global: // pointers to them
		return c.at(v, path)
	case *ssa.Parameter:
		if len(path) == 1 && path[0].kind != stepField {
			return []ssa.Value{v}
		}
	}
	if len(path) == 0 {
		return []ssa.Value{v}
	}
	return nil
}

func (c *choices) each(vs []ssa.Value, path []step) []ssa.Value {
	var out []ssa.Value
	for _, v := range vs {
		out = append(out, c.of(v, path)...)
	}
	return out
}

// extracted is a round of a loop over a map, or a lookup with ok.
func (c *choices) extracted(v *ssa.Extract, path []step) []ssa.Value {
	switch t := v.Tuple.(type) {
	case *ssa.Lookup:
		if v.Index == 0 {
			return c.of(t, path)
		}
	case *ssa.Next:
		r, ok := t.Iter.(*ssa.Range)
		switch {
		case ok && v.Index == 2:
			return c.of(r.X, behind(anyElem, path))
		case ok && v.Index == 1 && len(path) == 0:
			return c.keys(r.X)
		}
	}
	return nil
}

// keys are the keys of a map.
func (c *choices) keys(v ssa.Value) []ssa.Value {
	var out []ssa.Value
	for _, m := range c.of(v, nil) {
		mm, ok := m.(*ssa.MakeMap)
		if !ok {
			continue
		}
		for _, u := range updates(mm) {
			out = append(out, u.Key)
		}
	}
	return out
}

func (c *choices) entries(m *ssa.MakeMap, path []step) []ssa.Value {
	if len(path) == 0 {
		return []ssa.Value{m}
	}
	var out []ssa.Value
	for _, u := range updates(m) {
		if path[0].kind == stepAny || path[0].kind == stepEntry && sameConst(path[0].key, u.Key) {
			out = append(out, c.of(u.Value, path[1:])...)
		}
	}
	return out
}

func updates(m *ssa.MakeMap) []*ssa.MapUpdate {
	var out []*ssa.MapUpdate
	for _, r := range *m.Referrers() {
		if u, ok := r.(*ssa.MapUpdate); ok && u.Map == m {
			out = append(out, u)
		}
	}
	return out
}

// sameConst reports whether a key may be the constant: only another one is not.
func sameConst(k *ssa.Const, v ssa.Value) bool {
	o, ok := v.(*ssa.Const)
	return !ok || k.Value == nil || o.Value == nil || k.Value.Kind() == o.Value.Kind() && constant.Compare(k.Value, token.EQL, o.Value)
}

// called is append, or a function of the package that takes nothing and returns a
// list.
func (c *choices) called(v *ssa.Call, path []step) []ssa.Value {
	if len(path) == 0 {
		return []ssa.Value{v}
	}
	if x, y, ok := shape.Appended(v); ok {
		path = behind(anyElem, path[1:])
		return append(c.of(x, path), c.of(y, path)...)
	}
	fn := v.Call.StaticCallee()
	if x := shape.Returned(fn); x != nil && len(fn.Params) == 0 {
		return c.of(x, path)
	}
	return nil
}

// sliced is a part of an array or of a slice, whose elements count from elsewhere.
func (c *choices) sliced(v *ssa.Slice, path []step) []ssa.Value {
	if v.Low != nil && len(path) > 0 {
		path = behind(anyElem, path[1:])
	}
	switch v.X.(type) {
	case *ssa.Alloc, *ssa.Global, *ssa.FieldAddr, *ssa.IndexAddr:
		return c.at(v.X, path)
	}
	return c.of(v.X, path)
}

// at lists what lies behind a path from the memory that addr points to.
func (c *choices) at(addr ssa.Value, path []step) []ssa.Value {
	if !c.enter(addr) {
		return nil
	}
	defer func() { c.busy[addr]-- }()
	switch a := addr.(type) {
	case *ssa.FieldAddr:
		return c.at(a.X, behind(step{kind: stepField, n: int64(a.Field)}, path))
	case *ssa.IndexAddr:
		path = behind(elemStep(a.Index), path)
		switch a.X.(type) {
		case *ssa.Alloc, *ssa.Global, *ssa.FieldAddr, *ssa.IndexAddr:
			return c.at(a.X, path)
		}
		return c.of(a.X, path)
	case *ssa.Alloc:
		return c.stored(a, *a.Referrers(), path)
	case *ssa.Global:
		return c.global(a, path)
	case *ssa.FreeVar:
		return c.at(shape.BindingOf(a), path)
	}
	return c.of(addr, path)
}

// global is what a package variable holds that nothing but the package's
// initialization writes to.
func (c *choices) global(g *ssa.Global, path []step) []ssa.Value {
	fixed := c.pkg.fixed()
	if g.Pkg != c.pkg.ssa || fixed.mutated[g] || fixed.written[g] {
		return nil
	}
	out := c.stored(g, fixed.parts[g], path)
	if v := fixed.vals[g]; v != nil {
		out = append(out, c.of(v, path)...)
	}
	return out
}

// stored lists what instructions store behind a path from memory.
func (c *choices) stored(addr ssa.Value, refs []ssa.Instruction, path []step) []ssa.Value {
	var out []ssa.Value
	for _, r := range refs {
		if c.steps++; c.steps > maxChoices {
			return out
		}
		switch r := r.(type) {
		case *ssa.Store:
			if r.Addr == addr {
				out = append(out, c.of(r.Val, path)...)
			}
		case *ssa.FieldAddr:
			if r.X == addr && len(path) > 0 && (path[0] == step{kind: stepField, n: int64(r.Field)}) {
				out = append(out, c.stored(r, *r.Referrers(), path[1:])...)
			}
		case *ssa.IndexAddr:
			if r.X == addr && len(path) > 0 && sameElem(path[0], elemStep(r.Index)) {
				out = append(out, c.stored(r, *r.Referrers(), path[1:])...)
			}
		}
	}
	return out
}

func sameElem(a, b step) bool {
	return a.kind == stepAny || b.kind == stepAny || a.kind == b.kind && a.n == b.n
}

func elemStep(index ssa.Value) step {
	if k, ok := index.(*ssa.Const); ok && k.Value != nil {
		return step{kind: stepElem, n: k.Int64()}
	}
	return anyElem
}

func entryStep(key ssa.Value) step {
	if k, ok := key.(*ssa.Const); ok {
		return step{kind: stepEntry, key: k}
	}
	return anyElem
}

func behind(s step, path []step) []step { return append([]step{s}, path...) }
