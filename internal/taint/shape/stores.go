package shape

import (
	"go/token"
	"slices"

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

// MayBeNil reports whether a map or slice may be nil where something else is known
// of what it leads to: it is one of several, or comes from a call.
func MayBeNil(v ssa.Value) bool { return mayBeNil(v, map[ssa.Value]bool{}) }

func mayBeNil(v ssa.Value, seen map[ssa.Value]bool) bool {
	if seen[v] {
		return false
	}
	seen[v] = true
	switch v := v.(type) {
	case *ssa.Const, *ssa.Call, *ssa.Extract, *ssa.Lookup, *ssa.TypeAssert:
		return true
	case *ssa.ChangeType:
		return mayBeNil(v.X, seen)
	case *ssa.Phi:
		for _, e := range v.Edges {
			if mayBeNil(e, seen) {
				return true
			}
		}
	case *ssa.UnOp:
		if a, ok := v.X.(*ssa.Alloc); ok {
			s := OnlyStore(a)
			return s == nil || !s.Block().Dominates(v.Block()) || mayBeNil(s.Val, seen)
		}
	}
	return false
}

// maxLeading bounds how far writesBehind follows pointers.
const maxLeading = 4

// OnlyStored reports whether a variable is only loaded and stored to, where it is
// declared and by functions that are deferred to recover.
func OnlyStored(a *ssa.Alloc) bool {
	for _, r := range *a.Referrers() {
		switch r := r.(type) {
		case *ssa.Store:
			if r.Addr != a {
				return false
			}
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.MakeClosure:
			if !DeferredToRecover(r) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// AddrOnlyRead reports whether an address serves to read alone.
func AddrOnlyRead(v ssa.Value) bool {
	for _, r := range *v.Referrers() {
		switch r := r.(type) {
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.FieldAddr:
			if !AddrOnlyRead(r) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// VariableBehind is the package variable that an address leads back to by fields
// and pointers alone.
func VariableBehind(v ssa.Value) *ssa.Global {
	for range maxBack {
		switch x := v.(type) {
		case *ssa.Global:
			return x
		case *ssa.FieldAddr:
			v = x.X
		case *ssa.TypeAssert:
			v = x.X
		case *ssa.Extract:
			v = x.Tuple
		case *ssa.Alloc:
			s := OnlyStore(x)
			if s == nil {
				return nil
			}
			v = s.Val
		case *ssa.UnOp:
			if x.Op != token.MUL {
				return nil
			}
			v = x.X
		default:
			return nil
		}
	}
	return nil
}

// VariableOf is the package variable that holds a function literal.
func VariableOf(init, literal *ssa.Function) *ssa.Global {
	for _, b := range init.Blocks {
		for _, i := range b.Instrs {
			if s, ok := i.(*ssa.Store); ok && ValueIs(s.Val, literal) {
				g, _ := s.Addr.(*ssa.Global)
				return g
			}
		}
	}
	return nil
}

// AddressTaken reports whether an address is used for more than one load or
// store; the receiver of a method counts as a load.
func AddressTaken(fa *ssa.FieldAddr) bool {
	for _, r := range *fa.Referrers() {
		switch r := r.(type) {
		case *ssa.UnOp, *ssa.DebugRef, *ssa.FieldAddr:
		case *ssa.Store:
			if r.Val == fa {
				return true
			}
		case ssa.CallInstruction:
			if len(r.Common().Args) == 0 || r.Common().Args[0] != fa || r.Common().Signature().Recv() == nil {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// LastStore is the store whose value a load gives, where that is plain: the
// last one before it in its block, or the only one that there is.
func LastStore(v *ssa.UnOp) *ssa.Store {
	return LastStoreBut(v, func(*ssa.Store) bool { return false })
}

// LastStoreBut is [LastStore] where some stores of closures between it and the load
// do not count.
func LastStoreBut(v *ssa.UnOp, harmless func(*ssa.Store) bool) *ssa.Store {
	a, ok := v.X.(*ssa.Alloc)
	if !ok {
		return nil
	}
	var last *ssa.Store
	for _, i := range v.Block().Instrs {
		if i == ssa.Instruction(v) {
			break
		}
		if s, ok := i.(*ssa.Store); ok && s.Addr == a {
			last = s
		}
	}
	if last != nil {
		stores, known := StoresBetween(a, last, v)
		if !known || slices.ContainsFunc(stores, func(s *ssa.Store) bool { return !harmless(s) }) {
			return nil
		}
		return last
	}
	for _, i := range *a.Referrers() {
		switch i := i.(type) {
		case *ssa.Store:
			if last != nil || i.Addr != a || !i.Block().Dominates(v.Block()) {
				return nil
			}
			last = i
		case *ssa.UnOp, *ssa.DebugRef:
		default:
			return nil
		}
	}
	return last
}

// EachStore goes through the stores of a function.
func EachStore(fn *ssa.Function, do func(*ssa.Store)) {
	for _, b := range fn.Blocks {
		for _, i := range b.Instrs {
			if s, ok := i.(*ssa.Store); ok {
				do(s)
			}
		}
	}
}
