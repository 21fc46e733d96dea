package taint

import (
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/piivet/piivet/internal/directive"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// pendingCall is a call of an interface method with personal data that stays
// open: a package that imports this one may bind a type to the interface whose
// method lets the data out. It is closed where that type is converted.
type pendingCall struct {
	id       string // import path and number, for results of this call
	key      string // interface type and method
	args     []*value.Node
	contents []summary.Content // memory that args lead to
	known    []string          // types that were judged at the call itself
}

// pend keeps a call open for types that are bound later. It returns the call's
// id, or nothing if it hands over no personal data at all.
func (f *frame) pend(m *types.Func, iface types.Type, impls []types.Type, args []argument) string {
	if f.quiet > 0 || iface == nil || f.e.described() {
		return ""
	}
	key := methodKey(f.u.TypeKey(iface), m)
	if strings.Contains(key, "$") || !slices.ContainsFunc(args, func(a argument) bool { return f.personal(a.n) }) {
		return ""
	}
	z := newFreezer(f)
	p := &pendingCall{key: key, known: f.typeKeys(impls)}
	for _, a := range args {
		p.args = append(p.args, z.node(a.n))
	}
	p.contents = z.memory()
	content := key + summary.Fingerprint(&summary.Summary{Results: p.args, Contents: p.contents})
	if old := f.e.pending[content]; old != nil {
		return old.id
	}
	if len(f.e.pending) >= maxPending {
		f.e.bounded(boundPending)
		return ""
	}
	p.id = f.e.pass.Pkg.Path() + "#" + strconv.Itoa(len(f.e.pending))
	f.e.pending[content] = p
	return p.id
}

// personal reports whether a value holds data that is known to be personal.
func (f *frame) personal(n *value.Node) bool {
	return slices.ContainsFunc(f.flat(n), func(l *value.Label) bool {
		return l.Root.Kind != value.FreeVar && f.e.concrete(l) != nil
	})
}

func (f *frame) typeKeys(ts []types.Type) []string {
	var out []string
	for _, t := range ts {
		out = append(out, f.u.TypeKey(t))
	}
	return out
}

// methodKey names an interface's method in facts.
func methodKey(iface string, m *types.Func) string { return iface + "." + m.Name() }

// withoutPersonal is what is left of arguments for callers that know the
// target: personal data is judged where the target is bound.
func (f *frame) withoutPersonal(ns []*value.Node) []*value.Node {
	out := make([]*value.Node, len(ns))
	for i, n := range ns {
		out[i] = f.u.Map(n, func(l *value.Label) *value.Label {
			if l.Src != nil && l.Root.Kind != value.FreeVar {
				return nil
			}
			return l
		})
	}
	return out
}

// awaitedResult is a sink that gets what an open call gives back: whoever
// binds a type to the interface knows whether that is personal data.
type awaitedResult struct {
	kind, name string
	label      *value.Label
	place      value.Place
}

// openResults is what a call gives back whose target is bound later. The
// label's name says which call: interface and method, the pending call that
// has the arguments, and the types that were judged at the call itself.
func (f *frame) openResults(m *types.Func, iface types.Type, call string, impls, res []types.Type) []*value.Node {
	out := f.unknownResults(res)
	if !f.boundLater(m, iface) {
		return out
	}
	key := methodKey(f.u.TypeKey(iface), m)
	name := strings.Join([]string{key, call, strings.Join(f.typeKeys(impls), openSep)}, openSep)
	for i, t := range res {
		if holdsText(t) {
			out[i] = value.Of(f.root(value.Root{Kind: value.Open, M: i, Name: name}, t, 0))
		}
	}
	return out
}

// givenLater are open results that know the callback which gives them: what of them gets
// into a response is judged where the handler is played, by those who know the type.
// Texts and bytes are not: what gives them is mostly a cache, which has all sorts of things.
func (f *frame) givenLater(called, open []*value.Node, res []types.Type) []*value.Node {
	if f.caller == nil {
		return open
	}
	out := slices.Clone(open)
	for i, n := range out {
		if called[i] == nil || len(called[i].Labels) != 1 || called[i].Labels[0].Root.Kind != value.CallRes || !holdsStructs(res[i]) {
			continue
		}
		id := called[i].Labels[0].Root
		out[i] = f.u.Map(n, func(l *value.Label) *value.Label {
			if l.Root.Kind == value.Open {
				b := *l
				b.Root.N = id.N + 1
				return f.u.Label(b)
			}
			return l
		})
	}
	return out
}

// holdsStructs reports whether values of a type are structs, or lists of them.
func holdsStructs(t types.Type) bool {
	for range maxRender {
		switch u := typeOrNil(t).(type) {
		case *types.Struct:
			return true
		case *types.Pointer:
			t = u.Elem()
		case *types.Slice:
			t = u.Elem()
		case *types.Array:
			t = u.Elem()
		case *types.Map:
			t = u.Elem()
		default:
			return false
		}
	}
	return false
}

// playedLater lets an open result out into a response as that of its callback, for callers who
// know the type; false if it is none.
func (f *frame) playedLater(w way) bool {
	if w.kind != directive.KindResponse || f.caller == nil || w.label.Root.N == 0 {
		return false
	}
	l := *w.label
	l.Root = value.Root{Kind: value.CallRes, N: l.Root.N - 1, M: l.Root.M}
	w.label = f.u.Label(l)
	f.passOn(w)
	return true
}

// boundLater reports whether what a method gives back is judged where a type is
// bound to its interface, so that callers need not follow it.
func (f *frame) boundLater(m *types.Func, iface types.Type) bool {
	return f.quiet == 0 && !f.e.described() && !universal(iface) && !strings.Contains(methodKey(f.u.TypeKey(iface), m), "$")
}

// described reports whether a table speaks for the package under analysis, so
// that its own code does not.
func (e *engine) described() bool { return e.models.Describes(e.pass.Pkg.Path()) }

// openSep separates the parts of an open result's name.
const openSep = "\x00"

// universal reports whether an interface is one of the language, which every
// package binds.
func universal(iface types.Type) bool {
	n, ok := types.Unalias(iface).(*types.Named)
	return !ok || n.Obj().Pkg() == nil
}

// split gives the parts of an open result's name.
func (a *awaitedResult) split() (key, call string, known []string) {
	parts := strings.Split(a.label.Root.Name, openSep)
	return parts[0], parts[1], parts[2:]
}

// awaitResult keeps a sink open that gets an open call's result. That something
// out of it gets there is too little to say of types that nobody has seen.
func (e *engine) awaitResult(w way) {
	if w.label.Trunc && len(w.label.Path) == 0 {
		e.bounded(boundPending)
		return
	}
	id := strings.Join([]string{w.kind, w.name, itoa(w.label.ID()), w.place.File, itoa(w.place.Line), itoa(w.place.Col)}, openSep)
	if e.awaited[id] != nil {
		return
	}
	if len(e.awaited) >= maxPending {
		e.bounded(boundPending)
		return
	}
	e.awaited[id] = &awaitedResult{w.kind, w.name, w.label, w.place}
}
