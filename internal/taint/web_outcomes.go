package taint

import (
	"crypto/tls"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/branch"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// maxRefine bounds how far a condition is looked back for.
const maxRefine = 12

// refiner answers what is known of the caller where a value has a property.
type refiner struct {
	f     *frame
	seen  map[*ssa.Phi]bool
	skips map[*ssa.Phi]bool // loops that were gone through at least once
	depth int
}

// refine is the state st, given that v has the property; nil where it cannot
// have it.
func (f *frame) refine(v ssa.Value, o model.Outcome, st *value.Node) *value.Node {
	return f.onSides(newRefiner(f).value(v, o, st), st)
}

func newRefiner(f *frame) *refiner {
	return &refiner{f: f, seen: map[*ssa.Phi]bool{}, skips: map[*ssa.Phi]bool{}}
}

func (r *refiner) value(v ssa.Value, o model.Outcome, st *value.Node) *value.Node {
	if r.depth > maxRefine {
		return st
	}
	r.depth++
	defer func() { r.depth-- }()
	if asked, ok := r.f.asksRoute(v, o, st); ok {
		return asked
	}
	st = r.f.asksRights(v, o, st)
	switch v := v.(type) {
	case *ssa.Const:
		if branch.ConstHas(v, branch.Opposite[o]) {
			return nil
		}
	case *ssa.UnOp:
		return r.unOp(v, o, st)
	case *ssa.BinOp:
		return r.binOp(v, o, st)
	case *ssa.Phi:
		return r.phi(v, o, st)
	case *ssa.Call:
		return r.calls(v, o, st)
	case *ssa.Extract:
		return r.extract(v, o, st)
	case *ssa.Lookup:
		if o.Present() && r.f.fromSession(v) {
			return r.f.e.closedState
		}
	case *ssa.Field:
		if found, ok := r.readField(v, o, st); ok {
			return found
		}
		return r.f.fieldIs(v, o, r.f.gotten(v, o, st))
	case *ssa.ChangeInterface:
		return r.value(v.X, o, st)
	case *ssa.ChangeType:
		return r.value(v.X, o, st)
	case *ssa.Convert:
		return r.value(v.X, o, st)
	case *ssa.TypeAssert:
		if found, ok := r.f.foundAs(v, 0, o, st); ok {
			return found
		}
		if !v.CommaOk && o == model.NotNil {
			return r.value(v.X, o, st)
		}
	case *ssa.Slice:
		if o == model.IsNil && len(shape.Written(v)) > 0 {
			return nil // it has elements
		}
	case *ssa.MakeInterface, *ssa.Alloc, *ssa.FieldAddr, *ssa.MakeClosure, *ssa.MakeMap, *ssa.MakeSlice, *ssa.Function:
		if o == model.IsNil {
			return nil
		}
	}
	return st
}

// calls is value for what a call gives.
func (r *refiner) calls(v *ssa.Call, o model.Outcome, st *value.Node) *value.Node {
	if text := shape.LengthOf(v); text != nil && shape.IsString(text.Type()) {
		return r.value(text, o, st)
	}
	if o == model.IsNil {
		if appends(v) {
			return nil
		}
		if r.f.awaited(v) {
			return r.f.behind(r.f.e.closedState, st)
		}
		if st = r.joined(v, st); st == nil {
			return nil
		}
	}
	return r.call(v, 0, o, st)
}

func (r *refiner) unOp(v *ssa.UnOp, o model.Outcome, st *value.Node) *value.Node {
	switch v.Op {
	case token.NOT:
		return r.value(v.X, branch.Opposite[o], st)
	case token.MUL:
		if g, ok := v.X.(*ssa.Global); ok && o == model.IsNil && errorLike(v.Type()) && g.Pkg != nil {
			return nil // an error that stands in a variable is one
		}
		if r.f.e.nobody(v) && (o == model.IsNil || o == model.Somebody) {
			return nil
		}
		if s := shape.LastStoreBut(v, func(s *ssa.Store) bool { return r.f.keepsProperty(s, o) }); s != nil {
			return r.value(s.Val, o, st)
		}
		switch v.X.(type) {
		case *ssa.Alloc:
			return r.f.gotten(v, o, st)
		case *ssa.FreeVar:
			return r.f.settingIs(v, o, r.f.gotten(v, o, st))
		}
		if _, field := v.X.(*ssa.FieldAddr); field {
			if found, ok := r.readField(v, o, st); ok {
				return found
			}
			return r.f.fieldIs(v, o, r.f.gotten(v, o, st))
		}
	case token.ARROW:
		return r.f.gotten(v, o, st)
	}
	return st
}

func (r *refiner) binOp(v *ssa.BinOp, o model.Outcome, st *value.Node) *value.Node {
	if o != model.IsTrue && o != model.IsFalse {
		return st
	}
	x, c, op := v.X, shape.ConstOf(v.Y), v.Op
	if c == nil {
		x, c = v.Y, shape.ConstOf(v.X)
		op = map[token.Token]token.Token{token.LSS: token.GTR, token.GTR: token.LSS, token.LEQ: token.GEQ, token.GEQ: token.LEQ}[op]
		if v.Op == token.EQL || v.Op == token.NEQ {
			op = v.Op
		}
	}
	if c == nil {
		if x := comparedBoxed(v, o); x != nil {
			return r.value(x, model.NotNil, st)
		}
		return r.comparedNobody(v, o, st)
	}
	st = r.f.settingEquals(x, c, op, o, st)
	if list := shape.LengthOf(x); list != nil && isEmpty(c, op, o == model.IsTrue) {
		if st = r.empty(list, st); st == nil {
			return nil
		}
	}
	if q, ok := asksOf(c, op, o == model.IsTrue); ok {
		if out, ok := r.compared(x, q, st); ok {
			return out
		}
	}
	p, ok := branch.Property(c, op, o == model.IsTrue)
	if !ok {
		return st
	}
	if both, ok := x.(*ssa.BinOp); ok && both.Op == token.AND && p == model.NotZero { // neither of them is zero then
		return r.value(both.Y, p, r.value(both.X, p, st))
	}
	return r.value(x, p, st)
}

// comparedBoxed is an interface that was equal to one with a constant in it, as in
// session.Get("authenticated") == true: it is not nil then. Else nil: false, zero and the
// empty text are nobody.
func comparedBoxed(v *ssa.BinOp, o model.Outcome) ssa.Value {
	if (v.Op != token.EQL || o != model.IsTrue) && (v.Op != token.NEQ || o != model.IsFalse) {
		return nil
	}
	for _, x := range [][2]ssa.Value{{v.X, v.Y}, {v.Y, v.X}} {
		box, ok := x[1].(*ssa.MakeInterface)
		if !ok || !types.IsInterface(x[0].Type()) {
			continue
		}
		if c := shape.ConstOf(box.X); c != nil && !branch.ConstHas(c, model.IsFalse) && !branch.ConstHas(c, model.IsZero) {
			return x[0]
		}
	}
	return nil
}

// appends reports whether a call appends elements, so that what it gives has some.
func appends(v *ssa.Call) bool {
	c := shape.BuiltinCall(v, "append")
	return c != nil && len(shape.Written(c.Call.Args[1])) > 0
}

// requiresCerts reports whether a constant makes a TLS server verify who calls.
func requiresCerts(c *ssa.Const) bool {
	n, ok := types.Unalias(c.Type()).(*types.Named)
	return ok && n.Obj().Name() == "ClientAuthType" && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "crypto/tls" &&
		c.Value != nil && c.Int64() == int64(tls.RequireAndVerifyClientCert)
}

// phi asks each edge on which control can have come.
func (r *refiner) phi(v *ssa.Phi, o model.Outcome, st *value.Node) *value.Node {
	if r.seen[v] {
		return nil
	}
	out := r.edges(v, func(e ssa.Value, from *ssa.BasicBlock, at *value.Node) *value.Node {
		if r.f.excludedOn(e, o, from, v.Block()) {
			return nil
		}
		return r.value(e, o, at)
	})
	if out == nil || closed(st) && !unreachable(out) { // what came before may have been joined since
		return st
	}
	return out
}

// edges joins what is known on each edge of v on which control can have come.
func (r *refiner) edges(v *ssa.Phi, ask func(e ssa.Value, from *ssa.BasicBlock, at *value.Node) *value.Node) (out *value.Node) {
	r.seen[v] = true
	defer delete(r.seen, v)
	f := r.f
	for i, e := range v.Edges {
		p := v.Block().Preds[i]
		if !f.seen[p.Index] {
			continue
		}
		at := f.edges[[2]int{p.Index, v.Block().Index}]
		if at == nil || r.skips[v] && !v.Block().Dominates(p) {
			continue
		}
		if h, ok := e.(*ssa.Phi); ok && h.Block() == p && h.Block() != v.Block() && branch.Entered(p) {
			r.skips[h] = true // behind a loop that runs at least once
		}
		out = f.u.Join(out, ask(e, p, at))
		if h, ok := e.(*ssa.Phi); ok {
			delete(r.skips, h)
		}
	}
	return out
}

func (r *refiner) extract(v *ssa.Extract, o model.Outcome, st *value.Node) *value.Node {
	switch t := v.Tuple.(type) {
	case *ssa.Call:
		return r.call(t, v.Index, o, st)
	case *ssa.TypeAssert:
		if found, ok := r.f.foundAs(t, v.Index, o, st); ok {
			return found
		}
		if v.Index == 1 && o == model.IsTrue {
			return r.value(t.X, model.NotNil, st)
		}
		if v.Index == 0 && o.Present() {
			return r.value(t.X, model.NotNil, st)
		}
	case *ssa.Lookup:
		if o.Present() && r.f.fromSession(t) {
			return r.f.e.closedState
		}
	case *ssa.UnOp, *ssa.Select:
		return r.f.gotten(v, o, st)
	}
	return st
}

func (r *refiner) call(v *ssa.Call, result int, o model.Outcome, st *value.Node) *value.Node {
	f := r.f
	st = f.askedAborted(v, o, st)
	if o == model.IsNil {
		if built, ok := r.builtError(v, result, st); ok {
			return built
		}
	}
	if o == model.IsTrue || o == model.IsFalse {
		if given := r.givenNil(v, answerNumber(result, o), st); given != st {
			return given
		}
	}
	if some, ok := r.somebody(v, o, st); ok {
		return some
	}
	ts, ok := f.told[v]
	if !ok {
		return st
	}
	if key := stateKey(result, o); o == model.Somebody && !slices.ContainsFunc(ts, func(t told) bool { _, ok := t.answered(f, key); return ok }) {
		o = model.NotNil
	}
	out := f.outcome(ts, stateKey(result, o), nil)
	if out == nil {
		return st
	}
	return f.both(out, st)
}
