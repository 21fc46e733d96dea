package shape

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// Functions lists the functions of a package that files declare, closures before
// the functions that hold them, callees before callers.
func Functions(pkg *ssa.Package, files []*ast.File, info *types.Info) []*ssa.Function {
	o := &callOrder{pkg: pkg, seen: map[*ssa.Function]bool{}}
	if init := pkg.Func("init"); init != nil {
		o.roots = append(o.roots, init)
	}
	for _, f := range files {
		for _, d := range f.Decls {
			if d, ok := d.(*ast.FuncDecl); ok {
				if obj, ok := info.Defs[d.Name].(*types.Func); ok {
					if fn := pkg.Prog.FuncValue(obj); fn != nil {
						o.roots = append(o.roots, fn)
					}
				}
			}
		}
	}
	for _, fn := range o.roots {
		o.visit(fn)
	}
	return o.out
}

// callOrder is a depth-first walk of the static calls, without recursion.
type callOrder struct {
	pkg   *ssa.Package
	roots []*ssa.Function
	seen  map[*ssa.Function]bool
	out   []*ssa.Function
}

func (o *callOrder) visit(root *ssa.Function) {
	type at struct {
		fn   *ssa.Function
		next []*ssa.Function
	}
	if !o.enter(root) {
		return
	}
	stack := []at{{root, o.callees(root)}}
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		if len(top.next) == 0 {
			o.out = append(o.out, top.fn)
			stack = stack[:len(stack)-1]
			continue
		}
		fn := top.next[0]
		top.next = top.next[1:]
		if o.enter(fn) {
			stack = append(stack, at{fn, o.callees(fn)})
		}
	}
}

func (o *callOrder) enter(fn *ssa.Function) bool {
	if o.seen[fn] || len(fn.Blocks) == 0 || fn.Pkg != o.pkg {
		return false
	}
	o.seen[fn] = true
	return true
}

func (o *callOrder) callees(fn *ssa.Function) []*ssa.Function {
	out := slices.Clone(fn.AnonFuncs)
	for _, b := range fn.Blocks {
		for _, i := range b.Instrs {
			if c, ok := i.(ssa.CallInstruction); ok {
				if callee := c.Common().StaticCallee(); callee != nil {
					out = append(out, Origin(callee))
				}
			}
		}
	}
	return out
}

// Origin is the generic function of an instance.
func Origin(fn *ssa.Function) *ssa.Function {
	if o := fn.Origin(); o != nil {
		return o
	}
	return fn
}
