package shape

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// AwaitedStore is the store that a load finds to have been done by a goroutine: the
// function starts it in any case, and waits for it by a sync.WaitGroup before it loads.
// Nil if the variable may hold anything else by then.
func AwaitedStore(load *ssa.UnOp) *ssa.Store {
	a, ok := load.X.(*ssa.Alloc)
	if !ok || load.Op != token.MUL {
		return nil
	}
	writer, own := writers(a)
	if writer == nil {
		return nil
	}
	fn := writer.Fn.(*ssa.Function)
	start, group := started(writer)
	if start == nil {
		return nil
	}
	for _, s := range own {
		if !Precedes(s, start) {
			return nil
		}
	}
	s := surelyStored(fn, writer, a)
	if s == nil {
		return nil
	}
	if group == nil {
		group = doneBehind(s, writer)
	}
	if group == nil || !waitsBetween(group, start, load) {
		return nil
	}
	return s
}

// writers are the one closure that stores to a variable, and the stores of its function
// itself; no closure if there may be others.
func writers(a *ssa.Alloc) (writer *ssa.MakeClosure, own []*ssa.Store) {
	for _, r := range *a.Referrers() {
		switch r := r.(type) {
		case *ssa.Store:
			if r.Addr != a {
				return nil, nil
			}
			own = append(own, r)
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.MakeClosure:
			if onlyRead(freeVar(r, a)) {
				continue
			}
			if writer != nil {
				return nil, nil
			}
			writer = r
		default:
			return nil, nil
		}
	}
	return writer, own
}

// freeVar is what a closure calls a variable that it captures.
func freeVar(c *ssa.MakeClosure, v ssa.Value) *ssa.FreeVar {
	for i, b := range c.Bindings {
		if b == v {
			return c.Fn.(*ssa.Function).FreeVars[i]
		}
	}
	return nil
}

// started is the one place where a closure begins to run, beside its function, and the
// group that knows when it ends, if that runs it.
func started(c *ssa.MakeClosure) (start ssa.Instruction, group ssa.Value) {
	for _, r := range *c.Referrers() {
		switch r := r.(type) {
		case *ssa.DebugRef:
			continue
		case *ssa.Go:
			if start != nil || r.Call.Value != c {
				return nil, nil
			}
			start = r
		case *ssa.Call:
			if start != nil || !ofWaitGroup(&r.Call, "Go") || r.Call.Args[1] != c {
				return nil, nil
			}
			start, group = r, r.Call.Args[0]
		default:
			return nil, nil
		}
	}
	return start, group
}

// surelyStored is the one store of a closure to a captured variable, which is done whenever
// it returns.
func surelyStored(fn *ssa.Function, c *ssa.MakeClosure, a *ssa.Alloc) (out *ssa.Store) {
	for _, r := range *freeVar(c, a).Referrers() {
		switch r := r.(type) {
		case *ssa.Store:
			if out != nil || r.Val == ssa.Value(freeVar(c, a)) {
				return nil
			}
			out = r
		case *ssa.UnOp, *ssa.DebugRef:
		default:
			return nil
		}
	}
	for _, b := range fn.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && (out == nil || b != fn.Recover && !Precedes(out, ret)) {
			return nil
		}
	}
	return out
}

// doneBehind is the group that a closure tells, behind a store, that it is done.
func doneBehind(s *ssa.Store, c *ssa.MakeClosure) ssa.Value {
	for _, b := range s.Parent().Blocks {
		for _, i := range b.Instrs {
			call, ok := i.(ssa.CallInstruction)
			if !ok || !ofWaitGroup(call.Common(), "Done") {
				continue
			}
			if _, deferred := i.(*ssa.Defer); !deferred && !Precedes(s, i) {
				return nil
			}
			for n, v := range s.Parent().FreeVars {
				if call.Common().Args[0] == ssa.Value(v) {
					return c.Bindings[n]
				}
			}
		}
	}
	return nil
}

// waitsBetween reports whether a group is waited for in any case between two instructions.
func waitsBetween(group ssa.Value, from, to ssa.Instruction) bool {
	for _, r := range *group.Referrers() {
		c, ok := r.(*ssa.Call)
		if ok && ofWaitGroup(&c.Call, "Wait") && c.Call.Args[0] == group && Precedes(from, c) && Precedes(c, to) {
			return true
		}
	}
	return false
}

// ofWaitGroup reports whether a call is one of a method of a sync.WaitGroup.
func ofWaitGroup(c *ssa.CallCommon, method string) bool {
	fn := c.StaticCallee()
	if fn == nil || fn.Name() != method || fn.Signature.Recv() == nil {
		return false
	}
	n, ok := types.Unalias(Pointed(fn.Signature.Recv().Type())).(*types.Named)
	return ok && n.Obj().Name() == "WaitGroup" && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "sync"
}
