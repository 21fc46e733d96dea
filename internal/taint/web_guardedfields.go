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

// guardedSchema is a schema whose resolvers are played.
type guardedSchema struct {
	site     *callSite
	schema   *value.Node
	iface    types.Type // of the resolvers at hand
	verdicts map[guard]*value.Node
	reached  map[string]bool // objects that are open to strangers, by their types
	all      bool            // everything may be reached
}

// reaches reports whether strangers may come to an object. That is not known of one
// of which no generated code is in sight.
func (s *guardedSchema) reaches(f *frame, set resolverSet) bool {
	object, known := f.e.objectOf(set)
	return s.all || !known || object == "" || s.reached[object] || f.e.subjects != nil
}

// objectOf is the type of the objects whose fields a set resolves, empty for a
// root.
func (e *engine) objectOf(s resolverSet) (string, bool) {
	for i := range s.iface.NumMethods() {
		if r, ok := e.ruleOf(resolverKey(s.named(), s.iface.Method(i).Name())); ok {
			return r.object, true
		}
	}
	return "", false
}

// before is the state in which a resolver is called where its field is asked for
// in state st.
func (s *guardedSchema) before(f *frame, m *types.Func, st *value.Node) *value.Node {
	if s == nil || s.iface == nil {
		return st
	}
	r, _ := f.e.ruleOf(resolverKey(s.iface, m.Name()))
	return s.behind(f, r.guards, st)
}

// resolved notes to which objects a resolver leads that was called, as its returns
// tell.
func (s *guardedSchema) resolved(f *frame, sig *types.Signature) {
	if s == nil || s.iface == nil || sig.Results().Len() < 2 {
		return
	}
	if !closed(f.outcome(f.tells, stateKey(sig.Results().Len()-1, model.IsNil), f.state())) {
		s.reach(f, sig.Results().At(0).Type())
	}
}

// reach notes an object and all that its fields lead to without a resolver.
func (s *guardedSchema) reach(f *frame, t types.Type) {
	if n, ok := types.Unalias(t).(*types.Named); ok {
		key := value.TypeString(n)
		if s.reached[key] {
			return
		}
		if s.reached == nil {
			s.reached = map[string]bool{}
		}
		s.reached[key] = true
	}
	switch t := t.Underlying().(type) {
	case *types.Pointer:
		s.reach(f, t.Elem())
	case *types.Slice:
		s.reach(f, t.Elem())
	case *types.Array:
		s.reach(f, t.Elem())
	case *types.Map:
		s.reach(f, t.Elem())
	case *types.Chan:
		s.reach(f, t.Elem())
	case *types.Interface:
		s.all = true
	case *types.Struct:
		for v := range t.Fields() {
			s.reach(f, v.Type())
		}
	}
}

func (s *guardedSchema) behind(f *frame, guards []guard, st *value.Node) *value.Node {
	for _, g := range guards {
		st = f.behind(s.verdict(f, g), st)
	}
	return st
}

// plain notes those fields without a resolver that nobody gets to see who is not
// verified.
func (s *guardedSchema) plain(f *frame) {
	st := f.state()
	f.e.eachPlainRule(func(field string, r fieldRule) {
		if closed(s.behind(f, r.guards, st)) {
			f.ownField[field] = true
		}
	})
}

// verdict is what a directive's function makes of a state. A schema without one
// answers with an error.
func (s *guardedSchema) verdict(f *frame, g guard) *value.Node {
	if st, ok := s.verdicts[g]; ok {
		return st
	}
	st := f.e.before
	if n := f.u.GetPath(f.held(s.schema, g.schema, 0), g.path()); n != nil {
		site := s.site.inner("/" + g.String())
		st = f.verdict(&site, model.ChainArg, at{n, fieldType(f.dynType(g.schema), g.path())})
	}
	if s.verdicts == nil {
		s.verdicts = map[guard]*value.Node{}
	}
	s.verdicts[g] = st
	return st
}

// fieldType is the type of a field in fields of a struct, nil where it is none.
func fieldType(t types.Type, path access.Path) types.Type {
	for _, s := range path {
		if t == nil {
			return nil
		}
		st, ok := shape.Pointed(t).Underlying().(*types.Struct)
		if !ok || s.N >= st.NumFields() {
			return nil
		}
		t = st.Field(s.N).Type()
	}
	return t
}

// held is what lies behind pointers of a type somewhere in n.
func (f *frame) held(n *value.Node, typ string, depth int) *value.Node {
	if n == nil || depth > maxResolvers {
		return nil
	}
	var out *value.Node
	for _, k := range n.Kids {
		switch {
		case k.Sel.Kind == access.Slot || k.Node == nil:
		case k.Sel.Kind == access.Dyn && k.Sel.S == typ:
			for _, r := range k.Node.Refs {
				out = f.u.Join(out, f.u.GetPath(f.content(r.Obj), r.Path))
			}
		default:
			out = f.u.Join(out, f.held(k.Node, typ, depth+1))
		}
	}
	for _, r := range n.Refs {
		out = f.u.Join(out, f.held(f.u.GetPath(f.content(r.Obj), r.Path), typ, depth+1))
	}
	return out
}

// eachPlainRule lists the fields in sight that have directives and no resolver.
func (e *engine) eachPlainRule(note func(field string, r fieldRule)) {
	for key, r := range e.ownRules() {
		if field, ok := strings.CutPrefix(key, plainKey); ok {
			note(field, r)
		}
	}
	for _, t := range e.facts.order {
		for _, row := range t.Entries {
			if field, ok := strings.CutPrefix(row.Key, summary.GuardKey+plainKey); ok {
				note(field, readRule(string(row.Data)))
			}
		}
	}
}
