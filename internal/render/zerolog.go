package render

import "go/types"

// zerologObject is zerolog.LogObjectMarshaler.
var zerologObject = method{name: "MarshalZerologObject", params: []string{"*github.com/rs/zerolog.Event"}, out: -1}

// zerologInterface plans Event.Interface.
func (p *planner) zerologInterface(n *node) {
	if isDynamic(n.typ) {
		p.dynamic(n, Format{Family: ZerologInterface})
		return
	}
	if !p.call(n, false, zerologObject) {
		p.sub(n, Format{Family: JSON})
	}
}

// zerologError plans Event.Err as it is with the default ErrorMarshalFunc.
func (p *planner) zerologError(n *node) {
	if isDynamic(n.typ) {
		p.dynamic(n, Format{Family: ZerologError})
		return
	}
	if has(n.typ, false, errorMethod) {
		p.call(n, false, zerologObject, errorMethod)
	}
}

// zerologFields plans the operand of Event.Fields, which takes two types
// and ignores others, and at depth 1 what those hold.
func (p *planner) zerologFields(n *node) {
	inner := Format{Family: ZerologFields, Depth: 1}
	switch t := types.Unalias(n.typ).(type) {
	case *types.Map:
		if n.f.Depth == 0 && isBasic(t.Key()) && isString(t.Key()) && typeName(t.Elem()) == "any" {
			p.child(n, t.Key(), Format{Family: Raw}, false, mapKey)
			p.child(n, t.Elem(), inner, false, elem)
			return
		}
	case *types.Slice:
		if n.f.Depth == 0 && typeName(t.Elem()) == "any" {
			p.child(n, t.Elem(), inner, false, elem)
			return
		}
	}
	switch {
	case isDynamic(n.typ):
		p.dynamic(n, Format{Family: ZerologFields, Depth: n.f.Depth})
	case n.f.Depth > 0:
		p.zerologValue(n)
	}
}

// zerologValue follows the type switch of appendFieldList in zerolog's fields.go.
func (p *planner) zerologValue(n *node) {
	list := sliceOf(n.typ)
	switch {
	case isBasic(n.typ), isBytes(n.typ):
		p.zerologScalar(n)
	case has(n.typ, false, errorMethod):
		p.again(n, Format{Family: ZerologError})
	case list != nil && typeName(list) == "error":
		p.child(n, list, Format{Family: ZerologError}, false, elem)
	case list != nil && isNamed(list, "github.com/rs/zerolog.LogObjectMarshaler"):
		p.child(n, list, Format{Family: ZerologInterface}, false, elem)
	case isAddress(n.typ), list != nil && isAddress(list):
		p.text(n)
	default:
		p.zerologScalar(n)
	}
}

// zerologScalar prints what the switch lists by name, and hands the rest on.
func (p *planner) zerologScalar(n *node) {
	if !isComplex(n.typ) && p.scalar(n) {
		return
	}
	p.again(n, Format{Family: ZerologInterface})
}

// isComplex reports whether t is of a complex type, points to one, or lists some.
func isComplex(t types.Type) bool {
	if e := pointerTo(t); e != nil {
		t = e
	} else if e := sliceOf(t); e != nil {
		t = e
	}
	b, ok := types.Unalias(t).(*types.Basic)
	return ok && b.Info()&types.IsComplex != 0
}

// isAddress reports whether t is one of the types for which zerolog has a text
// of its own.
func isAddress(t types.Type) bool {
	switch typeName(t) {
	case "net.IP", "net.IPNet", "net.HardwareAddr", "encoding/json.RawMessage":
		return true
	}
	return false
}
