package taint

import (
	"go/types"
	"slices"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/render"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// invoke calls a method of an interface value. What is said of the method holds for
// all types that implement it.
func (f *frame) invoke(site *callSite, m *types.Func, recv argument, args []argument) []*value.Node {
	d, from := f.e.directives(m), len(f.tells)
	if d.sinks != nil && f.quiet == 0 {
		f.directiveSinks(site, d, m, append([]argument{recv}, args...))
	}
	results := f.invokeMethod(site, m, recv, args)
	f.declared(d, m.Signature(), from)
	return f.directiveResults(site, d, m, results)
}

// invokeMethod calls it: of the dynamic types that are
// known by local flow, by a model of the interface itself, and, for what is
// left, of the types that are known to implement it.
func (f *frame) invokeMethod(site *callSite, m *types.Func, recv argument, args []argument) []*value.Node {
	res := shape.ResultTypes(m.Signature())
	from := len(f.tells)
	if shape.IsTypeParam(recv.t) && f.e.modelOf(m) == nil && f.ownMemory(recv.n) {
		return f.invokeOwn(site, m, recv, args)
	}
	if recv.n == nil {
		// A nil interface would panic: this one is there, and nothing is known of it.
		if fm := f.e.modelOf(m); fm != nil {
			return f.applyModel(site, fm, m, append([]argument{recv}, args...))
		}
		return f.unknownCall(res, args)
	}
	if g := special(recv.n); g != nil {
		return f.callSpecial(site, g, res, args)
	}
	if fm := f.e.modelOf(m); fm != nil && fm.Stub {
		return f.applyModel(site, fm, m, append([]argument{recv}, args...))
	}
	alt := f.alternatives(len(res))
	alt.site = site.key
	rest := value.Node{Labels: recv.n.Labels, Refs: recv.n.Refs}
	for _, k := range recv.n.Kids {
		if k.Sel.Kind == access.Slot {
			rest.Kids = append(rest.Kids, k)
			continue
		}
		if k.Sel.Kind != access.Dyn || isParamKey(k.Sel.S) {
			rest.Labels = value.Union(rest.Labels, labelsOf(k.Node))
			continue
		}
		errored := k.Node != nil && k.Node.Errored
		alt.add(f.dispatch(site, k, m, args), errored && m.Name() == "Error")
	}
	left := value.New(rest)
	switch fm := f.e.modelOf(m); {
	case left == nil:
	case fm != nil && handsOn(fm):
		f.invokeThrough(alt, site, fm, m, argument{left, recv.t}, args)
	case fm != nil:
		alt.add(f.applyModel(site, fm, m, append([]argument{{left, recv.t}}, args...)), false)
	default:
		tells := f.tells
		f.invokeOpen(alt, site, m, argument{left, recv.t}, args)
		alt.mayReturn()
		if alt.any && !slices.ContainsFunc(rest.Labels, f.e.unseen) && len(rest.Refs) == 0 && len(tells) > from {
			f.tells = tells
		}
	}
	return alt.done()
}

// handsOn reports whether a method is a way out of which the value itself
// decides what gets through: a handler, a core.
func handsOn(m *model.Func) bool {
	return m.Sink != model.SinkNone && m.Through != nil && m.Through.Root == model.Recv && len(m.Through.Path) == 0
}

// invokeThrough calls such a method. A value that callers know is theirs to
// judge, for all data that are theirs too.
func (f *frame) invokeThrough(alt *alternatives, site *callSite, fm *model.Func, m *types.Func, recv argument, args []argument) {
	var later []*value.Label
	for _, l := range recv.n.Labels {
		if l.Symbolic() && l.Root.Kind != value.Global && l.Src == nil && l.Via == nil {
			later = append(later, l)
		}
	}
	if len(later) > 0 {
		f.knownOnly++
	}
	alt.add(f.applyModel(site, fm, m, append([]argument{recv}, args...)), false)
	if len(later) > 0 {
		f.knownOnly--
	}
	for _, l := range later {
		how := &method{name: m.Name(), iface: f.u.TypeKey(recv.t), pending: true}
		alt.add(f.callSymbolic(site, l, how, shape.ResultTypes(m.Signature()), args), false)
	}
}

// dispatch calls m of one dynamic type.
func (f *frame) dispatch(site *callSite, k value.Kid, m *types.Func, args []argument) []*value.Node {
	n := k.Node
	if isBare(n) {
		n = nil
	}
	t := f.dynType(k.Sel.S)
	if t == nil {
		return f.callHidden(site, k.Sel.S, m, n, args)
	}
	return f.callSelected(site, argument{n, t}, m.Pkg(), m.Name(), shape.ResultTypes(m.Signature()), args)
}

// callSelected calls a method of a concrete type by name, through embedding.
func (f *frame) callSelected(site *callSite, recv argument, pkg *types.Package, name string, res []types.Type, args []argument) []*value.Node {
	sel := f.e.methodSets.MethodSet(recv.t).Lookup(pkg, name)
	if sel == nil {
		return f.unknownCall(res, args)
	}
	if outer := sel.Index()[:len(sel.Index())-1]; len(outer) > 0 { // an embedded interface may hold a value that embeds it
		if f.u.Work++; f.spent() || f.tooDeep(maxDepth, boundDepth) {
			return f.passedOn(res, args)
		}
		f.depth++
		defer func() { f.depth-- }()
	}
	for _, i := range sel.Index()[:len(sel.Index())-1] {
		if shape.IsPointer(recv.t) {
			recv = argument{f.load(recv.n), recv.t.Underlying().(*types.Pointer).Elem()}
		}
		s := access.Sel{Kind: access.Field, N: i}
		recv = argument{f.u.Get(recv.n, s), value.StepType(recv.t, s)}
	}
	return f.callMethod(site, sel.Obj().(*types.Func), recv, args)
}

// callMethod calls a method on a receiver that it is declared for, give or
// take a pointer.
func (f *frame) callMethod(site *callSite, m *types.Func, recv argument, args []argument) []*value.Node {
	sig := m.Signature()
	if r := sig.Recv(); r != nil && types.IsInterface(r.Type()) {
		return f.invoke(site, m, recv, args)
	}
	if recv.t != nil && sig.Recv() != nil {
		switch want, has := shape.IsPointer(sig.Recv().Type()), shape.IsPointer(recv.t); {
		case has && !want:
			recv = argument{f.load(recv.n), recv.t.Underlying().(*types.Pointer).Elem()}
		case want && !has:
			recv = f.addressOf(recv.n, recv.t)
		}
	}
	return f.callObject(site, m.Origin(), nil, nil, append([]argument{recv}, args...))
}

// method names an interface method for a callback.
type method struct {
	name, iface string
	pending     bool // its personal arguments are judged where a type is bound
	tried       bool // they are judged here, with the types in sight
}

// invokeOpen calls a method of a value whose dynamic type is not known here.
func (f *frame) invokeOpen(alt *alternatives, site *callSite, m *types.Func, recv argument, args []argument) {
	res := shape.ResultTypes(m.Signature())
	open, tried, others := false, false, len(recv.n.Refs) > 0
	for _, l := range recv.n.Labels {
		if l.Src != nil || l.Fixed() {
			alt.add(f.spread([]*value.Label{l}, res), false)
			continue
		}
		if l.Symbolic() && (f.e.leftToCallers(f, l, recv.t) || f.leftModule(l, recv.t, m)) {
			pended := ""
			if len(f.e.implementations(recv.t)) == 0 && !shape.IsTypeParam(recv.t) {
				pended = f.pend(m, recv.t, nil, args)
			}
			results := f.callSymbolic(site, l, &method{name: m.Name(), iface: f.u.TypeKey(recv.t), pending: pended != ""}, res, args)
			if f.boundLater(m, recv.t) && (pended != "" || !f.e.closed(f.fn) && !shape.IsTypeParam(recv.t)) {
				results = f.givenBack(site, f.givenLater(results, f.openResults(m, recv.t, pended, nil, res), res), res, args)
			}
			alt.add(results, false)
			continue
		}
		if l.Root.Kind == value.Param && l.Via == nil {
			tried = true
			f.callTried(alt, site, l, m, recv, res, args)
		} else {
			others = true
		}
		open = true
	}
	if len(recv.n.Refs) > 0 || open {
		tells, results := f.tells, slices.Clone(alt.results)
		f.invokeKnown(alt, site, m, recv, res, args, tried)
		if tried && !others { // whether it verifies is for the callers to say
			f.tells = tells
			f.leftHandlers(alt, results, res)
		}
	}
}

// leftModule reports whether a method of a parameter registers routes on a router that it
// gets, and types in sight that have it hold handlers or middleware. Callers know these;
// of a type alone nobody does.
func (f *frame) leftModule(l *value.Label, t types.Type, m *types.Func) bool {
	if f.caller == nil || l.Root.Kind != value.Param {
		return false
	}
	for p := range m.Signature().Params().Variables() {
		if f.e.routerType(p.Type()) {
			return slices.ContainsFunc(f.e.implementations(t), func(t types.Type) bool { return f.e.holdsHandlers(shape.Pointed(t)) })
		}
	}
	return false
}

// leftHandlers leaves handlers and middleware that a call gives to the callers, who
// know which type gives them: results are what these have to say.
func (f *frame) leftHandlers(alt *alternatives, results []*value.Node, res []types.Type) {
	if f.caller == nil {
		return
	}
	for i, t := range res {
		if f.e.holdsHandlers(t) && !f.e.carries(t) {
			alt.results[i] = results[i]
		}
	}
}

// callTried leaves a call to the callers too, though types in sight implement
// the interface: with the data that callers give they judge it by the type that
// they give. What has a type of its own is known from the types in sight.
func (f *frame) callTried(alt *alternatives, site *callSite, l *value.Label, m *types.Func, recv argument, res []types.Type, args []argument) {
	out := f.callSymbolic(site, l, &method{name: m.Name(), iface: f.u.TypeKey(recv.t), tried: true}, res, args)
	for i, t := range res {
		if f.e.carries(t) {
			out[i] = nil
		}
	}
	alt.add(out, false)
}

// spread gives data to every result that can hold it.
func (f *frame) spread(ls []*value.Label, res []types.Type) []*value.Node {
	out := make([]*value.Node, len(res))
	for i, t := range res {
		if t == nil || !shape.IsError(t) {
			out[i] = value.Of(ls...)
		}
	}
	return out
}

// invokeKnown calls the method of every type in sight that implements the
// interface, and leaves the call open for types that are bound later.
// Where callers judge the call as well (tried), what they give is left to them.
func (f *frame) invokeKnown(alt *alternatives, site *callSite, m *types.Func, recv argument, res []types.Type, args []argument, tried bool) {
	if f.guess >= maxGuess {
		f.e.bounded(boundGuess)
		alt.add(f.unknownResults(res), false)
		return
	}
	f.guess++
	defer func() { f.guess-- }()
	impls := f.e.implementations(recv.t)
	if tried {
		f.tried++
		defer func() { f.tried-- }()
	}
	for _, t := range impls {
		alt.add(f.callSelected(site, argument{f.opaque(t), t}, m.Pkg(), m.Name(), res, args), false)
	}
	results := f.openResults(m, recv.t, f.pend(m, recv.t, impls, args), impls, res)
	if len(impls) == 0 {
		results = f.givenBack(site, results, res, args)
	}
	alt.add(results, false)
	for _, a := range args {
		f.escape(a.n)
	}
	if len(impls) == 0 {
		f.filled(args)
	}
}

// deferFormat is how a value of interface type is printed as it is.
var deferFormat = render.Format{Family: render.Fmt}
