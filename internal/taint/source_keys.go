package taint

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint/pattern"
	"github.com/piivet/piivet/internal/taint/value"
)

// What enters without a struct, such as a form value or the entry of a map, is
// personal data where its constant key says so, by the policy's words.

// keySource is the source that a key names, or nil. text is how messages call
// what is read.
func (e *engine) keySource(key, text string, pos token.Pos) *value.Source {
	tag, ok := e.pol.Key(key)
	if !ok {
		return nil
	}
	src := e.source(tag, "", text, 0, e.place(pos))
	src.ByKey = true
	return src
}

// keyed marks the results of a call whose argument is a key.
func (c *modelCall) keyed() {
	for _, fl := range c.m.Keyed {
		n := c.f.underKeys(c.keysAt(fl.Src.Places[0].Index), c.text, c.site.pos)
		if !namesSource(n) {
			n = c.f.u.Join(n, c.f.unknown(c.resultType(fl.Dst.Place)))
		}
		c.store(fl.Dst.Place, n, false)
	}
	if c.f.e.pol.Keys() != policy.KeysOff {
		c.scans()
	}
}

// underKeys is what lies outside under a key that may be any of some texts. Those
// that callers complete are left to them.
func (f *frame) underKeys(texts []string, shown func(key string) string, pos token.Pos) *value.Node {
	var out *value.Node
	if f.e.pol.Keys() == policy.KeysOff {
		return nil
	}
	for _, t := range texts {
		switch {
		case strings.Contains(t, pattern.Unknown):
		case pattern.IsOpen(t):
			out = f.u.Join(out, value.Of(f.u.Label(value.Label{Root: value.Root{Kind: value.Keyed, Name: t}, Type: types.Typ[types.String]})))
		default:
			if src := f.e.keySource(t, shown(t), pos); src != nil {
				out = f.u.Join(out, f.fromKey(src, pos))
			}
		}
	}
	return out
}

// keyed is what lies under a key that the callee has from this call.
func (in *instance) keyed(l *value.Label) *value.Node {
	n := in.f.underKeys(in.filled(l.Root.Name), in.site.keyText, in.site.pos)
	n = in.f.u.Map(n, func(m *value.Label) *value.Label {
		if m.Root.Kind != value.Keyed {
			return m
		}
		c := *l
		c.Root, c.Type = m.Root, m.Type
		return in.f.u.Label(c)
	})
	return in.stepped(n, l.Steps)
}

// keyText is the call as it is written, if it is short.
func (s *callSite) keyText(key string) string {
	if s.call != nil && s.consts != nil {
		if text := types.ExprString(s.call); len(text) <= maxCallText {
			return text
		}
	}
	return s.title + "(" + strconv.Quote(key) + ")"
}

// callersOwn reports whether a source is what the caller of a handler sent, or the
// configuration: to answer with it tells nobody anything. Columns are others' data.
func callersOwn(src *value.Source) bool {
	return src != nil && src.ByKey && !strings.HasPrefix(src.Field, columnPrefix)
}

// columnPrefix begins the names of sources that are columns.
const columnPrefix = "column "

// fromKey is data that a key names.
func (f *frame) fromKey(src *value.Source, pos token.Pos) *value.Node {
	l := f.u.Label(value.Label{Src: src})
	return value.Of(l.WithSteps(l.Steps.With("read from "+src.Name(), f.place(pos))))
}

// maxCallText bounds how much of a call messages show.
const maxCallText = 60

// text is the call as messages show it.
func (c *modelCall) text(key string) string {
	if c.site.title == "" {
		return c.name() + "(" + strconv.Quote(key) + ")"
	}
	return c.site.keyText(key)
}

// lookupKey adds what a constant key says of the entry of a map.
func (f *frame) lookupKey(v *ssa.Lookup, n *value.Node) *value.Node {
	if f.e.pol.Keys() == policy.KeysOff || !keyedMap(v.X.Type()) || ofCaptions(v.X) {
		return n
	}
	sel := keySel(v.Index)
	key, ok := keyWord(sel)
	if !ok {
		return f.openKey(f.val(v.X), n, f.keyTexts(v.Index), func(key string) string { return f.lookupText(v, key) }, v.Pos())
	}
	if namesSource(n) || !f.fromOutside(f.val(v.X), sel) {
		return n
	}
	src := f.e.keySource(key, f.lookupText(v, key), v.Pos())
	if src == nil {
		return n
	}
	return f.u.Join(n, f.fromKey(src, v.Pos()))
}

// namesSource reports whether it is known already what a value is: then the key
// adds nothing but a second name.
func namesSource(n *value.Node) bool {
	if n == nil {
		return false
	}
	for _, k := range n.Kids {
		if k.Sel.Kind == access.Dyn && namesSource(k.Node) {
			return true
		}
	}
	return slices.ContainsFunc(n.Labels, func(l *value.Label) bool { return l.Src != nil })
}

// lookupText is the index expression as it is written.
func (f *frame) lookupText(v *ssa.Lookup, key string) string {
	text := "[" + strconv.Quote(key) + "]"
	if f.fn.Syntax() == nil {
		return text
	}
	ast.Inspect(f.fn.Syntax(), func(n ast.Node) bool {
		if x, ok := n.(*ast.IndexExpr); ok && x.Lbrack == v.Pos() {
			if s := types.ExprString(x); len(s) <= maxCallText {
				text = s
			}
		}
		return true
	})
	return text
}

// openKey adds to an entry of a map what its key says that callers complete, or
// that is one of several.
func (f *frame) openKey(x, n *value.Node, texts []string, shown func(key string) string, pos token.Pos) *value.Node {
	if namesSource(n) {
		return n
	}
	var held []string
	for _, t := range texts {
		sel := elem(0)
		if !strings.Contains(t, pattern.Hole) {
			sel = access.Sel{Kind: access.Key, S: strconv.Quote(t)}
		}
		if t != pattern.Unknown && (f.fromOutside(x, sel) || pattern.IsOpen(t) && f.ofRequest(x)) {
			held = append(held, t)
		}
	}
	return f.u.Join(n, f.underKeys(held, shown, pos))
}

// stepKey is lookupKey for a step along a path: what a callee left to its
// caller, or a table says.
func (f *frame) stepKey(x, n *value.Node, t types.Type, s access.Sel) *value.Node {
	if s.Kind == access.Elem && t != nil && f.naming != nil && f.naming.open != nil && f.e.pol.Keys() != policy.KeysOff && keyedMap(t) {
		return f.openKey(x, n, f.naming.open, f.naming.text, f.naming.site.pos)
	}
	if s.Kind != access.Key || t == nil || f.e.pol.Keys() == policy.KeysOff || !keyedMap(t) || namesSource(n) || !f.fromOutside(x, s) {
		return n
	}
	key, ok := keyWord(s)
	if !ok {
		return n
	}
	text, pos := "["+strconv.Quote(key)+"]", token.NoPos
	if f.naming != nil {
		text, pos = f.naming.text(key), f.naming.site.pos
	}
	src := f.e.keySource(key, text, pos)
	if src == nil {
		return n
	}
	return f.u.Join(n, f.fromKey(src, pos))
}

// fromOutside reports whether a map may hold something under a key that this
// program did not put there. Of a map that was made here all entries are known,
// and what only callers know is theirs to judge.
func (f *frame) fromOutside(x *value.Node, sel access.Sel) bool {
	if x == nil {
		return false
	}
	if slices.ContainsFunc(x.Labels, func(l *value.Label) bool { return f.unknownMap(l) && !f.reset(l, sel) }) {
		return true
	}
	for _, k := range x.Kids {
		if k.Sel.Kind == access.Dyn && f.fromOutside(k.Node, sel) {
			return true
		}
	}
	for _, r := range x.Refs {
		n := f.u.GetPath(f.content(r.Obj), r.Path)
		if _, known := n.Kid(sel); n == nil || known && sel.Kind == access.Key {
			continue
		}
		if slices.ContainsFunc(n.Labels, f.unknownMap) {
			return true
		}
		if e, ok := n.Kid(elem(0)); ok && f.holdsOutside(e) {
			return true
		}
	}
	return false
}

// reset reports whether the function itself put something under the key of a
// map, or deleted the entry, on every way.
func (f *frame) reset(l *value.Label, sel access.Sel) bool {
	n, ok := f.writtenBehind(l)
	if !ok || sel.Kind != access.Key {
		return false
	}
	kid, known := n.Kid(sel)
	return known && (kid == nil || !slices.ContainsFunc(kid.Labels, func(m *value.Label) bool { return m.Root == l.Root }))
}

// ofRequest reports whether a map belongs to a request that this function has
// from its callers: they do not fill it, whatever the key is.
func (f *frame) ofRequest(x *value.Node) bool {
	return x != nil && slices.ContainsFunc(x.Labels, func(l *value.Label) bool {
		if l.Root.Kind != value.Param || l.Root.N >= len(f.top.Params) {
			return false
		}
		t := f.top.Params[l.Root.N].Type()
		for _, s := range l.Path {
			if t = value.StepType(t, s); t != nil && value.TypeString(t) == "net/http.Request" {
				return true
			}
		}
		return false
	})
}

// unknownMap reports whether a label is that of a map that was filled elsewhere.
// Package variables are not asked: they are tables of the program.
func (f *frame) unknownMap(l *value.Label) bool {
	switch l.Root.Kind {
	case value.Opaque, value.Open:
		return true
	case value.Param:
		return f.top.Parent() != nil || !f.e.closed(f.top)
	}
	return false
}

// holdsOutside reports whether any entry of a map holds what came from outside.
// What the program itself puts under keys that it computes is its own.
func (f *frame) holdsOutside(n *value.Node) bool {
	if n == nil {
		return false
	}
	if slices.ContainsFunc(n.Labels, func(l *value.Label) bool { return l.Outside() || l.Root.Kind == value.Opaque }) {
		return true
	}
	for _, k := range n.Kids {
		if k.Sel.Kind != access.Slot && f.holdsOutside(k.Node) {
			return true
		}
	}
	for _, r := range n.Refs {
		if r.Obj.Sym == nil && r.Obj.Global == "" {
			if c := f.u.GetPath(f.content(r.Obj), r.Path); f.holdsOutside(withoutMemory(c)) {
				return true
			}
		}
	}
	return false
}

// withoutMemory is a value without what its parts lead to.
func withoutMemory(n *value.Node) *value.Node {
	if n == nil {
		return nil
	}
	c := value.Node{Labels: n.Labels}
	for _, k := range n.Kids {
		c.Kids = append(c.Kids, value.Kid{Sel: k.Sel, Node: withoutMemory(k.Node)})
	}
	return value.New(c)
}
