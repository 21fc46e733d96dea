package taint

import (
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/directive"
	"github.com/piivet/piivet/internal/taint/pattern"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// effects writes what the callee left in memory. Who gets a router with many routes
// has them all to look at, and no fewer steps for that.
func (in *instance) effects(cs []summary.Content) {
	if f := in.f; f.caller != nil && !f.e.late() && slices.ContainsFunc(cs, func(c summary.Content) bool { return isRouter(c.Node) }) {
		f.apart(func() { in.leave(cs) })
		return
	}
	in.leave(cs)
}

// leave computes all of it before any of it is written.
func (in *instance) leave(cs []summary.Content) {
	type write struct {
		ref  value.Ref
		n    *value.Node
		weak bool
		made bool // by the callee
		all  bool // each piece of memory that the object stands for has it
	}
	f := in.f
	var ws []write
	for _, c := range cs {
		if c.Obj.Sym != nil {
			refs := f.targets(in.label(c.Obj.Sym, nil))
			each := in.ofEach(c.Obj)
			several := len(refs) != 1 && !f.exclusive(refs) && !each
			for _, r := range refs {
				if isRouter(c.Node) {
					r = f.embeddedRouter(r)
				}
				// A map, slice or channel has one label with its content.
				in.itself, in.content, in.left = c.Obj.Sym, f.u.GetPath(f.content(r.Obj), r.Path), c.Node
				n := in.node(c.Node, in.contentType(c.Obj, r))
				in.itself, in.content, in.left = nil, nil, nil
				f.leavesAt(in.site, c.Obj.Sym, r, n)
				all := each && f.heldBy(r.Obj) <= 1
				ws = append(ws, write{r, n, in.escape || several || c.Obj.Many && !all || r.Off != 0, false, all})
			}
			continue
		}
		o := in.obj(c.Obj)
		_, again := f.heap.Get(o)
		again = again && f.cur != nil && f.loops[f.cur.Index] && o.Global == ""
		ws = append(ws, write{value.Ref{Obj: o}, in.held(c, o.Type), in.escape || again, o.Global == "", false})
	}
	for _, w := range ws {
		if w.ref.Obj.Drain != "" && !w.made {
			in.drain(w.ref.Obj, w.n)
			continue
		}
		if !w.made && f.e.duplex(w.ref.Obj) && !w.n.Has(sentSlot) {
			w.ref.Path = w.ref.Path.Join(sentSlot) // the callee may not have known
		}
		f.write(w.ref, f.laidOut(w.n, f.typeAt(w.ref), in.site.key+in.name), w.weak || w.ref.Obj.Many && !w.all)
	}
	for _, w := range ws {
		if w.ref.Obj.Sym != nil || w.ref.Obj.Global != "" {
			f.escape(w.n) // a closure that is kept may be called at any time
		}
	}
}

// held translates what an object of the callee's holds.
func (in *instance) held(c summary.Content, t types.Type) *value.Node {
	if !c.Obj.Copied || c.Node == nil {
		return in.node(c.Node, t)
	}
	var out *value.Node
	for _, l := range c.Node.Labels {
		n := in.label(l, t)
		if l.Symbolic() && l.Via == nil && !l.Trunc {
			n = in.f.inside(n)
		}
		out = in.f.u.Join(out, n)
	}
	return in.over(out, c.Node, t)
}

// contentType is the static type of what the callee left in o, which is at r
// in the caller. The callee does not know it behind an interface.
func (in *instance) contentType(o *value.Obj, r value.Ref) types.Type {
	if t := in.subst(o.Type); t != nil && !types.IsInterface(t) {
		return t
	}
	t := in.f.typeAt(r)
	if t == nil {
		_, t = in.place(o.Sym)
		t = shape.Pointed(t)
	}
	return t
}

// drain lets out what the callee wrote to a stream of the caller's.
func (in *instance) drain(o *value.Obj, n *value.Node) {
	f := in.f
	if sent, ok := n.Kid(sentSlot); ok { // the callee knew a connection, and not where it leads
		n = f.u.Join(n, sent)
	}
	if o.Drain == directive.KindResponse || o.Drain == directive.KindOutbound {
		name := in.site.title
		if input := f.inputName(o); input != "" {
			name = input
		}
		f.leak(o.Drain, name, in.site, located{labels: f.flat(n), arg: in.site.carrier(), out: f.outletOf(o)})
		return
	}
	if o.Drain == drainNone || f.quiet > 0 || o.Sym == nil {
		return
	}
	path, name := shape.SplitName(o.Sym.Root.Name)
	for _, l := range f.flat(n) {
		if l.Root.Kind != value.Global || l.Root.Name != o.Sym.Root.Name {
			f.out(way{kind: o.Drain, name: lastElem(path) + "." + name, label: l, spot: in.site.spot(), place: f.place(in.site.pos)})
		}
	}
}

func lastElem(path string) string { return path[strings.LastIndexByte(path, '/')+1:] }

// callback makes a call that the callee left to those who know the target.
func (in *instance) callback(c summary.Call) {
	f := in.f
	for _, k := range c.Contents {
		if k.Obj.Sym == nil {
			o := in.obj(k.Obj)
			f.write(value.Ref{Obj: o}, in.held(k, o.Type), true)
		}
	}
	args := make([]argument, len(c.Args))
	for i, a := range c.Args {
		var t types.Type
		if i < len(c.Types) {
			t = in.f.dynType(in.substKey(c.Types[i]))
		}
		args[i] = argument{in.node(a, t), t}
	}
	if in.escape && f.caller != nil && slices.ContainsFunc(args, func(a argument) bool { return f.e.aboutToAnswer(a.t) }) {
		return // the next handler: it is judged where it is made, and played where it is registered
	}
	target, t := in.place(c.Target)
	none := isNilOnly(target)
	target = withoutNil(target)
	site := in.site.inner("/" + in.name + strconv.Itoa(c.ID))
	for _, t := range c.Texts {
		var list []string
		for _, p := range t {
			list = pattern.Either(list, in.filled(p))
		}
		site.texts = append(site.texts, list)
	}
	in.passed[c.ID] = args
	in.asked.called()
	if f.caller != nil {
		if in.webCall(c, &site, argument{target, t}) {
			return
		}
		tells, now := f.tells, f.state()
		f.tells = nil
		st := in.state(c.State)
		if in.escape {
			st = f.e.closedState // judged where it is called
		}
		f.setState(st)
		was := f.requested
		f.requested = was || fromAnybody(st) && !fromAnybody(now)
		defer func() {
			f.requested = was
			in.told[c.ID] = f.tells
			if isElsewhere(st) {
				in.told[c.ID] = f.fromElsewhere(f.tells)
			}
			in.markEach(c)
			f.tells = tells
			f.setState(now)
		}()
	}
	if c.Quiet {
		f.quiet++
		defer func() { f.quiet-- }()
	}
	switch {
	case c.Target.Root.Kind == value.TypeArg:
		in.results[c.ID] = in.callMethodOf(&site, c, args)
	case c.Method != "":
		in.results[c.ID] = f.invokeNamed(&site, c, argument{target, t}, args)
	case target == nil && c.Method == "" && (none || f.caller != nil && in.neverSet(c.Target) || in.hasNone(c.Target)):
		f.tell(told{id: -1, exit: f.e.neverState}) // there is no such function
		in.results[c.ID] = make([]*value.Node, c.Results)
	default:
		res := make([]types.Type, c.Results)
		if t != nil {
			if sig, ok := t.Underlying().(*types.Signature); ok && sig.Results().Len() == c.Results {
				res = shape.ResultTypes(sig)
			}
		}
		in.results[c.ID] = f.callValue(&site, target, res, args)
	}
	in.noteOwn(c)
}

// neverSet reports whether a place is a field of memory that this program made, in
// which nothing was ever put.
func (in *instance) neverSet(l *value.Label) bool {
	last := len(l.Path) - 1
	if last < 1 || l.Path[last].Kind != access.Field || l.Path[last-1].Kind != access.Deref {
		return false
	}
	at, of := *l, *l
	at.Path, of.Path = l.Path[:last-1], l.Path[:last]
	p, _ := in.place(&at)
	if !in.f.madeHere(p) {
		return false
	}
	n, _ := in.place(&of)
	return n != nil && len(n.Labels) == 0
}

// hasNone reports whether a place is an element of a list that the call does not
// have: options, where none are given.
func (in *instance) hasNone(l *value.Label) bool {
	if l.Root.Kind != value.Param || len(l.Path) == 0 || l.Path[0].Kind != access.Elem {
		return false
	}
	c := shape.ConstOf(in.argument(l.Root.N))
	return c != nil && c.Value == nil
}

// sink follows a way out inside the callee with the caller's data.
func (in *instance) sink(s summary.Sink) {
	f := in.f
	judged := s.Label.Root.Kind == value.FreeVar && in.fn != nil && in.fn.Judged
	if f.quiet > 0 || judged && s.Kind != directive.KindResponse {
		return
	}
	w := way{kind: s.Kind, name: s.Name, spot: in.position(s), place: s.Place, in: s.In, out: in.outlet(s.Out)}
	if f.caller != nil && f.e.handsOn(s.Kind) {
		w.state = in.state(s.State)
	}
	if s.Kind == directive.KindResponse {
		if (in.escape || f.escaping > 0) && f.caller != nil {
			return // judged where it is called
		}
		w.state = in.state(s.State)
		w.in = f.writer(s.In)
		w.again = judged
	}
	if via := s.Label.Via; via != nil && via.Pattern.List && s.Label.Root.Kind == value.Param && (in.fn == nil || !isLoopBody(in.fn)) {
		in.sinkList(s, w)
		return
	}
	labels := []*value.Label{s.Label}
	if s.Label.Root.Kind == value.Global && in.local && s.Kind != directive.KindResponse {
		f.publish()
	} else {
		labels = labelsOf(in.label(s.Label, nil))
	}
	for _, w.label = range labels {
		f.out(w)
	}
}

// isLoopBody reports whether a function value is the body of a range over a
// function: a reader sees no call there.
func isLoopBody(g *value.Fn) bool {
	return g.Func != nil && shape.IsYield(g.Func)
}

// position is where a finding stands that comes about with this call: at the
// argument, or inside the closure if it captured the data.
func (in *instance) position(s summary.Sink) spot {
	lexical := s.Label.Root.Kind == value.FreeVar || in.fn != nil && isLoopBody(in.fn)
	if lexical && s.Pos.IsValid() {
		return spot{s.Pos, s.End, s.Key}
	}
	if s.Label.Root.Kind == value.Param {
		var elem *int
		if len(s.Label.Path) > 0 && s.Label.Path[0].Kind == access.Index {
			elem = &s.Label.Path[0].N
		}
		return in.site.argSpot(s.Label.Root.N, elem)
	}
	return in.site.spot()
}
