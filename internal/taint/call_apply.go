package taint

import (
	"go/types"
	"strconv"
	"strings"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// application is a summary together with what one caller puts into it.
type application struct {
	sum    *summary.Summary
	fn     *value.Fn // captured variables; nil for a declared function
	args   []argument
	targs  []types.Type
	sig    *types.Signature
	name   string
	escape bool // the function value leaves: it may be called later, or never
	local  bool // a function of this package, which judges itself what the package knows
}

// instance translates a callee's summary into the caller's terms.
type instance struct {
	application
	f       *frame
	site    *callSite
	objs    map[*value.Obj]*value.Obj
	asked   answers
	results map[int][]*value.Node // of callbacks
	passed  map[int][]argument
	itself  *value.Label // of the memory whose content is translated,
	left    *value.Node  // what the callee left there,
	content *value.Node  // and what the caller has there
	before  *value.Node  // state of the caller before the call
	told    map[int][]told
	states  map[*value.Node]*value.Node // those translated since memory changed last; nil while callbacks tell more
}

// apply makes a call by its summary: callbacks, sinks, results, and what it
// leaves in memory, in this order.
func (f *frame) apply(site *callSite, app application) []*value.Node {
	res := shape.ResultTypes(app.sig)
	switch {
	case app.sum == nil || f.spent():
		f.tellNothing()
		return make([]*value.Node, len(res))
	case f.tooDeep(maxDepth, boundDepth):
		f.tellNothing()
		return f.passedOn(res, f.e.handedIn(app.sig, app.args))
	}
	f.depth++
	defer func() { f.depth-- }()
	if app.sum.Silent() {
		f.applied++
		f.tellNothing()
		return make([]*value.Node, len(res))
	}
	in := &instance{
		application: app, f: f, site: site, objs: map[*value.Obj]*value.Obj{},
		results: map[int][]*value.Node{}, passed: map[int][]argument{}, before: f.state(), told: map[int][]told{},
	}
	tells := f.tells
	for _, c := range app.sum.Calls {
		if f.spent() {
			break
		}
		in.callback(c)
	}
	in.states = map[*value.Node]*value.Node{}
	for _, s := range app.sum.Sinks {
		in.sink(s)
	}
	for _, s := range app.sum.Disclosures {
		in.disclosed(s)
	}
	out := make([]*value.Node, len(res))
	for i, n := range app.sum.Results {
		if i < len(out) {
			out[i] = in.result(n, res[i])
		}
	}
	in.effects(app.sum.Contents)
	clear(in.states)
	f.tells = tells
	in.tell()
	if app.sum.NoReturn && site.direct && !app.escape {
		f.dead = true
	}
	return out
}

// result translates a result of static type t. What the callee asserted to be of
// a type parameter's type is boxed: here it is known which type that is.
func (in *instance) result(n *value.Node, t types.Type) *value.Node {
	st := in.subst(t)
	out := in.node(n, st)
	if shape.IsTypeParam(t) && out != nil && !types.IsInterface(st) {
		return in.f.asserted(out, st)
	}
	return out
}

// subst replaces the callee's type parameters where the caller knows them.
func (in *instance) subst(t types.Type) types.Type {
	if len(in.targs) == 0 {
		return t
	}
	switch u := types.Unalias(t).(type) {
	case *types.TypeParam:
		if u.Index() < len(in.targs) {
			return in.targs[u.Index()]
		}
	case *types.Pointer:
		if e := in.subst(u.Elem()); e != u.Elem() {
			return types.NewPointer(e)
		}
	case *types.Slice:
		if e := in.subst(u.Elem()); e != u.Elem() {
			return types.NewSlice(e)
		}
	case *types.Map:
		if k, e := in.subst(u.Key()), in.subst(u.Elem()); k != u.Key() || e != u.Elem() {
			return types.NewMap(k, e)
		}
	}
	return t
}

// substKey is subst for a type key.
func (in *instance) substKey(key string) string {
	if !strings.Contains(key, "$") || len(in.targs) == 0 {
		return key
	}
	var b strings.Builder
	for i := 0; i < len(key); i++ {
		j := i + 1
		for j < len(key) && key[i] == '$' && key[j] >= '0' && key[j] <= '9' {
			j++
		}
		n, err := strconv.Atoi(key[i+1 : j])
		if key[i] != '$' || err != nil || n >= len(in.targs) {
			b.WriteByte(key[i])
			continue
		}
		b.WriteString(in.f.u.TypeKey(in.targs[n]))
		i = j - 1
	}
	return b.String()
}

// place resolves where a label's path leads in the caller, and the type there.
func (in *instance) place(l *value.Label) (*value.Node, types.Type) {
	n, t := in.rootOf(l)
	for _, s := range l.Path {
		if n == nil {
			return nil, nil
		}
		s.S = in.keyOf(s)
		n = in.step(n, t, s)
		if s.Kind == access.Dyn {
			t = in.f.dynType(s.S)
		} else {
			t = value.StepType(t, s)
		}
	}
	return n, t
}

func (in *instance) keyOf(s access.Sel) string {
	if s.Kind == access.Dyn {
		return in.substKey(s.S)
	}
	return s.S
}

func (in *instance) rootOf(l *value.Label) (*value.Node, types.Type) {
	switch r := l.Root; r.Kind {
	case value.Param:
		if r.N < len(in.args) {
			return in.args[r.N].n, in.args[r.N].t
		}
	case value.FreeVar:
		if in.fn != nil && r.N < len(in.fn.Bind) {
			return in.fn.Bind[r.N], in.freeVarType(r.N)
		}
	case value.CallRes:
		if rs := in.results[r.N]; r.M < len(rs) {
			return rs[r.M], nil
		}
	case value.CallArg:
		if as := in.passed[r.N]; r.M < len(as) {
			if strings.HasPrefix(r.Name, elemMark) {
				return in.leftInElem(as[r.M].n, r.Name), nil
			}
			if r.Name != "" {
				return in.leftIn(as[r.M].n, r.Name), nil
			}
			return in.f.load(as[r.M].n), nil
		}
	}
	return nil, nil
}

func (in *instance) freeVarType(n int) types.Type {
	if fn := in.fn.Func; fn != nil && n < len(fn.FreeVars) {
		return fn.FreeVars[n].Type()
	}
	return nil
}
