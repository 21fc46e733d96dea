package piitag

import (
	"encoding"
	"encoding/json"
	"fmt"
	"log/slog"
	"reflect"
	"slices"
	"strings"
)

// ReplaceAttr masks what is logged. It fits slog.HandlerOptions.ReplaceAttr:
// attributes whose value holds tagged fields, at any depth, are logged as masked
// copies. It can't know a string for personal data; for that there are
// [MaskString] and [Options].Attrs.
func ReplaceAttr(groups []string, a slog.Attr) slog.Attr { return std.ReplaceAttr(groups, a) }

// ReplaceAttr is like the function [ReplaceAttr], and also masks everything
// under the keys in Options.Attrs.
func (m *Masker) ReplaceAttr(groups []string, a slog.Attr) slog.Attr {
	if tag := m.attrTag(groups, a.Key); tag != nil {
		a.Value = m.maskAttr(tag, a.Value)
		return a
	}
	switch a.Value.Kind() {
	case slog.KindAny:
		v := a.Value.Any()
		if m.maskValue(reflect.ValueOf(&v).Elem(), nil) {
			a.Value = slog.AnyValue(v)
		}
	case slog.KindGroup:
		attrs, inner := slices.Clone(a.Value.Group()), append(slices.Clip(groups), a.Key)
		for i := range attrs {
			attrs[i] = m.ReplaceAttr(inner, attrs[i])
		}
		a.Value = slog.GroupValue(attrs...)
	}
	return a
}

// attrTag returns the tag for an attribute: by its key, its key with groups, or
// a group that it is in; nil if there is none.
func (m *Masker) attrTag(groups []string, key string) *Tag {
	if m.attrs == nil {
		return nil
	}
	path := append(slices.Clip(groups), key)
	for i := range path {
		if tag := m.attrs[path[i]]; tag != nil {
			return tag
		}
		if tag := m.attrs[strings.Join(path[:i+1], ".")]; tag != nil {
			return tag
		}
	}
	return nil
}

// maskAttr masks a whole attribute value. What can be written as one text
// becomes one; that also keeps numbers recognizable as masked.
func (m *Masker) maskAttr(tag *Tag, v slog.Value) slog.Value {
	v = v.Resolve()
	switch v.Kind() {
	case slog.KindGroup:
		attrs := slices.Clone(v.Group())
		for i := range attrs {
			attrs[i].Value = m.maskAttr(tag, attrs[i].Value)
		}
		return slog.GroupValue(attrs...)
	case slog.KindAny:
		switch x := v.Any().(type) {
		case nil:
			return v
		case error:
			return slog.StringValue(m.maskText(tag, x.Error()))
		case fmt.Stringer:
			return slog.StringValue(m.maskText(tag, x.String()))
		default:
			m.maskValue(reflect.ValueOf(&x).Elem(), tag)
			return slog.AnyValue(x)
		}
	}
	return slog.StringValue(m.maskText(tag, v.String()))
}

// LogValue returns v, masked, for slog. A struct becomes a group of its exported
// fields under the names that JSON would use, so that a type can be made safe to
// log with one method:
//
//	func (c Customer) LogValue() slog.Value { return piitag.LogValue(c) }
func LogValue(v any) slog.Value { return std.LogValue(v) }

// LogValue is like the function [LogValue].
func (m *Masker) LogValue(v any) slog.Value {
	m.maskValue(reflect.ValueOf(&v).Elem(), nil)
	g := grouper{m: m}
	return g.top(reflect.ValueOf(v))
}

// grouper turns masked structs into groups.
type grouper struct {
	m    *Masker
	path []reflect.Value // the pointers that we are in
}

// maxGroups bounds the nesting of groups; deeper structs are logged as they are,
// masked.
const maxGroups = 8

// top is value for the outermost value. If it is a LogValuer, its method has
// called us, so the methods of its type must not come into play again.
func (g *grouper) top(v reflect.Value) slog.Value {
	if !v.IsValid() {
		return slog.AnyValue(nil)
	}
	if _, ok := v.Interface().(slog.LogValuer); !ok {
		return g.value(v)
	}
	for v.Kind() == reflect.Pointer && !v.IsNil() {
		g.path = append(g.path, v)
		v = v.Elem()
	}
	switch {
	case v.Kind() == reflect.Struct:
		return g.group(v)
	case v.Kind() == reflect.Pointer:
		return slog.AnyValue(nil)
	}
	if bare := bareType(v.Type()); bare != nil {
		return slog.AnyValue(v.Convert(bare).Interface())
	}
	return slog.StringValue(fmt.Sprint(v))
}

// bareType returns the type without name and methods that has the same values;
// nil where there is none that slog needs.
func bareType(t reflect.Type) reflect.Type {
	switch t.Kind() {
	case reflect.Slice:
		return reflect.SliceOf(t.Elem())
	case reflect.Map:
		return reflect.MapOf(t.Key(), t.Elem())
	case reflect.String:
		return reflect.TypeFor[string]()
	case reflect.Bool:
		return reflect.TypeFor[bool]()
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return reflect.TypeFor[int64]()
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return reflect.TypeFor[uint64]()
	case reflect.Float32, reflect.Float64:
		return reflect.TypeFor[float64]()
	}
	return nil
}

// group lists the fields of a struct.
func (g *grouper) group(v reflect.Value) slog.Value {
	var attrs []slog.Attr
	for i := range v.NumField() {
		f := v.Type().Field(i)
		name, inline, ok := fieldName(f)
		switch {
		case !ok:
		case inline:
			if inner := g.value(v.Field(i)); inner.Kind() == slog.KindGroup {
				attrs = append(attrs, inner.Group()...)
			}
		default:
			attrs = append(attrs, slog.Attr{Key: name, Value: g.value(v.Field(i))})
		}
	}
	return slog.GroupValue(attrs...)
}

// fieldName gives the name under which a field is logged; inline asks for its
// own fields instead, ok is false for none of both.
func fieldName(f reflect.StructField) (name string, inline, ok bool) {
	name, _, _ = strings.Cut(f.Tag.Get("json"), ",")
	elem := f.Type
	if elem.Kind() == reflect.Pointer {
		elem = elem.Elem()
	}
	inline = f.Anonymous && name == "" && elem.Kind() == reflect.Struct
	if f.Tag.Get("json") == "-" || !f.IsExported() && !inline {
		return "", false, false
	}
	if name == "" {
		name = f.Name
	}
	return name, inline, true
}

// value turns one value inside another one into what slog can print.
func (g *grouper) value(v reflect.Value) slog.Value {
	switch {
	case (v.Kind() == reflect.Interface || v.Kind() == reflect.Pointer) && v.IsNil():
		return slog.AnyValue(nil) // a nil pointer may have methods that panic
	case v.Kind() == reflect.Interface:
		return g.value(v.Elem())
	case v.Kind() == reflect.Pointer && v.Type().Elem().Kind() == reflect.Struct && !g.printsItself(v):
		return g.pointer(v)
	case v.Kind() == reflect.Struct && len(g.path) < maxGroups && !g.printsItself(v):
		g.path = append(g.path, reflect.Value{})
		defer func() { g.path = g.path[:len(g.path)-1] }()
		return g.group(v)
	case !v.CanInterface(): // promoted through an unexported embedded struct
		return slog.StringValue(fmt.Sprintf("%+v", v))
	}
	return slog.AnyValue(v.Interface())
}

// pointer follows a pointer to a struct unless we are in that struct already.
func (g *grouper) pointer(v reflect.Value) slog.Value {
	for _, p := range g.path {
		if p.IsValid() && p.Pointer() == v.Pointer() && p.Type() == v.Type() {
			return slog.StringValue("[cycle]")
		}
	}
	if len(g.path) >= maxGroups {
		return slog.StringValue("[...]")
	}
	g.path = append(g.path, v)
	defer func() { g.path = g.path[:len(g.path)-1] }()
	return g.group(v.Elem())
}

// printsItself reports whether the type of v has a form of its own that a group
// would destroy. A LogValuer counts only where values can't contain themselves:
// one that calls LogValue again would never end.
func (g *grouper) printsItself(v reflect.Value) bool {
	if !v.CanInterface() {
		return false
	}
	switch v.Interface().(type) {
	case json.Marshaler, encoding.TextMarshaler, error, fmt.Stringer:
		return true
	case slog.LogValuer:
		return !g.m.plan(v.Type()).cyclic
	}
	return false
}
