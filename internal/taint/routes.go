package taint

import (
	"go/constant"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// A router is memory with slots: what stands before its next registration, what
// stands before all of them, and its registrations. A registration is a
// function value of its own kind, with the handler and its state bound to it.
const (
	slotState = "rt:state"
	slotLate  = "rt:late"
	slotRoute = "rt:to:"

	routeName = "\x00route\x01"
	probeName = "\x00next"
	useMethod = "\x00use:" // a callback: is this middleware verifying?
	serveCall = "\x00serve"

	verifyName   = "\x00verify"   // middleware that verifies
	verifiedName = "\x00verified" // a handler behind it
)

// registration is the place of a route.
type registration struct {
	place value.Place
	spot  spot
}

func slotSel(name string) access.Sel { return access.Sel{Kind: access.Slot, S: name} }

// route does what the model says of routers.
func (c *modelCall) route() {
	r := c.m.Routing
	f := c.f
	if r == nil || f.caller == nil || f.depth > maxDepth {
		return
	}
	if r.New {
		c.fresh(r)
	}
	if r.Verifies {
		c.results[0] = c.verifier()
	}
	if r.Aborts {
		f.abort()
	}
	if r.Next {
		f.goOn()
	}
	for _, p := range r.Serves {
		c.serve(p, c.behind(r))
	}
	for _, p := range r.Dispatch {
		f.protect(func() { f.serveRouters(c.site, c.routers(p)) })
	}
	if len(r.Uses)+len(r.Routes) > 0 || r.Group {
		c.register(r)
	}
}

// fresh makes the first result a router that has nothing registered.
func (c *modelCall) fresh(r *model.Routing) {
	f := c.f
	o := c.object(0)
	f.heap = f.heap.With(o, nil)
	refs := []value.Ref{{Obj: o}}
	if r.Router.Root == model.Result {
		refs = c.routers(r.Router)
	}
	for _, ref := range refs {
		ref.Path = ref.Path.Join(slotSel(slotState))
		f.write(ref, f.e.before, false)
	}
}

// behind is the state in which a server hands requests on: some verify callers
// by themselves.
func (c *modelCall) behind(r *model.Routing) *value.Node {
	for _, p := range r.Behind {
		if v := c.place(p); v.n != nil && closed(value.New(value.Node{Labels: v.n.Labels})) {
			return c.f.e.closedState
		}
	}
	return c.f.e.anybodyState
}

// verifier is middleware that lets nobody through who is not verified. What it
// wraps may be given to it here or later.
func (c *modelCall) verifier() *value.Node {
	name, bind := verifyName, []*value.Node(nil)
	if len(c.args) > 0 && handlerInterface(c.sig.Results().At(0).Type()) {
		name, bind = verifiedName, []*value.Node{c.args[0].n}
	}
	return value.New(value.Node{Funcs: []*value.Fn{{Name: name, Bind: bind, Site: int(c.site.pos)}}})
}

// callSpecial calls a function value that stands for middleware or for what
// follows it.
func (f *frame) callSpecial(site *callSite, g *value.Fn, res []types.Type, args []argument) []*value.Node {
	f.applied++
	switch {
	case g.Name == probeName:
		f.goOn()
	case g.Name == verifyName && len(res) > 0 && wraps(res[0]) && len(args) > 0:
		return []*value.Node{value.New(value.Node{Funcs: []*value.Fn{{Name: verifiedName, Bind: []*value.Node{args[0].n}, Site: g.Site}}})}
	case g.Name == verifyName:
		f.setState(f.e.closedState)
		f.goOn()
	case g.Name == verifiedName:
		f.setState(f.e.closedState)
		for _, b := range g.Bind {
			if isProbe(b) {
				f.goOn()
			} else {
				f.playHandler(site, at{n: b})
			}
		}
	}
	f.tellNothing()
	return f.unknownResults(res)
}

// wraps reports whether a result is what middleware returns: another handler.
func wraps(t types.Type) bool {
	return t != nil && (isFuncType(t) || handlerInterface(t))
}

// special is the function among those of n that is none of the program's own.
func special(n *value.Node) *value.Fn {
	if n == nil {
		return nil
	}
	for _, g := range n.Funcs {
		if g.Name == probeName || g.Name == verifyName || g.Name == verifiedName {
			return g
		}
	}
	return nil
}

// routers are the pieces of memory behind the router.
func (c *modelCall) routers(p model.Place) []value.Ref {
	if p.Root == model.Pkg {
		return []value.Ref{{Obj: c.f.globalObj(c.m.PkgPath+".@", nil), Path: c.path(p)}}
	}
	fields := 0
	for fields < len(p.Path) && p.Path[len(p.Path)-1-fields].Kind == access.Field {
		fields++
	}
	if n := len(p.Path); fields == 0 || fields == n || p.Path[n-1-fields].Kind != access.Deref {
		return c.f.routersIn(c.place(p).n)
	}
	path := c.path(p) // a router that is a part of the one at hand
	p.Path = p.Path[:len(p.Path)-1-fields]
	refs := c.f.routersIn(c.place(p).n)
	for i := range refs {
		refs[i].Path = refs[i].Path.Join(path[len(path)-fields:]...)
	}
	return refs
}

// routersIn are the routers that a value leads to. A router that stands in a
// variable of its library is the library's own.
func (f *frame) routersIn(n *value.Node) []value.Ref {
	var out []value.Ref
	for _, r := range f.targets(n) {
		if r.Obj.Drain != "" {
			continue
		}
		if l := r.Obj.Sym; l != nil && l.Root.Kind == value.Global && len(l.Path) == 0 {
			if path, name := splitName(l.Root.Name); f.e.models.Routing(path) {
				r = value.Ref{Obj: f.globalObj(path+".@", nil), Path: access.Path{slotSel(name)}}
			}
		}
		out = append(out, r)
	}
	return out
}

func (c *modelCall) register(r *model.Routing) {
	f := c.f
	refs := c.routers(r.Router)
	base := f.routerState(refs, slotState)
	if path, ok := c.path0(); ok && r.Chain == model.ChainCall {
		base = f.underPrefixes(refs, path, base)
	}
	st := base
	for _, p := range r.Wraps {
		for _, v := range c.list(p) {
			st = f.behind(f.verdict(c.site, r.Chain, v), st)
		}
	}
	n := 0
	for _, p := range r.Routes {
		for _, v := range c.list(p) {
			c.addRoute(refs, n, v, st)
			st = f.behind(f.verdictOfStep(c.site, r.Chain, v), st)
			n++
		}
	}
	st = base
	if !r.Group {
		for _, p := range r.Uses {
			st = c.use(refs, p, st, r, &n)
		}
		return
	}
	for _, p := range r.Uses {
		for _, v := range c.list(p) {
			c.addRoute(refs, n, v, st)
			st = f.behind(f.verdict(c.site, r.Chain, v), st)
			n++
		}
	}
	c.group(refs, st)
}

// path0 is the path that a route or middleware is registered for, where it is a
// constant.
func (c *modelCall) path0() (string, bool) {
	call := c.site.call
	if call == nil || len(call.Args) == 0 {
		return "", false
	}
	v := c.f.e.pass.TypesInfo.Types[call.Args[0]].Value
	if v == nil || v.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(v), true
}

// underPrefixes adds middleware that stands before a part of the paths.
func (f *frame) underPrefixes(refs []value.Ref, path string, st *value.Node) *value.Node {
	for _, r := range refs {
		n := f.u.GetPath(f.content(r.Obj), r.Path)
		if n == nil || len(refs) > 1 {
			continue
		}
		for _, k := range n.Kids {
			prefix, ok := strings.CutPrefix(k.Sel.S, slotState+"@")
			if ok && k.Sel.Kind == access.Slot && strings.HasPrefix(path, strings.TrimSuffix(prefix, "/")) && k.Node != nil {
				st = f.behind(value.Of(k.Node.Labels...), st)
			}
		}
	}
	return st
}

// use adds middleware to a router.
func (c *modelCall) use(refs []value.Ref, p model.Place, st *value.Node, r *model.Routing, n *int) *value.Node {
	f := c.f
	slot := slotState
	if r.Late {
		slot = slotLate
		st = f.routerState(refs, slot)
	}
	for _, v := range c.list(p) {
		c.addRoute(refs, *n, v, st)
		*n++
		st = f.behind(f.verdict(c.site, r.Chain, v), st)
	}
	if path, ok := c.path0(); ok && r.Chain == model.ChainCall && strings.Trim(path, "/") != "" {
		slot += "@" + path
	}
	for _, ref := range refs {
		ref.Path = ref.Path.Join(slotSel(slot))
		f.write(ref, st, len(refs) > 1 || ref.Obj.Many)
	}
	return st
}

// group makes the first result a router of its own that belongs to this one.
func (c *modelCall) group(refs []value.Ref, st *value.Node) {
	f := c.f
	if len(c.results) == 0 {
		return
	}
	o := c.object(0)
	self := value.New(value.Node{Refs: []value.Ref{{Obj: o}}})
	f.write(value.Ref{Obj: o, Path: access.Path{slotSel(slotState)}}, st, false)
	c.addRoute(refs, -1, at{n: self}, f.e.before)
}

// list are the operands at a place, in their order.
func (c *modelCall) list(p model.Place) []at {
	if n := len(p.Path); n > 0 && p.Path[n-1].Kind == access.Elem && p.Root == model.Arg {
		base := p
		base.Path = p.Path[:n-1]
		out, rest := c.elements(base)
		if rest.n != nil {
			out = append(out, rest)
		}
		return out
	}
	return []at{c.place(p)}
}

// routerState is what stands before the registrations of a router.
func (f *frame) routerState(refs []value.Ref, slot string) *value.Node {
	var out *value.Node
	for _, r := range refs {
		st := f.u.Get(f.u.GetPath(f.content(r.Obj), r.Path), slotSel(slot))
		if st == nil || len(st.Labels) == 0 {
			st = f.e.before
		}
		out = f.u.Join(out, value.Of(st.Labels...))
	}
	if out == nil {
		return f.e.before
	}
	return out
}

// addRoute registers a handler.
func (c *modelCall) addRoute(refs []value.Ref, n int, h at, st *value.Node) {
	f := c.f
	if h.n == nil || f.quiet > 0 {
		return
	}
	f.noteRegistered(h.n)
	p := f.place(c.site.pos)
	if p.File == "" && f.route != nil {
		p = f.route.place
	}
	key := strings.Join([]string{p.Pkg, p.File, strconv.Itoa(p.Line), strconv.Itoa(p.Col), strconv.Itoa(n)}, "\x01")
	name := routeName + key
	var typ string
	if h.t != nil {
		typ = f.u.TypeKey(h.t)
	}
	fn := &value.Fn{Name: name + "\x01" + typ, Bind: []*value.Node{h.n, st}}
	node := value.New(value.Node{Funcs: []*value.Fn{fn}})
	for _, ref := range refs {
		ref.Path = ref.Path.Join(slotSel(slotRoute + key))
		f.write(ref, node, true)
	}
}

// noteRegistered marks the functions in a handler: somebody answers for them.
func (f *frame) noteRegistered(n *value.Node) {
	r := registrar{f: f, seen: map[visited]bool{}}
	r.node(n, 0)
}

// registrar walks a handler. It enters each piece of memory once: what is
// linked in many ways has more ways through it than can be walked.
type registrar struct {
	f    *frame
	seen map[visited]bool
}

type visited struct {
	obj  *value.Obj
	path string
}

func (r *registrar) node(n *value.Node, depth int) {
	if n == nil || depth > maxServing {
		return
	}
	r.f.u.Work++
	for _, g := range n.Funcs {
		if g.Func != nil {
			r.f.e.noteFunction(g)
		}
		for _, b := range g.Bind {
			r.node(b, depth+1)
		}
	}
	for _, k := range n.Kids {
		if k.Sel.Kind != access.Slot {
			r.node(k.Node, depth+1)
		}
	}
	for _, ref := range n.Refs {
		if at := (visited{ref.Obj, ref.Path.String()}); !r.seen[at] {
			r.seen[at] = true
			r.node(r.f.u.GetPath(r.f.content(ref.Obj), ref.Path), depth+1)
		}
	}
}

func (e *engine) noteFunction(g *value.Fn) {
	e.registered[g.Func] = true
	if m := boundMethod(g.Func); m != nil && g.Bound {
		if fn := e.ssa.Prog.FuncValue(m.Origin()); fn != nil {
			e.registered[fn] = true
		}
	}
}

// serve lets the handlers at a place answer requests.
func (c *modelCall) serve(p model.Place, st *value.Node) {
	v := c.place(p)
	if c.f.inTest(c.site.pos) {
		return
	}
	if v.n == nil && c.m.Routing.Router.Root == model.Pkg && p.Root == model.Arg {
		v.n = value.New(value.Node{Refs: c.routers(c.m.Routing.Router)}) // the default one
	}
	if v.n != nil {
		c.f.answer(c.site, v, st)
	}
}

func (f *frame) inTest(pos token.Pos) bool {
	return pos.IsValid() && strings.HasSuffix(f.e.pass.Fset.Position(pos).Filename, "_test.go")
}

// answer plays a handler for a request in state st, and leaves memory as it
// was, except that routers are done with.
func (f *frame) answer(site *callSite, h at, st *value.Node) {
	if f.caller == nil || f.serving > maxServing {
		return
	}
	f.serving++
	f.silent++
	before, depth, dead, tells, pass := f.heap, f.depth, f.dead, f.tells, f.pass
	f.depth = 0
	f.setState(st)
	s := *site
	s.common, s.consts, s.direct = nil, nil, false
	s.key += "/serve"
	f.apart(func() { f.playHandler(&s, h) })
	done := f.cleared
	f.heap, f.depth, f.dead, f.tells, f.pass = before, depth, dead, tells, pass
	f.serving--
	f.silent--
	if f.serving == 0 {
		for _, r := range done {
			f.write(r, nil, r.Obj.Many)
		}
		f.cleared = nil
	}
}

// apart plays with a budget of its own: a router with many routes is no reason
// to cut the function short that makes it.
func (f *frame) apart(play func()) {
	if f.played > maxPlayed*f.e.budget {
		play()
		return
	}
	work := f.u.Work
	f.u.Work = 0
	play()
	f.played += f.u.Work
	f.e.stats.Steps += f.u.Work
	f.u.Work = work
}

// playHandler calls whatever the handler is.
func (f *frame) playHandler(site *callSite, h at) {
	if h.n == nil {
		return
	}
	if h.t != nil && !types.IsInterface(h.t) {
		f.playTyped(site, h)
		return
	}
	for _, g := range h.n.Funcs {
		f.playFn(site, g, h.t)
	}
	for _, k := range h.n.Kids {
		if k.Sel.Kind != access.Dyn {
			continue
		}
		n := k.Node
		if isBare(n) {
			n = nil
		}
		f.playTyped(site, at{n, f.dynType(k.Sel.S)})
	}
	for _, l := range h.n.Labels {
		f.playLabel(site, l)
	}
	if rest := value.New(value.Node{Refs: h.n.Refs}); rest != nil {
		f.serveRouters(site, f.routersIn(rest))
	}
}

// playTyped calls a handler whose type is known.
func (f *frame) playTyped(site *callSite, h at) {
	if h.t == nil {
		f.playHandler(site, at{n: h.n})
		return
	}
	if sig, ok := h.t.Underlying().(*types.Signature); ok && h.n != nil {
		f.protect(func() { f.callValue(site, h.n, resultTypes(sig), opaqueArgs(f, sig)) })
		return
	}
	if name := f.handlerMethod(h.t); name != "" {
		sel := types.NewMethodSet(h.t).Lookup(f.e.pass.Pkg, name)
		sig := sel.Obj().(*types.Func).Signature()
		f.protect(func() { f.callSelected(site, h, f.e.pass.Pkg, name, resultTypes(sig), opaqueArgs(f, sig)) })
		return
	}
	if isPointer(h.t) {
		f.serveRouters(site, f.routersIn(h.n))
	}
}

// handlerMethods are the methods by which servers call handlers.
var handlerMethods = []string{"ServeHTTP", "ServeHTTPC", "Handle", "Serve"}

func (f *frame) handlerMethod(t types.Type) string {
	set := types.NewMethodSet(t)
	for _, name := range handlerMethods[:1] {
		if set.Lookup(nil, name) != nil {
			return name
		}
	}
	return ""
}

// protect keeps memory and liveness as they were.
func (f *frame) protect(call func()) {
	before, dead := f.heap, f.dead
	call()
	f.heap, f.dead = before, dead
}

func (f *frame) playFn(site *callSite, g *value.Fn, t types.Type) {
	var sig *types.Signature
	if t != nil {
		sig, _ = t.Underlying().(*types.Signature)
	}
	if sig == nil && g.Func != nil {
		sig = g.Func.Signature
	}
	if sig == nil {
		f.protect(func() { f.callFn(site, g, nil, nil) })
		return
	}
	f.protect(func() { f.callFn(site, g, resultTypes(sig), opaqueArgs(f, sig)) })
}

// playLabel leaves a handler that only callers know to them.
func (f *frame) playLabel(site *callSite, l *value.Label) {
	if !l.Symbolic() || l.Via != nil || l.Root.Kind == value.Caller {
		return
	}
	f.addCall("serve"+site.key+"#"+itoa(l.ID()), summary.Call{
		Target: l, Method: serveCall, Place: f.place(site.pos), State: f.state(),
	})
}

// serveRouters plays all that is registered.
func (f *frame) serveRouters(site *callSite, refs []value.Ref) {
	if f.serving > maxServing {
		return
	}
	f.serving++
	defer func() { f.serving-- }()
	for _, r := range refs {
		n := f.u.GetPath(f.content(r.Obj), r.Path)
		if n != nil {
			f.serveRouter(site, r, n)
		}
	}
}

func (f *frame) serveRouter(site *callSite, r value.Ref, n *value.Node) {
	if key := globalKey(r.Obj); key != "" {
		f.e.served[key] = true
	} else if r.Obj.Sym != nil {
		f.playLabel(site, r.Obj.Sym)
	}
	st := f.state()
	if late := f.routerState([]value.Ref{r}, slotLate); late != nil {
		st = f.behind(late, st)
	}
	for _, k := range n.Kids {
		switch {
		case k.Sel.Kind == access.Field && k.Node != nil:
			sub := r
			sub.Path = r.Path.Join(k.Sel)
			if hasRoutes(k.Node) {
				f.serveRouter(site, sub, k.Node)
			}
		case k.Sel.Kind == access.Slot && strings.HasPrefix(k.Sel.S, slotRoute) && k.Node != nil:
			for _, g := range k.Node.Funcs {
				f.playRoute(site, g, st)
			}
			if globalKey(r.Obj) == "" {
				gone := r
				gone.Path = r.Path.Join(k.Sel)
				f.cleared = append(f.cleared, gone)
			}
		}
	}
}

func hasRoutes(n *value.Node) bool {
	if n == nil {
		return false
	}
	for _, k := range n.Kids {
		if k.Sel.Kind == access.Slot && strings.HasPrefix(k.Sel.S, slotRoute) && k.Node != nil {
			return true
		}
		if k.Sel.Kind == access.Field && hasRoutes(k.Node) {
			return true
		}
	}
	return false
}

// playRoute plays one registration of a router that is in state st.
func (f *frame) playRoute(site *callSite, g *value.Fn, st *value.Node) {
	if !strings.HasPrefix(g.Name, routeName) || len(g.Bind) != 2 || f.playing[g.Name] {
		return
	}
	st = f.behind(g.Bind[1], st)
	if closed(st) {
		return
	}
	f.playing[g.Name] = true
	defer delete(f.playing, g.Name)
	was, heap := f.route, f.heap
	s := *site
	if reg := f.e.registrationOf(g.Name); reg != nil {
		if reg.spot.pos.IsValid() || f.route == nil || !f.route.spot.pos.IsValid() {
			if !reg.spot.pos.IsValid() {
				reg.spot = site.spot()
			}
			f.route = reg
		}
		if reg.spot.key.IsValid() {
			s.pos, s.call = reg.spot.key, f.e.callAt[reg.spot.key]
		}
	}
	s.key += g.Name
	f.setState(st)
	var t types.Type
	if i := strings.LastIndexByte(g.Name, '\x01'); i >= 0 && i+1 < len(g.Name) {
		t = f.dynType(g.Name[i+1:])
	}
	f.apart(func() { f.playHandler(&s, at{g.Bind[0], t}) })
	f.route, f.heap = was, heap
}

// registrationOf reads the place out of a registration's name.
func (e *engine) registrationOf(name string) *registration {
	parts := strings.Split(strings.TrimPrefix(name, routeName), "\x01")
	if len(parts) < 5 {
		return nil
	}
	line, _ := strconv.Atoi(parts[2])
	col, _ := strconv.Atoi(parts[3])
	reg := &registration{place: value.Place{Pkg: parts[0], File: parts[1], Line: line, Col: col}}
	if parts[0] != e.pass.Pkg.Path() {
		return reg
	}
	tf := e.fileNamed(parts[1])
	if tf == nil || line < 1 || line > tf.LineCount() {
		return reg
	}
	pos := tf.LineStart(line) + token.Pos(col-1)
	if call := e.callAt[pos]; call != nil {
		reg.spot = spot{call.Pos(), call.End(), pos}
	}
	return reg
}

func (e *engine) fileNamed(name string) *token.File {
	if e.files == nil {
		e.files = e.fileIndex()
	}
	return e.files[name]
}

// verdictOfStep is verdict for one handler in a list of them: what wraps others
// is no step.
func (f *frame) verdictOfStep(site *callSite, chain model.Chain, v at) *value.Node {
	if chain == model.ChainWrap {
		return f.e.before
	}
	return f.verdict(site, chain, v)
}

// verdict is the state behind a middleware, where the state before it is "as
// before".
func (f *frame) verdict(site *callSite, chain model.Chain, v at) *value.Node {
	if v.n == nil {
		return f.e.before
	}
	var out *value.Node
	for _, g := range v.n.Funcs {
		out = f.u.Join(out, f.verdictOf(site, chain, at{value.New(value.Node{Funcs: []*value.Fn{g}}), v.t}))
	}
	for _, k := range v.n.Kids {
		if k.Sel.Kind == access.Dyn {
			n := k.Node
			if isBare(n) {
				n = nil
			}
			out = f.u.Join(out, f.verdictOf(site, chain, at{n, f.dynType(k.Sel.S)}))
		}
	}
	for _, l := range v.n.Labels {
		if !l.Symbolic() || l.Via != nil {
			out = f.u.Join(out, f.e.before)
			continue
		}
		id, ok := f.addCall("use"+site.key+"#"+itoa(l.ID()), summary.Call{Target: l, Method: useMethod + string(chain), Place: f.place(site.pos)})
		if !ok {
			return f.e.before
		}
		out = f.u.Join(out, f.e.stateOf(id, stateKey(0, model.Passes), ""))
	}
	if len(v.n.Refs) > 0 && v.t != nil {
		out = f.u.Join(out, f.verdictOf(site, chain, at{value.New(value.Node{Refs: v.n.Refs}), v.t}))
	}
	if out == nil {
		return f.e.before
	}
	return out
}

// verdictOf plays one middleware between an unverified caller and a probe.
func (f *frame) verdictOf(site *callSite, chain model.Chain, v at) *value.Node {
	if f.serving > maxServing {
		return f.e.before
	}
	f.serving++
	f.quiet++
	cleared := f.cleared
	heap, depth, dead, tells, pass, applied := f.heap, f.depth, f.dead, f.tells, f.pass, f.applied
	f.depth, f.pass = 0, nil
	f.setState(f.e.before)
	s := *site
	s.common, s.consts, s.direct = nil, nil, false
	s.key += "/use"
	f.apart(func() { f.playMiddleware(&s, chain, v) })
	got := f.pass
	if chain == model.ChainNext {
		got = f.u.Join(got, f.live(f.state()))
	}
	if f.applied == applied {
		got = f.e.before // it could not be followed
	} else if got == nil && chain == model.ChainNext {
		got = f.e.closedState // it aborts on every way
	} else if got == nil {
		got = f.e.before // where it goes on was not found
	}
	f.heap, f.depth, f.dead, f.tells, f.pass = heap, depth, dead, tells, pass
	f.cleared = cleared
	f.serving--
	f.quiet--
	return got
}

var probe = value.New(value.Node{Funcs: []*value.Fn{{Name: probeName}}})

func isProbe(n *value.Node) bool {
	return n != nil && slices.ContainsFunc(n.Funcs, func(g *value.Fn) bool { return g.Name == probeName })
}

// playMiddleware calls a middleware in the way of its framework.
func (f *frame) playMiddleware(site *callSite, chain model.Chain, v at) {
	sig, call := f.middlewareCall(site, v)
	if sig == nil {
		return
	}
	args := opaqueArgs(f, sig)
	for i := range args {
		t := sig.Params().At(i).Type()
		if chain == model.ChainWrap && i == 0 || chain == model.ChainArg && isFuncType(t) ||
			chain == model.ChainArg && handlerInterface(t) {
			args[i] = at{probe, t}
		}
	}
	rs := call(sig, args)
	if chain != model.ChainWrap || len(rs) == 0 || rs[0] == nil {
		return
	}
	applied := f.applied
	f.dead = false
	f.playHandler(site, at{rs[0], sig.Results().At(0).Type()})
	if f.applied == applied && !isProbe(rs[0]) {
		f.pass = f.u.Join(f.pass, f.e.before)
	}
}

// middlewareCall finds out how to call a middleware: as a function, or by the
// method that its kind has.
func (f *frame) middlewareCall(site *callSite, v at) (*types.Signature, func(*types.Signature, []argument) []*value.Node) {
	byValue := func(sig *types.Signature, args []argument) []*value.Node {
		return f.callValue(site, v.n, resultTypes(sig), args)
	}
	if v.t != nil {
		if sig, ok := v.t.Underlying().(*types.Signature); ok {
			return sig, byValue
		}
		for _, name := range middlewareMethods {
			if sel := types.NewMethodSet(v.t).Lookup(nil, name); sel != nil {
				return sel.Obj().(*types.Func).Signature(), func(sig *types.Signature, args []argument) []*value.Node {
					return f.callSelected(site, v, f.e.pass.Pkg, name, resultTypes(sig), args)
				}
			}
		}
	}
	if v.n != nil && len(v.n.Funcs) == 1 && v.n.Funcs[0].Func != nil {
		return v.n.Funcs[0].Func.Signature, byValue
	}
	return nil, nil
}

var middlewareMethods = []string{"Middleware", "WrapUnary", "ServeHTTP", "Handler"}

func isFuncType(t types.Type) bool {
	_, ok := t.Underlying().(*types.Signature)
	return ok
}

func handlerInterface(t types.Type) bool {
	return types.IsInterface(t) && types.NewMethodSet(t).Lookup(nil, "ServeHTTP") != nil && typeBase(t) != "ResponseWriter"
}

// escapingRouters judges the routers that this function leaves to others and
// that nobody here serves: first what wraps them, then the routers themselves.
func (f *frame) escapingRouters(s *function) {
	s.judged, s.inGlobals = nil, map[string]map[flowKey]*Disclosure{}
	if !f.returned {
		return
	}
	f.heap = f.exit
	var objs []*value.Obj
	globals := map[*value.Obj]bool{}
	f.heap.Each(func(o *value.Obj, n *value.Node) {
		switch {
		case !hasRoutes(n) || f.foreigners[o]:
		case globalKey(o) != "":
			globals[o] = true
			objs = append(objs, o)
		case o.Sym == nil:
			objs = append(objs, o)
		}
	})
	if len(objs) == 0 {
		return
	}
	final, kept := f.final, f.kept()
	pending, served := len(f.disclosures), maps.Clone(f.e.served)
	judge := func(h at, key string, to map[flowKey]*Disclosure) {
		f.final = to
		site := &callSite{key: "escaping" + key, pos: f.fn.Pos()}
		f.serving++ // registrations stay until all is judged
		f.answer(site, h, f.e.anybodyState)
		f.serving--
	}
	for i, h := range f.wrappers(objs) {
		judge(h, "wrapper"+itoa(i), f.escaped)
	}
	done := map[*value.Obj]bool{}
	for _, r := range f.cleared {
		done[r.Obj] = true
	}
	for _, o := range objs {
		if done[o] || f.linked(o, objs) {
			continue
		}
		to := final
		if globals[o] {
			to = map[flowKey]*Disclosure{}
			s.inGlobals[globalKey(o)] = to
		} else if kept[o] {
			to = f.escaped
		}
		judge(at{n: value.New(value.Node{Refs: []value.Ref{{Obj: o}}})}, itoa(o.ID), to)
	}
	s.judged = map[int][]access.Sel{}
	for _, r := range f.cleared {
		s.judged[r.Obj.ID] = append(s.judged[r.Obj.ID], r.Path[len(r.Path)-1])
	}
	f.final, f.disclosures, f.cleared, f.e.served = final, f.disclosures[:pending], nil, served
}

// wrappers are the handlers through which routers leave that are not routers
// themselves: closures and types with ServeHTTP.
func (f *frame) wrappers(objs []*value.Obj) []at {
	var out []at
	seen := map[string]bool{}
	var visit func(n *value.Node, depth int)
	visit = func(n *value.Node, depth int) {
		if n == nil || depth > value.MaxDepth {
			return
		}
		for _, g := range n.Funcs {
			if g.Func == nil || seen[g.Name] || !f.reaches(g.Bind, objs) {
				continue
			}
			seen[g.Name] = true
			out = append(out, at{value.New(value.Node{Funcs: []*value.Fn{g}}), nil})
		}
		for _, k := range n.Kids {
			if t := f.dynType(k.Sel.S); k.Sel.Kind == access.Dyn && t != nil && f.e.modelType(t) == nil && f.handlerMethod(t) != "" &&
				!isFuncType(t) && !seen[k.Sel.S] && f.reaches([]*value.Node{k.Node}, objs) {
				seen[k.Sel.S] = true
				out = append(out, at{k.Node, t})
				continue
			}
			if k.Sel.Kind != access.Slot {
				visit(k.Node, depth+1)
			}
		}
	}
	for _, n := range f.results {
		visit(n, 0)
	}
	f.heap.Each(func(_ *value.Obj, n *value.Node) { visit(n, 0) })
	return out
}

// reaches reports whether any of the objects can be got at from the values.
func (f *frame) reaches(ns []*value.Node, objs []*value.Obj) bool {
	seen := map[*value.Obj]bool{}
	queue := slices.Clone(ns)
	for len(queue) > 0 {
		n := queue[0]
		queue = queue[1:]
		for _, o := range objects(n) {
			if slices.Contains(objs, o) {
				return true
			}
			if !seen[o] {
				seen[o] = true
				queue = append(queue, f.content(o))
			}
		}
	}
	return false
}

// modelType is the router type that the models know a type as, or nil.
func (e *engine) modelType(t types.Type) *model.Package {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return nil
	}
	return e.models.Package(n.Obj().Pkg().Path())
}

// linked reports whether another router leads to this one.
func (f *frame) linked(o *value.Obj, objs []*value.Obj) bool {
	for _, p := range objs {
		if p == o {
			continue
		}
		n, _ := f.heap.Get(p)
		if routesTo(n, o) {
			return true
		}
	}
	return false
}

func routesTo(n *value.Node, o *value.Obj) bool {
	if n == nil {
		return false
	}
	for _, k := range n.Kids {
		if k.Sel.Kind == access.Field && routesTo(k.Node, o) {
			return true
		}
		if k.Sel.Kind != access.Slot || k.Node == nil {
			continue
		}
		for _, g := range k.Node.Funcs {
			if len(g.Bind) == 2 && refersTo(g.Bind[0], o) {
				return true
			}
		}
	}
	return false
}

// kept are the objects that others can reach when the function has returned.
func (f *frame) kept() map[*value.Obj]bool {
	out := map[*value.Obj]bool{}
	f.heap = f.exit
	for _, c := range f.snapshot(f.results, leftBehind) {
		out[c.Obj] = true
	}
	for _, c := range f.snapshot(nil, inGlobal) {
		out[c.Obj] = true
	}
	return out
}

// followsWeb reports whether anything in this package can concern responses,
// verification or routes.
func (e *engine) followsWeb() bool {
	for _, p := range e.pass.Pkg.Imports() {
		if e.models.Routing(p.Path()) {
			return true
		}
		if t := e.facts.tables[p.Path()]; t != nil {
			if _, ok := t.Get(summary.WebKey); ok {
				return true
			}
		}
	}
	for _, d := range e.local.funcs {
		if d.Verify {
			return true
		}
		for _, s := range d.Sinks {
			if s.Kind == string(model.SinkResponse) {
				return true
			}
		}
	}
	return false
}
