package taint

import (
	"go/constant"
	"slices"
	"strconv"
	"strings"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/value"
)

// A router is memory with slots: what stands before its next registration, what
// stands before all of them, and its registrations. A registration is a
// function value of its own kind, with the handler and its state bound to it.
const (
	slotRouter = "rt:" // begins the names of all of them

	slotState = "rt:state"
	slotLate  = "rt:late"
	slotRoute = "rt:to:"

	routeName = "\x00route\x01"
	probeName = "\x00next"
	useMethod = "\x00use:" // a callback: is this middleware verifying?
	serveCall = "\x00serve"

	verifyName   = "\x00verify"   // middleware that verifies
	verifiedName = "\x00verified" // a handler behind it
	checkName    = "\x00check"    // middleware that asks a function which is bound to it
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
	if r.Auto != "" {
		c.autoRegister(r.Auto)
	}
	for _, p := range r.Check {
		c.results[0] = c.checker(p)
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
	if !c.laned(r) && (len(r.Uses)+len(r.Routes) > 0 || r.Group) {
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
	st := f.e.before
	if len(r.Behind) > 0 && closed(c.behind(r)) {
		st = f.e.closedState
	}
	for _, ref := range refs {
		ref.Path = ref.Path.Join(slotSel(slotState))
		f.write(ref, st, false)
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
		return c.f.embedded(c.f.routersIn(c.place(p).n))
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

// embedded are routers where they have their state.
func (f *frame) embedded(refs []value.Ref) []value.Ref {
	for i, r := range refs {
		refs[i] = f.embeddedRouter(r)
	}
	return refs
}

// embeddedRouter is the router in the one that is handed on as an interface: what
// has the state is a field of it.
func (f *frame) embeddedRouter(r value.Ref) value.Ref {
	n := f.u.GetPath(f.content(r.Obj), r.Path)
	if n == nil || n.Has(slotSel(slotState)) {
		return r
	}
	found := r
	for _, k := range n.Kids {
		if k.Sel.Kind != access.Field || k.Node == nil || !k.Node.Has(slotSel(slotState)) {
			continue
		}
		if len(found.Path) > len(r.Path) {
			return r
		}
		found.Path = r.Path.Join(k.Sel)
	}
	return found
}

// isRouter reports whether memory has what routers have.
func isRouter(n *value.Node) bool {
	return n != nil && slices.ContainsFunc(n.Kids, func(k value.Kid) bool {
		return k.Sel.Kind == access.Slot && strings.HasPrefix(k.Sel.S, slotRouter)
	})
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

// oneRouter reports whether memory that a router may be is that of one: there is
// no other, or all of it is what a package variable holds.
func (f *frame) oneRouter(refs []value.Ref) bool {
	if len(refs) == 1 && (!refs[0].Obj.Many || f.foreigners[refs[0].Obj] != "") {
		return true
	}
	in := ""
	for _, r := range refs {
		name := f.foreigners[r.Obj]
		if key := globalKey(r.Obj); key != "" {
			name = variableName(key)
		}
		if name == "" || in != "" && name != in {
			return false
		}
		in = name
	}
	return in != ""
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
	one := f.oneRouter(refs)
	for _, ref := range refs {
		ref.Path = ref.Path.Join(slotSel(slot))
		f.write(ref, st, !one)
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
		return append(out, c.f.eachPart(rest)...)
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
		for _, l := range st.Labels {
			if l.Root.Kind == value.Global { // a variable's router has no more before it than is known here
				out = f.u.Join(out, f.e.before)
				continue
			}
			out = f.u.Join(out, value.Of(l))
		}
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
	if c.how == "" && len(c.m.Routing.Answers) > 0 {
		c.how = c.m.PkgPath + "#" + c.m.Name + "#"
		defer func() { c.how = "" }()
	}
	f.noteRegistered(h.n)
	f.e.noteChecked(st, nil)
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
	fn := &value.Fn{Name: name + "\x01" + c.how + "\x01" + typ, Bind: []*value.Node{h.n, st}}
	node := value.New(value.Node{Funcs: []*value.Fn{fn}})
	for _, ref := range refs {
		ref.Path = ref.Path.Join(slotSel(slotRoute + key))
		f.write(ref, node, true)
	}
}
