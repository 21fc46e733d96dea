package render

import (
	"go/types"
	"slices"
)

// json plans one value the way encoding/json encodes it. See newTypeEncoder
// in encoding/json/encode.go.
func (p *planner) json(n *node) {
	if _, ok := under(n.typ).(*types.TypeParam); ok {
		p.dynamic(n, Format{Family: JSON})
		return
	}
	_, isPtr := under(n.typ).(*types.Pointer)
	if p.call(n, n.f.Addressable && !isPtr, jsonMarshaler, textMarshaler) {
		return
	}
	p.jsonKind(n)
}

// jsonKind encodes by kind.
func (p *planner) jsonKind(n *node) {
	switch t := under(n.typ).(type) {
	case *types.Basic:
		if t.Info()&types.IsComplex != 0 || t.Kind() == types.UnsafePointer {
			p.fail(n)
		} else {
			p.text(n)
		}
	case *types.Interface:
		p.dynamic(n, Format{Family: JSON})
	case *types.Pointer:
		p.child(n, t.Elem(), addressable(n.f, true), false, deref)
	case *types.Map:
		p.jsonMap(n, t)
	case *types.Slice:
		if isByte(t.Elem()) && !has(t.Elem(), true, jsonMarshaler, textMarshaler) {
			p.text(n)
		} else {
			p.child(n, t.Elem(), addressable(n.f, true), false, elem)
		}
	case *types.Array:
		p.child(n, t.Elem(), n.f, t.Len() > 0, elem)
	case *types.Struct:
		p.jsonStruct(n, t)
	default: // channels and functions
		p.fail(n)
	}
}

// addressable is f for a value whose address can be taken, or not.
func addressable(f Format, yes bool) Format {
	f.Addressable, f.Depth = yes, 1
	return f
}

// jsonMap encodes keys and values. String keys are taken as they are, before
// any method.
func (p *planner) jsonMap(n *node, t *types.Map) {
	key := &node{path: n.path.Join(mapKey), typ: t.Key(), f: n.f, up: n}
	switch {
	case isString(t.Key()):
		p.text(key)
	case p.call(key, false, textMarshaler):
	case isInteger(t.Key()):
		p.text(key)
	case isDynamic(t.Key()) && !isInterface(t.Key()):
		p.dynamic(key, Format{Family: JSON})
	default:
		p.fail(n)
		return
	}
	p.child(n, t.Elem(), addressable(n.f, false), false, elem)
}

// mayBeEmpty reports whether a field of type t with omitempty is left out where
// it holds nothing, though no value of t can be encoded.
func mayBeEmpty(t types.Type) bool {
	switch t := under(t).(type) {
	case *types.Map, *types.Slice, *types.Pointer, *types.Interface:
		return true
	case *types.Array:
		return t.Len() == 0
	}
	return false
}

// jsonStruct encodes the fields that survive tags, promotion and shadowing.
func (p *planner) jsonStruct(n *node, t *types.Struct) {
	for _, f := range jsonFields(n.typ, t) {
		path, typ, addr := walkFields(t, f.index, n.f.Addressable)
		certain := !f.omitZero && !(f.omitEmpty && mayBeEmpty(typ)) && !slices.Contains(path, deref)
		p.child(n, typ, addressable(n.f, addr), certain, path...)
	}
}
