package render

import (
	"go/types"
	"slices"

	"github.com/piivet/piivet/internal/access"
)

var (
	xmlMarshaler = method{
		name:    "MarshalXML",
		params:  []string{"*encoding/xml.Encoder", "encoding/xml.StartElement"},
		results: []string{"error"},
		out:     -1,
	}
	xmlAttrMarshaler = method{
		name:    "MarshalXMLAttr",
		params:  []string{"encoding/xml.Name"},
		results: []string{"encoding/xml.Attr", "error"},
	}
)

// xml plans a value that becomes an element; see marshalValue in
// encoding/xml/marshal.go. Depth is 0 while no field gives the element a name:
// then the type must have one.
func (p *planner) xml(n *node) {
	if isDynamic(n.typ) {
		p.dynamic(n, xmlInside(n.f, Format{Addressable: false}))
		return
	}
	if e := elemOf(n.typ); e != nil {
		p.child(n, e, xmlInside(n.f, Format{Addressable: true}), false, deref)
		return
	}
	if xmlCalls(n.f) && p.call(n, n.f.Addressable, xmlMarshaler, textMarshaler) {
		return
	}
	switch t := under(n.typ).(type) {
	case *types.Slice:
		if !isByte(t.Elem()) {
			p.child(n, t.Elem(), xmlInside(n.f, Format{Addressable: true}), false, elem)
			return
		}
	case *types.Array:
		if !isByte(t.Elem()) {
			p.child(n, t.Elem(), xmlInside(n.f, n.f), t.Len() > 0, elem)
			return
		}
	case *types.Struct:
		p.xmlStruct(n, t)
		return
	}
	if n.f.Depth == 0 && !hasName(n.typ) {
		p.fail(n)
		return
	}
	p.xmlSimple(n)
}

// xmlInside is the format for what n's pointer, interface or list holds: with
// n's element name, and methods closed for good if they were for n.
func xmlInside(f, addr Format) Format {
	f.Addressable = addr.Addressable
	return inDynamic(f)
}

// xmlCalls reports whether methods can be called.
func xmlCalls(f Format) bool { return !f.Unexported && !f.Embedded }

// hasName reports whether t is a type with a name.
func hasName(t types.Type) bool {
	switch types.Unalias(t).(type) {
	case *types.Basic, *types.Named:
		return true
	}
	return false
}

// xmlSimple plans what marshalSimple can write.
func (p *planner) xmlSimple(n *node) {
	switch t := under(n.typ).(type) {
	case *types.Basic:
		if t.Info()&types.IsComplex == 0 && t.Kind() != types.UnsafePointer {
			p.text(n)
			return
		}
	case *types.Slice:
		if isByte(t.Elem()) {
			p.text(n)
			return
		}
	case *types.Array:
		if isByte(t.Elem()) {
			p.text(n)
			return
		}
	}
	p.fail(n)
}

// xmlStruct plans the fields of an element.
func (p *planner) xmlStruct(n *node, t *types.Struct) {
	if isNamed(n.typ, "encoding/xml.Name") {
		return
	}
	info, ok := xmlFields(t, nil)
	if !ok || n.f.Depth == 0 && !hasName(n.typ) && !givesName(t, info.name) {
		p.fail(n)
		return
	}
	if info.name != nil && info.name.name == "" {
		p.xmlName(n, t, *info.name)
	}
	for _, f := range info.fields {
		path, typ, addr := walkFields(t, f.index, n.f.Addressable)
		_, isMap := under(typ).(*types.Map)
		certain := !slices.Contains(path, deref) && !(f.omitEmpty && isMap)
		p.child(n, typ, f.format(n.f, addr), certain, path...)
	}
}

// xmlName plans an XMLName field that names its element by its value. An
// embedded struct's is looked up with that struct's own index.
func (p *planner) xmlName(n *node, t *types.Struct, f xmlField) {
	if i, ok := nameIndex(t, f); ok {
		p.child(n, t.Field(i).Type(), Format{Family: Raw}, true, field(i))
	}
}

// nameIndex is the field of t that is read for the name of its element.
func nameIndex(t *types.Struct, f xmlField) (int, bool) {
	i := f.index[len(f.index)-1]
	return i, i < t.NumFields() && isNamed(t.Field(i).Type(), "encoding/xml.Name")
}

// givesName reports whether an XMLName field, if there is one, names the element.
func givesName(t *types.Struct, f *xmlField) bool {
	if f == nil || f.name != "" {
		return f != nil
	}
	_, ok := nameIndex(t, *f)
	return ok
}

// format says how the field is written in a struct under f.
func (x xmlField) format(f Format, addr bool) Format {
	family := XML
	switch x.mode {
	case "attr", "any,attr":
		family = XMLAttr
	case "chardata", "cdata":
		family = XMLChars
	case "comment":
		family = XMLComment
	case "innerxml":
		family = XMLInner
	}
	depth := 1
	if family != XML {
		depth = 0
	}
	return Format{Family: family, Depth: depth, Addressable: addr, Unexported: f.Unexported, Embedded: x.closed}
}

// xmlAttr plans an attribute; Depth is 1 behind the one pointer that is
// followed.
func (p *planner) xmlAttr(n *node) {
	if isDynamic(n.typ) {
		p.dynamic(n, Format{Family: XMLAttr, Depth: n.f.Depth, Unexported: n.f.Unexported || n.f.Embedded})
		return
	}
	if n.f.Depth == 0 && xmlCalls(n.f) && p.call(n, n.f.Addressable, xmlAttrMarshaler, textMarshaler) {
		return
	}
	inner := inDynamic(n.f)
	inner.Addressable = true
	if e := elemOf(n.typ); e != nil && n.f.Depth == 0 {
		inner.Depth = 1
		p.child(n, e, inner, false, deref)
		return
	}
	if s, ok := under(n.typ).(*types.Slice); ok && !isByte(s.Elem()) {
		inner.Depth = 0
		p.child(n, s.Elem(), inner, false, elem)
		return
	}
	if isNamed(n.typ, "encoding/xml.Attr") {
		p.text(n)
		return
	}
	p.xmlSimple(n)
}

// xmlChars plans character data. Depth is 1 behind pointers, where methods are
// not asked any more.
func (p *planner) xmlChars(n *node) {
	if isDynamic(n.typ) {
		p.dynamic(n, Format{Family: XMLChars, Depth: n.f.Depth, Unexported: n.f.Unexported || n.f.Embedded})
		return
	}
	if n.f.Depth == 0 && xmlCalls(n.f) && p.call(n, n.f.Addressable, textMarshaler) {
		return
	}
	switch t := under(n.typ).(type) {
	case *types.Pointer:
		p.child(n, t.Elem(), Format{Family: XMLChars, Depth: 1}, false, deref)
	case *types.Basic:
		if t.Info()&types.IsComplex == 0 && t.Kind() != types.UnsafePointer {
			p.text(n)
		}
	case *types.Slice:
		if isBytes(n.typ) {
			p.text(n)
		}
	}
}

// xmlComment plans a comment: strings and byte slices, through all pointers.
func (p *planner) xmlComment(n *node) {
	switch t := under(n.typ).(type) {
	case *types.Interface, *types.TypeParam:
		p.dynamic(n, Format{Family: XMLComment})
	case *types.Pointer:
		p.child(n, t.Elem(), Format{Family: XMLComment}, true, deref)
	default:
		if s, ok := t.(*types.Slice); isString(n.typ) || ok && isByte(s.Elem()) {
			p.text(n)
			return
		}
		p.fail(n)
	}
}

// xmlInner plans text that is copied as it is. Other types become elements.
func (p *planner) xmlInner(n *node) {
	if isDynamic(n.typ) {
		p.dynamic(n, Format{Family: XMLInner})
		return
	}
	if e := elemOf(n.typ); e != nil {
		p.child(n, e, Format{Family: XMLInner, Addressable: true}, false, deref)
		return
	}
	if isBytes(n.typ) || isBasic(n.typ) && isString(n.typ) {
		p.text(n)
		return
	}
	f := n.f
	f.Family, f.Depth = XML, 1
	p.again(n, f)
}

// walkFields gives the path along the fields in index, the type there, and
// whether the value there is addressable.
func walkFields(t types.Type, index []int, addr bool) (path access.Path, typ types.Type, addressable bool) {
	typ = t
	for _, i := range index {
		if e := elemOf(typ); e != nil {
			path, typ, addr = append(path, deref), e, true
		}
		path = append(path, field(i))
		typ = typ.Underlying().(*types.Struct).Field(i).Type()
	}
	return path, typ, addr
}
