package taint

import (
	"go/types"
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/branch"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/internal/taint/ways"
)

// requestKey is the name of a key under which something stands in a request; false
// where it is no constant, or a library's: what that puts there is not seen.
func (e *engine) requestKey(v ssa.Value) (string, bool) {
	box, boxed := v.(*ssa.MakeInterface)
	t := v.Type()
	if boxed {
		t = box.X.Type()
	}
	if p := shape.PackageOf(t); p != nil && e.models.Describes(p.Path()) {
		return "", false
	}
	if key, ok := constKey(v); ok {
		if c := shape.ConstOf(v); c != nil {
			key = value.TypeString(c.Type()) + ":" + key
		}
		return key, true
	}
	if boxed {
		v = box.X
	}
	if load, ok := v.(*ssa.UnOp); ok {
		if g, ok := load.X.(*ssa.Global); ok {
			return "&" + g.String(), true
		}
	}
	return "", false
}

// putArg is the value that a call puts under its key: the argument behind it, or
// nil where there is none.
func (c *modelCall) putArg() ssa.Value {
	v := c.site.argValue(c.m.Puts.Index + 1)
	if c.sig.Variadic() && c.m.Puts.Index+1 == c.sig.Params().Len()-1 {
		if list := shape.Written(v); len(list) > 0 {
			return list[0]
		}
		return nil
	}
	return v
}

// notes writes down what a call puts into the request.
func (c *modelCall) notes() {
	f := c.f
	if c.m.Puts == nil || f.caller == nil {
		return
	}
	v := c.putArg()
	if v == nil && c.m.Held != nil {
		return // it only reads
	}
	k := c.site.argValue(c.m.Puts.Index)
	key, ok := "", false
	if k != nil {
		key, ok = f.e.requestKey(k)
	}
	if !ok {
		f.setState(f.unknownRequest(f.state()))
		return
	}
	f.setState(f.holding(f.state(), key, v))
}

// holding is the state st with v under a key. Where v is nil or zero on some ways,
// they are told apart.
func (f *frame) holding(st *value.Node, key string, v ssa.Value) *value.Node {
	content, x := f.contentOf(v)
	if content == "" || content == ways.NoteMaybe || x == nil {
		return f.marked(st, ways.NotePart(key, content))
	}
	o, ok := presence(x.Type())
	if !ok {
		return f.marked(st, ways.NotePart(key, content))
	}
	held := f.presences(x, o, st)
	if i := shape.ParameterOf(f.fn, x); i >= 0 && len(held) == 1 && held[0].st == st {
		content = ways.NoteParam + strconv.Itoa(i) + ":" + content
	}
	var out *value.Node
	for _, p := range held {
		out = f.u.Join(out, f.marked(p.st, ways.NotePart(key, p.begin+content)))
	}
	return out
}

// presentOn says how a note of a value begins on the ways of a state.
type presentOn struct {
	begin string
	st    *value.Node
}

// presences tells the ways apart on which a value is nil or zero, on which it is what the
// program takes for nobody, and on which it is neither.
func (f *frame) presences(x ssa.Value, o model.Outcome, st *value.Node) (list []presentOn) {
	full := f.refine(x, o, st)
	if full != st {
		list = append(list, presentOn{ways.NoteZero, st})
	}
	if full != nil && f.e.hasNobody(x.Type()) {
		some := f.refine(x, model.Somebody, full)
		if some != full {
			list = append(list, presentOn{ways.NoteNobody, full})
		}
		full = some
	}
	if full != nil {
		list = append(list, presentOn{"", full})
	}
	return list
}

// contentOf is what a note says of a value: its type.
func (f *frame) contentOf(v ssa.Value) (string, ssa.Value) {
	switch v := v.(type) {
	case nil:
		return ways.NoteMaybe, nil
	case *ssa.Const:
		if v.IsNil() {
			return "", nil
		}
	case *ssa.MakeInterface:
		return f.u.TypeKey(v.X.Type()), v.X
	}
	if !types.IsInterface(v.Type()) {
		return f.u.TypeKey(v.Type()), v
	}
	n := f.val(v)
	if n != nil && len(n.Labels)+len(n.Refs)+len(n.Funcs) == 0 && len(n.Kids) == 1 && n.Kids[0].Sel.Kind == access.Dyn {
		return n.Kids[0].Sel.S, nil
	}
	if iface, ok := staticInterface(v); ok && iface.NumMethods() > 0 {
		return ways.NoteSome + f.u.TypeKey(unconverted(v).Type()), nil
	}
	return ways.NoteMaybe, nil
}

// staticInterface is the narrowest interface that a value is known to implement.
func staticInterface(v ssa.Value) (*types.Interface, bool) {
	iface, ok := unconverted(v).Type().Underlying().(*types.Interface)
	return iface, ok
}

// mayBe reports whether a value of a type may stand behind an interface.
func (f *frame) mayBe(typ, iface string) bool {
	f.e.typesAsked++
	t, of := f.dynType(typ), f.dynType(iface)
	if t == nil || of == nil {
		return true
	}
	i, ok := of.Underlying().(*types.Interface)
	return !ok || types.Implements(t, i)
}

// presence is the outcome of a value of type t that is there.
func presence(t types.Type) (model.Outcome, bool) {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsBoolean != 0:
			return model.IsTrue, true
		case u.Info()&(types.IsInteger|types.IsString) != 0:
			return model.NotZero, true
		}
	case *types.Interface, *types.Pointer, *types.Map, *types.Slice:
		return model.NotNil, true
	}
	return 0, false
}

// looks adds what the results of a call tell that looks under a key of the
// request.
func (c *modelCall) looks(t *told) {
	if c.m.Held == nil || len(t.outs) > 0 || c.m.Puts != nil && c.putArg() != nil {
		return
	}
	v := c.site.argValue(c.m.Held.Index)
	if v == nil {
		return
	}
	key, ok := c.f.e.requestKey(v)
	if !ok {
		return
	}
	t.held, t.relative = key, true
	f, sig := c.f, c.sig
	if c.site.common != nil && c.site.common.Signature().Results().Len() == sig.Results().Len() {
		sig = c.site.common.Signature() // of the instance
	}
	for i := range sig.Results().Len() {
		rt := sig.Results().At(i).Type()
		if i > 0 && shape.IsError(rt) { // it is nil where something of the first result's type is there
			t.add(f, stateKey(i, model.IsNil), f.tested(f.e.before, key, ways.TestIs+f.typeThere(sig.Results().At(0).Type())))
			continue
		}
		o, ok := presence(rt)
		if !ok {
			continue
		}
		test := ways.TestPresent
		if types.IsInterface(rt) || i > 0 {
			test = ways.TestSet
			t.add(f, stateKey(i, branch.Opposite[o]), f.tested(f.e.before, key, ways.TestUnset))
		}
		t.add(f, stateKey(i, o), f.tested(f.e.before, key, test))
	}
	if c.m.Must && !f.e.downloaded() {
		f.setState(f.tested(f.state(), key, ways.TestSet))
	}
}

// add tells an outcome, unless a better one is known.
func (t *told) add(f *frame, key int, st *value.Node) {
	if t.outs[key] == nil {
		t.outs[key] = st
	}
}

// heldKey is the key of the request under which a value was found.
func (f *frame) heldKey(v ssa.Value) (string, bool) {
	call, result := shape.ResultOf(v)
	if call == nil || result != 0 || len(f.told[call]) == 0 {
		return "", false
	}
	key := f.told[call][0].held
	for _, t := range f.told[call] {
		if t.held != key {
			return "", false
		}
	}
	return key, key != ""
}

// assertedType is how tests name the type that is asserted.
func (f *frame) assertedType(v *ssa.TypeAssert) string { return f.typeThere(v.AssertedType) }

func (f *frame) typeThere(t types.Type) string {
	if types.IsInterface(t) || shape.IsTypeParam(t) {
		return ways.NoteMaybe
	}
	return f.u.TypeKey(t)
}

// asserts is the state behind an assertion that ends the request where it fails. What a
// module that was downloaded finds under its own keys, it put there itself: that its
// middleware is not seen, since another package uses it, tells nothing of who comes.
func (f *frame) asserts(v *ssa.TypeAssert) {
	if f.caller == nil || v.CommaOk || f.e.downloaded() {
		return
	}
	if key, ok := f.heldKey(v.X); ok {
		f.setState(f.tested(f.state(), key, ways.TestIs+f.assertedType(v)))
	}
}

// foundAs is the state st, where an assertion of what the request holds had this
// outcome: that of the value, or that it succeeded.
func (f *frame) foundAs(v *ssa.TypeAssert, result int, o model.Outcome, st *value.Node) (*value.Node, bool) {
	key, ok := f.heldKey(v.X)
	if !ok {
		return nil, false
	}
	t := f.assertedType(v)
	switch {
	case v.CommaOk && result == 1 && o == model.IsTrue:
		st = f.tested(st, key, ways.TestIs+t)
	case v.CommaOk && result == 1:
		st = f.tested(st, key, ways.TestIsNot+t)
	case o.Present() && f.foundVerified(key):
		return f.e.closedState, true
	case o.Present():
		present := ways.TestPresent
		if o == model.Somebody {
			present = ways.TestSomebody
		}
		st = f.tested(f.tested(st, key, ways.TestIs+t), key, present)
	}
	return st, true
}

// plain is a state without what its ways say of the request.
func (f *frame) plain(st *value.Node) *value.Node {
	if st == nil {
		return nil
	}
	var out *value.Node
	for _, l := range st.Labels {
		if l.Root.Kind == value.Caller && ways.RequestParts(l.Root.Name) != "" {
			out = f.u.Join(out, f.e.stateOf(l.Root.N, l.Root.M, ways.WithoutRequest(l.Root.Name)))
			continue
		}
		out = f.u.Join(out, value.Of(l))
	}
	return out
}
