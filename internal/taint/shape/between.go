package shape

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// StoresBetween lists the stores to a local variable by closures that may run
// between two instructions of one block, as what is deferred does before a return;
// false where the variable's address is elsewhere, too.
func StoresBetween(a *ssa.Alloc, from, to ssa.Instruction) (stores []*ssa.Store, known bool) {
	calls, defers := runsBetween(from, to)
	for _, r := range *a.Referrers() {
		switch r := r.(type) {
		case *ssa.Store, *ssa.UnOp, *ssa.DebugRef, *ssa.FieldAddr, *ssa.IndexAddr:
		case *ssa.MakeClosure:
			if !calls && (!defers || !isDeferred(r)) {
				continue
			}
			for i, b := range r.Bindings {
				if b != a {
					continue
				}
				if stores, known = storesTo(r.Fn.(*ssa.Function).FreeVars[i], stores); !known {
					return nil, false
				}
			}
		default:
			if calls || defers {
				return nil, false
			}
		}
	}
	return stores, true
}

// runsBetween reports whether calls stand between two instructions of a block, and
// whether deferred functions run there.
func runsBetween(from, to ssa.Instruction) (calls, defers bool) {
	all := from.Block().Instrs
	for _, i := range all[slices.Index(all, from)+1 : slices.Index(all, to)] {
		switch i := i.(type) {
		case *ssa.Call:
			_, builtin := i.Call.Value.(*ssa.Builtin)
			calls = calls || !builtin
		case *ssa.RunDefers:
			defers = true
		}
	}
	return calls, defers
}

// isDeferred reports whether a closure may run when its function returns.
func isDeferred(mc *ssa.MakeClosure) bool {
	return slices.ContainsFunc(*mc.Referrers(), func(r ssa.Instruction) bool {
		switch r.(type) {
		case *ssa.DebugRef, *ssa.Call, *ssa.Go:
			return false
		}
		return true
	})
}

// storesTo adds the stores to a captured variable, in the closures inside as well.
func storesTo(v *ssa.FreeVar, to []*ssa.Store) ([]*ssa.Store, bool) {
	for _, r := range *v.Referrers() {
		switch r := r.(type) {
		case *ssa.Store:
			if r.Addr != v {
				return nil, false
			}
			to = append(to, r)
		case *ssa.UnOp, *ssa.DebugRef, *ssa.FieldAddr, *ssa.IndexAddr:
		case *ssa.MakeClosure:
			for i, b := range r.Bindings {
				if b != v {
					continue
				}
				more, known := storesTo(r.Fn.(*ssa.Function).FreeVars[i], to)
				if !known {
					return nil, false
				}
				to = more
			}
		default:
			return nil, false
		}
	}
	return to, true
}

// StillHolds reports whether a later load of a variable gives what an earlier one gave:
// nothing stores to it on the way, and closures that do are deferred. The later one
// stands behind the block to.
func StillHolds(early, late *ssa.UnOp, to *ssa.BasicBlock) bool {
	a, ok := early.X.(*ssa.Alloc)
	if !ok || late.X != a || WritesAfter(early.Block(), early) || !to.Dominates(late.Block()) {
		return false
	}
	for _, r := range *a.Referrers() {
		switch r := r.(type) {
		case *ssa.Store:
			if r.Addr != a || to.Dominates(r.Block()) && (r.Block() != late.Block() || !Precedes(late, r)) {
				return false
			}
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.MakeClosure:
			if !onlyDeferred(r) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// Precedes reports whether one instruction of a function runs before another one in each
// case.
func Precedes(a, b ssa.Instruction) bool {
	if a.Block() != b.Block() {
		return a.Block().Dominates(b.Block())
	}
	all := a.Block().Instrs
	return slices.Index(all, a) < slices.Index(all, b)
}

func onlyDeferred(mc *ssa.MakeClosure) bool {
	return !slices.ContainsFunc(*mc.Referrers(), func(r ssa.Instruction) bool {
		switch r := r.(type) {
		case *ssa.DebugRef:
			return false
		case *ssa.Defer:
			return r.Call.Value != mc
		}
		return true
	})
}

// DeferredStores are the stores to a variable by closures that its function defers.
func DeferredStores(a *ssa.Alloc) (stores []*ssa.Store) {
	for _, r := range *a.Referrers() {
		mc, ok := r.(*ssa.MakeClosure)
		if !ok || !onlyDeferred(mc) {
			continue
		}
		for i, b := range mc.Bindings {
			if b == a {
				more, _ := storesTo(mc.Fn.(*ssa.Function).FreeVars[i], nil)
				stores = append(stores, more...)
			}
		}
	}
	return stores
}
