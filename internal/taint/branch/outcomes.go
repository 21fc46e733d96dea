// Package branch says what the conditions of a function tell of its values, read
// from SSA code alone.
package branch

import (
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
)

// Says reports whether v has a property where a condition holds, or does not hold.
func Says(cond, v ssa.Value, o model.Outcome, holds bool) bool {
	if cond == v {
		return o == OneOf(holds, model.IsTrue, model.IsFalse)
	}
	switch c := cond.(type) {
	case *ssa.UnOp:
		if c.Op == token.NOT {
			return Says(c.X, v, o, !holds)
		}
	case *ssa.BinOp:
		k := shape.ConstOf(c.Y)
		if k == nil || !shape.SameValue(c.X, v) {
			return false
		}
		p, ok := Property(k, c.Op, holds)
		return ok && p == o
	}
	return false
}

// Opposite is the property that a value has if it has not this one.
var Opposite = map[model.Outcome]model.Outcome{
	model.IsNil: model.NotNil, model.NotNil: model.IsNil, model.IsTrue: model.IsFalse, model.IsFalse: model.IsTrue,
	model.NotZero: model.IsZero, model.IsZero: model.NotZero, model.Somebody: model.IsNil,
}

// ConstHas reports whether a constant has a property.
func ConstHas(c *ssa.Const, o model.Outcome) bool {
	switch o {
	case model.IsNil:
		return c.IsNil()
	case model.IsTrue, model.IsFalse:
		return c.Value != nil && c.Value.Kind() == constant.Bool && constant.BoolVal(c.Value) == (o == model.IsTrue)
	case model.NotZero, model.IsZero:
		if c.Value != nil && c.Value.Kind() == constant.String {
			return (constant.StringVal(c.Value) == "") == (o == model.IsZero)
		}
		return c.Value != nil && c.Value.Kind() == constant.Int && (constant.Sign(c.Value) == 0) == (o == model.IsZero)
	}
	return false
}

// Property is what a comparison with a constant says of the other operand.
func Property(c *ssa.Const, op token.Token, holds bool) (model.Outcome, bool) {
	if !holds {
		op = map[token.Token]token.Token{token.EQL: token.NEQ, token.NEQ: token.EQL, token.LSS: token.GEQ, token.GEQ: token.LSS, token.GTR: token.LEQ, token.LEQ: token.GTR}[op]
	}
	equal := op == token.EQL
	switch {
	case c.IsNil() && (equal || op == token.NEQ):
		return OneOf(equal, model.IsNil, model.NotNil), true
	case c.Value == nil:
		return 0, false
	case c.Value.Kind() == constant.Bool && (equal || op == token.NEQ):
		return OneOf(equal == constant.BoolVal(c.Value), model.IsTrue, model.IsFalse), true
	case c.Value.Kind() == constant.String && constant.StringVal(c.Value) == "" && (equal || op == token.NEQ):
		return OneOf(equal, model.IsZero, model.NotZero), true
	case c.Value.Kind() == constant.String && equal:
		return model.NotZero, true
	case c.Value.Kind() != constant.Int:
		return 0, false
	}
	n := c.Int64()
	switch {
	case n == 0 && op == token.EQL, n == 1 && op == token.NEQ, n == 1 && op == token.LSS:
		return model.IsZero, true
	case n == 0 && op == token.NEQ, n != 0 && op == token.EQL, n >= 0 && op == token.GTR, n > 0 && op == token.GEQ:
		return model.NotZero, true
	}
	return 0, false
}

// OneOf is the first property where c holds, else the second.
func OneOf(c bool, a, b model.Outcome) model.Outcome {
	if c {
		return a
	}
	return b
}
