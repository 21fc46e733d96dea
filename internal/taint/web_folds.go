package taint

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// A loop that puts each middleware of a list around a handler, as in
//
//	for i := len(list) - 1; i >= 0; i-- {
//		h = list[i](h)
//	}
//
// is played as a whole: behind it the handler stands behind all of the list, and
// not behind any of it or none. A list that only callers know is theirs to play. What
// the middleware is given besides, as a path, is the same in all rounds.

// foldCall begins the method of a callback that asks for that. Behind it stands which
// argument the handler is.
const foldCall = "\x00fold"

// foldedArgs is what goes through a list of middleware: a handler among arguments.
type foldedArgs struct {
	args []argument
	n    int
}

func (g foldedArgs) handler() argument { return g.args[g.n] }

// with has another handler, which an earlier middleware of the list made.
func (g foldedArgs) with(h *value.Node) foldedArgs {
	g.args = slices.Clone(g.args)
	g.args[g.n].n = h
	return g
}

// folded is the handler that a loop keeps.
func (f *frame) folded(p *ssa.Phi, fd *fold) *value.Node {
	var entry *value.Node
	again := false
	for i, e := range p.Edges {
		if came := f.came[p.Block().Index]; came != nil && i < len(came) && !came[i] {
			continue
		}
		if p.Block().Dominates(p.Block().Preds[i]) {
			again = true
			continue
		}
		entry = f.u.Join(entry, f.val(e))
	}
	if i, ok := fd.list.(ssa.Instruction); ok && !again && !i.Block().Dominates(p.Block()) {
		if !f.enters(p.Block(), fd.call.Block()) {
			return entry
		}
		return nil // the list is read inside the loop
	}
	site := f.siteOf(fd.call)
	site.direct = false
	g := foldedArgs{n: fd.n}
	for _, a := range fd.call.Call.Args {
		g.args = append(g.args, argument{f.val(a), a.Type()})
	}
	g.args[g.n] = argument{entry, p.Type()}
	return f.foldOver(site, at{f.val(fd.list), fd.list.Type()}, g, fd.backward)
}

// enters reports whether control may go from the head of a loop on to a block inside it.
func (f *frame) enters(head, inside *ssa.BasicBlock) bool {
	for i, s := range head.Succs {
		if s.Dominates(inside) {
			return (f.assume == nil || f.passes(head, i)) && f.inRound(head, i)
		}
	}
	return true
}

// foldOver puts what a list holds around a handler.
func (f *frame) foldOver(site *callSite, list at, g foldedArgs, backward bool) *value.Node {
	if list.n == nil {
		return g.handler().n
	}
	var out *value.Node
	add := func(list at) {
		parts := f.inOrder(list)
		if backward {
			slices.Reverse(parts)
		}
		n := g.handler().n
		for i, m := range parts {
			n = f.around(site, "/fold"+itoa(i), m, g.with(n))
		}
		out = f.u.Join(out, n)
	}
	for _, r := range list.n.Refs {
		add(at{value.New(value.Node{Refs: []value.Ref{r}}), list.t})
	}
	if rest := value.New(value.Node{Labels: list.n.Labels, Funcs: list.n.Funcs, Kids: list.n.Kids}); rest != nil {
		add(at{rest, list.t})
	}
	return out
}

// inOrder takes a list apart. What is only known to be some element of it
// stands for one each.
func (f *frame) inOrder(list at) []at {
	if len(list.n.Funcs) > 0 || slices.ContainsFunc(list.n.Kids, func(k value.Kid) bool { return k.Sel.Kind == access.Dyn }) {
		return f.eachPart(list)
	}
	if len(list.n.Refs) == 0 {
		return f.eachPart(list)
	}
	out, rest := f.elementsOf(list)
	return append(out, f.eachPart(rest)...)
}

// eachPart are the values that a value may be.
func (f *frame) eachPart(v at) (list []at) {
	if v.n == nil {
		return nil
	}
	for _, g := range v.n.Funcs {
		list = append(list, at{value.New(value.Node{Funcs: []*value.Fn{g}}), v.t})
	}
	for _, k := range v.n.Kids {
		if k.Sel.Kind == access.Dyn {
			list = append(list, at{value.New(value.Node{Kids: []value.Kid{k}}), v.t})
		}
	}
	for _, l := range v.n.Labels {
		if !f.knownBy(l, len(v.n.Funcs)+len(v.n.Kids)) {
			list = append(list, at{value.Of(l), v.t})
		}
	}
	if len(v.n.Refs) > 0 {
		list = append(list, at{value.New(value.Node{Refs: v.n.Refs}), v.t})
	}
	return list
}

// around is the handler that one middleware makes of another, or that all of a
// list make which only callers know.
func (f *frame) around(site *callSite, key string, m at, g foldedArgs) *value.Node {
	h := g.handler()
	if m.n == nil {
		return h.n
	}
	in := site.inner(key)
	if l := listOfCallers(m.n); l != nil {
		c := summary.Call{Target: l, Method: foldCall + itoa(g.n), Results: 1, Place: f.place(site.pos)}
		for _, a := range g.args {
			c.Args, c.Types, c.Texts = append(c.Args, a.n), append(c.Types, f.u.TypeKey(a.t)), append(c.Texts, nil)
		}
		f.noteRegistered(h.n)
		id, ok := f.addCall("fold"+in.key+"#"+itoa(l.ID()), c, f.reached)
		if !ok {
			return h.n
		}
		return value.Of(f.root(value.Root{Kind: value.CallRes, N: id}, h.t, 0))
	}
	made := h.t
	if sig := f.middlewareSignature(m); sig != nil && g.n < sig.Params().Len() && sig.Results().Len() == 1 {
		g.args = slices.Clone(g.args)
		g.args[g.n], made = f.fitted(h, sig.Params().At(g.n).Type()), sig.Results().At(0).Type()
	}
	f.dead = false
	rs := f.callValue(&in, m.n, []types.Type{made}, g.args)
	f.dead = false
	if len(rs) == 0 {
		return nil
	}
	return f.fitted(argument{rs[0], made}, h.t).n
}

// fitted is a handler as something takes it: a function that is taken as an interface
// stands in one.
func (f *frame) fitted(h argument, to types.Type) argument {
	if h.t == nil || to == nil || !types.IsInterface(to) || types.IsInterface(h.t) {
		return h
	}
	return argument{f.inInterface(h.n, h.t), to}
}

// middlewareSignature is that of middleware in a list, nil where nothing tells it.
func (f *frame) middlewareSignature(m at) *types.Signature {
	if m.t != nil {
		if sig, ok := m.t.Underlying().(*types.Signature); ok {
			return sig
		}
	}
	for _, g := range m.n.Funcs {
		if sig := f.e.signatureOf(g); sig != nil {
			return sig
		}
	}
	return nil
}

// listOfCallers is the label of a list, or of its elements, that callers know.
func listOfCallers(n *value.Node) *value.Label {
	if len(n.Labels) != 1 || len(n.Funcs)+len(n.Kids)+len(n.Refs) > 0 {
		return nil
	}
	l := n.Labels[0]
	if !fromCallers(l) || l.Via != nil {
		return nil
	}
	if l.Type == nil {
		return nil
	}
	if _, ok := l.Type.Underlying().(*types.Slice); ok {
		return l
	}
	if k := len(l.Path); k > 0 && l.Path[k-1].Kind == access.Elem {
		return l
	}
	return nil
}

// rounds are the arguments of a loop's body, once for each middleware that the
// loop is at: what one round makes, the next one puts something around. For all
// else one round stands for all.
func (f *frame) rounds(in []argument) [][]argument {
	last := len(in) - 1
	if f.caller == nil || last < 0 || in[last].n == nil || len(in[last].n.Funcs) < 2 {
		return [][]argument{in}
	}
	for _, g := range in[last].n.Funcs {
		if g.Func == nil || g.Func.Signature.Results().Len() != 1 || !wraps(g.Func.Signature.Results().At(0).Type()) {
			return [][]argument{in}
		}
	}
	var out [][]argument
	for _, m := range f.eachPart(in[last]) {
		out = append(out, append(slices.Clone(in[:last]), m))
	}
	return out
}

// listedMiddleware is the label of the middleware that an iterator over a list yields of
// which only callers know: its loop stands for all of them.
func listedMiddleware(in []argument) *value.Label {
	last := len(in) - 1
	if last < 0 || in[last].n == nil {
		return nil
	}
	l := listOfCallers(in[last].n)
	if l == nil {
		return nil
	}
	sig, ok := l.Type.Underlying().(*types.Signature)
	if !ok || sig.Params().Len() != 1 || sig.Results().Len() != 1 || !wraps(sig.Results().At(0).Type()) {
		return nil
	}
	return l
}

// inTurn is the verdict of all parts of a list of middleware, one behind the
// other.
func (f *frame) inTurn(site *callSite, chain model.Chain, v at) *value.Node {
	st := f.e.before
	for _, m := range f.eachPart(v) {
		st = f.behind(f.verdict(site, chain, m), st)
	}
	return st
}
