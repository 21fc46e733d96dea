package taint

import (
	"go/types"
	"reflect"
	"strconv"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/piitag"
)

// fieldTag is what the tags of a struct's fields say of field i. cut says that
// where the field is not personal nothing in it is: other conventions than
// piivet's own speak of fields alone, and what lies in them answers for itself.
func (e *engine) fieldTag(t types.Type, st *types.Struct, i int) (tag piitag.Tag, cut, found bool) {
	pkg := declaringPackage(t, st)
	tag, key, found, _ := e.pol.StructTag(pkg, reflect.StructTag(st.Tag(i)))
	if field := st.Field(i); !found && e.pol.HearsUntagged() && field.Exported() && textInside(field.Type(), 0) {
		tag, key, found = e.pol.Untagged(pkg, reflect.StructTag(st.Tag(i)), allTags(st))
	}
	return tag, key == piitag.Key, found
}

// declaringPackage is the import path of the package that declares a struct
// type.
func declaringPackage(t types.Type, st *types.Struct) string {
	if n, ok := types.Unalias(t).(*types.Named); ok && n.Obj().Pkg() != nil {
		return n.Obj().Pkg().Path()
	}
	if st.NumFields() > 0 && st.Field(0).Pkg() != nil {
		return st.Field(0).Pkg().Path()
	}
	return ""
}

func allTags(st *types.Struct) []reflect.StructTag {
	out := make([]reflect.StructTag, st.NumFields())
	for i := range out {
		out[i] = reflect.StructTag(st.Tag(i))
	}
	return out
}

// maxTextDepth bounds how far inside pointers, slices and maps a field's text may
// stand; types may contain themselves.
const maxTextDepth = 4

// textInside reports whether a type holds strings or bytes by itself, not in
// structs, which have tags of their own.
func textInside(t types.Type, depth int) bool {
	if depth > maxTextDepth {
		return false
	}
	switch u := types.Unalias(t).Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Slice:
		return isByte(u.Elem()) || textInside(u.Elem(), depth+1)
	case *types.Array:
		return isByte(u.Elem()) || textInside(u.Elem(), depth+1)
	case *types.Pointer:
		return textInside(u.Elem(), depth+1)
	case *types.Map:
		return textInside(u.Elem(), depth+1)
	}
	return false
}

func isByte(t types.Type) bool {
	b, ok := types.Unalias(t).Underlying().(*types.Basic)
	return ok && b.Kind() == types.Byte
}

// markedStruct says whether a struct type is personal as a whole, because the tag
// of a blank field in it says so.
func (e *engine) markedStruct(n *types.Named) *value.Source {
	st, ok := n.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	for i := range st.NumFields() {
		if st.Field(i).Name() != "_" || st.Tag(i) == "" {
			continue
		}
		tag, _, ok, _ := e.pol.StructTag(n.Obj().Pkg().Path(), reflect.StructTag(st.Tag(i)))
		if ok && !tag.NotPersonal && tag.Class != "" {
			return e.source(tag, "", n.Obj().Name(), 0, e.declaration(n.Obj()))
		}
	}
	return nil
}

// entries lists the personal entries of a named map type.
func (e *engine) entries(t types.Type) []value.Entry {
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return nil
	}
	name := n.Obj().Pkg().Path() + "." + n.Obj().Name()
	if out, ok := e.mapEntries[name]; ok {
		return out
	}
	var out []value.Entry
	for i, k := range e.pol.TypeKeys(name) {
		src := e.source(k.Tag, "", n.Obj().Name(), i, e.declaration(n.Obj()))
		out = append(out, value.Entry{Sel: access.Sel{Kind: access.Key, S: strconv.Quote(k.Key)}, Src: src})
	}
	e.mapEntries[name] = out
	return out
}

func (e *engine) entrySels(t types.Type) []access.Sel {
	var out []access.Sel
	for _, x := range e.entries(t) {
		out = append(out, x.Sel)
	}
	return out
}
