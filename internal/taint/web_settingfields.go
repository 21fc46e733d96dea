package taint

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/internal/taint/ways"
)

// Settings of middleware also stand in structs: in one of options that a closure
// captured, or in the receiver of a method that makes the middleware. There a
// constant that is stored in a field of type bool has its mark, new memory has marks
// that say false, and what comes from elsewhere has one that says nothing. Only
// structs count of which the code asks such a field.
const (
	maxSettingDepth  = 3 // structs inside each other
	maxSettingFields = 8 // of one struct, those inside it counted
)

// settingFields are the paths to the fields of type bool in a struct that holds
// settings; nil for all other types.
func (e *engine) settingFields(t types.Type) []access.Path {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	n, ok := t.(*types.Named)
	if !ok || !e.web || n.TypeParams().Len() > 0 {
		return nil
	}
	if out, ok := e.settingTypes[n]; ok {
		return out
	}
	e.settingTypes[n] = nil
	out := e.boolsIn(n, 0)
	if len(out) > maxSettingFields {
		out = nil
	}
	e.settingTypes[n] = out
	return out
}

func (e *engine) boolsIn(t types.Type, depth int) (out []access.Path) {
	st, ok := t.Underlying().(*types.Struct)
	if !ok || depth > maxSettingDepth {
		return nil
	}
	n, _ := types.Unalias(t).(*types.Named)
	for i := range st.NumFields() {
		sel := access.Sel{Kind: access.Field, N: i}
		switch ft := st.Field(i).Type(); {
		case shape.IsBool(ft):
			if n != nil && e.asksField(n, i) {
				out = append(out, access.Path{sel})
			}
		default:
			for _, p := range e.boolsIn(ft, depth+1) {
				out = append(out, access.Path{sel}.Join(p...))
			}
		}
	}
	return out
}

// asksField reports whether code may ask a field of type bool: this package's, or
// that of the package of the type.
func (e *engine) asksField(n *types.Named, i int) bool {
	pkg := n.Obj().Pkg()
	if pkg == nil {
		return false
	}
	if e.models.Describes(pkg.Path()) {
		return e.settingOfLibrary(n, i)
	}
	if pkg == e.pass.Pkg {
		if e.askedFields == nil {
			e.askedFields = map[fieldKey]bool{}
			for _, fn := range e.ordered {
				e.noteAsked(fn)
			}
		}
		return e.askedFields[fieldKey{value.TypeString(n), i}]
	}
	t := e.facts.tables[pkg.Path()]
	if t == nil {
		return false
	}
	_, ok := t.Get(summary.WebKey)
	return ok
}

func (e *engine) noteAsked(fn *ssa.Function) {
	for _, b := range fn.Blocks {
		for _, i := range b.Instrs {
			v, ok := i.(ssa.Value)
			if !ok || !shape.IsBool(v.Type()) {
				continue
			}
			if t, n, ok := fieldRead(v); ok {
				e.askedFields[fieldKey{value.TypeString(t), n}] = true
			}
		}
	}
}

// fieldRead is the struct type and the number of the field that a value is read
// from.
func fieldRead(v ssa.Value) (t types.Type, n int, ok bool) {
	switch v := v.(type) {
	case *ssa.Field:
		return types.Unalias(v.X.Type()), v.Field, true
	case *ssa.UnOp:
		if at, ok := v.X.(*ssa.FieldAddr); ok && v.Op == token.MUL {
			return types.Unalias(shape.Pointed(at.X.Type())), at.Field, true
		}
	}
	return nil, 0, false
}

// newSettings is what the memory of a new struct holds of settings. Where its
// address goes to somebody who may fill it, nothing is known.
func (f *frame) newSettings(v ssa.Value, t types.Type) *value.Node {
	if f.caller == nil || shape.IsPointer(t) {
		return nil
	}
	if len(f.e.settingFields(t)) == 0 || mayBeFilled(v, 0) {
		return nil
	}
	return f.falseSettings(t)
}

// falseSettings is a struct of which nobody set anything, with the marks of its settings.
func (f *frame) falseSettings(t types.Type) *value.Node {
	var out *value.Node
	for _, p := range f.e.settingFields(t) {
		out = f.u.SetPath(out, p, value.Of(f.boolLabel("false")), false)
	}
	return out
}

// mayBeFilled reports whether the address of a variable, or of a part of it, goes
// where nobody can see what is stored there: into an interface without methods, or, of a
// part, into a call.
func mayBeFilled(v ssa.Value, depth int) bool {
	for _, r := range *v.Referrers() {
		switch r := r.(type) {
		case *ssa.FieldAddr:
			if mayHoldBools(shape.Pointed(r.Type())) && (depth > maxSettingDepth || mayBeFilled(r, depth+1)) {
				return true
			}
		case *ssa.MakeInterface:
			if i, ok := r.Type().Underlying().(*types.Interface); ok && i.NumMethods() == 0 {
				return true
			}
		case *ssa.Store:
			if depth > 0 && r.Val == v {
				return true
			}
		case *ssa.Call:
			if depth > 0 && (shape.IsBool(shape.Pointed(v.Type())) || len(r.Call.Args) == 0 || r.Call.Args[0] != v) {
				return true
			}
		}
	}
	return false
}

func mayHoldBools(t types.Type) bool {
	_, ok := t.Underlying().(*types.Struct)
	return ok || shape.IsBool(t)
}

// settingStored is a bool on its way into a field: a constant has a mark. Where the
// rest of the struct came from elsewhere it has none, so that it is not taken for all
// that may be there.
func (f *frame) settingStored(i *ssa.Store, n *value.Node) *value.Node {
	at, ok := i.Addr.(*ssa.FieldAddr)
	if f.caller == nil || !ok || !shape.IsBool(i.Val.Type()) {
		return n
	}
	t, ok := types.Unalias(shape.Pointed(at.X.Type())).(*types.Named)
	if !ok || !f.e.asksField(t, at.Field) || !f.e.settingOfLibrary(t, at.Field) && f.load(f.val(at)) == nil {
		return n
	}
	return f.boolArgument(i.Val, n)
}

// unknownSettings is a value of type t of which nothing is known, if it may be asked for
// settings.
func (f *frame) unknownSettings(t types.Type) *value.Node {
	if f.caller == nil || len(f.e.settingFields(t)) == 0 || f.e.tellsLibrary(t, 0) {
		return nil
	}
	return value.Of(f.boolLabel(unknownBool))
}

// fieldIs is settingIs for a field of a struct.
func (f *frame) fieldIs(v ssa.Value, o model.Outcome, st *value.Node) *value.Node {
	n := f.val(v)
	if n == nil || !f.tellsSetting(o, st) {
		return st
	}
	want := boolText(o)
	if can, known := mayBeBool(n.Labels, want); known {
		if !can {
			return f.e.neverState
		}
		return st
	}
	if slices.ContainsFunc(st.Labels, fullOfSettings) {
		return st
	}
	if part := settingPart(shape.FuncName(f.top), n.Labels, want); part != "" {
		return f.marked(st, ways.Sep+f.askedPart(v, part))
	}
	return st
}

func boolText(o model.Outcome) string {
	if o == model.IsTrue {
		return "true"
	}
	return "false"
}

// mergeSettings takes ways together that differ only in a setting which may be
// both: behind the branch it does not matter any more.
func (f *frame) mergeSettings(st *value.Node) *value.Node {
	if st == nil || len(st.Labels) < 2 || !hasSettings(st) {
		return st
	}
	for range maxWays {
		merged := f.mergedOnce(st)
		if merged == st {
			break
		}
		st = merged
	}
	return st
}

func (f *frame) mergedOnce(st *value.Node) *value.Node {
	has := map[value.Root]bool{}
	for _, l := range st.Labels {
		if l.Root.Kind == value.Caller {
			has[l.Root] = true
		}
	}
	for _, l := range st.Labels {
		if l.Root.Kind != value.Caller {
			continue
		}
		for _, p := range ways.Parts(l.Root.Name) {
			if !strings.HasPrefix(p, ways.SettingPrefix) && !strings.HasPrefix(p, ways.SwitchPrefix) {
				continue
			}
			without, other := l.Root, l.Root
			without.Name = ways.Without(l.Root.Name, p)
			other.Name = ways.Join(without.Name, ways.Sep+otherSetting(p))
			if has[without] || has[other] {
				return f.replaceWays(st, without, l.Root, other)
			}
		}
	}
	return st
}

// replaceWays is a state with one way for two.
func (f *frame) replaceWays(st *value.Node, with, a, b value.Root) *value.Node {
	left := slices.DeleteFunc(slices.Clone(st.Labels), func(l *value.Label) bool { return l.Root == a || l.Root == b })
	return value.Of(append(left, f.e.stateOf(with.N, with.M, with.Name).Labels...)...)
}

func hasSettings(st *value.Node) bool {
	return slices.ContainsFunc(st.Labels, func(l *value.Label) bool {
		return strings.Contains(l.Root.Name, ways.Sep+ways.SettingPrefix) || strings.Contains(l.Root.Name, ways.Sep+ways.SwitchPrefix)
	})
}

// otherSetting is the part for the other value of the same setting.
func otherSetting(part string) string {
	at, want, _ := cutLast(part, ways.KeySep)
	if aboutConst(want) {
		other := map[string]string{is: isNot, isNot: is}[want[:1]]
		return at + ways.KeySep + other + want[1:]
	}
	if at, ok := strings.CutSuffix(part, ways.KeySep+"true"); ok {
		return at + ways.KeySep + "false"
	}
	return strings.TrimSuffix(part, ways.KeySep+"false") + ways.KeySep + "true"
}

// cutLast is strings.Cut at the last place.
func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// fieldArgument is a setting that is read from a struct: unlike what is computed, it
// is what stands there.
func fieldArgument(v ssa.Value, n *value.Node) bool {
	_, _, ok := fieldRead(v)
	return ok && n != nil && shape.ConstOf(v) == nil
}
