package protodesc

import (
	"go/types"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"google.golang.org/protobuf/types/descriptorpb"
)

// goFields finds the struct fields that were generated from fields with options,
// and those of oneofs.
type goFields struct {
	scope  *types.Scope
	known  []Extension
	out    []Field
	oneofs []Oneof

	unmarked []Field
}

// messages goes through messages and those inside them. outer is the Go name of
// the message around them.
func (g *goFields) messages(ms []*descriptorpb.DescriptorProto, outer string) {
	for _, m := range ms {
		if m.GetName() == "" {
			continue
		}
		name := camel(m.GetName())
		if outer != "" && !isLower(m.GetName()[0]) {
			name = "_" + name
		}
		name = outer + name
		g.fields(name, m.GetField())
		for i, o := range m.OneofDecl {
			g.oneof(name, o.GetName(), int32(i), m.Field)
		}
		g.messages(m.NestedType, name)
	}
}

// fields finds the fields of a message that have options, and those that lack the
// options of others.
func (g *goFields) fields(message string, fs []*descriptorpb.FieldDescriptorProto) {
	var used []string
	options := make([][]Option, len(fs))
	for i, f := range fs {
		options[i] = optionsOf(f.Options, g.known)
		for _, o := range options[i] {
			if !slices.Contains(used, o.Name) {
				used = append(used, o.Name)
			}
		}
	}
	slices.Sort(used)
	for i, f := range fs {
		if f.GetName() == "" {
			continue
		}
		if len(options[i]) > 0 {
			g.field(&g.out, Field{Message: message, Options: options[i]}, f)
		}
		absent := slices.DeleteFunc(slices.Clone(used), func(name string) bool {
			return slices.ContainsFunc(options[i], func(o Option) bool { return o.Name == name })
		})
		if len(absent) > 0 && holdsText(f) {
			g.field(&g.unmarked, Field{Message: message, Absent: absent}, f)
		}
	}
}

// holdsText reports whether a field is of text or bytes. Of the types of maps,
// which are messages, this does not know.
func holdsText(f *descriptorpb.FieldDescriptorProto) bool {
	t := f.GetType()
	return t == descriptorpb.FieldDescriptorProto_TYPE_STRING || t == descriptorpb.FieldDescriptorProto_TYPE_BYTES
}

// field finds the places of a field of a message: in the message's struct, in the
// wrapper of a oneof, and in the builder of the opaque API.
func (g *goFields) field(to *[]Field, of Field, f *descriptorpb.FieldDescriptorProto) {
	own, message := camel(f.GetName()), of.Message
	of.Shown = own
	add := func(typ, field string) {
		of.Type, of.Name = typ, field
		*to = append(*to, of)
	}
	if name := g.numbered(message, f.GetNumber()); name != "" {
		add(message, name)
	}
	if typ, name := g.wrapper(message, f); typ != "" {
		add(typ, name)
	}
	if st := g.structOf(message + "_builder"); st != nil {
		for i := range st.NumFields() {
			if n := st.Field(i).Name(); strings.TrimRight(n, "_") == own {
				add(message+"_builder", n)
			}
		}
	}
}

// oneof finds the field of a oneof and its wrappers.
func (g *goFields) oneof(message, name string, index int32, fields []*descriptorpb.FieldDescriptorProto) {
	st := g.structOf(message)
	if st == nil {
		return
	}
	o := Oneof{Type: message}
	for i := range st.NumFields() {
		if reflect.StructTag(st.Tag(i)).Get("protobuf_oneof") == name {
			o.Name = st.Field(i).Name()
		}
	}
	for _, f := range fields {
		if f.OneofIndex != nil && f.GetOneofIndex() == index {
			if typ, _ := g.wrapper(message, f); typ != "" {
				o.Wrappers = append(o.Wrappers, typ)
			}
		}
	}
	if o.Name != "" {
		g.oneofs = append(g.oneofs, o)
	}
}

// wrapper finds the struct type, and the field in it, of a field that is part of a
// oneof. Where the name is taken, generators put a line behind it; that of the
// opaque API is not exported.
func (g *goFields) wrapper(message string, f *descriptorpb.FieldDescriptorProto) (typ, field string) {
	if f.OneofIndex == nil || f.GetName() == "" {
		return "", ""
	}
	for _, name := range []string{message, lowerFirst(message)} {
		name += "_" + camel(f.GetName())
		for range 3 {
			if field := g.numbered(name, f.GetNumber()); field != "" {
				return name, field
			}
			name += "_"
		}
	}
	return "", ""
}

// numbered finds the field of a struct type that has the number in its tag.
func (g *goFields) numbered(typ string, number int32) string {
	st := g.structOf(typ)
	if st == nil {
		return ""
	}
	for i := range st.NumFields() {
		if tagNumber(st.Tag(i)) == number {
			return st.Field(i).Name()
		}
	}
	return ""
}

func (g *goFields) structOf(name string) *types.Struct {
	obj, ok := g.scope.Lookup(name).(*types.TypeName)
	if !ok {
		return nil
	}
	st, _ := obj.Type().Underlying().(*types.Struct)
	return st
}

// tagNumber is the number of a field as its struct tag has it:
// protobuf:"bytes,2,opt,name=email"; 0 if there is none.
func tagNumber(tag string) int32 {
	parts := strings.SplitN(reflect.StructTag(tag).Get("protobuf"), ",", 3)
	if len(parts) < 2 {
		return 0
	}
	n, err := strconv.ParseInt(parts[1], 10, 32)
	if err != nil {
		return 0
	}
	return int32(n)
}

// camel makes a Go name of a name in a .proto file as the generators do: a line
// before a small letter goes, and that letter becomes a capital; a line at the
// front becomes an X.
func camel(name string) string {
	var b strings.Builder
	up := true
	for i := range len(name) {
		c := name[i]
		next := byte(0)
		if i+1 < len(name) {
			next = name[i+1]
		}
		switch {
		case c == '_' && i == 0:
			b.WriteByte('X')
			up = true
		case c == '_' && isLower(next):
			up = true
		case c == '_':
			b.WriteByte(c)
			up = true
		case isLower(c) && up:
			b.WriteByte(c - 'a' + 'A')
			up = false
		default:
			b.WriteByte(c)
			up = '0' <= c && c <= '9'
		}
	}
	return b.String()
}

func isLower(c byte) bool { return 'a' <= c && c <= 'z' }

func lowerFirst(s string) string { return strings.ToLower(s[:1]) + s[1:] }
