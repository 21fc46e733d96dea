package taint

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/branch"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// A check may be made in one function and asked for in another that shares its
// variables: a closure that says whether the error was nil, a goroutine that sends it
// through a channel. So each function notes of what it stores in captured variables and
// sends whether it proves who calls, and whoever gets that out again looks there. That
// counts only where the function has a request: what was verified before is no caller.

// moment is a store or a send; of a struct, field tells which part of it.
type moment struct {
	instr ssa.Instruction
	field int // -1: the value itself
}

// proof is what a moment proves, and who asked.
type proof struct {
	of      map[model.Outcome]bool
	readers map[*function]bool
}

func (e *engine) proofOf(m moment) *proof {
	p := e.proofs[m]
	if p == nil {
		p = &proof{of: map[model.Outcome]bool{}, readers: map[*function]bool{}}
		if e.proofs == nil {
			e.proofs = map[moment]*proof{}
		}
		e.proofs[m] = p
	}
	return p
}

// notesStore notes what a captured variable gets.
func (f *frame) notesStore(i *ssa.Store) {
	if f.caller == nil || f.self == nil {
		return
	}
	switch a := i.Addr.(type) {
	case *ssa.Alloc:
		if shape.IsCaptured(a) && handlerShaped(f.fn.Signature) {
			f.notesProof(moment{i, -1}, i.Val)
		}
	case *ssa.FreeVar:
		if handlerShaped(f.fn.Parent().Signature) {
			f.notesProof(moment{i, -1}, i.Val)
		}
	}
}

// notesSend notes what a channel gets: a value, or the fields of a struct that is
// written at the arrow.
func (f *frame) notesSend(i *ssa.Send) {
	if f.caller == nil || f.self == nil {
		return
	}
	f.notesProof(moment{i, -1}, i.X)
	load, ok := i.X.(*ssa.UnOp)
	if !ok || !shape.IsStruct(i.X.Type()) {
		return
	}
	if a, ok := load.X.(*ssa.Alloc); ok {
		for n, v := range shape.FieldsWritten(a) {
			f.notesProof(moment{i, n}, v)
		}
	}
}

func (f *frame) notesProof(m moment, v ssa.Value) {
	f.notesProven(m, v.Type(), func(o model.Outcome) *value.Node { return f.refine(v, o, f.state()) })
}

// notesProven notes what a value of type t proves at a moment, by the state that it has
// where it has a property.
func (f *frame) notesProven(m moment, t types.Type, where func(model.Outcome) *value.Node) {
	p := f.e.proofOf(m)
	for _, o := range properties(t) {
		st := where(o)
		proven := st == nil || closed(st)
		if old, known := p.of[o]; known && old == proven {
			continue
		}
		p.of[o] = proven
		for _, s := range f.e.sorted() {
			if p.readers[s] && s != f.self {
				f.e.enqueue(s)
			}
		}
	}
}

// provenAt reports whether a moment proves who calls, if what it gave has a property.
func (f *frame) provenAt(m moment, o model.Outcome) bool {
	p := f.e.proofOf(m)
	if f.self != nil {
		p.readers[f.self] = true
	}
	return p.of[o]
}

// gotten is the state st where a value that another function stored or sent has a
// property.
func (f *frame) gotten(v ssa.Value, o model.Outcome, st *value.Node) *value.Node {
	ms := f.moments(v, o)
	for _, m := range ms {
		if !f.provenAt(m, o) {
			return st
		}
	}
	if len(ms) == 0 {
		return st
	}
	return f.behind(f.e.closedState, st)
}

// moments are those that a value may come from; none where others may have made it.
func (f *frame) moments(v ssa.Value, o model.Outcome) []moment {
	switch v := v.(type) {
	case *ssa.UnOp:
		switch x := v.X.(type) {
		case *ssa.FreeVar:
			s := shape.CapturedStore(x)
			if v.Op == token.MUL && s != nil && shape.StoredBefore(x, s) && handlerShaped(s.Parent().Signature) && !handlerShaped(f.fn.Signature) {
				return []moment{{s, -1}}
			}
		case *ssa.FieldAddr:
			if a, ok := x.X.(*ssa.Alloc); ok && v.Op == token.MUL {
				if s := shape.WholeStore(a); s != nil {
					return received(s.Val, x.Field, o)
				}
			}
		case *ssa.Alloc:
			if s := shape.AwaitedStore(v); s != nil && handlerShaped(f.fn.Signature) {
				return []moment{{s, -1}}
			}
		default:
			return received(v, -1, o)
		}
	case *ssa.Field:
		return received(v.X, v.Field, o)
	case *ssa.Extract:
		return received(v, -1, o)
	}
	return nil
}

// received are the sends of a value that comes out of a channel, if all are known.
func received(v ssa.Value, field int, o model.Outcome) (out []moment) {
	ch, t := shape.ReceivedFrom(v)
	if ch == nil {
		return nil
	}
	at, sends, closes := shape.SendsTo(ch)
	if at == nil || !handlerShaped(at.Signature) {
		return nil // others may send there what is true of their callers
	}
	if closes && (field >= 0 || branch.ConstHas(ssa.NewConst(nil, t), o) || o == model.IsFalse || o == model.IsZero) {
		return nil // what a closed channel gives
	}
	for _, s := range sends {
		out = append(out, moment{s, field})
	}
	return out
}
