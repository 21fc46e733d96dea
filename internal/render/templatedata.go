package render

import (
	"go/types"
	"strconv"
	"strings"

	"github.com/piivet/piivet/internal/access"
)

// printedName is behind a name whose own value a template prints, as that of
// Name in {{.User.Name}}.
const printedName = "!"

// anyName stands among the names of a template that prints {{.}} or a variable.
const anyName = "."

// templateData plans what a template prints of its data. Where its text is known,
// a place counts if all names on the way to it are in the text. Else all that
// {{.}} prints counts, and what {{.X}} prints for each name X in the data.
func (p *planner) templateData(n *node) {
	if isDynamic(n.typ) {
		p.dynamic(n, n.f)
		return
	}
	printed, _ := n.f.mentions(anyName)
	if n.f.Names == "" || printed || n.f.Addressable {
		p.again(n, Format{Family: Template})
	}
	inner := n.f
	inner.Addressable = false
	switch t := under(n.typ).(type) {
	case *types.Pointer:
		p.child(n, t.Elem(), n.f, true, deref)
	case *types.Slice:
		p.child(n, t.Elem(), inner, true, elem)
	case *types.Array:
		p.child(n, t.Elem(), inner, true, elem)
	case *types.Map:
		p.templateMap(n, t, inner)
	case *types.Struct:
		p.templateFields(n, t, inner)
	}
}

// templateMap goes on to the entries that are named, or that a loop comes to.
func (p *planner) templateMap(n *node, t *types.Map, f Format) {
	if f.Names == "" {
		if f.Depth == 0 {
			f.Depth = 1
			p.child(n, t.Elem(), f, true, elem)
		}
		return
	}
	p.child(n, t.Elem(), f, false, elem)
	for name := range strings.FieldsSeq(f.Names) {
		name, printed := strings.CutSuffix(name, printedName)
		if strings.HasPrefix(name, anyName) || !isString(t.Key()) {
			continue
		}
		f.Addressable = printed
		p.child(n, t.Elem(), f, false, access.Sel{Kind: access.Key, S: strconv.Quote(name)})
	}
}

// templateFields goes on to the fields that are named. A method that is named
// may print all of its receiver.
func (p *planner) templateFields(n *node, t *types.Struct, f Format) {
	if f.Names == "" {
		if f.Depth > 0 {
			return
		}
		f.Depth = 1
	}
	if f.Names != "" && namesMethod(n.typ, f) {
		p.again(n, Format{Family: Template})
	}
	for i := range t.NumFields() {
		v := t.Field(i)
		printed, named := f.mentions(v.Name())
		switch {
		case v.Embedded():
			f.Addressable = printed
			p.child(n, v.Type(), f, true, field(i))
		case v.Exported() && (named || f.Names == ""):
			f.Addressable = printed
			p.child(n, v.Type(), f, true, field(i))
		}
	}
}

// namesMethod reports whether the names have a method of t or of a pointer to it.
func namesMethod(t types.Type, f Format) bool {
	ms := types.NewMethodSet(types.NewPointer(t))
	for m := range ms.Methods() {
		if _, named := f.mentions(m.Obj().Name()); named {
			return true
		}
	}
	return false
}

// mentions reports whether a template has the name, and prints what has it.
func (f Format) mentions(name string) (printed, named bool) {
	for n := range strings.FieldsSeq(f.Names) {
		bare, ends := strings.CutSuffix(n, printedName)
		if bare == name {
			printed, named = printed || ends, true
		}
	}
	return printed, named
}
