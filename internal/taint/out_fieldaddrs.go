package taint

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/address"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/taint/pattern"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// A client mostly has its address from a constructor of the same package, which
// its methods do not see. What a field of type string is ever set to stands in the
// package, as long as nobody else can set it.

// fieldAddresses are the constants that are stored in a field as addresses. A
// field that may hold others too has a label that says so.
func (e *engine) fieldAddresses(named *types.Named, field int) []*value.Label {
	if e.addressFields == nil {
		e.addressFields = map[fieldKey][]*value.Label{}
		for _, s := range e.sorted() {
			for _, b := range s.fn.Blocks {
				for _, i := range b.Instrs {
					if st, ok := i.(*ssa.Store); ok {
						e.noteAddress(st)
					}
				}
			}
		}
	}
	return e.addressFields[fieldKey{e.u.TypeKey(named), field}]
}

// noteAddress adds what one store puts into a field.
func (e *engine) noteAddress(st *ssa.Store) {
	fa, ok := st.Addr.(*ssa.FieldAddr)
	if !ok || !shape.IsString(st.Val.Type()) {
		return
	}
	key := fieldKey{e.u.TypeKey(shape.Pointed(fa.X.Type())), fa.Field}
	for _, text := range pattern.Of(st.Val) {
		l := e.u.TextLabel(value.ManyTexts)
		if a, ok := address.Read(verbText(text)); ok {
			l = e.u.TextLabel(a.String())
		}
		e.addressFields[key] = value.Union(e.addressFields[key], []*value.Label{l})
	}
}

// verbText is a pattern with verbs for the parts that are not known.
func verbText(p string) string {
	out := pattern.Fill(p, func(string) []string { return []string{"%s"} })
	if len(out) != 1 {
		return ""
	}
	return strings.ReplaceAll(out[0], pattern.Unknown, "%s")
}

// withAddress adds to what is read from a field of a value that callers gave what
// this package puts there as an address.
func (f *frame) withAddress(t types.Type, field int, n *value.Node) *value.Node {
	named, ok := types.Unalias(t).(*types.Named)
	if m := f.e.fieldsOf(named); m != nil && slices.Contains(m.Here, nameOfField(named, field)) {
		return value.Of(f.u.TextLabel("localhost"))
	} else if m != nil && slices.Contains(m.Opened, nameOfField(named, field)) {
		return f.u.Join(n, f.toCaller("opened"+m.PkgPath+"."+m.Name))
	}
	if n == nil || !ok || named.Obj().Pkg() != f.e.pass.Pkg || !slices.ContainsFunc(n.Labels, (*value.Label).Symbolic) {
		return n
	}
	st, ok := named.Underlying().(*types.Struct)
	if !ok || !shape.IsString(st.Field(field).Type()) {
		return n
	}
	ls := f.e.fieldAddresses(named, field)
	if !hasHost(ls) {
		return n
	}
	if token.IsExported(st.Field(field).Name()) || f.e.shared(named, field) {
		ls = value.Union(ls, []*value.Label{f.u.TextLabel(value.ManyTexts)})
	}
	return f.u.AddLabels(n, ls)
}

// fieldsOf is what a table says of the fields of a type; nil where it says nothing. Some
// hold an address of this machine, as that of a server for tests, or a connection that a
// caller opened.
func (e *engine) fieldsOf(named *types.Named) *model.Type {
	if named == nil || named.Obj().Pkg() == nil {
		return nil
	}
	return e.models.Type(named.Obj().Pkg().Path(), named.Obj().Name())
}
