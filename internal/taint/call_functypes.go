package taint

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
)

// modelledType is the entry of a function type that a table names like a
// function, with a function that stands for its values; nil if there is none.
// Some clients have a field of such a type for each request that they can make,
// and who has the client does not know what was stored there.
func (e *engine) modelledType(c *ssa.CallCommon) (*model.Func, *types.Func) {
	if c.StaticCallee() != nil {
		return nil, nil
	}
	if g := variableCalled(c); g != nil {
		obj := model.Lookup(g.Pkg(), g.Name())
		if obj == nil {
			return nil, nil
		}
		return e.modelOf(obj), obj
	}
	named, ok := types.Unalias(c.Value.Type()).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return nil, nil
	}
	obj, known := e.funcTypes[named.Obj()]
	if !known {
		obj = model.Lookup(named.Obj().Pkg(), named.Obj().Name())
		e.funcTypes[named.Obj()] = obj
	}
	if obj == nil {
		return nil, nil
	}
	return e.modelOf(obj), obj
}

// variableCalled is the variable of another package that holds the function which is
// called: what its package put there, a table may say; nil if it is none.
func variableCalled(c *ssa.CallCommon) *types.Var {
	load, ok := c.Value.(*ssa.UnOp)
	if !ok {
		return nil
	}
	g, ok := load.X.(*ssa.Global)
	if !ok {
		return nil
	}
	v, _ := g.Object().(*types.Var)
	if v == nil || v.Pkg() == nil || v.Pkg() == c.Value.Parent().Pkg.Pkg {
		return nil
	}
	return v
}
