package render

import (
	"cmp"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/access"
)

// yamlPackages are the import paths that the encoder has had.
var yamlPackages = []string{"gopkg.in/yaml.v3", "go.yaml.in/yaml/v3", "go.yaml.in/yaml/v4"}

var yamlMarshaler = method{name: "MarshalYAML", results: []string{"any", "error"}, then: Format{Family: YAML}}

// yamlUnmarshalers are yaml.Unmarshaler of each package.
func yamlUnmarshalers() (list []method) {
	for _, path := range yamlPackages {
		list = append(list, method{name: "UnmarshalYAML", params: []string{"*" + path + ".Node"}, results: []string{"error"}})
	}
	return list
}

// yaml plans what gopkg.in/yaml.v3 encodes; see marshal in its encode.go. What
// it cannot encode makes it panic.
func (p *planner) yaml(n *node) {
	switch e := pointerTo(n.typ); {
	case n.f.Unexported:
		p.fail(n)
		return
	case isDynamic(n.typ):
		p.dynamic(n, Format{Family: YAML})
		return
	case isYAMLScalar(n.typ), isNamed(n.typ, "time.Duration"):
		p.text(n)
		return
	case e != nil && isYAMLScalar(e):
		p.child(n, e, Format{Family: Raw}, false, deref)
		return
	case p.call(n, false, yamlMarshaler, textMarshaler):
		return
	}
	switch t := under(n.typ).(type) {
	case *types.Basic:
		if t.Info()&types.IsComplex != 0 || t.Kind() == types.UnsafePointer {
			p.fail(n)
		} else {
			p.text(n)
		}
	case *types.Pointer:
		p.child(n, t.Elem(), Format{Family: YAML}, false, deref)
	case *types.Map:
		p.child(n, t.Key(), Format{Family: YAML}, false, mapKey)
		p.child(n, t.Elem(), Format{Family: YAML}, false, elem)
	case *types.Slice:
		p.child(n, t.Elem(), Format{Family: YAML}, false, elem)
	case *types.Array:
		p.child(n, t.Elem(), Format{Family: YAML}, t.Len() > 0, elem)
	case *types.Struct:
		p.yamlStruct(n, t)
	default:
		p.fail(n)
	}
}

// isYAMLScalar reports whether the encoder has a text of its own for t, before
// any method.
func isYAMLScalar(t types.Type) bool {
	path, isNode := strings.CutSuffix(typeName(t), ".Node")
	return isNamed(t, "time.Time") || isNode && slices.Contains(yamlPackages, path)
}

// yamlField is a field of the mapping that a struct becomes.
type yamlField struct {
	key       string
	path      access.Path
	typ       types.Type
	omitEmpty bool
	closed    bool // an unexported embedded field, on which the encoder panics
}

// yamlStruct plans fields, inlined ones included.
func (p *planner) yamlStruct(n *node, t *types.Struct) {
	fields, inlined, ok := yamlFields(t, nil)
	if !ok {
		p.fail(n)
		return
	}
	for _, f := range fields {
		_, isPtr := f.typ.Underlying().(*types.Pointer)
		certain := !slices.Contains(f.path, deref) && (!f.omitEmpty || f.closed) && !(f.closed && isPtr)
		p.child(n, f.typ, Format{Family: YAML, Unexported: f.closed}, certain, f.path...)
	}
	if inlined != nil {
		m := inlined.typ.Underlying().(*types.Map)
		p.child(n, m.Key(), Format{Family: YAML}, false, inlined.path.Join(mapKey)...)
		p.child(n, m.Elem(), Format{Family: YAML}, false, inlined.path.Join(elem)...)
	}
}

// yamlFields follows getStructInfo. It is not ok for structs that the encoder
// refuses, and for one that inlines itself.
func yamlFields(t *types.Struct, up []*types.Struct) (fields []yamlField, inlined *yamlField, ok bool) {
	if slices.Contains(up, t) {
		return nil, nil, false
	}
	for i := range t.NumFields() {
		v := t.Field(i)
		tag, flags := yamlTag(t.Tag(i))
		if !v.Exported() && !v.Embedded() || tag == "-" && flags == nil {
			continue
		}
		f := yamlField{
			key:       cmp.Or(tag, strings.ToLower(v.Name())),
			path:      access.Path{field(i)},
			typ:       v.Type(),
			omitEmpty: slices.Contains(flags, "omitempty"),
			closed:    !v.Exported(),
		}
		if slices.ContainsFunc(flags, func(s string) bool { return s != "omitempty" && s != "flow" && s != "inline" }) {
			return nil, nil, false
		}
		list := []yamlField{f}
		if slices.Contains(flags, "inline") {
			if list, ok = f.inline(append(up, t), &inlined); !ok {
				return nil, nil, false
			}
		}
		for _, f := range list {
			if slices.ContainsFunc(fields, func(o yamlField) bool { return o.key == f.key }) {
				return nil, nil, false
			}
			fields = append(fields, f)
		}
	}
	return fields, inlined, true
}

// inline gives the fields of an inlined struct, or remembers an inlined map.
func (f yamlField) inline(up []*types.Struct, inlined **yamlField) (list []yamlField, ok bool) {
	typ, path := f.typ, f.path
	if m, ok := typ.Underlying().(*types.Map); ok {
		if *inlined != nil || !isBasic(m.Key()) || !isString(m.Key()) {
			return nil, false
		}
		*inlined = &f
		return nil, true
	}
	for e := elemOf(typ); e != nil; e = elemOf(typ) {
		typ, path = e, path.Join(deref)
	}
	st, ok := typ.Underlying().(*types.Struct)
	if !ok {
		return nil, false
	}
	if has(typ, true, yamlUnmarshalers()...) {
		return nil, true // taken to encode itself, but only when decoding
	}
	inner, _, ok := yamlFields(st, up)
	for i := range inner {
		inner[i].path = path.Join(inner[i].path...)
	}
	return inner, ok
}

// yamlTag splits a field's tag. A tag without a key is taken as a whole.
func yamlTag(tag string) (name string, flags []string) {
	yaml := reflect.StructTag(tag).Get("yaml")
	if yaml == "" && !strings.Contains(tag, ":") {
		yaml = tag
	}
	parts := strings.Split(yaml, ",")
	if len(parts) > 1 {
		flags = parts[1:]
	}
	return parts[0], flags
}
