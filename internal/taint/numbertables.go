package taint

import (
	"go/ast"
	"go/token"
	"go/types"
)

// minTable is how many elements a table of numbers has that gets no SSA form. Smaller
// ones cost little, and code compares things with them.
const minTable = 64

// withoutTables is what the type checker says of a package, without what large tables
// of numbers begin with: they hold no data and lead nowhere, and their elements would
// be several instructions each.
func withoutTables(info *types.Info) *types.Info {
	var order []*types.Initializer
	for i, in := range info.InitOrder {
		if len(in.Lhs) == 1 && numberTable(info, in.Rhs) {
			if order == nil {
				order = append(make([]*types.Initializer, 0, len(info.InitOrder)), info.InitOrder[:i]...)
			}
			continue
		}
		if order != nil {
			order = append(order, in)
		}
	}
	if order == nil {
		return info
	}
	c := *info
	c.InitOrder = order
	return &c
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
