package taint

import (
	"go/types"
	"slices"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/internal/taint/ways"
)

// What a library checks can be switched off by its settings, and what answers callers
// whom its middleware refuses may go on nevertheless. What nobody says of a setting is
// that the library checks.

// settingOfLibrary reports whether a field tells a library what to check.
func (e *engine) settingOfLibrary(n *types.Named, i int) bool {
	if n.Obj().Pkg() == nil {
		return false
	}
	m := e.models.Type(n.Obj().Pkg().Path(), n.Obj().Name())
	return m != nil && slices.Contains(m.Settings, nameOfField(n, i))
}

// tellsLibrary reports whether a struct, or one in it, has such fields: of one that comes
// from elsewhere nothing is said.
func (e *engine) tellsLibrary(t types.Type, depth int) bool {
	st, ok := shape.Pointed(t).Underlying().(*types.Struct)
	if !ok || depth > maxSettingDepth {
		return false
	}
	n, _ := types.Unalias(shape.Pointed(t)).(*types.Named)
	for i := range st.NumFields() {
		ft := st.Field(i).Type()
		if n != nil && shape.IsBool(ft) && e.settingOfLibrary(n, i) || shape.IsStruct(ft) && e.tellsLibrary(ft, depth+1) {
			return true
		}
	}
	return false
}

// unlessLenient is the state in which a call leaves what it verified: all callers are,
// unless a setting says that it does not check. Callers who know more of that decide.
func (c *modelCall) unlessLenient() *value.Node {
	f := c.f
	out := f.e.closedState
	for _, g := range c.m.Unless {
		out = f.u.Join(out, f.ifSaid(c.place(g.Place).n, boolText(outcomeOf(g.Value)), f.state()))
	}
	return out
}

// ifSaid is the state st, if a setting is said to have a value; nil if it is not.
func (f *frame) ifSaid(n *value.Node, want string, st *value.Node) *value.Node {
	if n == nil || st == nil || closed(st) {
		return nil
	}
	if can, known := mayBeBool(n.Labels, want); known {
		if can {
			return st
		}
		return nil
	}
	part := settingPart(shape.FuncName(f.top), n.Labels, want)
	if part == "" || slices.ContainsFunc(st.Labels, fullOfSettings) {
		return nil
	}
	return f.marked(st, ways.Sep+withFlag(part, ways.SaidSetting))
}

func outcomeOf(b bool) model.Outcome {
	if b {
		return model.IsTrue
	}
	return model.IsFalse
}

// refusals are the functions that answer callers whom middleware refuses, each with the
// setting that makes it decide.
func (c *modelCall) refusals() (out []*value.Node) {
	var lenient *value.Node
	if p := c.m.Routing.Lenient; p != nil {
		lenient = c.place(*p).n
	}
	for _, p := range c.m.Routing.Refuses {
		if _, _, err := p.Resolve(c.sig); err != nil {
			continue // of another form of the function
		}
		if n := c.place(p).n; n != nil {
			g := &value.Fn{Name: refusedName, Bind: []*value.Node{n, lenient}, Site: int(c.site.pos)}
			out = append(out, value.New(value.Node{Funcs: []*value.Fn{g}}))
		}
	}
	return out
}

// letBy is the state in which what answers refused callers lets them through, where the
// state before it is cur: with no error, or without aborting. If it calls what comes next
// itself, that is noted there.
func (f *frame) letBy(site *callSite, g *value.Fn, cur *value.Node) *value.Node {
	sig := funcSignature(g.Bind[0])
	if sig == nil && len(g.Bind[0].Funcs) == 1 {
		sig = f.e.signatureByName(g.Bind[0].Funcs[0].Name)
	}
	if sig == nil {
		return nil
	}
	tells, st := f.tells, cur
	f.tells = nil
	f.protect(func() {
		f.callValue(site, g.Bind[0], shape.ResultTypes(sig), opaqueArgs(f, sig))
		if sig.Results().Len() == 0 {
			st = f.live(f.state())
		} else {
			st = f.outcome(f.tells, stateKey(0, model.IsNil), cur)
		}
	})
	f.tells = tells
	f.setState(cur)
	return f.ifSaid(g.Bind[1], "true", st)
}

// unsaid reports whether all ways of a state that are not verified are taken only if
// callers say so of a setting.
func unsaid(st *value.Node) bool {
	return st != nil && len(st.Labels) > 0 && !slices.ContainsFunc(st.Labels, func(l *value.Label) bool {
		return !isVerified(l) && !ways.IsSaid(l.Root.Name)
	})
}
