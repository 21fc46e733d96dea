package taint

import (
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// binding is a conversion of a value of a concrete type to an interface.
type binding struct {
	val   *value.Node
	typ   types.Type
	iface types.Type
	pos   token.Pos
	id    int
}

// bind closes the calls that imported packages left open for the interface
// that a value of a concrete type is converted to, and for those that values
// of this interface type are converted to in turn.
func (f *frame) bind(b binding) {
	iface, ok := b.iface.Underlying().(*types.Interface)
	if !ok || f.quiet > 0 || iface.NumMethods() == 0 || len(f.e.facts.order) == 0 {
		return
	}
	key := f.u.TypeKey(b.typ)
	for _, name := range f.e.reached(f.u.TypeKey(b.iface)) {
		for i := range iface.NumMethods() {
			m := iface.Method(i)
			if o := f.e.facts.open(methodKey(name, m)); o != nil {
				f.close(b, key, m, o)
			}
		}
	}
}

// changeInterface binds the types that the value is known to have to the
// interface that it is converted to.
func (f *frame) changeInterface(v *ssa.ChangeInterface) *value.Node {
	n := f.val(v.X)
	if n == nil {
		return nil
	}
	for _, k := range n.Kids {
		if k.Sel.Kind != access.Dyn {
			continue
		}
		if t := f.dynType(k.Sel.S); t != nil && !types.IsInterface(t) {
			x := k.Node
			if isBare(x) {
				x = nil
			}
			f.bind(binding{x, t, v.Type(), v.Pos(), f.e.instrID(v)})
		}
	}
	return n
}

// close plays the open calls of one method on the type that is bound.
func (f *frame) close(b binding, key string, m *types.Func, o *openMethod) {
	for _, p := range o.calls {
		if !slices.Contains(p.known, key) {
			f.play(b, m, p, o.awaiting(p.id, key))
		}
	}
	if rs := o.awaiting("", key); len(rs) > 0 {
		f.play(b, m, &pendingCall{}, rs)
	}
}

// play makes an open call, and hands its results to the sinks that wait for
// them.
func (f *frame) play(b binding, m *types.Func, p *pendingCall, waiting []*awaitedResult) {
	before, dead := f.heap, f.dead
	defer func(was types.Type) { f.binding = was }(f.binding)
	f.binding = b.typ
	if f.e.answersRequests(m.Signature()) {
		f.setState(f.e.closedState) // handlers are judged where they are served,
		f.handing++                 // and routers keep their routes until then
		defer func() { f.handing-- }()
	}
	site := &callSite{key: "bind" + strconv.Itoa(b.id), pos: b.pos, title: shape.DisplayName(m)}
	res := shape.ResultTypes(m.Signature())
	recv := argument{b.val, b.typ}
	if shape.IsPointer(b.typ) { // what it points to may be another by then
		recv.n = f.u.Join(recv.n, f.opaque(b.typ))
	}
	results := f.callSelected(site, recv, m.Pkg(), m.Name(), res, f.thaw(site, m, p))
	for _, w := range waiting {
		if r := w.label.Root.M; r < len(results) {
			f.deliver(site, w, results[r], res[r])
		}
	}
	f.heap, f.dead = before, dead
}

// deliver hands a result of type t to a sink that waits for it.
func (f *frame) deliver(site *callSite, w *awaitedResult, result *value.Node, t types.Type) {
	n := f.walk(result, t, w.label.Path)
	ls := labelsOf(n)
	if w.label.Via != nil {
		ls = f.rendered(n, typeAlong(t, w.label.Path), *w.label.Via)
	}
	in := &instance{f: f, site: site}
	for _, l := range labelsOf(in.stepped(value.Of(ls...), w.label.Steps)) {
		if w.label.Reported {
			l = f.reported([]*value.Label{l})[0]
		}
		if l.Src != nil {
			f.out(way{kind: w.kind, name: w.name, label: l, spot: site.spot(), place: w.place})
		}
	}
}

// thaw gives the arguments of an open call; where nothing is known of one, its
// type speaks.
func (f *frame) thaw(site *callSite, m *types.Func, p *pendingCall) []argument {
	in := &instance{f: f, site: site, objs: map[*value.Obj]*value.Obj{}}
	in.name = p.id
	for _, c := range p.contents {
		f.write(value.Ref{Obj: in.obj(c.Obj)}, in.held(c, c.Obj.Type), true)
	}
	args := make([]argument, m.Signature().Params().Len())
	for i := range args {
		t := m.Signature().Params().At(i).Type()
		args[i] = argument{f.opaque(t), t}
		if i < len(p.args) && p.args[i] != nil {
			args[i].n = in.node(p.args[i], t)
		}
	}
	return args
}

// reached lists an interface and those that its values are converted to, here
// or in a package in sight.
func (e *engine) reached(iface string) []string {
	out := []string{iface}
	for i := 0; i < len(out) && len(out) < maxImpls; i++ {
		for _, j := range append(slices.Clone(e.conversions()[out[i]]), e.facts.widened(out[i])...) {
			if !slices.Contains(out, j) {
				out = append(out, j)
			}
		}
	}
	return out
}

// conversions lists this package's conversions from interface to interface.
func (e *engine) conversions() map[string][]string {
	if e.widened != nil {
		return e.widened
	}
	e.widened = map[string][]string{}
	for _, fn := range e.sourceFuncs() {
		for _, b := range fn.Blocks {
			for _, i := range b.Instrs {
				c, ok := i.(*ssa.ChangeInterface)
				if !ok || universal(c.Type()) || universal(c.X.Type()) || strings.Contains(e.u.TypeKey(c.X.Type())+e.u.TypeKey(c.Type()), "$") {
					continue
				}
				from, to := e.u.TypeKey(c.X.Type()), e.u.TypeKey(c.Type())
				if !slices.Contains(e.widened[from], to) {
					e.widened[from] = append(e.widened[from], to)
				}
			}
		}
	}
	return e.widened
}

// awaiting lists the sinks that wait for the results of a call, if the type
// was not judged there.
func (o *openMethod) awaiting(call, typ string) []*awaitedResult {
	var out []*awaitedResult
	for _, a := range o.results {
		if _, c, known := a.split(); c == call && !slices.Contains(known, typ) {
			out = append(out, a)
		}
	}
	return out
}
