package taint

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/branch"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// A check may answer with a struct, one of whose fields tells how it went. So a function
// that returns a struct, or a pointer to one, tells of each field what it tells of its
// results. What a field is at some place is looked for backwards from there: the last
// store to it, on each way, or how the struct came to be. Structs and fields whose
// address goes where it may be kept are not followed.

// maxAnswerFields bounds the fields of a result that are asked, maxAnswerLeaves those
// with what is embedded, maxAnswerBlocks the functions that answer with them.
const (
	maxAnswerFields = 32
	maxAnswerLeaves = 48
	maxAnswerBlocks = 128
)

// codeSpot is a place in a function: before an instruction of a block.
type codeSpot struct {
	b *ssa.BasicBlock
	i int
}

func spotOf(i ssa.Instruction) codeSpot {
	return codeSpot{i.Block(), slices.Index(i.Block().Instrs, i)}
}

func endOf(b *ssa.BasicBlock) codeSpot { return codeSpot{b, len(b.Instrs)} }

// fieldAsker asks for a property of a field. Its answers are the state in which the
// field has it, nil if it never has, and whether anything is known of the field.
type fieldAsker struct {
	r    *refiner
	path []int // the field, and the structs that it stands in
	o    model.Outcome
	seen map[blockOf]bool
}

// blockOf is a block that was gone through for a pointer.
type blockOf struct {
	p ssa.Value
	b *ssa.BasicBlock
}

func (r *refiner) asker(path []int, o model.Outcome) *fieldAsker {
	return &fieldAsker{r, path, o, map[blockOf]bool{}}
}

// readField asks the field that v is read from.
func (r *refiner) readField(v ssa.Value, o model.Outcome, st *value.Node) (*value.Node, bool) {
	if closed(st) {
		return st, false
	}
	switch v := v.(type) {
	case *ssa.Field:
		return r.asker([]int{v.Field}, o).inStruct(v.X, st)
	case *ssa.UnOp:
		if at, ok := v.X.(*ssa.FieldAddr); ok && v.Op == token.MUL {
			return r.asker([]int{at.Field}, o).behind(at.X, spotOf(v), st)
		}
	}
	return st, false
}

// inStruct asks a struct in a register.
func (a *fieldAsker) inStruct(v ssa.Value, st *value.Node) (*value.Node, bool) {
	switch v := v.(type) {
	case *ssa.Const:
		return a.zero(v.Type(), st)
	case *ssa.Field:
		return a.at(append([]int{v.Field}, a.path...)).inStruct(v.X, st)
	case *ssa.UnOp:
		if v.Op == token.MUL {
			return a.behind(v.X, spotOf(v), st)
		}
	case *ssa.Phi:
		return a.edges(v, func(e ssa.Value, _ *ssa.BasicBlock, at *value.Node) (*value.Node, bool) { return a.inStruct(e, at) })
	}
	return a.told(v, st)
}

// behind asks the struct behind a pointer, at a place.
func (a *fieldAsker) behind(p ssa.Value, at codeSpot, st *value.Node) (*value.Node, bool) {
	if c, ok := p.(*ssa.Const); ok && c.IsNil() {
		return nil, true // nobody reads it
	}
	if part, ok := p.(*ssa.FieldAddr); ok {
		return a.at(append([]int{part.Field}, a.path...)).behind(part.X, at, st)
	}
	if _, local := p.(ssa.Instruction); !local || a.kept(p) {
		return st, false
	}
	return a.before(p, at, st)
}

// before is behind for a pointer whose uses are all known.
func (a *fieldAsker) before(p ssa.Value, at codeSpot, st *value.Node) (*value.Node, bool) {
	for i := at.i - 1; i >= 0; i-- {
		if out, known, found := a.instr(p, codeSpot{at.b, i}, st); found {
			return out, known
		}
	}
	switch {
	case len(at.b.Preds) == 1:
		return a.before(p, endOf(at.b.Preds[0]), st)
	case a.seen[blockOf{p, at.b}]:
		return nil, false // what it says is part of the answer already
	}
	a.seen[blockOf{p, at.b}] = true
	var out *value.Node
	f, known := a.r.f, false
	for _, b := range at.b.Preds {
		if came := f.edges[[2]int{b.Index, at.b.Index}]; came != nil && f.seen[b.Index] {
			n, ok := a.before(p, endOf(b), came)
			out, known = f.u.Join(out, n), known || ok
		}
	}
	return a.orNothing(out, known, st)
}

// orNothing is an answer that was put together: where no way was gone yet, there is none.
func (a *fieldAsker) orNothing(out *value.Node, known bool, st *value.Node) (*value.Node, bool) {
	if !known {
		return st, false
	}
	return out, true
}

// instr is what an instruction makes of the field; found is false if it has nothing to do
// with it.
func (a *fieldAsker) instr(p ssa.Value, at codeSpot, st *value.Node) (out *value.Node, known, found bool) {
	i := at.b.Instrs[at.i]
	switch i := i.(type) {
	case *ssa.Store:
		if rest, ok := a.rest(i.Addr, p); ok && len(rest) == 0 {
			return a.r.value(i.Val, a.o, st), true, true
		} else if ok {
			out, known = a.at(rest).inStruct(i.Val, st)
			return out, known, true
		}
	case ssa.CallInstruction:
		if out, ok := a.lookedUp(p, at, st); ok {
			return out, true, true
		}
		if slices.ContainsFunc(i.Common().Args, func(v ssa.Value) bool { return a.leadsTo(v, p) }) || i.Common().Value == p {
			return st, false, true
		}
	}
	if v, ok := i.(ssa.Value); ok && v == p {
		out, known = a.born(p, st)
		return out, known, true
	}
	return nil, false, false
}

// leadsTo reports whether an argument is the pointer, or that of the field or of a part
// that has it.
func (a *fieldAsker) leadsTo(v, p ssa.Value) bool {
	if box, ok := v.(*ssa.MakeInterface); ok {
		v = box.X
	}
	_, ok := a.rest(v, p)
	return ok
}

// born asks a struct that has just been made.
func (a *fieldAsker) born(p ssa.Value, st *value.Node) (*value.Node, bool) {
	switch p := p.(type) {
	case *ssa.Alloc:
		return a.zero(shape.Pointed(p.Type()), st)
	case *ssa.Phi:
		return a.edges(p, func(e ssa.Value, b *ssa.BasicBlock, at *value.Node) (*value.Node, bool) {
			return a.behind(e, endOf(b), at)
		})
	}
	return a.told(p, st)
}

func (a *fieldAsker) edges(v *ssa.Phi, ask func(ssa.Value, *ssa.BasicBlock, *value.Node) (*value.Node, bool)) (*value.Node, bool) {
	if a.r.seen[v] {
		return nil, true
	}
	known := false
	out := a.r.edges(v, func(e ssa.Value, b *ssa.BasicBlock, at *value.Node) *value.Node {
		n, ok := ask(e, b, at)
		known = known || ok
		return n
	})
	return a.orNothing(out, known, a.r.f.state())
}

// zero asks a struct in which nothing was set.
func (a *fieldAsker) zero(t types.Type, st *value.Node) (*value.Node, bool) {
	if t = fieldAt(t, a.path); t == nil {
		return st, false
	}
	zero := ssa.NewConst(nil, t)
	if b, ok := t.Underlying().(*types.Basic); ok {
		switch {
		case b.Info()&types.IsBoolean != 0:
			zero.Value = constant.MakeBool(false)
		case b.Info()&types.IsString != 0:
			zero.Value = constant.MakeString("")
		default:
			zero.Value = constant.MakeInt64(0)
		}
	}
	if branch.ConstHas(zero, a.o) {
		return st, true
	}
	return nil, true
}

// told asks the function that gave a struct, or a pointer to one.
func (a *fieldAsker) told(v ssa.Value, st *value.Node) (*value.Node, bool) {
	c, result := shape.ResultOf(v)
	n := leafNumber(v.Type(), a.path)
	if c == nil || n < 0 {
		return st, false
	}
	ts, key := a.r.f.told[c], question{o: a.o}.key(result, n)
	if !slices.ContainsFunc(ts, func(t told) bool { return t.id >= 0 || t.outs[key] != nil }) {
		return st, false
	}
	return a.r.f.both(a.r.f.outcome(ts, key, st), st), true
}

// kept reports whether a pointer, or that of the field, goes where somebody may keep it
// and store there later.
func (a *fieldAsker) kept(p ssa.Value) bool { return a.keptAt(p, a.path) }

func (a *fieldAsker) keptAt(at ssa.Value, path []int) bool {
	return slices.ContainsFunc(*at.Referrers(), func(i ssa.Instruction) bool {
		switch i := i.(type) {
		case *ssa.FieldAddr:
			return len(path) > 0 && i.Field == path[0] && a.keptAt(i, path[1:])
		case *ssa.Phi:
			return len(path) < len(a.path) || a.writtenThrough(i)
		}
		return keepsAddr(i, at)
	})
}

// writtenThrough reports whether a field may be stored to by another name of its struct.
func (a *fieldAsker) writtenThrough(v *ssa.Phi) bool {
	return slices.ContainsFunc(*v.Referrers(), func(i ssa.Instruction) bool {
		switch i := i.(type) {
		case *ssa.FieldAddr:
			return i.Field == a.path[0] && !shape.AddrOnlyRead(i)
		case *ssa.UnOp, *ssa.BinOp, *ssa.Return, *ssa.DebugRef:
			return false
		}
		return true
	})
}

// keepsAddr reports whether an instruction may keep an address, or hand it to what does.
// What a call does to it, it does while it lasts.
func keepsAddr(i ssa.Instruction, addr ssa.Value) bool {
	switch i := i.(type) {
	case *ssa.Store:
		return i.Val == addr
	case *ssa.MakeInterface:
		return slices.ContainsFunc(*i.Referrers(), func(u ssa.Instruction) bool {
			_, call := u.(*ssa.Call)
			return !call
		})
	case *ssa.UnOp, *ssa.BinOp, *ssa.Return, *ssa.DebugRef, *ssa.Call, *ssa.Extract:
		return false
	}
	return true
}

// answerFields are the fields of a result of a function that may tell how a check went.
func answerFields(fn *ssa.Function, t types.Type) *types.Struct {
	s, ok := shape.Pointed(t).Underlying().(*types.Struct)
	if !ok || s.NumFields() > maxAnswerFields || len(fn.Blocks) > maxAnswerBlocks {
		return nil
	}
	return s
}

// noteFields notes what the fields of a struct that is returned tell.
func (f *frame) noteFields(i *ssa.Return, result int, st *value.Node) {
	v := i.Results[result]
	s := answerFields(f.fn, v.Type())
	if s == nil {
		return
	}
	for n, path := range leaves(s) {
		for _, o := range properties(fieldAt(s, path)) {
			a := newRefiner(f).asker(path, o)
			ask := func() (*value.Node, bool) { return a.inStruct(v, st) }
			if shape.IsPointer(v.Type()) {
				ask = func() (*value.Node, bool) { return a.behind(v, spotOf(i), st) }
			}
			given, known := ask()
			if !known {
				given = st
			}
			key := question{o: o}.key(result, n)
			if given != nil {
				f.noteOutcome(key, given)
			}
		}
	}
}

// fieldKeys are the questions about the fields of a result that tell more than that the
// function came back.
func (f *frame) fieldKeys(result int, exit *value.Node) (out []int) {
	s := answerFields(f.fn, f.fn.Signature.Results().At(result).Type())
	if s == nil {
		return nil
	}
	for n, path := range leaves(s) {
		for _, o := range properties(fieldAt(s, path)) {
			key := question{o: o}.key(result, n)
			if f.outs[key] == nil {
				if f.outs == nil {
					continue
				}
				f.outs[key] = f.e.neverState
			}
			if f.saysMore(f.needed(f.outs[key]), exit) {
				out = append(out, key)
			}
		}
	}
	return out
}
