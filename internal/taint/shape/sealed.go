package shape

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// Opened names the variables of a package that are not only set while it is
// initialized: some function of it writes to them, or hands what they point to
// to somebody.
func Opened(pkg *ssa.Package, fns []*ssa.Function) map[string]bool {
	opened := map[string]bool{}
	for _, fn := range fns {
		for _, b := range fn.Blocks {
			for _, i := range b.Instrs {
				for _, op := range i.Operands(nil) {
					if g, ok := (*op).(*ssa.Global); ok && g.Pkg == pkg && !opened[g.Name()] && opens(i, g, map[ssa.Value]bool{}) {
						opened[g.Name()] = true
					}
				}
			}
		}
	}
	return opened
}

// opens reports whether an instruction lets somebody write to what v leads to.
func opens(i ssa.Instruction, v ssa.Value, seen map[ssa.Value]bool) bool {
	switch i := i.(type) {
	case *ssa.DebugRef, *ssa.If, *ssa.BinOp:
		return false
	case *ssa.Store:
		return i.Val == v || !initializes(i.Parent())
	case *ssa.MapUpdate:
		return i.Map != v || !initializes(i.Parent())
	case *ssa.UnOp, *ssa.FieldAddr, *ssa.IndexAddr, *ssa.Field, *ssa.Index, *ssa.Lookup, *ssa.Extract, *ssa.Slice, *ssa.Range, *ssa.Next:
		return leaks(i.(ssa.Value), seen)
	case *ssa.Call:
		b, ok := i.Call.Value.(*ssa.Builtin)
		return !ok || b.Name() != "len" && b.Name() != "cap"
	}
	return true
}

// leaks is opens for all that uses a value.
func leaks(v ssa.Value, seen map[ssa.Value]bool) bool {
	if seen[v] || !shares(v.Type(), 0) {
		return false
	}
	seen[v] = true
	for _, r := range *v.Referrers() {
		if opens(r, v, seen) {
			return true
		}
	}
	return false
}

func initializes(fn *ssa.Function) bool {
	return fn.Synthetic == "package initializer" || strings.HasPrefix(fn.Name(), "init#")
}

// shares reports whether a copy of a value of type t leads to the same memory.
func shares(t types.Type, depth int) bool {
	switch u := types.Unalias(t).Underlying().(type) {
	case *types.Basic:
		return u.Kind() == types.UnsafePointer
	case *types.Array:
		return shares(u.Elem(), depth+1)
	case *types.Struct:
		for i := range u.NumFields() {
			if depth > 4 || shares(u.Field(i).Type(), depth+1) {
				return true
			}
		}
		return false
	case *types.Tuple:
		for i := range u.Len() {
			if shares(u.At(i).Type(), depth+1) {
				return true
			}
		}
		return false
	}
	return true
}
