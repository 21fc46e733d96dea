package taint

import (
	"go/constant"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/constval"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// An entry is a struct that holds handlers and says by constants what is to be done with
// them: a route with its path, its method and whether it needs a login. In its fields
// constants have marks, as settings of middleware have: also those that nobody set, and
// those of which nothing is known but that they are computed. A field for a function or an
// interface has a mark while nobody set it.
const (
	unknownConst   = "?"   // stands behind constMark for what is computed
	nilMark        = "nil" // the name of the mark of what is nil
	maxEntryDepth  = 2     // structs inside an entry
	maxEntryFields = 24    // of one entry
)

// entryFields are the paths to the fields of an entry that have marks; nil for types that
// are none.
func (e *engine) entryFields(t types.Type) []entryField {
	if !e.web {
		return nil
	}
	key := e.u.TypeKey(t)
	out, ok := e.entryTypes[key]
	if ok {
		return out
	}
	if p := shape.PackageOf(t); p == nil || !e.models.Describes(p.Path()) {
		code := false
		out = e.fieldsIn(t, nil, &code)
		if !code || len(out) > maxEntryFields || !e.inLists(t) {
			out = nil
		}
	}
	if e.entryTypes == nil {
		e.entryTypes = map[string][]entryField{}
	}
	e.entryTypes[key] = out
	return out
}

type entryField struct {
	path access.Path
	mark string // of what nobody set
}

func (e *engine) fieldsIn(t types.Type, at access.Path, code *bool) (out []entryField) {
	st, ok := t.Underlying().(*types.Struct)
	if !ok || len(at) > maxEntryDepth {
		return nil
	}
	for i := range st.NumFields() {
		p, ft := at.Join(access.Sel{Kind: access.Field, N: i}), st.Field(i).Type()
		mark := unsetMark(ft)
		if mark != "" {
			out = append(out, entryField{p, mark})
		}
		if _, inner := ft.Underlying().(*types.Struct); inner {
			out = append(out, e.fieldsIn(ft, p, code)...)
			continue
		}
		*code = *code || e.holdsHandlers(ft)
	}
	return out
}

// unsetMark is the mark of a field that nobody set; empty where it has none.
func unsetMark(t types.Type) string {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsBoolean != 0:
			return boolMark + "false"
		case u.Info()&types.IsString != 0:
			return constMark + `""`
		case u.Info()&types.IsInteger != 0:
			return constMark + "0"
		}
	case *types.Signature:
		return nilMark
	case *types.Interface:
		if !shape.IsError(t) {
			return nilMark
		}
	}
	return ""
}

func (f *frame) markNamed(name string) *value.Label {
	return f.u.Label(value.Label{Root: value.Root{Kind: value.Mark, Name: name}})
}

// newEntries is what new memory holds where it is an entry, or an array of them. Where
// its address goes to somebody who may fill it, nothing is known.
func (f *frame) newEntries(v ssa.Value, t types.Type) *value.Node {
	if f.caller == nil {
		return nil
	}
	if a, ok := t.Underlying().(*types.Array); ok {
		one := f.unsetEntry(a.Elem())
		if one == nil || a.Len() > maxTable {
			return nil
		}
		var parts []value.Kid
		for i := range int(a.Len()) {
			parts = append(parts, value.Kid{Sel: access.Sel{Kind: access.Index, N: i}, Node: one})
		}
		return f.u.SetParts(nil, parts)
	}
	if len(f.e.entryFields(t)) == 0 || mayBeFilled(v, 0) {
		return nil
	}
	return f.unsetEntry(t)
}

func (f *frame) unsetEntry(t types.Type) *value.Node {
	if shape.IsPointer(t) {
		return nil
	}
	var out *value.Node
	for _, field := range f.e.entryFields(t) {
		out = f.u.SetPath(out, field.path, value.Of(f.markNamed(field.mark)), false)
	}
	return out
}

// entryStored is a value on its way into a field of an entry.
func (f *frame) entryStored(i *ssa.Store, n *value.Node) *value.Node {
	at, ok := i.Addr.(*ssa.FieldAddr)
	if f.caller == nil || !ok {
		return n
	}
	mark := unsetMark(i.Val.Type())
	if mark == "" || !f.e.inEntry(at) {
		return n
	}
	if mark == nilMark {
		if is, _ := f.nilness(i.Val, 0); is && !symbolicOnly(n) {
			n = f.u.AddLabels(n, []*value.Label{f.markNamed(nilMark)})
		}
		return n
	}
	return f.entryConst(i.Val, n)
}

// inEntry reports whether a field is one of an entry, or of a struct in it.
func (e *engine) inEntry(at *ssa.FieldAddr) bool {
	for range maxEntryDepth + 1 {
		if len(e.entryFields(shape.Pointed(at.X.Type()))) > 0 {
			return true
		}
		outer, ok := at.X.(*ssa.FieldAddr)
		if !ok {
			return false
		}
		at = outer
	}
	return false
}

// symbolicOnly reports whether callers alone know more of a value.
func symbolicOnly(n *value.Node) bool { return n != nil && allSymbolic(n) }

// entryConst is a basic value with the mark of the constant that it is.
func (f *frame) entryConst(v ssa.Value, n *value.Node) *value.Node {
	had := n
	n = withoutConsts(n, f.u)
	if c := f.entryText(v); c != "" {
		return f.u.AddLabels(n, []*value.Label{f.markNamed(c)})
	}
	if _, ok := given(v, 0).(*ssa.Parameter); ok {
		return had
	}
	if _, _, ok := fieldRead(v); ok {
		return had
	}
	if shape.IsBool(v.Type()) {
		return f.u.AddLabels(n, []*value.Label{f.boolLabel(unknownBool)})
	}
	return f.u.AddLabels(n, []*value.Label{f.markNamed(constMark + unknownConst)})
}

// entryText is the mark of a constant; empty for what is none.
func (f *frame) entryText(v ssa.Value) string {
	c := f.constNow(v)
	if c == nil {
		c = f.e.constants().Exact(noLeaf).Of(v)
	}
	switch {
	case c == nil:
		return ""
	case shape.IsBool(v.Type()):
		return boolMark + c.String()
	}
	text := writtenSetting(c.ExactString())
	if text == "" {
		return ""
	}
	return constMark + text
}

// withoutConsts is a value without the marks of constants.
func withoutConsts(n *value.Node, u *value.Universe) *value.Node {
	if n == nil {
		return nil
	}
	return u.Map(n, func(l *value.Label) *value.Label {
		if l.Root.Kind == value.Mark && (strings.HasPrefix(l.Root.Name, constMark) || strings.HasPrefix(l.Root.Name, boolMark)) {
			return nil
		}
		return l
	})
}

// isNilOnly reports whether a value is nil and nothing else.
func isNilOnly(n *value.Node) bool { return n != nil && withoutNil(n) == nil }

// withoutNil is what a register holds: that something may be nil is known of memory alone.
func withoutNil(n *value.Node) *value.Node {
	if n == nil || len(n.Labels) == 0 {
		return n
	}
	for i, l := range n.Labels {
		if l.Root.Kind == value.Mark && l.Root.Name == nilMark {
			c := *n
			c.Labels = append(n.Labels[:i:i], n.Labels[i+1:]...)
			return value.New(c)
		}
	}
	return n
}

// constantMark reports whether a label is the mark of a constant.
func constantMark(l *value.Label) bool {
	return l.Root.Kind == value.Mark && (strings.HasPrefix(l.Root.Name, boolMark) || strings.HasPrefix(l.Root.Name, constMark) || l.Root.Name == nilMark)
}

// noLeaf leaves all values to the evaluator.
func noLeaf(*constval.Evaluator, ssa.Value) (constant.Value, bool) { return nil, false }
