package taint

import (
	"go/types"
	"strings"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// serve lets the handlers at a place answer requests.
func (c *modelCall) serve(p model.Place, st *value.Node) {
	v := c.place(p)
	if c.f.e.inTest(c.site.pos) || helpsTests(c.f.top) {
		return
	}
	if v.n == nil && c.m.Routing.Router.Root == model.Pkg && p.Root == model.Arg {
		v.n = value.New(value.Node{Refs: c.routers(c.m.Routing.Router)}) // the default one
	}
	if v.n != nil {
		var how *reply
		if len(c.m.Routing.Answers) > 0 {
			how = &reply{m: c.m}
		}
		c.f.replying(how, func() { c.f.answer(c.site, v, st) })
	}
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
	if f.played > maxPlayed*f.e.budget || f.e.playedSteps > f.e.limits.all {
		play()
		return
	}
	work := f.u.Work
	f.u.Work = 0
	play()
	f.played += f.u.Work
	f.e.stats.Steps += f.u.Work
	f.e.playedSteps += f.u.Work
	f.u.Work = work
}

// playHandler calls whatever the handler is.
func (f *frame) playHandler(site *callSite, h at) {
	if h.n == nil {
		return
	}
	if f.reply != nil && f.reply.m.Routing.Methods {
		f.playService(site, h)
		return
	}
	if f.reply != nil && f.reply.m.Routing.Resolvers {
		f.playResolvers(site, h)
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
		if t := f.dynType(k.Sel.S); t != nil || !f.playHidden(site, k.Sel.S, n) {
			f.playTyped(site, at{n, t})
		}
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
	if sig, ok := h.t.Underlying().(*types.Signature); ok && h.n != nil && !f.servesItself(h.t) {
		f.protect(func() {
			f.disclosing(site, sig, func() []*value.Node { return f.callValue(site, h.n, shape.ResultTypes(sig), opaqueArgs(f, sig)) })
		})
		return
	}
	if name := f.handlerMethod(h.t); name != "" {
		sel := types.NewMethodSet(h.t).Lookup(f.e.pass.Pkg, name)
		sig := sel.Obj().(*types.Func).Signature()
		f.protect(func() { f.callSelected(site, h, f.e.pass.Pkg, name, shape.ResultTypes(sig), opaqueArgs(f, sig)) })
		return
	}
	if shape.IsPointer(h.t) {
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

// servesItself reports whether a type of functions has a method of its own by which
// servers call it, as one that writes the error that the function returns.
func (f *frame) servesItself(t types.Type) bool {
	return f.handlerMethod(t) != "" && types.TypeString(types.Unalias(t), nil) != "net/http.HandlerFunc"
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
		sig = f.e.signatureByName(g.Name)
	}
	if sig == nil {
		f.protect(func() { f.disclosing(site, nil, func() []*value.Node { return f.callFn(site, g, nil, nil) }) })
		return
	}
	f.protect(func() {
		f.disclosing(site, sig, func() []*value.Node { return f.callFn(site, g, shape.ResultTypes(sig), opaqueArgs(f, sig)) })
	})
}

// playLabel leaves a handler that only callers know to them.
func (f *frame) playLabel(site *callSite, l *value.Label) {
	if !l.Symbolic() || l.Via != nil || l.Root.Kind == value.Caller {
		return
	}
	c := summary.Call{Target: l, Method: f.serveMethod(), Place: f.place(site.pos), State: f.state()}
	for _, v := range f.vouchers {
		c.Args, c.Types, c.Texts = append(c.Args, v.n), append(c.Types, f.u.TypeKey(v.t)), append(c.Texts, nil)
	}
	f.addCall("serve"+site.key+"#"+itoa(l.ID()), c, f.reached)
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
	outside := st
	if late := f.routerState([]value.Ref{r}, slotLate); late != nil {
		st = f.behind(late, st)
	}
	was := f.errorsTo
	defer func() { f.errorsTo = was }()
	if to := errorHandler(n); to != "" {
		f.errorsTo = to
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
			f.leavingUndecided(r.Obj, k.Sel, func() {
				for _, g := range k.Node.Funcs {
					f.playRoute(site, g, beforeRoute(k.Sel.S, st, outside))
				}
			})
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
	if !strings.HasPrefix(g.Name, routeName) || len(g.Bind) != 2 || f.playing[g.Name] || f.idle && f.madeElsewhere(g) {
		return
	}
	st = f.behind(g.Bind[1], st)
	if closed(st) {
		f.e.noteChecked(st, nil)
		f.doneWith(g.Bind[0], 0)
		f.noteService(g)
		if f.capturesRouters(g.Bind[0]) || f.answersItself(g) { // which of them it hands on to, or whom it lets in, only its code tells
			f.playHandlers(site, g, st)
		}
		if f.e.subjects != nil && !decidedRights(st) {
			f.playKnown(func() { f.playHandlers(site, g, st) })
		}
		return
	}
	f.playHandlers(site, g, st)
}

// playHandlers plays what a registration leads to.
func (f *frame) playHandlers(site *callSite, g *value.Fn, st *value.Node) {
	f.playing[g.Name] = true
	defer delete(f.playing, g.Name)
	was, heap, offering, depth := f.route, f.heap, f.offering, f.depth
	f.offering, f.depth = f.offers(g), 0 // what led here is no part of the handler
	s := *site
	if reg := f.e.registrationOf(g.Name); reg != nil {
		f.route = f.mounted(site, reg)
		if reg.spot.key.IsValid() {
			s.pos, s.call = reg.spot.key, f.e.callAt[reg.spot.key]
		}
	}
	s.key += g.Name
	f.setState(st)
	t := f.handlerType(g)
	f.replying(f.e.replyOf(howOf(g.Name)), func() { f.apart(func() { f.playHandler(&s, at{g.Bind[0], t}) }) })
	f.route, f.heap, f.offering, f.depth = was, heap, offering, depth
}
