package shape

import (
	"golang.org/x/tools/go/ssa"
)

// OnlyStore is the one store to a local variable, nil if there may be others.
func OnlyStore(a *ssa.Alloc) *ssa.Store {
	var out *ssa.Store
	for _, r := range *a.Referrers() {
		switch r := r.(type) {
		case *ssa.Store:
			if r.Addr != a || out != nil {
				return nil
			}
			out = r
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.MakeClosure:
			for i, b := range r.Bindings {
				if b == a && !onlyRead(r.Fn.(*ssa.Function).FreeVars[i]) {
					return nil
				}
			}
		default:
			return nil
		}
	}
	return out
}

// onlyRead reports whether a closure, and those in it, only read a variable.
func onlyRead(v *ssa.FreeVar) bool {
	for _, r := range *v.Referrers() {
		switch r := r.(type) {
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.MakeClosure:
			for i, b := range r.Bindings {
				if b == v && !onlyRead(r.Fn.(*ssa.Function).FreeVars[i]) {
					return false
				}
			}
		default:
			return false
		}
	}
	return true
}

// CapturedStore is the one store to a captured variable of the function around
// a closure.
func CapturedStore(v *ssa.FreeVar) *ssa.Store {
	b := BindingOf(v)
	switch b := b.(type) {
	case *ssa.Alloc:
		return OnlyStore(b)
	case *ssa.FreeVar:
		return CapturedStore(b)
	}
	return nil
}

// BindingOf is what a closure's captured variable is in the function around it,
// nil unless the closure is made in one place.
func BindingOf(v *ssa.FreeVar) ssa.Value {
	fn := v.Parent()
	if fn.Parent() == nil {
		return nil
	}
	var out ssa.Value
	for _, b := range fn.Parent().Blocks {
		for _, i := range b.Instrs {
			c, ok := i.(*ssa.MakeClosure)
			if !ok || c.Fn != fn {
				continue
			}
			for j, f := range fn.FreeVars {
				if f == v && j < len(c.Bindings) {
					if out != nil {
						return nil
					}
					out = c.Bindings[j]
				}
			}
		}
	}
	return out
}
