package taint

import (
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// Servers of remote calls get their middleware as options, and there are two
// kinds of handlers that middleware may be for: those with one answer, and
// streams. An option is memory with the slots of a router: the state that it
// puts before the handlers of each lane. The state of a list of options is that
// of all of them, one behind the other.
const (
	slotList = "rt:list/" // of a list of options, and the lane: its state, for those who know the list

	// foreignMark stands before the model of a registration whose place is in
	// generated code: the first call from elsewhere is its place.
	foreignMark = "?"
)

var allLanes = []string{"", model.LaneUnary, model.LaneStream}

func laneSlot(lane string) string {
	if lane == "" {
		return slotState
	}
	return slotState + "/" + lane
}

// laned does what a model says of options, lanes and services. It reports
// whether there was nothing else to do.
func (c *modelCall) laned(r *model.Routing) bool {
	if len(r.Options)+len(r.Lanes) == 0 && !r.Methods && !r.Resolvers || len(r.Options)+len(r.Uses)+len(r.Routes) == 0 {
		return false
	}
	refs := c.routers(r.Router)
	for _, lane := range allLanes {
		if len(r.Options) > 0 {
			c.options(refs, r, lane)
		}
	}
	for _, lane := range r.Lanes {
		for _, p := range r.Uses {
			c.useLane(refs, p, r, lane)
		}
	}
	n := 0
	for _, p := range r.Routes {
		for _, v := range c.list(p) {
			v = c.service(p, v, r)
			c.addLanes(refs, &n, v, r)
		}
	}
	return true
}

// addLanes registers a handler once for each lane that it may be of.
func (c *modelCall) addLanes(refs []value.Ref, n *int, v at, r *model.Routing) {
	lanes := r.Lanes
	if len(lanes) == 0 {
		lanes = []model.Lane{{}}
	}
	for _, lane := range lanes {
		st := c.f.routerState(refs, laneSlot(lane.Name))
		c.how = c.m.PkgPath + "#" + c.m.Name + "#" + lane.Name
		if r.Methods {
			c.how = foreignMark + c.how
		}
		c.addRoute(refs, *n, v, st)
		c.how = ""
		*n++
	}
}

// options adds what a list of options puts before a lane.
func (c *modelCall) options(refs []value.Ref, r *model.Routing, lane string) {
	f := c.f
	st := f.routerState(refs, laneSlot(lane))
	for _, p := range r.Options {
		list := f.listState(c.place(p).n, lane)
		if v := c.site.argValue(p.Index); p.Root == model.Arg && len(p.Path) == 0 && v != nil && f.nilOn(v) {
			list = f.u.Join(list, f.e.before)
		}
		st = f.behind(list, st)
	}
	c.setLane(refs, lane, st)
}

func (c *modelCall) setLane(refs []value.Ref, lane string, st *value.Node) {
	for _, ref := range refs {
		ref.Path = ref.Path.Join(slotSel(laneSlot(lane)))
		c.f.write(ref, st, len(refs) > 1 || ref.Obj.Many)
	}
}

// useLane adds middleware for one lane.
func (c *modelCall) useLane(refs []value.Ref, p model.Place, r *model.Routing, lane model.Lane) {
	f := c.f
	st := f.routerState(refs, laneSlot(lane.Name))
	for _, v := range c.list(p) {
		f.by = lane.Method
		st = f.behind(f.verdict(c.site, r.Chain, v), st)
		f.by = ""
	}
	c.setLane(refs, lane.Name, st)
}

// listState is what all options of a list put before a lane. Of lists that it
// may be each is one way.
func (f *frame) listState(n *value.Node, lane string) *value.Node {
	if n == nil {
		return f.e.before
	}
	var out *value.Node
	for _, r := range n.Refs {
		content := f.u.GetPath(f.content(r.Obj), r.Path)
		if f.u.Get(content, slotSel(slotState)) != nil && len(content.Labels) == 0 { // one option, not a list of them
			out = f.u.Join(out, f.optionState(value.New(value.Node{Refs: []value.Ref{r}}), lane))
			continue
		}
		out = f.u.Join(out, f.optionsIn(content, r.Off, lane))
	}
	if len(n.Labels) > 0 {
		out = f.u.Join(out, f.optionsIn(value.Of(n.Labels...), 0, lane))
	}
	if out == nil {
		return f.e.before
	}
	return out
}

// optionsIn is listState for the content of one list.
func (f *frame) optionsIn(n *value.Node, off int, lane string) *value.Node {
	st := f.e.before
	if n == nil {
		return st
	}
	for _, k := range n.Kids {
		switch {
		case k.Sel.Kind == access.Index && off != value.Unknown && k.Sel.N < off:
		case k.Sel.Kind == access.Index:
			st = f.behind(f.optionState(k.Node, lane), st)
		case k.Sel.Kind == access.Elem && k.Node != nil:
			st = f.behind(f.eachOption(k.Node, lane), st)
		}
	}
	for _, l := range n.Labels {
		st = f.behind(f.lateOptions(l, lane), st)
	}
	return st
}

// eachOption is the state of options that are all in a list.
func (f *frame) eachOption(n *value.Node, lane string) *value.Node {
	st := f.e.before
	for _, r := range n.Refs {
		st = f.behind(f.optionState(value.New(value.Node{Refs: []value.Ref{r}}), lane), st)
	}
	for _, l := range n.Labels {
		if k := len(l.Path); k > 0 && l.Path[k-1].Kind == access.Elem { // an element of a list that callers know
			list := *l
			list.Path, list.Type = l.Path[:k-1], nil
			st = f.behind(f.lateOptions(f.u.Label(list), lane), st)
		}
	}
	return st
}

// lateOptions is the state of a list that callers know.
func (f *frame) lateOptions(l *value.Label, lane string) *value.Node {
	if !l.Symbolic() || l.Via != nil || l.Root.Kind == value.Caller {
		return f.e.before
	}
	st := f.u.Get(value.Of(l), slotSel(slotList+lane))
	if st == nil {
		return f.e.before
	}
	return value.Of(st.Labels...)
}

// optionState is the state of one option, which may be one of several: what it
// puts before all handlers, and before those of the lane.
func (f *frame) optionState(n *value.Node, lane string) *value.Node {
	var out *value.Node
	if n != nil {
		for _, r := range f.routersIn(n) {
			var st *value.Node
			if l := r.Obj.Sym; l != nil && !f.changed(r.Obj) {
				st = f.lateOptions(l, lane)
			} else {
				one := []value.Ref{r}
				st = f.behind(f.routerState(one, laneSlot(lane)), f.routerState(one, slotState))
			}
			out = f.u.Join(out, st)
		}
	}
	if out == nil {
		return f.e.before
	}
	return out
}

// changed reports whether memory was written to in this function.
func (f *frame) changed(o *value.Obj) bool {
	n, ok := f.heap.Get(o)
	return ok && n != o.Init
}

// service is the handler at a place with the type that says which methods the
// framework calls: the static one, before it became an any.
func (c *modelCall) service(p model.Place, v at, r *model.Routing) at {
	if !r.Methods || p.Root != model.Arg {
		return v
	}
	switch x := c.site.argValue(p.Index).(type) {
	case *ssa.ChangeInterface:
		v.t = x.X.Type()
	case *ssa.MakeInterface:
		v.t = x.X.Type()
		if k := dynamic(v.n); len(k) == 1 {
			v.n = k[0].Node
		}
	}
	return v
}

// replyOf reads the model out of a registration's name.
func (e *engine) replyOf(how string) *reply {
	parts := strings.Split(strings.TrimPrefix(how, foreignMark), "#")
	if len(parts) != 3 {
		return nil
	}
	m := e.models.Func(parts[0], parts[1])
	if m == nil || m.Routing == nil {
		return nil
	}
	return &reply{m, parts[2]}
}

// howOf is the part of a registration's name that names its model.
func howOf(name string) string {
	parts := strings.Split(strings.TrimPrefix(name, routeName), "\x01")
	if len(parts) < 7 {
		return ""
	}
	return parts[5]
}

// reregistered gives a registration that generated code made the place of the
// call that led there.
func (in *instance) reregistered(name string) string {
	if !strings.HasPrefix(name, routeName) || !strings.HasPrefix(howOf(name), foreignMark) {
		return name
	}
	p := in.f.place(in.site.pos)
	if p.File == "" {
		return name
	}
	parts := strings.Split(strings.TrimPrefix(name, routeName), "\x01")
	parts[0], parts[1], parts[2], parts[3] = p.Pkg, p.File, strconv.Itoa(p.Line), strconv.Itoa(p.Col)
	parts[5] = strings.TrimPrefix(parts[5], foreignMark)
	return routeName + strings.Join(parts, "\x01")
}

// playService calls the methods of a service that are handlers of the lane at
// hand.
func (f *frame) playService(site *callSite, h at) {
	iface, _ := typeOrNil(h.t).(*types.Interface)
	if h.n == nil {
		return
	}
	if iface == nil && h.t != nil {
		f.playMethods(site, h, h.t, nil)
		return
	}
	for _, k := range dynamic(h.n) {
		if t := f.dynType(k.Sel.S); t != nil {
			n := k.Node
			if isBare(n) {
				n = nil
			}
			if isFuncType(t) {
				f.playTyped(site, at{n, t})
				continue
			}
			f.playMethods(site, at{n, t}, t, iface)
		}
	}
	for _, l := range h.n.Labels {
		f.playLabel(site, l)
	}
	for _, r := range h.n.Refs {
		if l := r.Obj.Sym; l != nil {
			f.playLabel(site, l)
		}
	}
}

func typeOrNil(t types.Type) types.Type {
	if t == nil {
		return nil
	}
	return t.Underlying()
}

// playMethods calls those methods of a value of type t that iface has, or, where
// that is not known, those that look like handlers.
func (f *frame) playMethods(site *callSite, h at, t types.Type, iface *types.Interface) {
	st := f.state()
	f.overridden(site, h)
	set := types.NewMethodSet(t)
	for i := range set.Len() {
		m, ok := set.At(i).Obj().(*types.Func)
		if !ok || !m.Exported() || iface != nil && !hasMethod(iface, m.Name()) {
			continue
		}
		sig := m.Signature()
		lane, stream := f.reply.laneOf(sig)
		if lane != f.reply.lane || iface == nil && !stream && !answersOnce(sig) {
			continue
		}
		f.protect(func() {
			f.disclosing(site, sig, func() []*value.Node {
				return f.callSelected(site, h, m.Pkg(), m.Name(), resultTypes(sig), opaqueArgs(f, sig))
			})
		})
	}
	f.setState(st)
}

// overridden asks a service that verifies its callers itself: what stands before
// all services does not count for it.
func (f *frame) overridden(site *callSite, h at) {
	name := f.reply.m.Routing.Override
	if name == "" || !closed(f.state()) && !fromAnybody(f.state()) {
		return
	}
	sel := types.NewMethodSet(h.t).Lookup(nil, name)
	if sel == nil {
		return
	}
	sig := sel.Obj().(*types.Func).Signature()
	tells, cur := f.tells, f.state()
	f.tells = nil
	f.setState(f.e.anybodyState)
	f.protect(func() { f.callSelected(site, h, nil, name, resultTypes(sig), opaqueArgs(f, sig)) })
	st := f.outcome(f.tells, stateKey(sig.Results().Len()-1, model.IsNil), f.e.anybodyState)
	f.tells = tells
	if f.setState(cur); closed(cur) {
		f.setState(st)
	}
}

func hasMethod(t *types.Interface, name string) bool {
	for i := range t.NumMethods() {
		if t.Method(i).Name() == name {
			return true
		}
	}
	return false
}

// laneOf is the lane of a handler: a parameter with the method that the model
// names makes it one of that lane.
func (r *reply) laneOf(sig *types.Signature) (lane string, marked bool) {
	for _, l := range r.m.Routing.Lanes {
		if l.Method == "" {
			lane = l.Name
			continue
		}
		for i := range sig.Params().Len() {
			if types.NewMethodSet(sig.Params().At(i).Type()).Lookup(nil, l.Method) != nil {
				return l.Name, true
			}
		}
	}
	return lane, false
}

// answersOnce reports whether a method has the shape of a handler with one
// answer: context and message in, message and error out.
func answersOnce(sig *types.Signature) bool {
	return sig.Params().Len() == 2 && sig.Results().Len() == 2 && isContext(sig.Params().At(0).Type()) &&
		isPointer(sig.Params().At(1).Type()) && isErrorType(sig.Results().At(1).Type())
}

func isContext(t types.Type) bool { return value.TypeString(t) == "context.Context" }

// serveMethod is the name of the callback that plays a handler of the kind at
// hand.
func (f *frame) serveMethod() string {
	if f.reply == nil {
		return serveCall
	}
	return serveCall + "\x01" + f.reply.m.PkgPath + "#" + f.reply.m.Name + "#" + f.reply.lane
}

// replying plays as a registration's model says.
func (f *frame) replying(r *reply, play func()) {
	was := f.reply
	f.reply = r
	play()
	f.reply = was
}

// serveLater plays what a callee left to those who know the handler.
func (in *instance) serveLater(c summary.Call, site *callSite, target argument) bool {
	how, ok := strings.CutPrefix(c.Method, serveCall)
	if !ok {
		return false
	}
	if in.escape || in.f.escaping > 0 {
		return true // judged where it is called
	}
	f := in.f
	starts := c.State != nil && (fromAnybody(c.State) || closed(c.State))
	if !starts {
		if closed(in.before) && f.serving == 0 {
			return true
		}
		if f.serving == 0 { // it hands a request on, it does not start a server
			cleared := f.cleared
			f.serving++
			defer func() { f.serving--; f.cleared = cleared }()
		}
	}
	f.replying(f.e.replyOf(strings.TrimPrefix(how, "\x01")), func() { f.answer(site, target, in.state(c.State)) })
	return true
}

// checker is middleware that goes on if the function at a place gives no error.
func (c *modelCall) checker(p model.Place) *value.Node {
	v := c.place(p)
	return value.New(value.Node{Funcs: []*value.Fn{{Name: checkName, Bind: []*value.Node{v.n}, Site: int(c.site.pos)}}})
}

// asked is the state in which the function that such middleware asks lets
// callers through.
func (f *frame) asked(site *callSite, g *value.Fn) *value.Node {
	if len(g.Bind) == 0 || g.Bind[0] == nil {
		return f.state()
	}
	sig := funcSignature(g.Bind[0])
	if sig == nil {
		sig = checkSignature
	}
	tells, cur := f.tells, f.state()
	f.tells = nil
	f.protect(func() { f.callValue(site, g.Bind[0], resultTypes(sig), opaqueArgs(f, sig)) })
	st := f.outcome(f.tells, stateKey(sig.Results().Len()-1, model.IsNil), cur)
	f.tells = tells
	return st
}

// checkSignature is that of a function of which nothing else is known: context
// in, context and error out.
var checkSignature = types.NewSignatureType(nil, nil, nil, nil,
	types.NewTuple(types.NewVar(0, nil, "", types.Typ[types.Invalid]), types.NewVar(0, nil, "", types.Universe.Lookup("error").Type())), false)

func funcSignature(n *value.Node) *types.Signature {
	for _, g := range n.Funcs {
		if g.Func != nil {
			return g.Func.Signature
		}
	}
	return nil
}

// basedMark stands behind the slot of a state that callers know, where it is
// between a request that has just come in and this point.
const basedMark = "!"

// based is what callers know of a state, where it comes behind cur.
func (f *frame) based(l *value.Label, cur *value.Node) *value.Node {
	n := len(l.Path)
	if n == 0 || l.Path[n-1].Kind != access.Slot || !strings.HasPrefix(l.Path[n-1].S, slotState[:3]) {
		return value.Of(l)
	}
	var out *value.Node
	for _, c := range cur.Labels {
		switch {
		case c.Root.Kind == value.Caller && c.Root.N == verified:
			out = f.u.Join(out, value.Of(c))
		case fromAnybody(value.Of(c)) && !strings.HasSuffix(l.Path[n-1].S, basedMark):
			b := *l
			b.Path = l.Path[:n-1].Join(slotSel(l.Path[n-1].S + basedMark))
			out = f.u.Join(out, value.Of(f.u.Label(b)))
		default:
			out = f.u.Join(out, value.Of(l))
		}
	}
	return out
}

// mayBeNil reports whether an argument is nil on one of the ways that lead to
// the call: a list to which something was appended on others.
func (in *instance) mayBeNil(l *value.Label) bool {
	if l.Root.Kind != value.Param || len(l.Path) > 0 || in.site.common == nil {
		return false
	}
	args := in.site.common.Args
	return l.Root.N < len(args) && !in.site.common.IsInvoke() && in.f.nilOn(args[l.Root.N])
}

// nilOn reports whether a value is nil on one of several ways.
func (f *frame) nilOn(v ssa.Value) bool {
	p, ok := v.(*ssa.Phi)
	if !ok {
		return false
	}
	for i, e := range p.Edges {
		if c := constOf(e); c != nil && c.IsNil() && f.came[p.Block().Index] != nil && f.came[p.Block().Index][i] {
			return true
		}
	}
	return false
}

// signatureByName is the signature of a function or method value of which only
// the name is known, nil for a closure.
func (e *engine) signatureByName(name string) *types.Signature {
	base, wraps := wrapped(name)
	if !wraps {
		if obj := e.objectByName(name); obj != nil {
			return obj.Signature()
		}
		return nil
	}
	recv, method, ok := strings.Cut(strings.TrimPrefix(base, "("), ").")
	if !ok {
		return nil
	}
	t := e.dynTypeByName(recv)
	if t == nil {
		return nil
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, e.facts.pkg(pathOf(recv)), method)
	m, ok := obj.(*types.Func)
	if !ok {
		return nil
	}
	return m.Signature()
}

// openHandler reports whether only callers know which handler a registration
// has: it is theirs, or a method of a service that is theirs.
func (f *frame) openHandler(n *value.Node) bool {
	if n == nil {
		return false
	}
	for _, g := range n.Funcs {
		if len(g.Bind) == 2 && f.opensHandler(g.Bind[0]) {
			return true
		}
	}
	return false
}

func (f *frame) opensHandler(h *value.Node) bool {
	if h == nil {
		return false
	}
	if slices.ContainsFunc(h.Labels, fromCallers) {
		return true
	}
	for _, g := range h.Funcs {
		if !g.Bound || !fromCaller(only(g.Bind)) {
			continue
		}
		if sig := f.e.signatureByName(g.Name); sig != nil && sig.Recv() != nil && types.IsInterface(sig.Recv().Type()) {
			return true
		}
	}
	return false
}

// doneWith takes the registrations of routers for served that lie behind a
// handler whose callers are verified.
func (f *frame) doneWith(h *value.Node, depth int) {
	if h == nil || depth > maxServing {
		return
	}
	for _, r := range f.routersIn(value.New(value.Node{Refs: h.Refs, Kids: h.Kids})) {
		n := f.u.GetPath(f.content(r.Obj), r.Path)
		if n == nil || globalKey(r.Obj) != "" {
			continue
		}
		for _, k := range n.Kids {
			if k.Sel.Kind != access.Slot || !strings.HasPrefix(k.Sel.S, slotRoute) || k.Node == nil {
				continue
			}
			gone := r
			gone.Path = r.Path.Join(k.Sel)
			f.cleared = append(f.cleared, gone)
			for _, g := range k.Node.Funcs {
				if len(g.Bind) == 2 {
					f.doneWith(g.Bind[0], depth+1)
				}
			}
		}
	}
}
