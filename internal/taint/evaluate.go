package taint

import (
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// evaluator finds out which values are constant. What parameters, phis and the
// keys of attributes are, its owner says.
type evaluator struct {
	e     *engine
	leaf  func(ssa.Value) (constant.Value, bool) // asked first; false: go on
	steps *int
	busy  map[ssa.Value]bool
	any   bool // an element that a loop reads stands for any of the table
}

// maxEvaluation bounds the steps of one evaluation, functions that it goes
// through included.
const maxEvaluation = 4096

// of is the constant that v is, nil if it is none.
func (ev *evaluator) of(v ssa.Value) constant.Value {
	if *ev.steps++; *ev.steps > maxEvaluation || ev.busy[v] {
		return nil
	}
	if c, ok := ev.leaf(v); ok {
		return c
	}
	switch v := v.(type) {
	case *ssa.Const:
		return constValue(v)
	case *ssa.ChangeType:
		return ev.of(v.X)
	case *ssa.Convert:
		if isString(v.X.Type()) && isString(v.Type()) {
			return ev.of(v.X)
		}
	case *ssa.UnOp:
		return ev.unary(v)
	case *ssa.BinOp:
		return ev.binary(v)
	case *ssa.Lookup:
		val, _ := ev.lookup(v)
		return val
	case *ssa.Extract:
		return ev.extract(v)
	case *ssa.Call:
		return ev.call(v)
	}
	return nil
}

func constValue(c *ssa.Const) constant.Value {
	if c.Value == nil {
		return nil
	}
	switch c.Value.Kind() {
	case constant.String, constant.Bool, constant.Int:
		return c.Value
	}
	return nil
}

func (ev *evaluator) unary(v *ssa.UnOp) constant.Value {
	switch v.Op {
	case token.NOT:
		if x := ev.of(v.X); x != nil {
			return constant.UnaryOp(token.NOT, x, 0)
		}
	case token.MUL:
		switch x := v.X.(type) {
		case *ssa.Global:
			if g := ev.e.valueOf(x); g != nil {
				return ev.of(g)
			}
		case *ssa.Alloc:
			if s := onlyStore(x); s != nil {
				return ev.of(s.Val)
			}
		case *ssa.IndexAddr:
			_, fixed := x.Index.(*ssa.Const)
			if t := ev.e.tableOf(x.X); t != nil && t.list && (fixed || !ev.any) {
				return ev.element(t, x.Index)
			}
		}
	}
	return nil
}

func (ev *evaluator) element(t *constTable, index ssa.Value) constant.Value {
	i := ev.of(index)
	if i == nil {
		return nil
	}
	if n, ok := constant.Int64Val(i); ok && n >= 0 && int(n) < len(t.keys) {
		return t.keys[n]
	}
	return nil
}

func (ev *evaluator) binary(v *ssa.BinOp) constant.Value {
	x, y := ev.of(v.X), ev.of(v.Y)
	switch v.Op {
	case token.EQL, token.NEQ:
		if x == nil || y == nil {
			return ev.member(v, x, y)
		}
		fallthrough
	case token.LSS, token.LEQ, token.GTR, token.GEQ:
		if x != nil && y != nil && x.Kind() == y.Kind() {
			return constant.MakeBool(constant.Compare(x, v.Op, y))
		}
	case token.ADD, token.SUB:
		if x != nil && y != nil && x.Kind() == y.Kind() && x.Kind() != constant.Bool {
			return constant.BinaryOp(x, v.Op, y)
		}
	}
	return nil
}

// member compares a constant with an element of a table that a loop goes
// through. Some element is equal if the table has the constant: the round that
// finds it is the one that counts.
func (ev *evaluator) member(v *ssa.BinOp, x, y constant.Value) constant.Value {
	known, other := x, v.Y
	if known == nil {
		known, other = y, v.X
	}
	t := ev.loopTable(other)
	if known == nil || t == nil {
		return nil
	}
	return constant.MakeBool((t.find(known) >= 0) == (v.Op == token.EQL))
}

// loopTable is the table of which v is any element, or any key.
func (ev *evaluator) loopTable(v ssa.Value) *constTable {
	switch v := v.(type) {
	case *ssa.UnOp:
		if ia, ok := v.X.(*ssa.IndexAddr); ok && v.Op == token.MUL {
			return ev.e.tableOf(ia.X)
		}
		if a, ok := v.X.(*ssa.Alloc); ok && v.Op == token.MUL {
			if s := onlyStore(a); s != nil {
				return ev.loopTable(s.Val)
			}
		}
	case *ssa.Extract:
		if next, ok := v.Tuple.(*ssa.Next); ok && v.Index == 1 {
			if r, ok := next.Iter.(*ssa.Range); ok {
				return ev.e.tableOf(r.X)
			}
		}
	}
	return nil
}

// lookup is an entry of a table, and whether it is there.
func (ev *evaluator) lookup(v *ssa.Lookup) (val, ok constant.Value) {
	t := ev.e.tableOf(v.X)
	if t == nil || t.list {
		return nil, nil
	}
	k := ev.of(v.Index)
	if k == nil {
		return nil, nil
	}
	i := t.find(k)
	if i >= 0 {
		return t.vals[i], constant.MakeBool(true)
	}
	m := v.X.Type().Underlying().(*types.Map)
	return zeroConst(m.Elem()), constant.MakeBool(false)
}

func zeroConst(t types.Type) constant.Value {
	b, ok := t.Underlying().(*types.Basic)
	switch {
	case !ok:
		return nil
	case b.Info()&types.IsBoolean != 0:
		return constant.MakeBool(false)
	case b.Info()&types.IsString != 0:
		return constant.MakeString("")
	case b.Info()&types.IsInteger != 0:
		return constant.MakeInt64(0)
	}
	return nil
}

func (ev *evaluator) extract(v *ssa.Extract) constant.Value {
	if l, ok := v.Tuple.(*ssa.Lookup); ok {
		val, found := ev.lookup(l)
		if v.Index == 1 {
			return found
		}
		return val
	}
	return nil
}

func (ev *evaluator) length(b *ssa.Builtin, args []ssa.Value) constant.Value {
	if b.Name() != "len" {
		return nil
	}
	if t := ev.e.tableOf(args[0]); t != nil {
		return constant.MakeInt64(int64(len(t.keys)))
	}
	if s, ok := text(ev.of(args[0])); ok {
		return constant.MakeInt64(int64(len(s)))
	}
	return nil
}

// textFuncs are functions of texts that can be computed here.
var textFuncs = map[string]func(a, b string) constant.Value{
	"strings.EqualFold":  func(a, b string) constant.Value { return constant.MakeBool(strings.EqualFold(a, b)) },
	"strings.Contains":   func(a, b string) constant.Value { return constant.MakeBool(strings.Contains(a, b)) },
	"strings.HasPrefix":  func(a, b string) constant.Value { return constant.MakeBool(strings.HasPrefix(a, b)) },
	"strings.HasSuffix":  func(a, b string) constant.Value { return constant.MakeBool(strings.HasSuffix(a, b)) },
	"strings.TrimPrefix": func(a, b string) constant.Value { return constant.MakeString(strings.TrimPrefix(a, b)) },
	"strings.TrimSuffix": func(a, b string) constant.Value { return constant.MakeString(strings.TrimSuffix(a, b)) },
	"strings.ToLower":    func(a, _ string) constant.Value { return constant.MakeString(strings.ToLower(a)) },
	"strings.ToUpper":    func(a, _ string) constant.Value { return constant.MakeString(strings.ToUpper(a)) },
	"strings.TrimSpace":  func(a, _ string) constant.Value { return constant.MakeString(strings.TrimSpace(a)) },
}

// library computes a call of the standard library.
func (ev *evaluator) library(name string, args []ssa.Value) constant.Value {
	switch name {
	case "slices.Contains":
		t, k := ev.e.tableOf(args[0]), ev.of(args[1])
		if t == nil || k == nil {
			return nil
		}
		return constant.MakeBool(t.find(k) >= 0)
	case "(*regexp.Regexp).MatchString":
		re := ev.e.patternOf(args[0])
		s, ok := text(ev.of(args[1]))
		if re == nil || !ok {
			return nil
		}
		return constant.MakeBool(re.MatchString(s))
	}
	fn := textFuncs[name]
	if fn == nil {
		return nil
	}
	a, ok := text(ev.of(args[0]))
	if !ok {
		return nil
	}
	b := ""
	if len(args) > 1 {
		if b, ok = text(ev.of(args[1])); !ok {
			return ev.folded(name, a, args[1])
		}
	}
	return fn(a, b)
}

// folded is strings.EqualFold with any element of a table.
func (ev *evaluator) folded(name, a string, v ssa.Value) constant.Value {
	t := ev.loopTable(v)
	if t == nil || name == "strings.TrimPrefix" || name == "strings.TrimSuffix" {
		return nil
	}
	for _, s := range t.texts() {
		if c := textFuncs[name](a, s); constant.BoolVal(c) {
			return c
		}
	}
	return constant.MakeBool(false)
}
