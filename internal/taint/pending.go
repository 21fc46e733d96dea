package taint

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// pendingCall is a call of an interface method with personal data that stays
// open: a package that imports this one may bind a type to the interface whose
// method lets the data out. It is closed where that type is converted.
type pendingCall struct {
	key   string // interface type and method
	args  []*value.Node
	known []string // types that were judged at the call itself
}

// pend keeps a call open for types that are bound later. It reports whether
// the call hands over personal data at all.
func (f *frame) pend(m *types.Func, iface types.Type, impls []types.Type, args []argument) bool {
	if f.quiet > 0 || iface == nil {
		return false
	}
	p := &pendingCall{key: f.u.TypeKey(iface) + "." + m.Name()}
	personal := false
	for _, a := range args {
		ls := value.MapLabels(f.flat(a.n), func(l *value.Label) *value.Label {
			if l.Root.Kind == value.FreeVar {
				return nil
			}
			return f.e.concrete(l)
		})
		personal = personal || len(ls) > 0
		p.args = append(p.args, value.Of(ls...))
	}
	if !personal || strings.Contains(p.key, "$") || len(f.e.pending) >= maxPending {
		return false
	}
	for _, t := range impls {
		p.known = append(p.known, f.u.TypeKey(t))
	}
	id := p.key + fingerprint(&summary.Summary{Results: p.args})
	if f.e.pending[id] == nil {
		f.e.pending[id] = p
	}
	return true
}

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

// bind closes the calls that imported packages left open for the interface
// that a value of a concrete type is converted to.
func (f *frame) bind(v *ssa.MakeInterface, key string) {
	iface, ok := v.Type().Underlying().(*types.Interface)
	if !ok || f.quiet > 0 || iface.NumMethods() == 0 {
		return
	}
	name := f.u.TypeKey(v.Type())
	for i := range iface.NumMethods() {
		m := iface.Method(i)
		for _, p := range f.e.facts.open(name + "." + m.Name()) {
			if !slices.Contains(p.known, key) {
				f.close(v, m, p)
			}
		}
	}
}

// close plays an open call on the type that is bound.
func (f *frame) close(v *ssa.MakeInterface, m *types.Func, p *pendingCall) {
	before, dead := f.heap, f.dead
	args := make([]argument, m.Signature().Params().Len())
	for i := range args {
		args[i].t = m.Signature().Params().At(i).Type()
		if i < len(p.args) {
			args[i].n = p.args[i]
		}
	}
	pos := conversionPos(f.e.pass.Fset, v)
	site := &callSite{key: "bind" + itoa(f.e.instrID(v)), pos: pos, title: displayName(m)}
	f.callSelected(site, argument{f.val(v.X), v.X.Type()}, m.Pkg(), m.Name(), resultTypes(m.Signature()), args)
	f.heap, f.dead = before, dead
}

// open lists the calls that the imports left open.
func (r *factReader) open(key string) []*pendingCall {
	if ps, ok := r.opens[key]; ok {
		return ps
	}
	if r.opens == nil {
		r.opens = map[string][]*pendingCall{}
	}
	var out []*pendingCall
	seen := map[string]bool{}
	for _, t := range r.order {
		data, ok := t.Get(summary.OpenKey + key)
		if !ok {
			continue
		}
		for _, p := range decodePending(summary.NewReader(r.e.u, data, t.Strings), key) {
			id := fingerprint(&summary.Summary{Results: p.args})
			if !seen[id] {
				seen[id] = true
				out = append(out, p)
			}
		}
	}
	r.opens[key] = out
	return out
}

func decodePending(rd *summary.Reader, key string) []*pendingCall {
	var out []*pendingCall
	for range rd.Len() {
		p := &pendingCall{key: key, args: rd.Nodes()}
		for range rd.Len() {
			p.known = append(p.known, rd.String())
		}
		out = append(out, p)
	}
	if rd.Err != nil {
		return nil
	}
	return out
}

// pending adds the open calls of this package and of its imports.
func (x *exporter) pending() {
	byKey := map[string][]*pendingCall{}
	for _, t := range x.e.facts.order {
		for _, e := range t.Entries {
			if key, ok := strings.CutPrefix(e.Key, summary.OpenKey); ok && byKey[key] == nil {
				byKey[key] = slices.Clone(x.e.facts.open(key))
			}
		}
	}
	ids := make([]string, 0, len(x.e.pending))
	for id := range x.e.pending {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		p := x.e.pending[id]
		byKey[p.key] = append(byKey[p.key], p)
	}
	keys := make([]string, 0, len(byKey))
	for k := range byKey {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, key := range keys {
		x.openCalls(key, byKey[key])
	}
}

func (x *exporter) openCalls(key string, ps []*pendingCall) {
	if len(ps) > maxOpen {
		x.e.stats.Pending++
		ps = ps[:maxOpen]
	}
	x.w.Int(len(ps))
	for _, p := range ps {
		x.w.Nodes(p.args)
		x.w.Int(len(p.known))
		for _, k := range p.known {
			x.w.String(k)
		}
	}
	x.entries[summary.OpenKey+key] = x.w.Take()
}
