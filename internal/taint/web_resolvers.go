package taint

import (
	"go/types"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// maxResolvers bounds how deep in a schema its resolvers are looked for.
const maxResolvers = 4

// playResolvers calls all resolvers of a schema. The schema's type is generated
// and hidden; somewhere in it lies the root: its methods take nothing and return
// interfaces, whose methods are the resolvers.
func (f *frame) playResolvers(site *callSite, h at) {
	own, guarded := f.ownField, f.guarded
	defer func() { f.ownField, f.guarded = own, guarded }()
	f.guarded = &guardedSchema{site: site, schema: h.n}
	for _, root := range f.resolverRoots(h.n, 0) {
		var sets []resolverSet
		set := types.NewMethodSet(root.t)
		for i := range set.Len() {
			if m, ok := set.At(i).Obj().(*types.Func); ok {
				if iface := resolversOf(m); iface != nil {
					sets = append(sets, resolverSet{m, iface})
				}
			}
		}
		f.ownField = map[string]bool{}
		for _, s := range sets {
			s.fields(func(name string) { f.ownField[name] = true })
		}
		f.guarded.plain(f)
		f.playReached(site, root, sets)
	}
	for _, l := range h.n.Labels {
		f.playLabel(site, l)
	}
}

// resolverSet is one method of the root, and the interface that it returns.
type resolverSet struct {
	m     *types.Func
	iface *types.Interface
}

// fields lists the fields that the set resolves of objects it is given.
func (s resolverSet) fields(note func(string)) {
	for i := range s.iface.NumMethods() {
		m := s.iface.Method(i)
		if p := m.Signature().Params(); p.Len() > 1 && shape.IsPointer(p.At(1).Type()) {
			if n, ok := types.Unalias(shape.Pointed(p.At(1).Type())).(*types.Named); ok {
				note(fieldName(n.Obj().Name(), m.Name()))
			}
		}
	}
}

func fieldName(owner, field string) string { return owner + "." + strings.ToLower(field) }

// playReached plays what strangers can come to: the resolvers of the roots, and
// those of objects that resolvers return which are open to them.
func (f *frame) playReached(site *callSite, root at, sets []resolverSet) {
	for len(sets) > 0 {
		i := slices.IndexFunc(sets, func(s resolverSet) bool { return f.guarded.reaches(f, s) })
		if i < 0 {
			return
		}
		f.playResolverSet(site, root, sets[i])
		sets = slices.Delete(sets, i, i+1)
	}
}

// named is the interface with its name.
func (s resolverSet) named() types.Type { return s.m.Signature().Results().At(0).Type() }

func (f *frame) playResolverSet(site *callSite, root at, s resolverSet) {
	f.protect(func() {
		rs := f.callSelected(site, root, s.m.Pkg(), s.m.Name(), shape.ResultTypes(s.m.Signature()), nil)
		if len(rs) == 0 || rs[0] == nil {
			return
		}
		own := f.ownField
		defer func() { f.ownField = own }()
		f.ownField = without(own, s)
		f.guarded.iface = s.named()
		for _, k := range dynamic(rs[0]) {
			if t := f.dynType(k.Sel.S); t != nil {
				f.playMethods(site, at{unboxed(k.Node), t}, t, s.iface)
			}
		}
	})
}

// unboxed is what an interface holds, nil where that is not known.
func unboxed(n *value.Node) *value.Node {
	if isBare(n) {
		return nil
	}
	return n
}

// without is own less the fields of s.
func without(own map[string]bool, s resolverSet) map[string]bool {
	out := map[string]bool{}
	for name := range own {
		out[name] = true
	}
	s.fields(func(name string) { delete(out, name) })
	return out
}

// resolverRoots are the values in n that look like the root.
func (f *frame) resolverRoots(n *value.Node, depth int) []at {
	if n == nil || depth > maxResolvers {
		return nil
	}
	var out []at
	for _, k := range n.Kids {
		if k.Sel.Kind == access.Slot {
			continue
		}
		if t := f.dynType(k.Sel.S); k.Sel.Kind == access.Dyn && t != nil && isResolverRoot(t) {
			out = append(out, at{unboxed(k.Node), t})
			continue
		}
		out = append(out, f.resolverRoots(k.Node, depth+1)...)
	}
	for _, r := range n.Refs {
		out = append(out, f.resolverRoots(f.u.GetPath(f.content(r.Obj), r.Path), depth+1)...)
	}
	return out
}

func isResolverRoot(t types.Type) bool {
	set := types.NewMethodSet(t)
	for i := range set.Len() {
		if m, ok := set.At(i).Obj().(*types.Func); ok && resolversOf(m) != nil {
			return true
		}
	}
	return false
}

// resolversOf is the interface with resolvers that a method of the root
// returns, or nil.
func resolversOf(m *types.Func) *types.Interface {
	sig := m.Signature()
	if sig.Params().Len() != 0 || sig.Results().Len() != 1 || !m.Exported() {
		return nil
	}
	iface, ok := sig.Results().At(0).Type().Underlying().(*types.Interface)
	if !ok || iface.NumMethods() == 0 {
		return nil
	}
	for i := range iface.NumMethods() {
		s := iface.Method(i).Signature()
		if s.Params().Len() == 0 || !isContext(s.Params().At(0).Type()) || s.Results().Len() != 2 || !shape.IsError(s.Results().At(1).Type()) {
			return nil
		}
	}
	return iface
}

// autoRegister calls those methods of argument 1 that register routes, with
// argument 0.
func (c *modelCall) autoRegister(prefix string) {
	if len(c.args) < 2 {
		return
	}
	f := c.f
	for _, k := range dynamic(c.args[1].n) {
		t := f.dynType(k.Sel.S)
		if t == nil {
			continue
		}
		set := types.NewMethodSet(t)
		for i := range set.Len() {
			m, ok := set.At(i).Obj().(*types.Func)
			if ok && m.Exported() && strings.HasPrefix(m.Name(), prefix) && m.Signature().Params().Len() == 1 {
				site := c.site.inner("/" + m.Name())
				f.callSelected(&site, at{unboxed(k.Node), t}, m.Pkg(), m.Name(), nil, []argument{c.args[0]})
			}
		}
	}
}
