package branch

import (
	"go/constant"
	"go/token"
	"go/types"
	"testing"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
)

func TestProperty(t *testing.T) {
	nothing := ssa.NewConst(nil, types.Universe.Lookup("error").Type())
	yes := ssa.NewConst(constant.MakeBool(true), types.Typ[types.Bool])
	one := ssa.NewConst(constant.MakeInt64(1), types.Typ[types.Int])
	empty := ssa.NewConst(constant.MakeString(""), types.Typ[types.String])
	admin := ssa.NewConst(constant.MakeString("admin"), types.Typ[types.String])
	for _, c := range []struct {
		name  string
		with  *ssa.Const
		op    token.Token
		holds bool
		want  model.Outcome
		known bool
	}{
		{"x == nil", nothing, token.EQL, true, model.IsNil, true},
		{"!(x == nil)", nothing, token.EQL, false, model.NotNil, true},
		{"x != nil", nothing, token.NEQ, true, model.NotNil, true},
		{"x == true", yes, token.EQL, true, model.IsTrue, true},
		{"x != true", yes, token.NEQ, true, model.IsFalse, true},
		{"x == 1", one, token.EQL, true, model.NotZero, true},
		{"x < 1", one, token.LSS, true, model.IsZero, true},
		{"!(x < 1)", one, token.LSS, false, model.NotZero, true},
		{"x > 1", one, token.GTR, true, model.NotZero, true},
		{"x <= 1", one, token.LEQ, true, 0, false},
		{`x == "admin"`, admin, token.EQL, true, model.NotZero, true},
		{`x != "admin"`, admin, token.NEQ, true, 0, false},
		{`x != ""`, empty, token.NEQ, true, model.NotZero, true},
	} {
		if got, ok := Property(c.with, c.op, c.holds); got != c.want || ok != c.known {
			t.Errorf("%s: %v, %v, want %v, %v", c.name, got, ok, c.want, c.known)
		}
	}
}
