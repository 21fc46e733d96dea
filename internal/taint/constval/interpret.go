package constval

import (
	"go/constant"

	"golang.org/x/tools/go/ssa"
)

// interpret runs a function that does nothing but compute from constants, as
// the questions do that masking code asks about keys. Nil stands for a function
// of another kind, or for too long a way.
func (p *Package) interpret(fn *ssa.Function, args []constant.Value, steps *int) constant.Value {
	r := &interpreter{env: map[ssa.Value]constant.Value{}, next: map[*ssa.Range]int{}, more: map[*ssa.Next]int{}}
	for i, param := range fn.Params {
		if i < len(args) {
			r.env[param] = args[i]
		}
	}
	r.ev = &Evaluator{pkg: p, ask: r.leaf, steps: steps, busy: map[ssa.Value]bool{}}
	from, b := -1, fn.Blocks[0]
	for b != nil && *steps < maxEvaluation {
		*steps++
		r.phis(from, b)
		next, result, ok := r.block(b)
		if !ok || result != nil {
			return result
		}
		from, b = b.Index, next
	}
	return nil
}

type interpreter struct {
	ev   *Evaluator
	env  map[ssa.Value]constant.Value
	next map[*ssa.Range]int // position of the next entry
	more map[*ssa.Next]int  // position of the current entry, -1 at the end
}

func (r *interpreter) leaf(_ *Evaluator, v ssa.Value) (constant.Value, bool) {
	switch v := v.(type) {
	case *ssa.Parameter, *ssa.Phi:
		return r.env[v], true
	case *ssa.Extract:
		next, ok := v.Tuple.(*ssa.Next)
		if !ok {
			return nil, false
		}
		return r.entry(next, v.Index), true
	}
	return nil, false
}

// entry is part i of what a range over a table gave: whether there is one, its
// key, its value.
func (r *interpreter) entry(next *ssa.Next, i int) constant.Value {
	at, ok := r.more[next]
	if !ok {
		return nil
	}
	t := r.ev.pkg.Table(next.Iter.(*ssa.Range).X)
	switch {
	case i == 0:
		return constant.MakeBool(at >= 0)
	case at < 0 || t == nil:
		return nil
	case i == 1:
		return t.Keys[at]
	}
	return t.Vals[at]
}

// phis moves what the block before left; all of them at once.
func (r *interpreter) phis(from int, b *ssa.BasicBlock) {
	vals := map[*ssa.Phi]constant.Value{}
	for _, i := range b.Instrs {
		p, ok := i.(*ssa.Phi)
		if !ok {
			break
		}
		for j, pred := range b.Preds {
			if pred.Index == from {
				vals[p] = r.ev.Of(p.Edges[j])
			}
		}
	}
	for p, v := range vals {
		r.env[p] = v
	}
}

// block runs to the end of a block: the next one, or the result.
func (r *interpreter) block(b *ssa.BasicBlock) (next *ssa.BasicBlock, result constant.Value, ok bool) {
	for _, i := range b.Instrs {
		switch i := i.(type) {
		case *ssa.Next:
			if !r.advance(i) {
				return nil, nil, false
			}
		case *ssa.If:
			c := r.ev.Of(i.Cond)
			if c == nil || c.Kind() != constant.Bool {
				return nil, nil, false
			}
			if constant.BoolVal(c) {
				return b.Succs[0], nil, true
			}
			return b.Succs[1], nil, true
		case *ssa.Jump:
			return b.Succs[0], nil, true
		case *ssa.Return:
			if len(i.Results) != 1 {
				return nil, nil, false
			}
			return nil, r.ev.Of(i.Results[0]), true
		case *ssa.Store, *ssa.MapUpdate, *ssa.Send, *ssa.Go, *ssa.Defer, *ssa.RunDefers, *ssa.Panic, *ssa.Select:
			return nil, nil, false
		}
	}
	return nil, nil, false
}

func (r *interpreter) advance(n *ssa.Next) bool {
	rg, ok := n.Iter.(*ssa.Range)
	if !ok || n.IsString {
		return false
	}
	t := r.ev.pkg.Table(rg.X)
	if t == nil || t.List {
		return false
	}
	at := r.next[rg]
	if at >= len(t.Keys) {
		r.more[n] = -1
		return true
	}
	r.more[n], r.next[rg] = at, at+1
	return true
}
