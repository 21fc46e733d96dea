package shape

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// maxBack bounds how far a value is followed back.
const maxBack = 12

// ResultOf finds the call that a value is a result of.
func ResultOf(v ssa.Value) (*ssa.Call, int) {
	for range maxBack {
		switch x := v.(type) {
		case *ssa.Call:
			return x, 0
		case *ssa.Extract:
			c, _ := x.Tuple.(*ssa.Call)
			return c, x.Index
		case *ssa.ChangeInterface:
			v = x.X
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.UnOp:
			s := LastStore(x)
			if x.Op != token.MUL || s == nil {
				return nil, 0
			}
			v = s.Val
		default:
			return nil, 0
		}
	}
	return nil, 0
}

// HandedFunctions counts the function values that a function hands over in calls, and
// those that literals among them hand over: who calls a literal does so here.
func HandedFunctions(fn *ssa.Function) int {
	n := 0
	for _, b := range fn.Blocks {
		for _, i := range b.Instrs {
			c, ok := i.(ssa.CallInstruction)
			if !ok {
				continue
			}
			for _, a := range c.Common().Args {
				if IsFunc(a.Type()) {
					n++
				}
				if lit := literal(a); lit != nil && lit.Parent() == fn {
					n += HandedFunctions(lit)
				}
			}
		}
	}
	return n
}

// literal is the function literal that a value is, or nil.
func literal(v ssa.Value) *ssa.Function {
	switch v := v.(type) {
	case *ssa.Function:
		return v
	case *ssa.MakeClosure:
		fn, _ := v.Fn.(*ssa.Function)
		return fn
	case *ssa.ChangeType:
		return literal(v.X)
	}
	return nil
}

// Instrs counts the instructions of a function.
func Instrs(fn *ssa.Function) int {
	n := 0
	for _, b := range fn.Blocks {
		n += len(b.Instrs)
	}
	return n
}

// BoundMethod is the method that a method value x.M calls.
func BoundMethod(fn *ssa.Function) *types.Func {
	m, _ := fn.Object().(*types.Func)
	return m
}

// IsWrapper reports whether fn only leads to the method that is its Object:
// through embedding, as a method expression or as a method value.
func IsWrapper(fn *ssa.Function) bool {
	for _, p := range []string{"wrapper ", "thunk ", "bound "} {
		if strings.HasPrefix(fn.Synthetic, p) {
			return true
		}
	}
	return false
}

// ResultTypes lists the types of the results.
func ResultTypes(sig *types.Signature) []types.Type {
	out := make([]types.Type, sig.Results().Len())
	for i := range out {
		out[i] = sig.Results().At(i).Type()
	}
	return out
}

// DeferredToRecover reports whether a closure is only deferred, and recovers: what
// it stores is meant for panics.
func DeferredToRecover(mc *ssa.MakeClosure) bool {
	for _, r := range *mc.Referrers() {
		if d, ok := r.(*ssa.Defer); !ok || d.Call.Value != mc {
			return false
		}
	}
	return CallsRecover(mc.Fn.(*ssa.Function))
}

// IsBound reports whether fn is the wrapper of a method value x.M.
func IsBound(fn *ssa.Function) bool {
	const suffix = "$bound"
	n := fn.Name()
	return fn.Synthetic != "" && len(n) > len(suffix) && n[len(n)-len(suffix):] == suffix
}

// Recovers reports whether something that fn defers may end a panic.
func Recovers(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, i := range b.Instrs {
			d, ok := i.(*ssa.Defer)
			if !ok {
				continue
			}
			if callee := d.Call.StaticCallee(); callee != nil && CallsRecover(callee) {
				return true
			}
		}
	}
	return false
}

// BuiltinCall is the call of a built-in function that gives v, or nil.
func BuiltinCall(v ssa.Value, name string) *ssa.Call {
	c, ok := v.(*ssa.Call)
	if !ok {
		return nil
	}
	if b, ok := c.Call.Value.(*ssa.Builtin); !ok || b.Name() != name {
		return nil
	}
	return c
}

// LengthOf is x in len(x); nil for all else.
func LengthOf(v ssa.Value) ssa.Value {
	if c := BuiltinCall(v, "len"); c != nil {
		return c.Call.Args[0]
	}
	return nil
}

// CallsRecover reports whether a function ends a panic when it is deferred:
// recover works only in the deferred function itself.
func CallsRecover(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, i := range b.Instrs {
			if c, ok := i.(*ssa.Call); ok && BuiltinCall(c, "recover") != nil {
				return true
			}
		}
	}
	return false
}

// ParamIndex is the number of a named parameter, -1 if there is none.
func ParamIndex(sig *types.Signature, name string) int {
	if name == "" {
		return -1
	}
	for i := range sig.Params().Len() {
		if sig.Params().At(i).Name() == name {
			return i
		}
	}
	return -1
}

// ValueIs reports whether a value is a function, or a closure of it.
func ValueIs(v ssa.Value, fn *ssa.Function) bool {
	switch v := v.(type) {
	case *ssa.ChangeType:
		return ValueIs(v.X, fn)
	case *ssa.MakeClosure:
		return v.Fn == fn
	}
	return v == ssa.Value(fn)
}

// IsYield reports whether a function is the body of a loop over an iterator.
func IsYield(fn *ssa.Function) bool { return fn.Synthetic == "range-over-func yield" }

// ParameterOf is the number of the parameter that a value is, or -1.
func ParameterOf(fn *ssa.Function, v ssa.Value) int {
	p, ok := v.(*ssa.Parameter)
	if !ok {
		return -1
	}
	return slices.Index(fn.Params, p)
}

// Called is the function or method that a call names, without type arguments; nil for function values.
func Called(v *ssa.Call) *types.Func {
	if v.Call.IsInvoke() {
		return v.Call.Method.Origin()
	}
	fn := v.Call.StaticCallee()
	if fn == nil {
		return nil
	}
	obj, _ := fn.Object().(*types.Func)
	if obj == nil {
		return nil
	}
	return obj.Origin()
}

// LastArg is the last argument of a call, nil without one.
func LastArg(c *ssa.Call) ssa.Value {
	if n := len(c.Call.Args); n > 0 {
		return c.Call.Args[n-1]
	}
	return nil
}

// HasDefer reports whether a function defers anything.
func HasDefer(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, i := range b.Instrs {
			if _, ok := i.(*ssa.Defer); ok {
				return true
			}
		}
	}
	return false
}
