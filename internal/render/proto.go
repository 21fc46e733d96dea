package render

import (
	"go/types"
	"strings"
)

// proto plans what any encoding of a protocol buffer message shows, the wire
// format and protojson alike: all fields of the message and of those in it. No
// method has a say. The fields of the generated struct that are no fields of the
// message are unexported; those of the opaque API are too, but for their prefix.
func (p *planner) proto(n *node) {
	if isDynamic(n.typ) {
		p.dynamic(n, Format{Family: Proto})
		return
	}
	switch t := under(n.typ).(type) {
	case *types.Basic:
		p.text(n)
	case *types.Pointer:
		p.child(n, t.Elem(), n.f, false, deref)
	case *types.Slice:
		if isByte(t.Elem()) {
			p.text(n)
		} else {
			p.child(n, t.Elem(), n.f, false, elem)
		}
	case *types.Array:
		p.child(n, t.Elem(), n.f, false, elem)
	case *types.Map:
		p.child(n, t.Key(), n.f, false, mapKey)
		p.child(n, t.Elem(), n.f, false, elem)
	case *types.Struct:
		for i := range t.NumFields() {
			if v := t.Field(i); v.Exported() || strings.HasPrefix(v.Name(), "xxx_hidden_") {
				p.child(n, v.Type(), n.f, false, field(i))
			}
		}
	}
}
