package constval

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/shape"
)

// Ask says what a value is that only the asker knows of, as a parameter, a phi or
// the key of an attribute; nil: no constant. False leaves the value to the evaluator.
type Ask func(ev *Evaluator, v ssa.Value) (c constant.Value, known bool)

// Evaluator finds out which values are constant.
type Evaluator struct {
	pkg   *Package
	ask   Ask // first of all
	steps *int
	busy  map[ssa.Value]bool
	any   bool // an element that a loop reads stands for any of the table
	exact bool // or for none: the asker knows which one it is
}

// Evaluator makes one for which an element that a loop reads stands for any of
// the table: some round of the loop has it.
func (p *Package) Evaluator(ask Ask) *Evaluator {
	return &Evaluator{pkg: p, ask: ask, steps: new(int), busy: map[ssa.Value]bool{}, any: true}
}

// Exact makes one for which a value that a loop reads is only what the asker says: it
// knows the round.
func (p *Package) Exact(ask Ask) *Evaluator {
	return &Evaluator{pkg: p, ask: ask, steps: new(int), busy: map[ssa.Value]bool{}, exact: true}
}

// Enter marks v as being evaluated until leave is called: what leads back to it
// meanwhile is no constant.
func (ev *Evaluator) Enter(v ssa.Value) (leave func()) {
	ev.busy[v] = true
	return func() { delete(ev.busy, v) }
}

// maxEvaluation bounds the steps of one evaluation, functions that it goes
// through included.
const maxEvaluation = 4096

// Of is the constant that v is, nil if it is none.
func (ev *Evaluator) Of(v ssa.Value) constant.Value {
	if *ev.steps++; *ev.steps > maxEvaluation || ev.busy[v] {
		return nil
	}
	if c, ok := ev.ask(ev, v); ok {
		return c
	}
	switch v := v.(type) {
	case *ssa.Const:
		return Value(v)
	case *ssa.ChangeType:
		return ev.Of(v.X)
	case *ssa.Convert:
		if shape.IsString(v.X.Type()) && shape.IsString(v.Type()) {
			return ev.Of(v.X)
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

// Value is what a constant is, nil for nil and for kinds that are not computed
// with.
func Value(c *ssa.Const) constant.Value {
	if c.Value == nil {
		return nil
	}
	switch c.Value.Kind() {
	case constant.String, constant.Bool, constant.Int:
		return c.Value
	}
	return nil
}

func (ev *Evaluator) unary(v *ssa.UnOp) constant.Value {
	switch v.Op {
	case token.NOT:
		if x := ev.Of(v.X); x != nil {
			return constant.UnaryOp(token.NOT, x, 0)
		}
	case token.MUL:
		switch x := v.X.(type) {
		case *ssa.Global:
			if g := ev.pkg.value(x); g != nil {
				return ev.Of(g)
			}
		case *ssa.Alloc:
			if s := shape.OnlyStore(x); s != nil {
				return ev.Of(s.Val)
			}
		case *ssa.IndexAddr:
			_, fixed := x.Index.(*ssa.Const)
			if t := ev.pkg.Table(x.X); t != nil && t.List && (fixed || !ev.any) {
				return ev.element(t, x.Index)
			}
		}
	}
	return nil
}

func (ev *Evaluator) element(t *Table, index ssa.Value) constant.Value {
	i := ev.Of(index)
	if i == nil {
		return nil
	}
	if n, ok := constant.Int64Val(i); ok && n >= 0 && int(n) < len(t.Keys) {
		return t.Keys[n]
	}
	return nil
}

func (ev *Evaluator) binary(v *ssa.BinOp) constant.Value {
	x, y := ev.Of(v.X), ev.Of(v.Y)
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
func (ev *Evaluator) member(v *ssa.BinOp, x, y constant.Value) constant.Value {
	known, other := x, v.Y
	if known == nil {
		known, other = y, v.X
	}
	t := ev.LoopTable(other)
	if known == nil || t == nil || ev.exact {
		return nil
	}
	return constant.MakeBool((t.find(known) >= 0) == (v.Op == token.EQL))
}

// LoopTable is the table of which v is any element, or any key.
func (ev *Evaluator) LoopTable(v ssa.Value) *Table {
	switch v := v.(type) {
	case *ssa.UnOp:
		if ia, ok := v.X.(*ssa.IndexAddr); ok && v.Op == token.MUL {
			return ev.pkg.Table(ia.X)
		}
		if a, ok := v.X.(*ssa.Alloc); ok && v.Op == token.MUL {
			if s := shape.OnlyStore(a); s != nil {
				return ev.LoopTable(s.Val)
			}
		}
	case *ssa.Extract:
		if next, ok := v.Tuple.(*ssa.Next); ok && v.Index == 1 {
			if r, ok := next.Iter.(*ssa.Range); ok {
				return ev.pkg.Table(r.X)
			}
		}
	}
	return nil
}

// lookup is an entry of a table, and whether it is there.
func (ev *Evaluator) lookup(v *ssa.Lookup) (val, ok constant.Value) {
	t := ev.pkg.Table(v.X)
	if t == nil || t.List {
		return nil, nil
	}
	k := ev.Of(v.Index)
	if k == nil {
		return nil, nil
	}
	i := t.find(k)
	if i >= 0 {
		return t.Vals[i], constant.MakeBool(true)
	}
	m := v.X.Type().Underlying().(*types.Map)
	return Zero(m.Elem()), constant.MakeBool(false)
}

// Zero is the zero value of a basic type, nil for others.
func Zero(t types.Type) constant.Value {
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

func (ev *Evaluator) extract(v *ssa.Extract) constant.Value {
	if l, ok := v.Tuple.(*ssa.Lookup); ok {
		val, found := ev.lookup(l)
		if v.Index == 1 {
			return found
		}
		return val
	}
	return nil
}

// call is a builtin, a function of this package that computes from constants, or
// one of the library.
func (ev *Evaluator) call(v *ssa.Call) constant.Value {
	if b, ok := v.Call.Value.(*ssa.Builtin); ok {
		return ev.length(b, v.Call.Args)
	}
	fn := v.Call.StaticCallee()
	if fn == nil {
		return nil
	}
	if fn.Pkg == ev.pkg.ssa && len(fn.Blocks) > 0 && len(fn.FreeVars) == 0 {
		args := make([]constant.Value, len(v.Call.Args))
		for i, a := range v.Call.Args {
			args[i] = ev.Of(a)
		}
		return ev.pkg.interpret(fn, args, ev.steps)
	}
	obj, ok := fn.Object().(*types.Func)
	if !ok {
		return nil
	}
	return ev.library(obj.Origin().FullName(), v.Call.Args)
}

// Text is the string that c is.
func Text(c constant.Value) (string, bool) {
	if c == nil || c.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(c), true
}
