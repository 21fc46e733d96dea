package taint

import (
	"go/ast"
	"go/constant"
	"strconv"
	"strings"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
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
	refusedName  = "\x00refused"  // what answers callers whom such middleware refuses
)

// registration is the place of a route.
type registration struct {
	place value.Place
	spot  spot        // here, or where it was mounted or served from here
	mount value.Place // where the router of a registration elsewhere was mounted here
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
	for _, p := range r.All {
		c.results[0] = c.inRow(p)
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
		f.vouching(c.vouchers(r), func() { c.serve(p, c.behind(r)) })
	}
	for _, p := range r.Dispatch {
		if f.handing > 0 {
			break // it is only handed over, and keeps its routes
		}
		f.protect(func() { f.serveRouters(c.site, c.routers(p)) })
	}
	if !c.laned(r) && (len(r.Uses)+len(r.Routes) > 0 || r.Group || r.Operation != nil) {
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

// verifier is middleware that lets nobody through who is not verified. What it
// wraps may be given to it here or later.
func (c *modelCall) verifier() *value.Node {
	name, bind := verifyName, []*value.Node(nil)
	for _, p := range c.m.Routing.Skips {
		if _, _, err := p.Resolve(c.sig); err != nil {
			continue // of another form of the function
		}
		bind = append(bind, c.place(p).n)
	}
	for _, p := range c.m.Routing.Decides {
		if _, _, err := p.Resolve(c.sig); err != nil {
			continue
		}
		if n := c.place(p).n; c.f.e.neverRefuses(n) {
			bind = append(bind, n)
		}
	}
	bind = append(bind, c.refusals()...)
	if len(c.args) > 0 && handlerInterface(c.sig.Results().At(0).Type()) {
		name, bind = verifiedName, append([]*value.Node{c.args[0].n}, bind...)
	}
	return value.New(value.Node{Funcs: []*value.Fn{{Name: name, Bind: bind, Site: int(c.site.pos)}}})
}

func (c *modelCall) register(r *model.Routing) {
	f := c.f
	f.routing = true
	refs := c.routers(r.Router)
	base := f.routerState(refs, slotState)
	if path, ok := c.path0(); ok && r.Chain == model.ChainCall {
		base = f.underPrefixes(refs, path, base)
	}
	st := f.marked(base, c.routeParts(r))
	for _, p := range r.Wraps {
		for _, v := range c.list(p) {
			st = f.behind(f.verdict(c.site, r.Chain, v), st)
		}
	}
	if r.New && r.Chain == model.ChainCall {
		c.outside, c.how = true, routing(c.m.PkgPath, c.m.Name, "") // what answers errors
		defer func() { c.outside, c.how = false, "" }()
	}
	if len(r.Routes) == 0 && r.Operation != nil {
		c.f.setSlot(refs, slotState, st) // functions change all operations from now on
		return
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
	if r.Group {
		st = f.marked(base, c.routeParts(r))
	}
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

// prefixes are the paths below which middleware stands, "" for all; false if they are
// not known.
func (c *modelCall) prefixes() ([]string, bool) {
	call := c.site.call
	if call == nil || len(call.Args) == 0 {
		return []string{""}, true
	}
	info := c.f.e.pass.TypesInfo
	if path, ok := c.path0(); ok {
		return []string{path}, true
	}
	t := info.TypeOf(call.Args[0])
	if !shape.IsString(t) && !isTexts(t) {
		return []string{""}, true // a handler, or a list of them
	}
	lit, ok := ast.Unparen(call.Args[0]).(*ast.CompositeLit)
	if !ok {
		return nil, false
	}
	var out []string
	for _, e := range lit.Elts {
		v := info.Types[e].Value
		if v == nil || v.Kind() != constant.String {
			return nil, false
		}
		out = append(out, constant.StringVal(v))
	}
	return out, true
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
		c.addRoute(refs, *n, v, f.marked(st, c.mountParts(r)))
		*n++
		st = f.behind(f.verdict(c.site, r.Chain, v), st)
	}
	if r.Chain != model.ChainCall {
		f.setSlot(refs, slot, st)
		return st
	}
	paths, ok := c.prefixes()
	if !ok { // nobody knows before which routes it stands
		return f.routerState(refs, slot)
	}
	for _, path := range paths {
		at := slot
		if strings.Trim(path, "/") != "" {
			at += "@" + path
		}
		f.setSlot(refs, at, st)
	}
	return st
}

// group makes the first result a router of its own that belongs to this one, or what
// callbacks get for it, where there is none.
func (c *modelCall) group(refs []value.Ref, st *value.Node) {
	f := c.f
	if len(c.results) == 0 && len(c.m.Calls) == 0 {
		return
	}
	var o *value.Obj
	if len(c.results) > 0 {
		o = c.object(0)
	} else {
		o = f.object("group"+c.site.key, value.Obj{Type: shape.Pointed(c.sig.Recv().Type())})
	}
	self := value.New(value.Node{Refs: []value.Ref{{Obj: o}}})
	if len(c.results) == 0 {
		c.inner = self
	}
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

// addRoute registers a handler.
func (c *modelCall) addRoute(refs []value.Ref, n int, h at, st *value.Node) {
	f := c.f
	if h.n == nil || f.quiet > 0 {
		return
	}
	if c.how == "" && len(c.m.Routing.Answers) > 0 {
		c.how = routing(c.m.PkgPath, c.m.Name, "")
		defer func() { c.how = "" }()
	}
	f.noteRegistered(h.n)
	f.e.noteChecked(st, nil)
	p := f.place(c.site.pos)
	if p.File == "" && f.route != nil {
		p = f.route.place
	}
	if c.m.Routing.Pattern.Style == "strip" {
		p.Pkg, p.File = "", "" // routes are known by where they are registered
	}
	key := strings.Join([]string{p.Pkg, p.File, strconv.Itoa(p.Line), strconv.Itoa(p.Col), strconv.Itoa(n) + f.ctx}, "\x01")
	name := routeName + key
	var typ string
	if h.t != nil {
		typ = f.u.TypeKey(h.t)
	}
	fn := &value.Fn{Name: name + "\x01" + c.how + "\x01" + typ, Bind: []*value.Node{h.n, st}}
	node := value.New(value.Node{Funcs: []*value.Fn{fn}})
	slot := slotRoute + key
	if c.outside {
		slot = slotRoute + outsideMark + key
	}
	for _, ref := range refs {
		ref.Path = ref.Path.Join(slotSel(slot))
		f.write(ref, node, true)
	}
}
