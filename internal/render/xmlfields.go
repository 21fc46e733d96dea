package render

import (
	"cmp"
	"go/types"
	"reflect"
	"slices"
	"strings"
)

// xmlField is a field as encoding/xml sees it.
type xmlField struct {
	index     []int // through the embedded structs
	name      string
	space     string
	mode      string // element, attr, chardata, cdata, innerxml, comment, any, any,attr
	omitEmpty bool
	parents   []string
	closed    bool // an unexported embedded field
}

// xmlInfo is what encoding/xml knows of a struct type.
type xmlInfo struct {
	name   *xmlField // XMLName
	fields []xmlField
}

// xmlFields follows getTypeInfo in encoding/xml/typeinfo.go. It is not ok for
// structs that the encoder refuses; one that embeds itself ends the program there.
func xmlFields(t *types.Struct, up []*types.Struct) (info xmlInfo, ok bool) {
	if slices.Contains(up, t) {
		return info, false
	}
	for i := range t.NumFields() {
		v := t.Field(i)
		tag := reflect.StructTag(t.Tag(i)).Get("xml")
		if !v.Exported() && !v.Embedded() || tag == "-" {
			continue
		}
		if st := embeddedStruct(v); st != nil {
			if ok := info.embed(i, st, append(up, t)); !ok {
				return info, false
			}
			continue
		}
		f, ok := newXMLField(v, tag)
		if !ok {
			return info, false
		}
		f.index, f.closed = []int{i}, !v.Exported()
		if v.Name() == "XMLName" {
			info.name = &f
		} else if !info.add(f) {
			return info, false
		}
	}
	return info, true
}

// embeddedStruct is the struct that v embeds, directly or by pointer, or nil.
func embeddedStruct(v *types.Var) *types.Struct {
	if !v.Embedded() {
		return nil
	}
	t := v.Type()
	if e := elemOf(t); e != nil {
		t = e
	}
	st, _ := under(t).(*types.Struct)
	return st
}

// embed takes over the fields of the struct embedded as field i.
func (x *xmlInfo) embed(i int, st *types.Struct, up []*types.Struct) bool {
	inner, ok := xmlFields(st, up)
	if !ok {
		return false
	}
	if x.name == nil {
		x.name = inner.name
	}
	for _, f := range inner.fields {
		f.index = append([]int{i}, f.index...)
		if !x.add(f) {
			return false
		}
	}
	return true
}

// newXMLField reads a tag. It is not ok if the encoder refuses the tag.
func newXMLField(v *types.Var, tag string) (f xmlField, ok bool) {
	if space, rest, cut := strings.Cut(tag, " "); cut {
		f.space, tag = space, rest
	}
	tokens := strings.Split(tag, ",")
	tag = tokens[0]
	isName := v.Name() == "XMLName"
	if !f.flags(tokens[1:]) || f.mode != "element" && (isName || tag != "" && f.mode != "attr") {
		return f, false
	}
	if f.space != "" && tag == "" {
		return f, false
	}
	if isName {
		f.name = tag
		return f, true
	}
	if tag == "" {
		f.name = v.Name()
		if name := lookupXMLName(v.Type()); name != nil {
			f.space, f.name = name.space, name.name
		}
		return f, true
	}
	return f, f.chain(v, tag)
}

// flags reads the options of a tag. "any" alone is an element too.
func (f *xmlField) flags(options []string) bool {
	modes := map[string]bool{}
	for _, o := range options {
		switch o {
		case "attr", "cdata", "chardata", "innerxml", "comment", "any":
			modes[o] = true
		case "omitempty":
			f.omitEmpty = true
		}
	}
	f.mode = "element"
	switch {
	case len(modes) == 2 && modes["any"] && modes["attr"]:
		f.mode = "any,attr"
	case len(modes) > 1:
		return false
	default:
		for mode := range modes {
			f.mode = mode
		}
	}
	return !f.omitEmpty || slices.Contains([]string{"element", "any", "attr", "any,attr"}, f.mode)
}

// chain reads a name of the form a>b>c.
func (f *xmlField) chain(v *types.Var, tag string) bool {
	parents := strings.Split(tag, ">")
	parents[0] = cmp.Or(parents[0], v.Name())
	last := len(parents) - 1
	f.name, f.parents = parents[last], parents[:last]
	if f.name == "" || last > 0 && f.mode != "element" {
		return false
	}
	if f.mode != "element" {
		return true
	}
	name := lookupXMLName(v.Type())
	return name == nil || name.name == f.name
}

// lookupXMLName finds the name that a struct's XMLName field gives by its tag.
func lookupXMLName(t types.Type) *xmlField {
	for e := elemOf(t); e != nil; e = elemOf(t) {
		t = e
	}
	st, ok := under(t).(*types.Struct)
	if !ok {
		return nil
	}
	for i := range st.NumFields() {
		if v := st.Field(i); v.Name() == "XMLName" {
			f, ok := newXMLField(v, reflect.StructTag(st.Tag(i)).Get("xml"))
			if ok && f.name != "" {
				return &f
			}
			return nil
		}
	}
	return nil
}

// add takes a field in, as addFieldInfo does: a less nested field wins, two of
// the same depth are an error.
func (x *xmlInfo) add(f xmlField) bool {
	deeper := func(o xmlField) bool { return o.conflicts(f) }
	for _, o := range x.fields {
		if o.conflicts(f) && len(o.index) < len(f.index) {
			return true
		}
	}
	for _, o := range x.fields {
		if o.conflicts(f) && len(o.index) == len(f.index) {
			return false
		}
	}
	x.fields = append(slices.DeleteFunc(x.fields, deeper), f)
	return true
}

// conflicts reports whether the paths of two fields cross: one ends where the
// other goes on, or both are the same.
func (f xmlField) conflicts(o xmlField) bool {
	if f.mode != o.mode || f.space != "" && o.space != "" && f.space != o.space {
		return false
	}
	shared := min(len(f.parents), len(o.parents))
	if !slices.Equal(f.parents[:shared], o.parents[:shared]) {
		return false
	}
	switch {
	case len(f.parents) > shared:
		return f.parents[shared] == o.name
	case len(o.parents) > shared:
		return o.parents[shared] == f.name
	}
	return f.name == o.name && f.space == o.space
}
