package taint

import (
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/branch"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// Programs build their errors in a package that knows nothing of requests. That such a
// function always gives an error, or gives one unless it was handed none, is told of each
// package, whether it deals with responses or not.

// builtResult is a result of a function.
type builtResult struct {
	fn *ssa.Function
	n  int
}

// built says when a result is nil: never, or if one of these parameters is.
type built struct {
	params []int
	ok     bool
}

// errorLike reports whether a type is that of errors, or one of them, as an interface of
// errors that have a code.
func errorLike(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ptr := types.Unalias(t).Underlying().(*types.Pointer)
	return shape.IsError(t) || (ptr || types.IsInterface(t)) && types.Implements(t, types.Universe.Lookup("error").Type().Underlying().(*types.Interface))
}

// builtBy is what is known of a function's result by its form.
func (e *engine) builtBy(fn *ssa.Function, n int) built {
	key := builtResult{fn, n}
	if b, ok := e.builds[key]; ok {
		return b
	}
	if e.builds == nil {
		e.builds = map[builtResult]built{}
	}
	if n < 0 {
		e.builds[key] = built{} // a recursion says nothing
		b := e.givenBy(fn, n)
		e.builds[key] = b
		return b
	}
	e.builds[key] = built{ok: true} // in a recursion, the other returns decide
	b := built{ok: len(fn.Blocks) > 0 && n < fn.Signature.Results().Len() && errorLike(fn.Signature.Results().At(n).Type())}
	for _, block := range fn.Blocks {
		if r, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return); ok && b.ok && block != fn.Recover {
			b = b.and(e.builtValue(r.Results[n], r.Block(), nil))
		}
	}
	e.builds[key] = b
	return b
}

// and is nil where either is.
func (b built) and(o built) built {
	if !b.ok || !o.ok {
		return built{}
	}
	for _, p := range o.params {
		if !slices.Contains(b.params, p) {
			b.params = append(slices.Clip(b.params), p)
		}
	}
	return b
}

// builtValue is what is known of a value that a block returns.
func (e *engine) builtValue(v ssa.Value, in *ssa.BasicBlock, seen []*ssa.Phi) built {
	switch v := v.(type) {
	case *ssa.MakeInterface, *ssa.Alloc:
		return built{ok: true}
	case *ssa.ChangeInterface:
		return e.builtValue(v.X, in, seen)
	case *ssa.Const:
		return noneGiven(in)
	case *ssa.Parameter:
		return built{params: []int{slices.Index(v.Parent().Params, v)}, ok: true}
	case *ssa.UnOp:
		g, ok := v.X.(*ssa.Global)
		return built{ok: ok && v.Op == token.MUL && g.Pkg != nil && errorLike(v.Type())}
	case *ssa.Call:
		return e.builtCall(&v.Call, 0, in, seen)
	case *ssa.Extract:
		switch t := v.Tuple.(type) {
		case *ssa.Call:
			return e.builtCall(&t.Call, v.Index, in, seen)
		case *ssa.TypeAssert:
			return built{ok: v.Index == 0 && asserted(t, in)}
		}
	case *ssa.Phi:
		b := built{ok: !slices.Contains(seen, v) && len(seen) < maxRefine}
		for i, edge := range v.Edges {
			if b.ok && edge != ssa.Value(v) {
				b = b.and(e.builtValue(edge, v.Block().Preds[i], append(slices.Clip(seen), v)))
			}
		}
		return b
	}
	return built{}
}

// builtCall puts the arguments of a call in the place of the callee's parameters.
func (e *engine) builtCall(c *ssa.CallCommon, n int, in *ssa.BasicBlock, seen []*ssa.Phi) built {
	callee := e.buildsErrors(c, n)
	b := built{ok: callee.ok}
	for _, p := range callee.params {
		if p >= len(c.Args) {
			return built{}
		}
		if b.ok {
			b = b.and(e.builtValue(c.Args[p], in, seen))
		}
	}
	return b
}

// buildsErrors is what is known of the n-th result of a call.
func (e *engine) buildsErrors(c *ssa.CallCommon, n int) built {
	fn := c.StaticCallee()
	obj := calleeObject(c)
	if fn == nil || obj == nil || c.IsInvoke() || obj.Pkg() == nil {
		return built{}
	}
	if generic := fn.Origin(); generic != nil {
		fn = generic
	}
	if m := e.modelOf(obj); m != nil {
		if n != 0 {
			return built{}
		}
		return builtByModel(m, obj.Signature())
	}
	if obj.Pkg() == e.pass.Pkg {
		return e.builtBy(fn, n)
	}
	t := e.facts.tables[obj.Pkg().Path()]
	if t == nil {
		return built{}
	}
	data, ok := t.Get(builtKey(fn, n))
	b := built{ok: ok}
	for _, s := range strings.Fields(string(data)) {
		p, err := strconv.Atoi(s)
		b.params, b.ok = append(b.params, p), b.ok && err == nil
	}
	return b
}

func builtKey(fn *ssa.Function, n int) string {
	return summary.BuiltKey + shape.FuncName(fn) + "#" + strconv.Itoa(n)
}

// builtErrors adds what importers may know of a function's results.
func (x *exporter) builtErrors(fn *ssa.Function) {
	res := fn.Signature.Results()
	asked := []int{comesBack}
	for n := range res.Len() {
		asked = append(asked, n)
		if shape.IsBool(res.At(n).Type()) {
			asked = append(asked, answerNumber(n, model.IsTrue), answerNumber(n, model.IsFalse))
		}
	}
	for _, n := range asked {
		b := x.e.builtBy(fn, n)
		if !b.ok || n < 0 && len(b.params) == 0 {
			continue
		}
		var list []string
		for _, p := range b.params {
			list = append(list, strconv.Itoa(p))
		}
		x.entries[builtKey(fn, n)] = []byte(strings.Join(list, " "))
	}
}

// noneGiven is for a nil that is returned where a parameter was nil.
func noneGiven(in *ssa.BasicBlock) built {
	for i, p := range in.Parent().Params {
		if errorLike(p.Type()) && conditioned(in, func(cond ssa.Value, holds bool, _ *ssa.BasicBlock) bool {
			return branch.Says(cond, p, model.IsNil, holds)
		}) {
			return built{params: []int{i}, ok: true}
		}
	}
	return built{}
}

// asserted reports whether a block is reached only where a value was of a type.
func asserted(t *ssa.TypeAssert, in *ssa.BasicBlock) bool {
	return conditioned(in, func(cond ssa.Value, holds bool, _ *ssa.BasicBlock) bool {
		ok, is := cond.(*ssa.Extract)
		return is && ok.Tuple == ssa.Value(t) && ok.Index == 1 && holds
	})
}

// builtError is the state where an error that a call gives is nil; false if nothing is
// known of that.
func (r *refiner) builtError(v *ssa.Call, n int, st *value.Node) (*value.Node, bool) {
	b := r.f.e.buildsErrors(&v.Call, n)
	if !b.ok {
		return nil, false
	}
	var out *value.Node
	for _, p := range b.params {
		if p >= len(v.Call.Args) {
			return nil, false
		}
		if e := v.Call.Args[p]; !r.f.excluded(e, model.IsNil, v.Block()) {
			out = r.f.u.Join(out, r.value(e, model.IsNil, st))
		}
	}
	if out == nil {
		return r.f.both(r.f.e.neverState, st), true
	}
	return out, true
}
