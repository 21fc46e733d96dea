package taint

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// A check may run beside what it is for, as in a group of an errgroup: if what the group
// gives in the end is nil, so was the error of each function that it surely ran.

// notesReturned notes what the error proves that a closure gives to whoever runs it.
func (f *frame) notesReturned(i *ssa.Return) {
	parent := f.fn.Parent()
	if f.self != nil && parent != nil && handlerShaped(parent.Signature) && len(i.Results) == 1 && shape.IsError(i.Results[0].Type()) {
		r := i.Results[0]
		f.notesProven(moment{i, 0}, r.Type(), func(o model.Outcome) *value.Node { return f.givenReturn(r, o, f.state(), i.Block()) })
	}
}

// awaited reports whether what a call gives is nil only if a check was good that was made
// for it, in a function that its receiver was handed before.
func (f *frame) awaited(c *ssa.Call) bool {
	if f.caller == nil || !handlerShaped(f.fn.Signature) {
		return false
	}
	from := f.collected(c)
	if from == nil {
		return false
	}
	group := c.Call.Args[0]
	return slices.ContainsFunc(*group.Referrers(), func(r ssa.Instruction) bool {
		run, ok := r.(*ssa.Call)
		if !ok || len(run.Call.Args) == 0 || run.Call.Args[0] != group || !shape.Precedes(run, c) {
			return false
		}
		i := f.ranInto(run, from)
		return i > 0 && i < len(run.Call.Args) && f.provesOnReturn(run.Call.Args[i])
	})
}

// collected is the place in its receiver out of which a call gives an error, nil if it does
// not.
func (f *frame) collected(c *ssa.Call) *model.Place {
	obj := calleeObject(&c.Call)
	if obj == nil || c.Call.IsInvoke() || obj.Signature().Recv() == nil || !shape.IsError(c.Type()) {
		return nil
	}
	m := f.e.modelOf(obj)
	if m == nil || len(m.Flows) != 1 || len(m.Flows[0].Src.Places) != 1 {
		return nil
	}
	if p := m.Flows[0].Src.Places[0]; p.Root == model.Recv && len(p.Path) > 0 {
		return &p
	}
	return nil
}

// ranInto is the argument of a call that is run, and whose error goes to a place in the
// receiver; 0 if there is none.
func (f *frame) ranInto(c *ssa.Call, to *model.Place) int {
	obj := calleeObject(&c.Call)
	if obj == nil || obj.Signature().Recv() == nil || c.Call.IsInvoke() {
		return 0
	}
	m := f.e.modelOf(obj)
	if m == nil {
		return 0
	}
	for _, call := range m.Calls {
		d := call.Dst
		if d != nil && d.Place.Root == model.Recv && slices.Equal(d.Place.Path, to.Path) && call.Fn.Root == model.Arg && len(call.Fn.Path) == 0 {
			return call.Fn.Index + 1
		}
	}
	return 0
}

// provesOnReturn reports whether a closure verifies who calls wherever its error is nil.
func (f *frame) provesOnReturn(v ssa.Value) bool {
	mc, ok := v.(*ssa.MakeClosure)
	if !ok {
		return false
	}
	returns := false
	for _, b := range mc.Fn.(*ssa.Function).Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok || b == ret.Parent().Recover {
			continue
		}
		returns = true
		if !f.provenAt(moment{ret, 0}, model.IsNil) {
			return false
		}
	}
	return returns
}
