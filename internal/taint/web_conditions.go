package taint

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/branch"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// edge is the state on the way from b to its i-th successor.
func (f *frame) edge(b *ssa.BasicBlock, i int) {
	if f.caller == nil {
		return
	}
	st := f.state()
	if c, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If); ok {
		f.decides(c)
		o := model.IsTrue
		if i == 1 {
			o = model.IsFalse
		}
		st = f.switchSide(c.Cond, o, st)
		if n := f.refine(c.Cond, o, st); n != nil {
			st = n
		}
		if i == 1 {
			st = f.allChecked(b, st)
		}
	}
	f.e.noteChecked(st, f.state())
	key := [2]int{b.Index, b.Succs[i].Index}
	f.edges[key] = f.u.Join(f.edges[key], st)
	f.setState(st)
}

// returned notes what the results of one return tell.
func (f *frame) noteReturn(i *ssa.Return) {
	if f.caller == nil || i.Block() == f.fn.Recover && !shape.Recovers(f.fn) {
		return
	}
	st := f.state()
	if f.outs == nil {
		f.outs = map[int]*value.Node{}
	}
	f.after = f.u.Join(f.after, st)
	f.notesReturned(i)
	for j, r := range i.Results {
		f.noteConstants(j, r, st)
		f.noteFields(i, j, st)
		for _, o := range f.e.properties(r.Type()) {
			given := f.givenReturn(r, o, st, i.Block())
			if given != nil {
				f.noteOutcome(stateKey(j, o), given)
			}
		}
	}
}

// givenReturn is refine for a value that is returned: what was compared on the way
// here counts too.
func (f *frame) givenReturn(v ssa.Value, o model.Outcome, st *value.Node, b *ssa.BasicBlock) *value.Node {
	if f.excluded(v, o, b) || b == f.fn.Recover && f.setOnPanic(v, o) {
		return nil
	}
	if u, ok := v.(*ssa.UnOp); ok && u.Op == token.MUL { // a named result: what is deferred may have changed it
		s := shape.LastStoreBut(u, func(s *ssa.Store) bool { return f.keepsProperty(s, o) })
		if s != nil && f.excluded(s.Val, o, b) {
			return nil
		}
	}
	return f.refine(v, o, st)
}

// excluded reports whether a condition that led to b says that v lacks the
// property.
func (f *frame) excluded(v ssa.Value, o model.Outcome, b *ssa.BasicBlock) bool {
	return conditioned(b, func(cond ssa.Value, holds bool, to *ssa.BasicBlock) bool {
		return branch.Says(cond, v, branch.Opposite[o], holds) || saysStill(cond, v, branch.Opposite[o], holds, to)
	})
}

// excludedOn is excluded for the way from one block to the next: what is compared there
// counts too.
func (f *frame) excludedOn(v ssa.Value, o model.Outcome, from, to *ssa.BasicBlock) bool {
	c, ok := from.Instrs[len(from.Instrs)-1].(*ssa.If)
	if ok && from.Succs[0] != from.Succs[1] && branch.Says(c.Cond, v, branch.Opposite[o], from.Succs[0] == to) {
		return true
	}
	return f.excluded(v, o, from)
}

// conditioned reports whether one of the conditions that lead to a block is such a one:
// whether it holds, and the block to which it leads, come with it.
func conditioned(b *ssa.BasicBlock, is func(cond ssa.Value, holds bool, to *ssa.BasicBlock) bool) bool {
	for d := b; d != nil; d = d.Idom() {
		if len(d.Preds) != 1 {
			continue
		}
		p := d.Preds[0]
		c, ok := p.Instrs[len(p.Instrs)-1].(*ssa.If)
		if ok && p.Succs[0] != p.Succs[1] && is(c.Cond, p.Succs[0] == d, d) {
			return true
		}
	}
	return false
}

// properties are those that are worth telling of a result.
func properties(t types.Type) []model.Outcome {
	switch u := types.Unalias(t).Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsBoolean != 0:
			return []model.Outcome{model.IsTrue, model.IsFalse}
		case u.Info()&(types.IsInteger|types.IsString) != 0:
			return []model.Outcome{model.NotZero, model.IsZero}
		}
	case *types.Interface, *types.Pointer, *types.Map, *types.Slice:
		return []model.Outcome{model.IsNil, model.NotNil}
	}
	return nil
}

// properties are those of a result, with the one that it is somebody.
func (e *engine) properties(t types.Type) []model.Outcome {
	list := properties(t)
	if e.hasNobody(t) {
		list = append(list, model.Somebody)
	}
	return list
}

// tellCallers puts what the function tells of the caller into its summary.
func (f *frame) tellCallers(s *summary.Summary) {
	if f.caller != nil {
		f.switchedOff()
	}
	s.Disclosures = f.disclosures
	if f.caller == nil {
		return
	}
	s.Answers, s.Pass = f.answers, f.pass
	s.Answered = !f.cut && !f.ended
	if f.cut || f.ended {
		if f.fn.Parent() != nil || f.pass != nil { // what was not looked at may go on with anybody
			s.Pass = f.u.Join(s.Pass, f.unknownRequest(f.e.before))
		}
		return
	}
	exit := f.after
	if exit == nil {
		exit = f.e.before
	}
	exit = f.needed(exit)
	if f.u.Join(f.e.before, exit) != f.e.before || closed(exit) {
		s.Exit = exit
	}
	results := f.fn.Signature.Results()
	for j := range results.Len() {
		for _, o := range f.e.properties(results.At(j).Type()) {
			key := stateKey(j, o)
			st := f.outs[key]
			if st == nil {
				st = f.e.neverState // it never has this property
			}
			if st = f.needed(st); f.saysMore(st, exit) {
				s.Outcomes = append(s.Outcomes, summary.Outcome{Key: key, State: st})
			}
		}
		for _, key := range append(f.constantKeys(j, exit), f.fieldKeys(j, exit)...) {
			s.Outcomes = append(s.Outcomes, summary.Outcome{Key: key, State: f.needed(f.outs[key])})
		}
	}
}

// saysMore reports whether a state says more of the caller than the one in which the
// function returns.
func (f *frame) saysMore(st, exit *value.Node) bool {
	if unreachable(st) || len(consentsIn(st)) > len(consentsIn(exit)) || decidedRights(st) && !decidedRights(exit) {
		return true
	}
	return !closed(exit) && (closed(st) || st != exit && f.atLeast(st, exit))
}
