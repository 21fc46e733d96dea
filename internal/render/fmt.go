package render

import (
	"go/types"
	"strings"
)

// fmt plans one value the way fmt prints it: methods first, then by kind. See
// printArg, printValue and handleMethods in fmt/print.go, whose order this is.
func (p *planner) fmt(n *node) {
	switch {
	case n.f.TypeOnly():
	case isDynamic(n.typ):
		p.dynamic(n, inDynamic(n.f))
	case n.f.Depth == 0 && n.f.verb() == 'p':
		p.fmtAddress(n)
	case n.f.Depth == 0 && isNamed(n.typ, "reflect.Value"):
		p.text(n) // fmt prints what it holds
	default:
		if !p.fmtMethods(n) {
			p.fmtKind(n)
		}
	}
}

// inDynamic is the format for the value inside an interface. It is never an
// embedded struct whose exported fields are open again.
func inDynamic(f Format) Format {
	f.Unexported = f.Unexported || f.Embedded
	f.Embedded = false
	return f
}

// fmtAddress prints an address for kinds that have one. For others %p is a
// wrong verb.
func (p *planner) fmtAddress(n *node) {
	switch t := under(n.typ).(type) {
	case *types.Pointer, *types.Map, *types.Chan, *types.Slice, *types.Signature:
		return
	case *types.Basic:
		if t.Kind() == types.UnsafePointer {
			return
		}
	}
	p.fmtBadVerb(n)
}

// fmtBadVerb plans the %!x(type=value) of a wrong verb: the value is printed
// by %v from the top, and no methods are called.
func (p *planner) fmtBadVerb(n *node) {
	f := n.f
	f.Verb, f.Unexported, f.Embedded, f.Depth = 'v', true, false, 0
	p.again(n, f)
}

// fmtMethods handles Formatter, GoStringer, error and Stringer, and reports
// whether the value is done with.
func (p *planner) fmtMethods(n *node) bool {
	if n.f.Unexported || n.f.Embedded {
		return false
	}
	verb := n.f.verb()
	if verb == 'w' {
		if n.f.NoWrap || !has(n.typ, false, errorMethod) {
			p.fmtBadVerb(n)
			return true
		}
		verb = 'v'
	}
	if p.call(n, false, formatter.with(Format{Verb: verb, Plus: n.f.Plus, Sharp: n.f.Sharp})) {
		return true
	}
	texts := []method{errorMethod, stringerMethod}
	if n.f.Sharp && verb == 'v' {
		texts = []method{goStringer}
	} else if !strings.ContainsRune("vsxXq", verb) {
		return false
	}
	if n.f.NoText {
		return has(n.typ, false, texts...)
	}
	return p.call(n, false, texts...)
}

// fmtKind prints by kind.
func (p *planner) fmtKind(n *node) {
	switch t := under(n.typ).(type) {
	case *types.Basic:
		switch {
		case t.Kind() == types.UnsafePointer:
			p.fmtPointer(n)
		case !n.f.NoText || t.Info()&types.IsString == 0:
			p.text(n)
		}
	case *types.Pointer:
		if n.f.Depth == 0 && isComposite(t.Elem()) {
			p.child(n, t.Elem(), inside(n.f), true, deref)
		} else {
			p.fmtPointer(n)
		}
	case *types.Chan, *types.Signature:
		p.fmtPointer(n)
	case *types.Map:
		p.child(n, t.Key(), insideRO(n.f), true, mapKey)
		p.child(n, t.Elem(), insideRO(n.f), true, elem)
	case *types.Slice:
		p.fmtList(n, t.Elem())
	case *types.Array:
		p.fmtList(n, t.Elem())
	case *types.Struct:
		p.fmtStruct(n, t)
	}
}

// isComposite reports whether fmt looks through a pointer to t.
func isComposite(t types.Type) bool {
	switch under(t).(type) {
	case *types.Array, *types.Slice, *types.Struct, *types.Map:
		return true
	}
	return false
}

// inside is the format for what lies one level deeper. An embedded field's own
// fields are as open as they would be without the embedding.
func inside(f Format) Format {
	f.Depth = 1
	return f
}

// insideRO is inside for elements, keys and pointees: what they are reached
// through being an unexported embedded field closes them for good.
func insideRO(f Format) Format {
	return inDynamic(inside(f))
}

// fmtPointer prints an address, or, under a wrong verb, starts over with %v.
func (p *planner) fmtPointer(n *node) {
	if !strings.ContainsRune("vpbodxX", n.f.verb()) {
		p.fmtBadVerb(n)
	}
}

// fmtList prints a slice or array: bytes as one text if the verb is for text,
// else element by element, which for bytes without methods is the same.
func (p *planner) fmtList(n *node, e types.Type) {
	asText := strings.ContainsRune("sqxX", n.f.verb())
	switch {
	case isByte(e) && asText && n.f.NoText:
	case isByte(e) && (asText || !has(e, false, formatter, goStringer, errorMethod, stringerMethod)):
		p.text(n)
	default:
		p.child(n, e, insideRO(n.f), true, elem)
	}
}

// fmtStruct prints every field. What is behind an unexported one is printed
// without its methods.
func (p *planner) fmtStruct(n *node, t *types.Struct) {
	for i := range t.NumFields() {
		v := t.Field(i)
		f := inside(n.f)
		f.Embedded = false
		switch {
		case v.Exported():
		case v.Embedded():
			f.Embedded = true
		default:
			f.Unexported = true
		}
		p.child(n, v.Type(), f, true, field(i))
	}
}
