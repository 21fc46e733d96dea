package taint

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// Laundering is a field that nobody tagged and that personal data is stored in:
// what is read from it elsewhere is taken for clean.
type Laundering struct {
	Flow  // of the first place, in the order of files, where that happens
	Field *types.Var
	Owner *types.TypeName
	// Classes are those of all places in the package.
	Classes []string
}

// launderings collects what all functions found: each field once.
func (e *engine) launderings() []*Laundering {
	merged := map[*types.Var]*Laundering{}
	for _, s := range e.sorted() {
		for v, l := range s.launders {
			if old := merged[v]; old != nil {
				l = old.with(e, l)
			}
			merged[v] = l
		}
	}
	out := make([]*Laundering, 0, len(merged))
	for _, l := range merged {
		slices.Sort(l.Classes)
		out = append(out, l)
	}
	slices.SortFunc(out, func(a, b *Laundering) int {
		return cmp.Or(e.comparePos(a.Pos, b.Pos), strings.Compare(a.Sink, b.Sink))
	})
	return withoutMixtures(out)
}

// with joins two findings about one field.
func (l *Laundering) with(e *engine, o *Laundering) *Laundering {
	if e.comparePos(o.Pos, l.Pos) < 0 {
		l, o = o, l
	}
	if l.Pos == o.Pos {
		l.merge(&o.Flow)
	}
	for _, c := range o.Classes {
		if !slices.Contains(l.Classes, c) {
			l.Classes = append(l.Classes, c)
		}
	}
	return l
}

// comparePos orders positions by file name; files may have been parsed in any
// order.
func (e *engine) comparePos(a, b token.Pos) int {
	p, q := e.pass.Fset.Position(a), e.pass.Fset.Position(b)
	return cmp.Or(strings.Compare(p.Filename, q.Filename), p.Offset-q.Offset)
}

// loses returns field i of the struct type t if it takes the tag off whatever is
// stored in it: it is plain data, of a named type of this module, and nothing is
// said of it.
func (e *engine) loses(t types.Type, i int) (*types.Var, *types.TypeName) {
	if t == nil || e.downloaded() {
		return nil, nil
	}
	key := structField{t, i}
	if l, ok := e.losing[key]; ok {
		return l.field, l.owner
	}
	var l losingField
	l.field, l.owner = e.findLosing(t, i)
	if e.losing == nil {
		e.losing = map[structField]losingField{}
	}
	e.losing[key] = l
	return l.field, l.owner
}

type structField struct {
	t types.Type
	i int
}

type losingField struct {
	field *types.Var
	owner *types.TypeName
}

func (e *engine) findLosing(t types.Type, i int) (*types.Var, *types.TypeName) {
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || !e.inModule(n.Obj().Pkg()) || e.typeSource(t) != nil {
		return nil, nil
	}
	st, ok := n.Origin().Underlying().(*types.Struct)
	if !ok || i >= st.NumFields() {
		return nil, nil
	}
	field := st.Field(i)
	if src, unsaid := e.fieldSource(t, i); src != nil || !unsaid {
		return nil, nil
	}
	if field.Name() == "_" || !plainData(field.Type(), 0) || e.carries(field.Type()) || e.inTest(field.Pos()) {
		return nil, nil
	}
	return field, n.Obj()
}

// inModule reports whether a package belongs to the module under analysis.
func (e *engine) inModule(p *types.Package) bool {
	if p == nil || p == e.pass.Pkg {
		return p != nil
	}
	m := e.pass.Module
	return m != nil && m.Path != "" && (p.Path() == m.Path || strings.HasPrefix(p.Path(), m.Path+"/"))
}

func (e *engine) inTest(pos token.Pos) bool {
	return pos.IsValid() && strings.HasSuffix(e.pass.Fset.Position(pos).Filename, "_test.go")
}

// helpsTests reports whether a function, or one around it, takes what only a test has: whatever
// file it is in, a test calls it.
func helpsTests(fn *ssa.Function) bool {
	for ; fn != nil; fn = fn.Parent() {
		for p := range fn.Signature.Params().Variables() {
			n, ok := types.Unalias(shape.Pointed(p.Type())).(*types.Named)
			if ok && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "testing" {
				return true
			}
		}
	}
	return false
}

// plainData reports whether a type is that of data which could have a tag:
// text, numbers, times, and lists of them. Structs answer for their own fields,
// interfaces and functions for nothing.
func plainData(t types.Type, depth int) bool {
	if n, ok := types.Unalias(t).(*types.Named); ok && n.Obj().Pkg() != nil {
		switch n.Obj().Pkg().Path() {
		case "time", "database/sql":
			_, isStruct := n.Underlying().(*types.Struct)
			return isStruct && (n.Obj().Name() == "Time" || strings.HasPrefix(n.Obj().Name(), "Null"))
		}
	}
	switch u := types.Unalias(t).Underlying().(type) {
	case *types.Basic:
		return u.Info()&(types.IsString|types.IsNumeric) != 0
	case *types.Pointer:
		return depth == 0 && plainData(u.Elem(), depth+1)
	case *types.Slice:
		return depth < 2 && plainData(u.Elem(), depth+1)
	case *types.Array:
		return depth < 2 && plainData(u.Elem(), depth+1)
	case *types.Map:
		return depth == 0 && plainData(u.Elem(), depth+1)
	}
	return false
}

// launders notes a store to a field that loses the tag.
func (f *frame) launder(i *ssa.Store, v *value.Node) {
	fa, ok := i.Addr.(*ssa.FieldAddr)
	if !ok || v == nil || f.quiet > 0 || f.silent > 0 || f.heard != nil || f.assume != nil {
		return
	}
	field, owner := f.e.loses(shape.Pointed(fa.X.Type()), fa.Field)
	if field == nil || f.covered(fa.X) {
		return
	}
	if ls := copied(f.flat(f.ofFields(v))); len(ls) > 0 {
		pos, end := f.e.storeSpan(f.fn, i.Pos())
		f.noteLaundering(field, owner, spot{pos, end, i.Pos()}, f.place(i.Pos()), ls)
	}
}

// ofFields is a value without what is only known to come from a struct as a whole,
// as behind a bound: that says nothing of one field.
func (f *frame) ofFields(v *value.Node) *value.Node {
	c := *v
	c.Labels = slices.DeleteFunc(slices.Clone(v.Labels), func(l *value.Label) bool { return l.Src == nil && f.e.carries(l.Type) })
	return value.New(c)
}

// covered reports whether the struct that x leads to lies in a tagged field.
func (f *frame) covered(x ssa.Value) bool {
	for {
		fa, ok := x.(*ssa.FieldAddr)
		if !ok {
			return false
		}
		if src, _ := f.e.fieldSource(shape.Pointed(fa.X.Type()), fa.Field); src != nil {
			return true
		}
		x = fa.X
	}
}

// copied keeps the labels of personal data that a field can be tagged for. What
// an encoder or a template made is a document, and so is what holds data of many
// classes, or all that a bound left: no one class says what it is.
func copied(ls []*value.Label) []*value.Label {
	return fewClasses(slices.DeleteFunc(slices.Clone(ls), func(l *value.Label) bool { return encoded(l.Steps) }))
}

// fewClasses is copied for data that a decoder took apart again.
func fewClasses(ls []*value.Label) []*value.Label {
	out := slices.DeleteFunc(slices.Clone(ls), func(l *value.Label) bool { return l.Src == nil || l.Src.ByKey || l.Trunc })
	classes := map[string]bool{}
	for _, l := range out {
		classes[l.Src.Class] = true
	}
	if len(classes) > maxCopied {
		return nil
	}
	return out
}

// maxCopied is of how many classes the data in one field may be.
const maxCopied = 2

func encoded(s *value.Step) bool {
	for ; s != nil; s = s.Prev {
		if strings.HasPrefix(s.Text, "encoded by ") {
			return true
		}
	}
	return false
}

func (f *frame) noteLaundering(field *types.Var, owner *types.TypeName, at spot, place value.Place, ls []*value.Label) {
	if f.e.inTest(at.pos) || !at.pos.IsValid() {
		return
	}
	l := &Laundering{Field: field, Owner: owner, Flow: Flow{
		Kind: KindTag, Sink: owner.Name() + "." + field.Name(), Pos: at.pos, End: at.end, call: at.key,
		Func: f.fn.RelString(f.e.pass.Pkg), Place: place,
	}}
	for _, lab := range ls {
		l.merge(&Flow{Sources: []FlowSource{{Source: lab.Src, Steps: lab.Steps.List()}}})
		if !slices.Contains(l.Classes, lab.Src.Class) {
			l.Classes = append(l.Classes, lab.Src.Class)
		}
	}
	if f.launders == nil {
		f.launders = map[*types.Var]*Laundering{}
	}
	if old := f.launders[field]; old != nil {
		l = old.with(f.e, l)
	}
	f.launders[field] = l
}

// launder notes data of this call's arguments that the callee put into a part of
// a struct of type t.
func (in *instance) launder(t types.Type, k value.Kid) {
	f := in.f
	if k.Node == nil || len(k.Node.Labels) == 0 || f.quiet > 0 || f.silent > 0 || f.heard != nil || f.assume != nil {
		return
	}
	fresh := func(l *value.Label) bool { return l.Src == nil && !l.Trunc && fromCallers(l) && !endsIn(l.Path, k.Sel) }
	if !slices.ContainsFunc(k.Node.Labels, fresh) {
		return
	}
	field, owner := f.e.loses(t, k.Sel.N)
	if field == nil {
		return
	}
	for _, l := range k.Node.Labels {
		if !fresh(l) {
			continue
		}
		_, from := in.place(l)
		ls := copied(f.flat(in.label(l, nil)))
		if len(ls) == 0 || f.e.carries(from) {
			continue
		}
		at := in.site.spot()
		if l.Root.Kind == value.Param {
			at = in.site.argSpot(l.Root.N, nil)
		}
		f.noteLaundering(field, owner, at, f.place(in.site.pos), ls)
	}
}

// endsIn reports whether a path leads to the same field as s: what is copied
// from a field to the field of the same name loses nothing.
func endsIn(p access.Path, s access.Sel) bool { return len(p) > 0 && p[len(p)-1] == s }

// launderDecoded notes data that a decoder laid out in a struct of type t.
func (f *frame) launderDecoded(site *callSite, n *value.Node, t types.Type) {
	if n == nil || t == nil || f.quiet > 0 || f.silent > 0 || f.heard != nil || f.assume != nil {
		return
	}
	for _, k := range n.Kids {
		if k.Sel.Kind != access.Field {
			continue
		}
		if field, owner := f.e.loses(t, k.Sel.N); field != nil {
			if ls := fewClasses(f.flat(k.Node)); len(ls) > 0 {
				f.noteLaundering(field, owner, site.spot(), f.place(site.pos), ls)
			}
			continue
		}
		f.launderDecoded(site, k.Node, value.StepType(t, k.Sel))
	}
}

// storeSpan is what is written to in the assignment or literal at pos.
func (e *engine) storeSpan(fn *ssa.Function, pos token.Pos) (token.Pos, token.Pos) {
	var start, end token.Pos = pos, pos
	node := fn.Syntax()
	if node == nil {
		return start, end
	}
	ast.Inspect(node, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.KeyValueExpr:
			if n.Colon == pos {
				start, end = n.Key.Pos(), n.Key.End()
			}
		case *ast.SelectorExpr:
			if n.Sel.Pos() == pos {
				start, end = n.Pos(), n.End()
			}
		case *ast.CompositeLit:
			for _, x := range n.Elts {
				if x.Pos() == pos {
					start, end = x.Pos(), x.End()
				}
			}
		}
		return true
	})
	return start, end
}
