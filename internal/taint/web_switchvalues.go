package taint

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/branch"
	"github.com/piivet/piivet/internal/taint/shape"
)

// A switch depends on nothing of a request: on package variables, fields of what stands
// there or of what serves requests, what is captured from where handlers are made, the
// environment, and functions that look at such things alone.

// maxSwitch bounds how far a condition is looked back for.
const maxSwitch = 14

// withoutNot is a condition without negations, and what it has then.
func withoutNot(cond ssa.Value, o model.Outcome) (ssa.Value, model.Outcome) {
	for {
		u, ok := cond.(*ssa.UnOp)
		if !ok || u.Op != token.NOT {
			return cond, o
		}
		cond, o = u.X, branch.Opposite[o]
	}
}

// chosenOutside reports whether a value is a setting of the program that its code does not
// fix. Each branch asks in each round, so the answer is kept.
func (e *engine) chosenOutside(v ssa.Value) bool {
	is, ok := e.chosenValues[v]
	if !ok {
		is = e.asksOutside(v)
		if e.chosenValues == nil {
			e.chosenValues = map[ssa.Value]bool{}
		}
		e.chosenValues[v] = is
	}
	return is
}

// settingFinder looks for what a value depends on.
type settingFinder struct {
	e      *engine
	called []*ssa.Function // what these were given was looked at where they are called
}

func (s *settingFinder) value(v ssa.Value, depth int) bool {
	if depth > maxSwitch {
		return false
	}
	depth++
	switch v := v.(type) {
	case *ssa.UnOp:
		return v.Op == token.NOT && s.value(v.X, depth) || v.Op == token.MUL && s.place(v.X, depth)
	case *ssa.BinOp:
		return s.operands(depth, v.X, v.Y)
	case *ssa.Field:
		return s.value(v.X, depth)
	case *ssa.Extract:
		return s.value(v.Tuple, depth)
	case *ssa.Lookup:
		return s.operands(depth, v.X, v.Index)
	case *ssa.Convert:
		return s.value(v.X, depth)
	case *ssa.ChangeType:
		return s.value(v.X, depth)
	case *ssa.Phi:
		return s.phi(v, depth)
	case *ssa.Call:
		return s.call(&v.Call, depth)
	case *ssa.Parameter:
		return slices.Contains(s.called, v.Parent()) || s.e.setUp(v)
	case *ssa.FreeVar:
		b := shape.BindingOf(v)
		return b != nil && s.value(b, depth)
	}
	return false
}

// operands reports whether some values are settings, and all others constants.
func (s *settingFinder) operands(depth int, vs ...ssa.Value) bool {
	some := false
	for _, v := range vs {
		if m, ok := v.(*ssa.MakeInterface); ok {
			v = m.X
		}
		if shape.ConstOf(v) == nil {
			if some = s.value(v, depth); !some {
				return false
			}
		}
	}
	return some
}

// phi is for what several settings make together: each edge is one, or a constant, and so
// is what leads there.
func (s *settingFinder) phi(v *ssa.Phi, depth int) bool {
	for i, e := range v.Edges {
		p := v.Block().Preds[i]
		if shape.ConstOf(e) == nil && !s.value(e, depth) {
			return false
		}
		if c, ok := p.Instrs[len(p.Instrs)-1].(*ssa.If); ok {
			if !s.value(c.Cond, depth) {
				return false
			}
			continue
		}
		if len(p.Preds) != 1 {
			return false
		}
		if c, ok := p.Preds[0].Instrs[len(p.Preds[0].Instrs)-1].(*ssa.If); ok && !s.value(c.Cond, depth) {
			return false
		}
	}
	return true
}

// place is the same of what stands at an address.
func (s *settingFinder) place(addr ssa.Value, depth int) bool {
	if depth > maxSwitch {
		return false
	}
	depth++
	switch a := addr.(type) {
	case *ssa.Global:
		return s.e.filledOutside(a)
	case *ssa.FieldAddr:
		return !s.e.fixedField(a) && s.place(a.X, depth)
	case *ssa.Alloc:
		only := storedWhole(a)
		return only != nil && s.value(only, depth)
	case *ssa.FreeVar:
		b := shape.BindingOf(a)
		return b != nil && s.place(b, depth)
	}
	return s.value(addr, depth) // a pointer that was read or given
}

// storedWhole is what a variable is, if it is stored to once: a copy of a receiver, too,
// of which fields are read.
func storedWhole(a *ssa.Alloc) (out ssa.Value) {
	for _, r := range *a.Referrers() {
		if st, ok := r.(*ssa.Store); ok && st.Addr == a {
			if out != nil {
				return nil
			}
			out = st.Val
		}
	}
	return out
}

// setUp reports whether a parameter is known before requests come: one of a function that
// makes handlers, or the receiver where that is what serves them.
func (e *engine) setUp(p *ssa.Parameter) bool {
	fn := p.Parent()
	if recv := fn.Signature.Recv(); recv != nil && p == fn.Params[0] {
		return e.serves(recv.Type())
	}
	for f := fn; f != nil; f = f.Parent() {
		if e.answersRequests(f.Signature) || handlerShaped(f.Signature) {
			return false
		}
	}
	res := fn.Signature.Results()
	return res.Len() > 0 && wraps(res.At(0).Type())
}

// serves reports whether a type is one that lives longer than a request: it has methods
// that answer some, or middleware.
func (e *engine) serves(t types.Type) bool {
	if e.holdsResponse(t) {
		return false
	}
	if !shape.IsPointer(t) {
		t = types.NewPointer(t)
	}
	for m := range types.NewMethodSet(t).Methods() {
		sig, ok := m.Obj().Type().(*types.Signature)
		if ok && (e.answersRequests(sig) || sig.Params().Len() == 1 && sig.Results().Len() == 1 && wraps(sig.Params().At(0).Type()) && wraps(sig.Results().At(0).Type())) {
			return true
		}
	}
	return false
}
