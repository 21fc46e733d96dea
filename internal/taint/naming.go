package taint

import (
	"go/types"
	"strconv"

	"golang.org/x/tools/go/ssa"
)

// splitName splits "import/path.Name".
func splitName(s string) (path, name string) {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == '.' {
			return s[:i], s[i+1:]
		}
	}
	return "", s
}

// qualified is a function's name in summaries: import/path.Func or
// (import/path.Type).Method, pointer receivers with a star.
func qualified(obj *types.Func) string { return obj.Origin().FullName() }

func funcName(fn *ssa.Function) string {
	if obj, ok := fn.Object().(*types.Func); ok && !isWrapper(fn) {
		return qualified(obj)
	}
	if fn.Pkg != nil {
		return fn.Pkg.Pkg.Path() + "." + fn.RelString(fn.Pkg.Pkg)
	}
	return fn.String()
}

// displayName is a function's name in messages: pkg.Func, pkg.Type.Method.
func displayName(obj *types.Func) string {
	name := obj.Name()
	if r := obj.Signature().Recv(); r != nil {
		name = typeBase(r.Type()) + "." + name
	}
	if obj.Pkg() != nil {
		name = obj.Pkg().Name() + "." + name
	}
	return name
}

func typeBase(t types.Type) string {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	if n, ok := types.Unalias(t).(*types.Named); ok {
		return n.Obj().Name()
	}
	return types.TypeString(t, func(*types.Package) string { return "" })
}

func typeName(t types.Type) string { return typeBase(t) }

var errorType = types.Universe.Lookup("error").Type().Underlying().(*types.Interface)

func isErrorType(t types.Type) bool {
	return t != nil && types.Identical(types.Unalias(t), types.Universe.Lookup("error").Type())
}

func itoa(n int) string { return strconv.Itoa(n) }
