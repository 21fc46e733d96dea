package render

import (
	"go/types"

	"github.com/piivet/piivet/internal/access"
)

// gobEncoder is gob.GobEncoder.
var gobEncoder = method{name: "GobEncode", results: []string{"[]uint8", "error"}}

// gob plans what encoding/gob sends: exported fields, through all pointers.
// The encoder compiles a type as a whole before it sends anything, so that a
// type it cannot send anywhere inside spoils all. See encOpFor in
// encoding/gob/encode.go.
func (p *planner) gob(n *node) {
	if isDynamic(n.typ) {
		p.dynamic(n, Format{Family: Gob, Depth: 1})
		return
	}
	if p.gobMethod(n, gobEncoder) || p.gobMethod(n, binaryMarshaler) {
		return
	}
	switch t := under(n.typ).(type) {
	case *types.Basic:
		if t.Kind() == types.UnsafePointer {
			p.gobFail()
		} else {
			p.text(n)
		}
	case *types.Pointer:
		p.child(n, t.Elem(), addressable(n.f, true), true, deref)
	case *types.Slice:
		p.gobList(n, t.Elem(), true, false)
	case *types.Array:
		p.gobList(n, t.Elem(), n.f.Addressable, t.Len() > 0)
	case *types.Map:
		p.child(n, t.Key(), addressable(n.f, false), false, mapKey)
		p.child(n, t.Elem(), addressable(n.f, false), false, elem)
	case *types.Struct:
		p.gobStruct(n, t)
	default:
		p.gobFail()
	}
}

// gobFail says that the type cannot be encoded, whatever the values are.
func (p *planner) gobFail() { p.dead = append(p.dead, access.Path{}) }

// gobMethod looks for m on the value, on what it points to, and on its
// address, which only an addressable value has.
func (p *planner) gobMethod(n *node, m method) bool {
	at := *n
	for {
		if r, ok := m.find(at.typ, false); ok {
			p.emitCall(&at, r, m)
			return true
		}
		e := elemOf(at.typ)
		if e == nil {
			break
		}
		at.path, at.typ = at.path.Join(deref), e
	}
	if elemOf(n.typ) != nil {
		return false
	}
	r, ok := m.find(n.typ, true)
	switch {
	case ok && n.f.Addressable:
		p.emitCall(n, r, m)
	case ok:
		p.fail(n)
	}
	return ok
}

// gobList plans elements; bytes are one text.
func (p *planner) gobList(n *node, e types.Type, addr, certain bool) {
	if isByte(e) && !has(e, true, gobEncoder, binaryMarshaler) {
		p.text(n)
		return
	}
	p.child(n, e, addressable(n.f, addr), certain, elem)
}

// gobStruct plans the fields that are sent.
func (p *planner) gobStruct(n *node, t *types.Struct) {
	sent := 0
	for i := range t.NumFields() {
		v := t.Field(i)
		if v.Exported() && !isGobIgnored(v.Type()) {
			sent++
			p.child(n, v.Type(), addressable(n.f, n.f.Addressable), true, field(i))
		}
	}
	if sent == 0 && t.NumFields() > 0 {
		p.gobFail()
	}
}

// isGobIgnored reports whether a field of type t is left out: a channel, a
// function, or pointers to one.
func isGobIgnored(t types.Type) bool {
	for e := elemOf(t); e != nil; e = elemOf(t) {
		t = e
	}
	switch under(t).(type) {
	case *types.Chan, *types.Signature:
		return true
	}
	return false
}
