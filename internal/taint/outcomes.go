package taint

import (
	"crypto/tls"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// opposite is the property that a value has if it has not this one.
var opposite = map[model.Outcome]model.Outcome{
	model.IsNil: model.NotNil, model.NotNil: model.IsNil, model.IsTrue: model.IsFalse, model.IsFalse: model.IsTrue,
	model.NotZero: model.IsZero, model.IsZero: model.NotZero,
}

// maxRefine bounds how far a condition is looked back for.
const maxRefine = 12

// refiner answers what is known of the caller where a value has a property.
type refiner struct {
	f     *frame
	seen  map[*ssa.Phi]bool
	depth int
}

// refine is the state st, given that v has the property; nil where it cannot
// have it.
func (f *frame) refine(v ssa.Value, o model.Outcome, st *value.Node) *value.Node {
	r := refiner{f: f, seen: map[*ssa.Phi]bool{}}
	return r.value(v, o, st)
}

func (r *refiner) value(v ssa.Value, o model.Outcome, st *value.Node) *value.Node {
	if r.depth > maxRefine {
		return st
	}
	r.depth++
	defer func() { r.depth-- }()
	switch v := v.(type) {
	case *ssa.Const:
		if constHas(v, opposite[o]) {
			return nil
		}
	case *ssa.UnOp:
		return r.unOp(v, o, st)
	case *ssa.BinOp:
		return r.binOp(v, o, st)
	case *ssa.Phi:
		return r.phi(v, o, st)
	case *ssa.Call:
		return r.call(v, 0, o, st)
	case *ssa.Extract:
		return r.extract(v, o, st)
	case *ssa.ChangeInterface:
		return r.value(v.X, o, st)
	case *ssa.ChangeType:
		return r.value(v.X, o, st)
	case *ssa.Convert:
		return r.value(v.X, o, st)
	case *ssa.TypeAssert:
		if !v.CommaOk && o == model.NotNil {
			return r.value(v.X, o, st)
		}
	case *ssa.MakeInterface, *ssa.Alloc, *ssa.FieldAddr, *ssa.MakeClosure, *ssa.MakeMap, *ssa.MakeSlice, *ssa.Function:
		if o == model.IsNil {
			return nil
		}
	}
	return st
}

func constHas(c *ssa.Const, o model.Outcome) bool {
	switch o {
	case model.IsNil:
		return c.IsNil()
	case model.IsTrue, model.IsFalse:
		return c.Value != nil && c.Value.Kind() == constant.Bool && constant.BoolVal(c.Value) == (o == model.IsTrue)
	case model.NotZero, model.IsZero:
		if c.Value != nil && c.Value.Kind() == constant.String {
			return (constant.StringVal(c.Value) == "") == (o == model.IsZero)
		}
		return c.Value != nil && c.Value.Kind() == constant.Int && (constant.Sign(c.Value) == 0) == (o == model.IsZero)
	}
	return false
}

func (r *refiner) unOp(v *ssa.UnOp, o model.Outcome, st *value.Node) *value.Node {
	switch v.Op {
	case token.NOT:
		return r.value(v.X, opposite[o], st)
	case token.MUL:
		if g, ok := v.X.(*ssa.Global); ok && o == model.IsNil && isErrorType(v.Type()) && g.Pkg != nil {
			return nil // an error that stands in a variable is one
		}
		if s := lastStore(v); s != nil {
			return r.value(s.Val, o, st)
		}
	}
	return st
}

// lastStore is the store whose value a load gives, where that is plain: the
// last one before it in its block, or the only one that there is.
func lastStore(v *ssa.UnOp) *ssa.Store {
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

func (r *refiner) binOp(v *ssa.BinOp, o model.Outcome, st *value.Node) *value.Node {
	if o != model.IsTrue && o != model.IsFalse {
		return st
	}
	x, c, op := v.X, constOf(v.Y), v.Op
	if c == nil {
		x, c = v.Y, constOf(v.X)
		op = map[token.Token]token.Token{token.LSS: token.GTR, token.GTR: token.LSS, token.LEQ: token.GEQ, token.GEQ: token.LEQ}[op]
		if v.Op == token.EQL || v.Op == token.NEQ {
			op = v.Op
		}
	}
	if c == nil {
		return st
	}
	p, ok := property(c, op, o == model.IsTrue)
	if !ok {
		return st
	}
	return r.value(x, p, st)
}

func constOf(v ssa.Value) *ssa.Const {
	c, _ := v.(*ssa.Const)
	return c
}

// property is what a comparison with a constant says of the other operand.
func property(c *ssa.Const, op token.Token, holds bool) (model.Outcome, bool) {
	if !holds {
		op = map[token.Token]token.Token{token.EQL: token.NEQ, token.NEQ: token.EQL, token.LSS: token.GEQ, token.GEQ: token.LSS, token.GTR: token.LEQ, token.LEQ: token.GTR}[op]
	}
	equal := op == token.EQL
	switch {
	case c.IsNil() && (equal || op == token.NEQ):
		return oneOf(equal, model.IsNil, model.NotNil), true
	case c.Value == nil:
		return 0, false
	case c.Value.Kind() == constant.Bool && (equal || op == token.NEQ):
		return oneOf(equal == constant.BoolVal(c.Value), model.IsTrue, model.IsFalse), true
	case c.Value.Kind() == constant.String && constant.StringVal(c.Value) == "" && (equal || op == token.NEQ):
		return oneOf(equal, model.IsZero, model.NotZero), true
	case c.Value.Kind() != constant.Int:
		return 0, false
	}
	n := c.Int64()
	switch {
	case n == 0 && op == token.EQL, n == 1 && op == token.NEQ, n == 1 && op == token.LSS:
		return model.IsZero, true
	case n == 0 && op == token.NEQ, n == 1 && op == token.EQL, n == 0 && op == token.GTR, n == 1 && op == token.GEQ:
		return model.NotZero, true
	}
	return 0, false
}

func oneOf(c bool, a, b model.Outcome) model.Outcome {
	if c {
		return a
	}
	return b
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
	r.seen[v] = true
	defer delete(r.seen, v)
	f := r.f
	var out *value.Node
	for i, e := range v.Edges {
		p := v.Block().Preds[i]
		if !f.seen[p.Index] {
			continue
		}
		at := f.edges[[2]int{p.Index, v.Block().Index}]
		if at == nil {
			continue
		}
		out = f.u.Join(out, r.value(e, o, at))
	}
	if out == nil || closed(st) {
		return st
	}
	return out
}

func (r *refiner) extract(v *ssa.Extract, o model.Outcome, st *value.Node) *value.Node {
	switch t := v.Tuple.(type) {
	case *ssa.Call:
		return r.call(t, v.Index, o, st)
	case *ssa.TypeAssert:
		if v.Index == 1 && o == model.IsTrue {
			return r.value(t.X, model.NotNil, st)
		}
		if v.Index == 0 && o == model.NotNil {
			return r.value(t.X, model.NotNil, st)
		}
	}
	return st
}

func (r *refiner) call(v *ssa.Call, result int, o model.Outcome, st *value.Node) *value.Node {
	f := r.f
	ts, ok := f.told[v]
	if !ok {
		return st
	}
	out := f.outcome(ts, stateKey(result, o), nil)
	if out == nil {
		return st
	}
	if closed(st) {
		return st
	}
	return f.behind(out, st)
}

// edge is the state on the way from b to its i-th successor.
func (f *frame) edge(b *ssa.BasicBlock, i int) {
	if f.caller == nil {
		return
	}
	st := f.state()
	if c, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If); ok && !closed(st) {
		o := model.IsTrue
		if i == 1 {
			o = model.IsFalse
		}
		if n := f.refine(c.Cond, o, st); n != nil {
			st = n
		}
	}
	key := [2]int{b.Index, b.Succs[i].Index}
	f.edges[key] = f.u.Join(f.edges[key], st)
	f.setState(st)
}

// returned notes what the results of one return tell.
func (f *frame) noteReturn(i *ssa.Return) {
	if f.caller == nil || i.Block() == f.fn.Recover && !recovers(f.fn) {
		return
	}
	st := f.state()
	if f.outs == nil {
		f.outs = map[int]*value.Node{}
	}
	f.after = f.u.Join(f.after, st)
	for j, r := range i.Results {
		for _, o := range properties(r.Type()) {
			given := f.givenReturn(r, o, st, i.Block())
			if given != nil {
				f.outs[stateKey(j, o)] = f.u.Join(f.outs[stateKey(j, o)], given)
			}
		}
	}
}

// recovers reports whether something that fn defers may end a panic.
func recovers(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, i := range b.Instrs {
			d, ok := i.(*ssa.Defer)
			if !ok {
				continue
			}
			if callee := d.Call.StaticCallee(); callee != nil && callsRecover(callee) {
				return true
			}
		}
	}
	return false
}

// callsRecover reports whether a function ends a panic when it is deferred:
// recover works only in the deferred function itself.
func callsRecover(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, i := range b.Instrs {
			if c, ok := i.(*ssa.Call); ok {
				if b, ok := c.Call.Value.(*ssa.Builtin); ok && b.Name() == "recover" {
					return true
				}
			}
		}
	}
	return false
}

// givenReturn is refine for a value that is returned: what was compared on the way
// here counts too.
func (f *frame) givenReturn(v ssa.Value, o model.Outcome, st *value.Node, b *ssa.BasicBlock) *value.Node {
	if f.excluded(v, o, b) {
		return nil
	}
	return f.refine(v, o, st)
}

// excluded reports whether a condition that led to b says that v lacks the
// property.
func (f *frame) excluded(v ssa.Value, o model.Outcome, b *ssa.BasicBlock) bool {
	for d := b; d != nil; d = d.Idom() {
		if len(d.Preds) != 1 {
			continue
		}
		p := d.Preds[0]
		c, ok := p.Instrs[len(p.Instrs)-1].(*ssa.If)
		if !ok || p.Succs[0] == p.Succs[1] {
			continue
		}
		if conditionSays(c.Cond, v, opposite[o], p.Succs[0] == d) {
			return true
		}
	}
	return false
}

func conditionSays(cond, v ssa.Value, o model.Outcome, holds bool) bool {
	switch c := cond.(type) {
	case *ssa.UnOp:
		if c.Op == token.NOT {
			return conditionSays(c.X, v, o, !holds)
		}
	case *ssa.BinOp:
		k := constOf(c.Y)
		if k == nil || !sameValue(c.X, v) {
			return false
		}
		p, ok := property(k, c.Op, holds)
		return ok && p == o
	}
	return cond == v && o == oneOf(holds, model.IsTrue, model.IsFalse)
}

// sameValue reports whether two registers hold one value: loads of a variable
// that is stored to once do.
func sameValue(a, b ssa.Value) bool {
	if a == b {
		return true
	}
	x, ok1 := a.(*ssa.UnOp)
	y, ok2 := b.(*ssa.UnOp)
	if !ok1 || !ok2 || x.Op != token.MUL || y.Op != token.MUL || x.X != y.X {
		return false
	}
	s, t := lastStore(x), lastStore(y)
	return s != nil && s == t
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

// tellCallers puts what the function tells of the caller into its summary.
func (f *frame) tellCallers(s *summary.Summary) {
	if f.caller == nil {
		return
	}
	s.Disclosures, s.Pass = f.disclosures, f.pass
	if f.cut {
		if f.fn.Parent() != nil { // what was not looked at may go on with anybody
			s.Pass = f.u.Join(s.Pass, f.e.before)
		}
		return
	}
	exit := f.after
	if exit == nil {
		exit = f.e.before
	}
	if f.u.Join(f.e.before, exit) != f.e.before || closed(exit) {
		s.Exit = exit
	}
	results := f.fn.Signature.Results()
	for j := range results.Len() {
		for _, o := range properties(results.At(j).Type()) {
			key := stateKey(j, o)
			st := f.outs[key]
			if st == nil {
				st = f.e.closedState // it never has this property
			}
			if st != exit && f.u.Join(exit, st) == exit || closed(st) {
				if !closed(exit) {
					s.Outcomes = append(s.Outcomes, summary.Outcome{Key: key, State: st})
				}
			}
		}
	}
}
