package taint

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
)

// minTable is how many elements a table of numbers has that gets no SSA form. Smaller
// ones cost little, and code compares things with them.
const minTable = 64

// withoutTables is what the type checker says of a package, without what large tables
// of numbers begin with: they hold no data and lead nowhere, and their elements would
// be several instructions each. Those inside other literals are left empty.
func withoutTables(info *types.Info) *types.Info {
	var order []*types.Initializer
	c := emptied{info: info}
	for i, in := range info.InitOrder {
		left := c.initializer(in)
		if left != in && order == nil {
			order = append(make([]*types.Initializer, 0, len(info.InitOrder)), info.InitOrder[:i]...)
		}
		if order != nil && left != nil {
			order = append(order, left)
		}
	}
	if order == nil {
		return info
	}
	out := *info
	out.InitOrder = order
	if c.types != nil {
		out.Types = maps.Clone(info.Types) // that of the package is everybody's
		maps.Copy(out.Types, c.types)
	}
	return &out
}

// emptied copies expressions without the tables in them.
type emptied struct {
	info  *types.Info
	types map[ast.Expr]types.TypeAndValue // of what was copied
}

// initializer is what is left of one: nil where all of it is a table, and itself where
// there is none.
func (c *emptied) initializer(in *types.Initializer) *types.Initializer {
	if len(in.Lhs) == 1 && numberTable(c.info, in.Rhs) {
		return nil
	}
	if e := c.expr(in.Rhs); e != in.Rhs {
		return &types.Initializer{Lhs: in.Lhs, Rhs: e}
	}
	return in
}

// expr is an expression with empty tables, or itself where it has none.
func (c *emptied) expr(e ast.Expr) ast.Expr {
	switch e := e.(type) {
	case *ast.UnaryExpr:
		if x := c.expr(e.X); x != e.X {
			return c.typed(e, &ast.UnaryExpr{OpPos: e.OpPos, Op: e.Op, X: x})
		}
	case *ast.CompositeLit:
		if numberTable(c.info, e) {
			return c.typed(e, &ast.CompositeLit{Type: e.Type, Lbrace: e.Lbrace, Rbrace: e.Rbrace})
		}
		if elts := c.elements(e.Elts); elts != nil {
			return c.typed(e, &ast.CompositeLit{Type: e.Type, Lbrace: e.Lbrace, Elts: elts, Rbrace: e.Rbrace})
		}
	}
	return e
}

// elements copies the elements of a literal if there are tables in them.
func (c *emptied) elements(elts []ast.Expr) []ast.Expr {
	var out []ast.Expr
	for i, e := range elts {
		left := c.element(e)
		if left != e && out == nil {
			out = slices.Clone(elts)
		}
		if left != e {
			out[i] = left
		}
	}
	return out
}

func (c *emptied) element(e ast.Expr) ast.Expr {
	kv, ok := e.(*ast.KeyValueExpr)
	if !ok {
		return c.expr(e)
	}
	if v := c.expr(kv.Value); v != kv.Value {
		return &ast.KeyValueExpr{Key: kv.Key, Colon: kv.Colon, Value: v}
	}
	return e
}

// typed gives a copy the type of the original.
func (c *emptied) typed(e, dup ast.Expr) ast.Expr {
	if c.types == nil {
		c.types = map[ast.Expr]types.TypeAndValue{}
	}
	c.types[dup] = c.info.Types[e]
	return dup
}

// numberTable reports whether an expression writes down a large table of numbers.
func numberTable(info *types.Info, e ast.Expr) bool {
	n := 0
	return onlyNumbers(info, e, &n) && n >= minTable
}

// onlyNumbers reports whether an expression is made of numbers alone, which it counts.
func onlyNumbers(info *types.Info, e ast.Expr, n *int) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.CompositeLit:
		_, fields := info.TypeOf(e).Underlying().(*types.Struct)
		for _, x := range e.Elts {
			if kv, ok := x.(*ast.KeyValueExpr); ok {
				if !fields && !onlyNumbers(info, kv.Key, n) {
					return false
				}
				x = kv.Value
			}
			if !onlyNumbers(info, x, n) {
				return false
			}
		}
		return true
	case *ast.UnaryExpr:
		if lit, ok := ast.Unparen(e.X).(*ast.CompositeLit); ok && e.Op == token.AND {
			return onlyNumbers(info, lit, n)
		}
	}
	tv, ok := info.Types[e]
	if !ok || tv.Value == nil {
		return false
	}
	b, ok := tv.Type.Underlying().(*types.Basic)
	*n++
	return ok && b.Info()&types.IsNumeric != 0
}
