package taint

import (
	"go/types"
	"slices"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/secrets"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/internal/taint/ways"
)

// maxConds bounds the conditions of one way.
const maxConds = 4

// both is the state st, given what a further result tells. What callbacks told
// before stays known.
func (f *frame) both(out, st *value.Node) *value.Node {
	if len(out.Labels) != 1 || !isOutcome(out.Labels[0]) || !slices.ContainsFunc(st.Labels, isOutcome) {
		return f.behind(out, st)
	}
	o := out.Labels[0].Root
	var all *value.Node
	for _, l := range st.Labels {
		r := l.Root
		switch {
		case !isOutcome(l):
			all = f.u.Join(all, f.behind(out, value.Of(l)))
		case r.N == o.N && r.M == o.M || len(ways.Conditions(r.Name)) >= maxConds:
			all = f.u.Join(all, value.Of(l))
		default:
			all = f.u.Join(all, f.e.stateOf(r.N, r.M, ways.Join(r.Name, ways.Sep+ways.OutcomeCondition(o.N, o.M))))
		}
	}
	return all
}

func isOutcome(l *value.Label) bool { return l.Root.Kind == value.Caller && l.Root.N >= 0 }

// told1 is what a callback's result told, and the conditions beside it.
func (in *instance) told1(r value.Root, cur *value.Node) *value.Node {
	return in.behindConditions(r, in.f.outcome(in.told[r.N], r.M, cur), cur)
}

// unverified are the ways of a state that are not known to be verified.
func (f *frame) unverified(st *value.Node) *value.Node {
	var out *value.Node
	for _, l := range st.Labels {
		if !closed(value.Of(l)) {
			out = f.u.Join(out, value.Of(l))
		}
	}
	return out
}

// atLeast reports whether no way of a state says less of the caller than those of
// another one do. What results of callbacks may prove is more than nothing.
func (f *frame) atLeast(st, than *value.Node) bool {
	bare, open := f.plain(than), f.plain(f.unverified(st))
	return open == nil || !slices.ContainsFunc(open.Labels, func(l *value.Label) bool { return !f.among(l, bare) })
}

// among reports whether a way is one of st, with outcomes of callbacks besides that may
// prove something: what a library's interface tells, libraries know.
func (f *frame) among(l *value.Label, st *value.Node) bool {
	has := func(way *value.Node) bool { return f.u.Join(st, way) == st }
	r := l.Root
	if r.Kind != value.Caller || has(value.Of(l)) {
		return has(value.Of(l))
	}
	name := ways.WithoutOutcomes(r.Name)
	return has(f.e.stateOf(r.N, r.M, name)) || r.N >= 0 && f.ofProgram(r.N) && has(f.e.stateOf(asBefore, 0, name))
}

// ofProgram reports whether a callback is a function, or a method of an interface that
// the program declares.
func (f *frame) ofProgram(id int) bool {
	n, ok := types.Unalias(f.dynType(f.calls[id].Iface)).(*types.Named)
	return !ok || !f.e.foreign(n.Obj().Pkg())
}

// conditional is the state cur, if a callback's result does not prove more.
func (f *frame) conditional(id, key int, cur *value.Node) *value.Node {
	if cur == nil {
		return f.e.stateOf(id, key, "")
	}
	var out *value.Node
	for _, l := range cur.Labels {
		st := f.e.stateOf(id, key, ways.RequestParts(l.Root.Name))
		switch r := l.Root; {
		case r.Kind == value.Caller && r.N == anybody && len(ways.Conditions(r.Name)) < maxConds:
			st = f.e.stateOf(anybody, 0, ways.Join(r.Name, ways.Sep+ways.OutcomeCondition(id, key)))
		case r.Kind == value.Caller && r.N == anybody, r.Kind == value.Caller && r.N == verified:
			st = value.Of(l)
		case isRouterState(l):
			st = f.laterUnless(l, st.Labels[0].Root)
		}
		out = f.u.Join(out, st)
	}
	return out
}

// plainLookup reports whether a callback finds something by a number or a name, as ByID of
// a store does: it is told nothing of who calls, and proves nothing of that. Each outcome
// asks, so the answer is kept.
func (f *frame) plainLookup(id int) bool {
	c := f.calls[id]
	if c.Method == "" {
		return false
	}
	key := c.Iface + "." + c.Method
	plain, ok := f.e.plainLookups[key]
	if iface := f.dynType(c.Iface); !ok && iface != nil { // else it may be known later
		if f.e.plainLookups == nil {
			f.e.plainLookups = map[string]bool{}
		}
		plain = f.e.findsByValue(iface, c.Method)
		f.e.plainLookups[key] = plain
	}
	return plain
}

func (e *engine) findsByValue(iface types.Type, method string) bool {
	obj, _, _ := types.LookupFieldOrMethod(iface, false, e.pass.Pkg, method)
	m, ok := obj.(*types.Func)
	if !ok || secrets.Hints(method) {
		return false
	}
	for v := range m.Signature().Params().Variables() {
		if b, ok := v.Type().Underlying().(*types.Basic); !ok || b.Kind() == types.UnsafePointer || secrets.Hints(v.Name()) {
			return false
		}
	}
	for v := range m.Signature().Results().Variables() {
		switch v.Type().Underlying().(type) {
		case *types.Pointer, *types.Struct, *types.Slice, *types.Map:
			return true
		}
	}
	return false
}

// stepTaken is the state behind a callback that is one step of a chain, as gin has them: it
// tells by no result whether it stopped the chain, or knows who calls.
func (f *frame) stepTaken(id int, res []types.Type, args []argument) {
	if f.caller == nil || len(res) > 0 || !slices.ContainsFunc(args, func(a argument) bool { return f.e.chainContext(a.t) }) {
		return
	}
	passes := stateKey(0, model.Passes)
	f.setState(f.mapWays(f.state(), func(r value.Root) value.Root {
		switch {
		case ways.Marks(r.Name) != "":
		case r.N == asBefore:
			r.N, r.M, r.Name = id, passes, ways.RequestParts(r.Name)
		case r.N >= 0 && r.N != id && len(ways.Conditions(r.Name)) < maxConds:
			r.Name = ways.Join(r.Name, ways.Sep+ways.OutcomeCondition(id, passes))
		}
		return r
	}))
}

// ofSteps are the ways of a state that steps decide of which nobody here knows more; nil if
// there are none.
func (f *frame) ofSteps(st *value.Node) *value.Node {
	var out *value.Node
	for _, l := range st.Labels {
		if isOutcome(l) && l.Root.M == stateKey(0, model.Passes) && ways.Marks(l.Root.Name) == "" {
			out = f.u.Join(out, value.Of(l))
		}
	}
	return out
}

// chainContext reports whether a type is the context that the steps of a chain share, or
// a struct of the program's own around one.
func (e *engine) chainContext(t types.Type) bool {
	if e.aboutToAnswer(t) {
		return shape.TypeBase(t) == "Context"
	}
	if t == nil {
		return false
	}
	st, ok := shape.Pointed(t).Underlying().(*types.Struct)
	return ok && slices.ContainsFunc(slices.Collect(st.Fields()), func(v *types.Var) bool {
		return v.Embedded() && shape.TypeBase(v.Type()) == "Context" && e.aboutToAnswer(v.Type())
	})
}

// conditions is what is left of the conditions of a way that a request came on.
func (in *instance) conditions(r value.Root) *value.Node {
	return in.behindConditions(r, in.f.e.anybodyState, in.f.e.anybodyState)
}

// behindConditions is the state st, given what the results of callbacks beside a way told in
// a place where it was cur.
func (in *instance) behindConditions(r value.Root, st, cur *value.Node) *value.Node {
	f := in.f
	for _, c := range ways.Conditions(r.Name) {
		n, m, ok := ways.ParseOutcome(c)
		if ok && f.leftToCallers(in.told[n]) {
			st = f.besides(st, in.told[n][0].id, m)
			continue
		}
		if !ok || !slices.ContainsFunc(in.told[n], func(t told) bool { return t.says(m) }) {
			continue
		}
		o := f.outcome(in.told[n], m, cur)
		live := f.live(o)
		switch {
		case closed(o), m == stateKey(0, model.Passes) && (live == nil || closed(live)):
			return o // later handlers ran in it, or it ended the chain, but for callers whom it knows
		case st == cur && !fromAnybody(o):
			st = o
		default:
			st = f.alsoTold(st, o, cur)
		}
	}
	return st
}

// leftToCallers reports whether what a callback tells is for this function's callers to say,
// who may know that it proves something.
func (f *frame) leftToCallers(ts []told) bool {
	return len(ts) == 1 && ts[0].id >= 0 && !f.plainLookup(ts[0].id)
}

// besides is the state st, given what the result of a callback tells.
func (f *frame) besides(st *value.Node, id, key int) *value.Node {
	var out *value.Node
	for _, l := range st.Labels {
		if isOutcome(l) {
			out = f.u.Join(out, f.both(f.e.stateOf(id, key, ""), value.Of(l)))
		} else {
			out = f.u.Join(out, f.conditional(id, key, value.Of(l)))
		}
	}
	return out
}

// alsoTold is the state st on the ways of o that tell more of a request than those of cur.
func (f *frame) alsoTold(st, o, cur *value.Node) *value.Node {
	known := map[string]bool{}
	for _, l := range cur.Labels {
		for _, p := range ways.Parts(l.Root.Name) {
			known[p] = true
		}
	}
	var out *value.Node
	for _, l := range o.Labels {
		more := ""
		for _, p := range ways.Parts(ways.WithoutOutcomes(l.Root.Name)) {
			if !known[p] {
				more += ways.Sep + p
			}
		}
		if more == "" || l.Root.Kind != value.Caller || l.Root.N != anybody && l.Root.N != asBefore {
			return st
		}
		out = f.u.Join(out, f.marked(st, more))
	}
	return out
}

// says reports whether an outcome tells more than which callbacks gave it. Most do not, and
// states with many ways are dear.
func (t told) says(key int) bool {
	st := t.exit
	if o, ok := t.outs[key]; ok {
		st = o
	}
	return st != nil && slices.ContainsFunc(st.Labels, func(l *value.Label) bool {
		return l.Root.Kind != value.Caller || l.Root.N != asBefore || ways.WithoutOutcomes(l.Root.Name) != ""
	})
}
