package taint

import (
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/pattern"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// callSymbolic calls what only the callers of this function know: it becomes
// part of the summary.
func (f *frame) callSymbolic(site *callSite, l *value.Label, m *method, res []types.Type, args []argument) []*value.Node {
	for _, a := range args {
		f.escape(a.n)
	}
	if !l.Symbolic() || l.Via != nil {
		if l.Src != nil {
			return f.spread([]*value.Label{l}, res)
		}
		return f.unknownResults(res)
	}
	c := summary.Call{Target: l, Results: len(res), Place: f.place(site.pos), Quiet: f.quiet > 0}
	key := "call" + site.key + "/" + f.targetKey(l) + l.Path.String()
	if m != nil {
		c.Method, c.Iface = m.name, m.iface
		if len(args) == 0 { // it does the same wherever it is called
			key = "call " + itoa(l.ID()) + "/" + m.iface + "."
		}
		key += m.name
	}
	if c.Quiet {
		key += " quiet"
	}
	for i, a := range args {
		if f.caller != nil {
			f.noteRegistered(a.n) // who knows the callee answers for it
		}
		c.Args = append(c.Args, a.n)
		c.Types = append(c.Types, f.u.TypeKey(a.t))
		c.Texts = append(c.Texts, site.argText(i, a.t))
	}
	contents := f.reached
	if m != nil && (m.pending || m.tried) {
		c.Args = f.withoutPersonal(c.Args)
		contents = f.reachedWithoutPersonal
	}
	if f.caller != nil {
		c.State = f.state()
	}
	id, ok := f.addCall(key, c, contents)
	if !ok {
		f.tellNothing()
		return f.passedOn(res, args)
	}
	f.tell(told{id: id, exit: f.state()})
	if m == nil || !m.pending && !m.tried {
		f.stepTaken(id, res, args)
	}
	if m == nil || !m.tried {
		f.leaveBehind(id, args)
	}
	out := make([]*value.Node, len(res))
	for i, t := range res {
		if t == nil || !shape.IsError(t) || m != nil || f.answering(args) {
			out[i] = value.Of(f.root(value.Root{Kind: value.CallRes, N: id, M: i}, t, 0))
		}
	}
	return out
}

// answering reports whether a function that gets this is a handler, perhaps in a struct of
// the program's own, or is called by one: that often shows the caller the error. Other
// errors are reported where they are made, and all that is done to them would be too much
// for a summary; so would what libraries do to errors of functions that they are told.
func (f *frame) answering(args []argument) bool {
	if f.caller == nil {
		return false
	}
	answers := func(a argument) bool { return f.e.aboutToAnswer(a.t) || f.e.holdsResponse(a.t) }
	return slices.ContainsFunc(args, answers) || !f.e.downloaded() && f.e.answersRequests(f.fn.Signature)
}

// maxTurns is how many results of one call are called at the same place, as by
// a loop over states: further ones count as the last.
const maxTurns = 3

// targetKey tells the targets of one call apart.
func (f *frame) targetKey(l *value.Label) string {
	r := l.Root
	if r.Kind != value.CallRes && r.Kind != value.CallArg {
		return itoa(int(r.Kind)) + "." + itoa(r.N) + r.Name
	}
	turns := 0
	for ; turns < maxTurns && (r.Kind == value.CallRes || r.Kind == value.CallArg) && r.N < len(f.calls); turns++ {
		r = f.calls[r.N].Target.Root
	}
	return itoa(int(l.Root.Kind)) + "/" + itoa(turns)
}

// leaveBehind marks what a callback may write to memory that it was given.
func (f *frame) leaveBehind(id int, args []argument) {
	for i, a := range args {
		for _, h := range f.handedWith(a.n) {
			f.write(h.ref, value.Of(f.root(value.Root{Kind: value.CallArg, N: id, M: i, Name: h.elem}, f.typeAt(h.ref), 0)), true)
		}
		f.leaveCaptured(id, i, a.n)
	}
}

// filled marks what code that cannot be seen may write to memory that it was
// given: what is personal there is known by the type alone.
func (f *frame) filled(args []argument) {
	for _, a := range args {
		for _, r := range f.handed(a.n) {
			f.write(r, f.opaque(f.typeAt(r)), true)
		}
	}
}

// handed lists the memory of this function that a value leads to, in an
// interface too, or as an element of a slice: so pointers are given to whoever
// fills what they point to. What callers know better is theirs.
func (f *frame) handed(n *value.Node) []value.Ref {
	var out []value.Ref
	for _, h := range f.handedWith(n) {
		out = append(out, h.ref)
	}
	return out
}

// handedRef is memory that is given to somebody who may fill it.
type handedRef struct {
	ref  value.Ref
	elem string // elemMark and a number: of the list's elements, the one that leads there
}

// elemMark begins the name of an element of a list in which somebody left something.
const elemMark = "@"

func (f *frame) handedWith(n *value.Node) []handedRef { return f.handedIn(n, "", 1) }

func (f *frame) handedIn(n *value.Node, elem string, slices int) []handedRef {
	if n == nil {
		return nil
	}
	var out []handedRef
	for _, r := range n.Refs {
		if r.Obj.Sym == nil && r.Obj.Global == "" {
			out = append(out, handedRef{r, elem})
		}
		if slices > 0 {
			out = append(out, f.handedElems(f.u.GetPath(f.content(r.Obj), r.Path), slices-1)...)
		}
	}
	for _, k := range n.Kids {
		if k.Sel.Kind == access.Dyn {
			out = append(out, f.handedIn(k.Node, elem, slices)...)
		}
	}
	return out
}

func (f *frame) handedElems(n *value.Node, slices int) []handedRef {
	if n == nil {
		return nil
	}
	var out []handedRef
	for _, k := range n.Kids {
		switch k.Sel.Kind {
		case access.Index:
			out = append(out, f.handedIn(k.Node, elemMark+itoa(k.Sel.N), slices)...)
		case access.Elem:
			out = append(out, f.handedIn(k.Node, "", slices)...)
		}
	}
	return out
}

// leftInElem is what the callers find behind the pointer that is an element of a
// list. Where they don't see the elements apart it is what they find behind any.
func (in *instance) leftInElem(n *value.Node, name string) *value.Node {
	i, err := strconv.Atoi(strings.TrimPrefix(name, elemMark))
	if err != nil || n == nil {
		return in.f.load(n)
	}
	var out *value.Node
	for _, r := range n.Refs {
		kid, ok := in.f.u.GetPath(in.f.content(r.Obj), r.Path).Kid(access.Sel{Kind: access.Index, N: i})
		if !ok {
			return in.f.load(n)
		}
		out = in.f.u.Join(out, in.f.load(kid))
		for _, d := range dynamic(kid) {
			out = in.f.u.Join(out, in.f.load(d.Node))
		}
	}
	return out
}

// typeAt is the type of what a pointer leads to.
func (f *frame) typeAt(r value.Ref) types.Type { return typeAlong(r.Obj.Type, r.Path) }

// typeAlong is the static type at the end of a path from a value of type t.
func typeAlong(t types.Type, p access.Path) types.Type {
	for _, s := range p {
		t = value.StepType(t, s)
	}
	return t
}

// reached is the content of all memory that values lead to.
func (f *frame) reached(ns []*value.Node) []summary.Content { return f.snapshot(ns, nil) }

func (f *frame) reachedWithoutPersonal(ns []*value.Node) []summary.Content {
	cs := f.reached(ns)
	for i, c := range cs {
		cs[i].Node = f.withoutPersonal([]*value.Node{c.Node})[0]
	}
	return cs
}

// addCall records a callback once, with what contents says of the memory that
// it is given, and returns its number; it reports whether there was room for it.
func (f *frame) addCall(key string, c summary.Call, contents func([]*value.Node) []summary.Content) (int, bool) {
	c.Contents = contents(c.Args)
	if i, ok := f.known[key]; ok {
		for j := range c.Args {
			f.calls[i].Args[j] = f.u.Join(f.calls[i].Args[j], c.Args[j])
		}
		f.calls[i].Contents = contents(f.calls[i].Args)
		f.calls[i].State = f.u.Join(f.calls[i].State, c.State)
		return f.calls[i].ID, true
	}
	if n := len(f.calls); n > 0 && repeats(&f.calls[n-1], &c) {
		f.calls[n-1].State = f.u.Join(f.calls[n-1].State, c.State)
		f.known[key] = n - 1
		return f.calls[n-1].ID, true
	}
	if i, ok := f.another(&c); ok {
		f.mergeCall(i, &c, contents)
		f.known[key] = i
		return f.calls[i].ID, true
	}
	if n := len(f.calls); n >= maxCalls && !f.routing || n >= maxRouteCalls {
		f.e.bounded(boundCalls)
		return 0, false
	}
	f.known[key] = len(f.calls)
	c.ID = len(f.calls)
	f.calls = append(f.calls, c)
	return c.ID, true
}

// another is a call that stands for one more like it: most of many callbacks are
// those of a logger, which tell nothing and would take the room of all others.
func (f *frame) another(c *summary.Call) (int, bool) {
	if len(f.calls) < maxCalls/2 || c.Method == "" || c.Iface == "" || c.Results > 0 || c.Quiet {
		return 0, false
	}
	answers := slices.ContainsFunc(c.Types, func(key string) bool { return f.e.aboutToAnswer(f.dynType(key)) })
	n, last := 0, 0
	for i := range f.calls {
		d := &f.calls[i]
		if d.Target.ID() == c.Target.ID() && d.Method == c.Method && d.Iface == c.Iface && !d.Quiet && slices.Equal(d.Types, c.Types) &&
			(!answers || value.Alike(d.State, c.State)) { // who is verified does not matter to others
			n, last = n+1, i
		}
	}
	return last, n >= maxOfMethod
}

// mergeCall adds what a call is given to what another one is given.
func (f *frame) mergeCall(i int, c *summary.Call, contents func([]*value.Node) []summary.Content) {
	d := &f.calls[i]
	for j := range c.Args {
		d.Args[j] = f.u.Join(d.Args[j], c.Args[j])
		if len(d.Texts[j]) == 0 || len(c.Texts[j]) == 0 {
			d.Texts[j] = nil
		} else {
			d.Texts[j] = pattern.Either(d.Texts[j], c.Texts[j])
		}
	}
	d.Contents = contents(d.Args)
	d.State = f.u.Join(d.State, c.State)
}

// repeats reports whether call b does what the call right before it did: the
// same method or function, given the same. What opaque arguments are numbered
// does not count.
func repeats(a, b *summary.Call) bool {
	if a.Target.ID() != b.Target.ID() || a.Method != b.Method || a.Iface != b.Iface || a.Results != b.Results || a.Quiet != b.Quiet ||
		len(a.Args) != len(b.Args) || len(a.Contents)+len(b.Contents) > 0 {
		return false
	}
	for i := range a.Args {
		if a.Types[i] != b.Types[i] || !slices.Equal(a.Texts[i], b.Texts[i]) || !value.Alike(a.Args[i], b.Args[i]) {
			return false
		}
	}
	return true
}
