package render

import (
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/piivet/piivet/internal/access"
)

// templateData plans what a template prints of its data. Where its text is known,
// the paths in it say that. Else all that {{.}} prints counts, and what {{.X}}
// prints for each name X in the data.
func (p *planner) templateData(n *node) {
	if isDynamic(n.typ) {
		p.dynamic(n, n.f)
		return
	}
	if n.f.Names != "" {
		p.namedData(n)
		return
	}
	p.again(n, Format{Family: Template})
	switch t := under(n.typ).(type) {
	case *types.Pointer:
		p.child(n, t.Elem(), n.f, true, deref)
	case *types.Slice:
		p.child(n, t.Elem(), n.f, true, elem)
	case *types.Array:
		p.child(n, t.Elem(), n.f, true, elem)
	case *types.Map:
		if f := n.f; f.Depth == 0 {
			f.Depth = 1
			p.child(n, t.Elem(), f, true, elem)
		}
	case *types.Struct:
		if f := n.f; f.Depth == 0 {
			f.Depth = 1
			for i := range t.NumFields() {
				if v := t.Field(i); v.Exported() || v.Embedded() {
					p.child(n, v.Type(), f, true, field(i))
				}
			}
		}
	}
}

// namedData follows the paths of a template's text.
func (p *planner) namedData(n *node) {
	paths := strings.Fields(n.f.Names)
	if slices.Contains(paths, printedEnd) {
		p.again(n, Format{Family: Template})
	}
	to := func(t types.Type, name string, certain bool, sels ...access.Sel) {
		if f, ok := n.f.behind(paths, name); ok {
			p.child(n, t, f, certain, sels...)
		}
	}
	switch t := under(n.typ).(type) {
	case *types.Pointer:
		p.child(n, t.Elem(), n.f, true, deref)
	case *types.Slice:
		to(t.Elem(), anyElement, true, elem)
	case *types.Array:
		to(t.Elem(), anyElement, true, elem)
	case *types.Chan:
		to(t.Elem(), anyElement, true, elem)
	case *types.Map:
		p.namedEntries(n, t, paths, to)
	case *types.Struct:
		p.namedFields(n, t, paths, to)
	}
}

type pathStep func(t types.Type, name string, certain bool, sels ...access.Sel)

// namedEntries goes on to the entries and keys of a map that paths name. What stands
// under a key that the engine does not know may be what is named.
func (p *planner) namedEntries(n *node, t *types.Map, paths []string, to pathStep) {
	to(t.Elem(), anyElement, false, elem)
	to(t.Key(), anyMapKey, false, mapKey)
	if !isString(t.Key()) {
		return
	}
	for _, name := range firstNames(paths) {
		to(t.Elem(), name, false, elem)
		to(t.Elem(), name, false, access.Sel{Kind: access.Key, S: strconv.Quote(name)})
	}
}

// namedFields goes on to the fields that paths name. A method that is named may
// print all of its receiver.
func (p *planner) namedFields(n *node, t *types.Struct, paths []string, to pathStep) {
	fields := map[string]bool{}
	for i := range t.NumFields() {
		v := t.Field(i)
		fields[v.Name()] = true
		if v.Embedded() { // its fields are named without it
			p.child(n, v.Type(), n.f.without(paths), true, field(i))
		}
		if v.Exported() {
			to(v.Type(), v.Name(), true, field(i))
		}
	}
	for _, name := range firstNames(paths) {
		if !fields[name] && hasMethod(n.typ, name) {
			p.again(n, Format{Family: Template})
			return
		}
	}
}

// firstNames are the names of fields, methods or keys that paths begin with.
func firstNames(paths []string) []string {
	var out []string
	for _, path := range paths {
		name, _, _ := strings.Cut(path, nameSep)
		switch name {
		case anyElement, anyMapKey, printedEnd, noNames:
		default:
			out = append(out, name)
		}
	}
	return slices.Compact(out)
}

func hasMethod(t types.Type, name string) bool {
	ms := types.NewMethodSet(types.NewPointer(t))
	for m := range ms.Methods() {
		if m.Obj().Name() == name {
			return true
		}
	}
	return false
}

// behind is the format of what a name leads to; false if no path has it.
func (f Format) behind(paths []string, name string) (Format, bool) {
	var rest []string
	for _, path := range paths {
		if r, ok := strings.CutPrefix(path, name+nameSep); ok {
			rest = append(rest, r)
		}
	}
	f.Names = strings.Join(rest, " ")
	return f, len(rest) > 0
}

// without is the format of an embedded field: what is printed as a whole is not
// printed once more by its parts.
func (f Format) without(paths []string) Format {
	rest := slices.DeleteFunc(slices.Clone(paths), func(p string) bool { return p == printedEnd })
	if len(rest) == 0 {
		rest = []string{noNames}
	}
	f.Names = strings.Join(rest, " ")
	return f
}
