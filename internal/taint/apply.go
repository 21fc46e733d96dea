package taint

import (
	"go/types"
	"strconv"
	"strings"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/directive"
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
	memo    map[int]*value.Node
	results map[int][]*value.Node // of callbacks
	passed  map[int][]argument
	itself  *value.Label // of the memory whose content is translated,
	content *value.Node  // and what the caller has there
	before  *value.Node  // state of the caller before the call
	told    map[int][]told
}

// apply makes a call by its summary: callbacks, sinks, results, and what it
// leaves in memory, in this order.
func (f *frame) apply(site *callSite, app application) []*value.Node {
	res := resultTypes(app.sig)
	switch {
	case app.sum == nil || f.spent():
		f.tellNothing()
		return make([]*value.Node, len(res))
	case f.tooDeep(maxDepth, boundDepth):
		f.tellNothing()
		return f.passedOn(res, app.args)
	}
	f.depth++
	defer func() { f.depth-- }()
	if app.sum.Silent() {
		f.applied++
		f.tellNothing()
		return make([]*value.Node, len(res))
	}
	in := &instance{
		application: app, f: f, site: site, objs: map[*value.Obj]*value.Obj{}, memo: map[int]*value.Node{},
		results: map[int][]*value.Node{}, passed: map[int][]argument{}, before: f.state(), told: map[int][]told{},
	}
	tells := f.tells
	for _, c := range app.sum.Calls {
		if f.spent() {
			break
		}
		in.callback(c)
	}
	in.memo = map[int]*value.Node{}
	for _, s := range app.sum.Sinks {
		in.sink(s)
	}
	for _, s := range app.sum.Disclosures {
		in.disclosed(s)
	}
	out := make([]*value.Node, len(res))
	for i, n := range app.sum.Results {
		if i < len(out) {
			out[i] = in.node(n, in.subst(res[i]))
		}
	}
	in.effects(app.sum.Contents)
	f.tells = tells
	in.tell()
	if app.sum.NoReturn && site.direct && !app.escape {
		f.dead = true
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
		n = in.f.step(n, t, s)
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

// label is what the caller knows of a label's data.
func (in *instance) label(l *value.Label, t types.Type) *value.Node {
	switch l.Root.Kind {
	case value.Known:
		return value.Of(l)
	case value.Global:
		return in.global(l, t)
	case value.Opaque:
		return in.f.opaque(t)
	case value.Caller:
		return in.registered(l)
	case value.Open:
		return value.Of(in.f.typed(l, t))
	}
	if n, ok := in.memo[l.ID()]; ok {
		return n
	}
	if st := in.routerState(l); st != nil {
		return st
	}
	n, pt := in.place(l)
	switch {
	case l.Via != nil && l.Via.Pattern.Text != "":
		n = in.patterned(l, n, pt)
	case l.Via != nil:
		n = value.Of(in.f.rendered(n, pt, *l.Via)...)
	case l.Trunc:
		n = value.Of(in.f.flat(n)...)
	}
	if l.Reported {
		n = in.f.u.Map(n, func(l *value.Label) *value.Label { return in.f.reported([]*value.Label{l})[0] })
	}
	if keys, ok := l.KeyList(); ok {
		n = in.f.u.Map(n, func(part *value.Label) *value.Label { return in.f.u.Within(part, keys) })
	}
	n = in.stepped(n, l.Steps)
	in.memo[l.ID()] = n
	return n
}

// global is what the caller's package knows of a package variable, and the
// label itself for those who may know more.
func (in *instance) global(l *value.Label, t types.Type) *value.Node {
	f := in.f
	l = f.typed(l, t)
	o := f.globalObj(l.Root.Name, nil)
	n := f.content(o)
	for _, s := range l.Path {
		if n != nil {
			n = f.step(n, nil, s)
		}
	}
	if l.Via != nil && n != nil {
		n = value.Of(f.rendered(n, nil, *l.Via)...)
	}
	return f.u.Join(value.Of(l), n)
}

// typed is a label that a fact brought, with the static type that it has here.
func (f *frame) typed(l *value.Label, t types.Type) *value.Label {
	if l.Type != nil || t == nil || l.Via != nil {
		return l
	}
	c := *l
	c.Type = t
	return f.u.Label(c)
}

// stepped appends the callee's stations to the caller's.
func (in *instance) stepped(n *value.Node, steps *value.Step) *value.Node {
	if steps == nil {
		return n
	}
	list := steps.List()
	return in.f.u.Map(n, func(l *value.Label) *value.Label {
		way := l.Steps
		for _, s := range list {
			if !strings.HasPrefix(s.Text, "read from ") || way == nil {
				way = way.With(s.Text, s.Place)
			}
		}
		return l.WithSteps(way)
	})
}

// node translates a value of static type t.
func (in *instance) node(n *value.Node, t types.Type) *value.Node {
	if n == nil || in.f.spent() {
		return nil
	}
	if n.Bare() {
		return bare(n.Errored)
	}
	in.f.u.Work++
	u := in.f.u
	var out *value.Node
	for _, l := range n.Labels {
		switch {
		case t == nil && l.Root.Kind == value.Opaque && l.Type == nil:
			out = u.Join(out, value.Of(l)) // it is for callers to say
		case in.itself != nil && l.ID() == in.itself.ID():
			out = u.Join(out, in.content)
		default:
			out = u.Join(out, in.label(l, t))
		}
	}
	for _, r := range n.Refs {
		out = u.Join(out, in.ref(r))
	}
	for _, g := range n.Funcs {
		out = u.Join(out, value.New(value.Node{Funcs: []*value.Fn{in.function(g)}}))
	}
	out = in.kids(out, n.Kids, t)
	if n.Errored && out != nil {
		c := *out
		c.Errored = true
		out = &c
	}
	return out
}

// kids puts the parts of a value in: elements that may be any first, since they
// add to all others.
func (in *instance) kids(out *value.Node, kids []value.Kid, t types.Type) *value.Node {
	plain := 0
	for _, k := range kids {
		if k.Sel.Kind == access.Elem {
			out = in.kid(out, k, t)
		} else if isPlain(k.Sel) {
			plain++
		}
	}
	if plain > 0 {
		parts := make([]value.Kid, 0, plain)
		for _, k := range kids {
			if isPlain(k.Sel) {
				parts = append(parts, value.Kid{Sel: k.Sel, Node: in.node(k.Node, value.StepType(t, k.Sel))})
			}
		}
		out = in.f.u.SetParts(out, parts)
	}
	for _, k := range kids {
		if k.Sel.Kind != access.Elem && !isPlain(k.Sel) {
			out = in.kid(out, k, t)
		}
	}
	return out
}

// isPlain reports whether a part stands under the same selector in a caller.
func isPlain(s access.Sel) bool {
	return s.Kind == access.Field || s.Kind == access.Index || s.Kind == access.Key
}

func (in *instance) kid(out *value.Node, k value.Kid, t types.Type) *value.Node {
	u, s := in.f.u, k.Sel
	if s.Kind == access.Dyn {
		s.S = in.substKey(s.S)
		kt := in.f.dynType(s.S)
		kn := in.node(k.Node, kt)
		if kn == nil {
			kn = emptyBox
		}
		if kt != nil && types.IsInterface(kt) && !isTypeParam(kt) {
			return u.Join(out, kn) // boxed from a type parameter that is an interface here
		}
		return u.Set(out, s, u.Join(kn, u.Get(out, s)))
	}
	if s.Kind == access.Slot && strings.HasPrefix(s.S, keyMark) && strings.Contains(s.S, hole) {
		return marked(out, u, in.keyMark(s.S))
	}
	kn := in.node(k.Node, value.StepType(t, s))
	if s.Kind == access.Elem {
		return u.SetPath(out, access.Path{s}, kn, true)
	}
	return u.Set(out, s, kn)
}

func (in *instance) function(g *value.Fn) *value.Fn {
	c := *g
	c.Bind, c.Yields = nil, nil
	for _, b := range g.Bind {
		c.Bind = append(c.Bind, in.node(b, nil))
	}
	for _, y := range g.Yields {
		c.Yields = append(c.Yields, in.node(y, nil))
	}
	if g.Yields != nil && c.Yields == nil {
		c.Yields = []*value.Node{}
	}
	return &c
}

// ref translates a pointer into the callee's memory.
func (in *instance) ref(r value.Ref) *value.Node {
	f := in.f
	if r.Obj.Sym == nil {
		r.Obj = in.obj(r.Obj)
		return value.New(value.Node{Refs: []value.Ref{r}})
	}
	var refs []value.Ref
	for _, t := range f.targets(in.label(r.Obj.Sym, nil)) {
		t.Path = t.Path.Join(r.Path...)
		if r.Off != 0 {
			t.Off = value.Unknown
		}
		refs = append(refs, t)
	}
	return value.New(value.Node{Refs: f.u.Refs(refs)})
}

// obj is the caller's object for one that the callee made.
func (in *instance) obj(o *value.Obj) *value.Obj {
	if o.Global != "" {
		return in.f.globalObj(o.Global, o.Type)
	}
	if m, ok := in.objs[o]; ok {
		return m
	}
	m := in.f.objectOf(objKey{"in" + in.site.key, in.name, o.ID}, value.Obj{Type: in.typeOf(o), Many: o.Many})
	in.objs[o] = m
	return m
}

// typeOf is the type of an object that the callee made.
func (in *instance) typeOf(o *value.Obj) types.Type {
	if o.Type == nil && o.Key != "" {
		return in.f.dynType(in.substKey(o.Key))
	}
	return in.subst(o.Type)
}

// effects writes what the callee left in memory. All of it is computed before
// any of it is written.
func (in *instance) effects(cs []summary.Content) {
	type write struct {
		ref  value.Ref
		n    *value.Node
		weak bool
	}
	f := in.f
	var ws []write
	for _, c := range cs {
		if c.Obj.Sym != nil {
			refs := f.targets(in.label(c.Obj.Sym, nil))
			for _, r := range refs {
				// A map, slice or channel has one label with its content.
				in.itself, in.content = c.Obj.Sym, f.u.GetPath(f.content(r.Obj), r.Path)
				n := in.node(c.Node, in.contentType(c.Obj, r))
				in.itself, in.content = nil, nil
				ws = append(ws, write{r, n, in.escape || len(refs) != 1 || c.Obj.Many || r.Off != 0})
			}
			continue
		}
		o := in.obj(c.Obj)
		_, again := f.heap.Get(o)
		again = again && f.cur != nil && f.loops[f.cur.Index] && o.Global == ""
		ws = append(ws, write{value.Ref{Obj: o}, in.node(c.Node, o.Type), in.escape || again})
	}
	for _, w := range ws {
		if w.ref.Obj.Drain != "" {
			in.drain(w.ref.Obj, w.n)
			continue
		}
		f.write(w.ref, f.laidOut(w.n, f.typeAt(w.ref), in.site.key+in.name), w.weak || w.ref.Obj.Many)
	}
	for _, w := range ws {
		if w.ref.Obj.Sym != nil || w.ref.Obj.Global != "" {
			f.escape(w.n) // a closure that is kept may be called at any time
		}
	}
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
		t = pointed(t)
	}
	return t
}

// drain lets out what the callee wrote to a stream of the caller's.
func (in *instance) drain(o *value.Obj, n *value.Node) {
	f := in.f
	if o.Drain == directive.KindResponse {
		f.leak(o.Drain, in.site.title, in.site, located{labels: f.flat(n), arg: in.site.carrier()})
		return
	}
	if o.Drain == drainNone || f.quiet > 0 || o.Sym == nil {
		return
	}
	path, name := splitName(o.Sym.Root.Name)
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
			f.write(value.Ref{Obj: o}, in.node(k.Node, o.Type), true)
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
	target, t := in.place(c.Target)
	site := in.site.inner("/" + in.name + strconv.Itoa(c.ID))
	for _, t := range c.Texts {
		var list []string
		for _, p := range t {
			list = eitherText(list, in.filled(p))
		}
		site.texts = append(site.texts, list)
	}
	in.passed[c.ID] = args
	in.memo = map[int]*value.Node{}
	if f.caller != nil {
		if in.webCall(c, &site, argument{target, t}) {
			return
		}
		tells, now := f.tells, f.state()
		f.tells = nil
		f.setState(in.state(c.State))
		if in.escape {
			f.setState(f.e.closedState) // judged where it is called
		}
		defer func() {
			in.told[c.ID] = f.tells
			f.tells = tells
			f.setState(now)
		}()
	}
	if c.Quiet {
		f.quiet++
		defer func() { f.quiet-- }()
	}
	if c.Method != "" {
		in.results[c.ID] = f.invokeNamed(&site, c, argument{target, t}, args)
	} else {
		res := make([]types.Type, c.Results)
		if t != nil {
			if sig, ok := t.Underlying().(*types.Signature); ok && sig.Results().Len() == c.Results {
				res = resultTypes(sig)
			}
		}
		in.results[c.ID] = f.callValue(&site, target, res, args)
	}
}

// sink follows a way out inside the callee with the caller's data.
func (in *instance) sink(s summary.Sink) {
	f := in.f
	judged := s.Label.Root.Kind == value.FreeVar && in.fn != nil && in.fn.Judged
	if f.quiet > 0 || judged && s.Kind != directive.KindResponse {
		return
	}
	w := way{kind: s.Kind, name: s.Name, spot: in.position(s), place: s.Place, in: s.In}
	if s.Kind == directive.KindResponse {
		if w.state = in.state(s.State); in.escape {
			w.state = f.e.closedState // judged where it is called
		}
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
	return g.Func != nil && g.Func.Synthetic == "range-over-func yield"
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
