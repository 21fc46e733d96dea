package protodesc

import (
	"strconv"
	"strings"

	"google.golang.org/protobuf/encoding/protowire"
	"google.golang.org/protobuf/types/descriptorpb"
)

// fieldOptions is the message that options of fields extend.
const fieldOptions = ".google.protobuf.FieldOptions"

// extensions lists the options that a file declares for fields, those inside
// messages too.
func extensions(d *descriptorpb.FileDescriptorProto, enums map[string][]EnumValue) []Extension {
	var out []Extension
	add := func(scope string, fs []*descriptorpb.FieldDescriptorProto) {
		for _, f := range fs {
			if f.GetExtendee() == fieldOptions {
				out = append(out, Extension{join(scope, f.GetName()), f.GetNumber(), kindOf(f), enums[f.GetTypeName()]})
			}
		}
	}
	add(d.GetPackage(), d.Extension)
	walk(d.MessageType, d.GetPackage(), func(m *descriptorpb.DescriptorProto, scope string) { add(scope, m.Extension) })
	return out
}

// walk visits messages, those inside others too, with their full names.
func walk(ms []*descriptorpb.DescriptorProto, scope string, visit func(m *descriptorpb.DescriptorProto, name string)) {
	for _, m := range ms {
		name := join(scope, m.GetName())
		visit(m, name)
		walk(m.NestedType, name, visit)
	}
}

func join(scope, name string) string { return strings.TrimPrefix(scope+"."+name, ".") }

// collectEnums adds the values of a file's enums, by full names with a dot before
// them.
func collectEnums(enums map[string][]EnumValue, d *descriptorpb.FileDescriptorProto) {
	add := func(scope string, es []*descriptorpb.EnumDescriptorProto) {
		for _, e := range es {
			var vs []EnumValue
			for _, v := range e.Value {
				vs = append(vs, EnumValue{v.GetNumber(), v.GetName()})
			}
			enums["."+join(scope, e.GetName())] = vs
		}
	}
	add(d.GetPackage(), d.EnumType)
	walk(d.MessageType, d.GetPackage(), func(m *descriptorpb.DescriptorProto, scope string) { add(scope, m.EnumType) })
}

func kindOf(f *descriptorpb.FieldDescriptorProto) Kind {
	switch f.GetType() {
	case descriptorpb.FieldDescriptorProto_TYPE_BOOL:
		return Bool
	case descriptorpb.FieldDescriptorProto_TYPE_STRING, descriptorpb.FieldDescriptorProto_TYPE_BYTES:
		return Text
	case descriptorpb.FieldDescriptorProto_TYPE_ENUM:
		return Enum
	case descriptorpb.FieldDescriptorProto_TYPE_MESSAGE, descriptorpb.FieldDescriptorProto_TYPE_GROUP:
		return Message
	}
	return Number
}

// optionsOf lists the options of a field that have a name.
func optionsOf(o *descriptorpb.FieldOptions, known []Extension) []Option {
	if o == nil {
		return nil
	}
	var out []Option
	if o.DebugRedact != nil {
		out = append(out, Option{DebugRedact, Bool, strconv.FormatBool(o.GetDebugRedact()), !o.GetDebugRedact()})
	}
	for b := o.ProtoReflect().GetUnknown(); len(b) > 0; {
		num, typ, n := protowire.ConsumeTag(b)
		if n < 0 {
			return out
		}
		m := protowire.ConsumeFieldValue(num, typ, b[n:])
		if m < 0 {
			return out
		}
		for _, x := range known {
			if x.Number == int32(num) {
				out = append(out, x.values(typ, b[n:n+m])...)
			}
		}
		b = b[n+m:]
	}
	return out
}

// values decodes an option that an extension declares. One that is repeated has
// several values.
func (x Extension) values(typ protowire.Type, data []byte) []Option {
	switch typ {
	case protowire.VarintType:
		v, _ := protowire.ConsumeVarint(data)
		return []Option{x.option(v)}
	case protowire.Fixed32Type:
		v, _ := protowire.ConsumeFixed32(data)
		return []Option{x.option(uint64(v))}
	case protowire.Fixed64Type:
		v, _ := protowire.ConsumeFixed64(data)
		return []Option{x.option(v)}
	case protowire.BytesType:
		v, _ := protowire.ConsumeBytes(data)
		switch x.Kind {
		case Text:
			return []Option{{Name: x.Name, Kind: x.Kind, Value: string(v), Zero: len(v) == 0}}
		case Bool, Enum, Number:
			return x.packed(v)
		}
	}
	return []Option{{Name: x.Name, Kind: x.Kind}}
}

// packed decodes repeated numbers in one value.
func (x Extension) packed(data []byte) []Option {
	var out []Option
	for len(data) > 0 {
		v, n := protowire.ConsumeVarint(data)
		if n < 0 {
			break
		}
		out = append(out, x.option(v))
		data = data[n:]
	}
	return out
}

// option gives a number the form that the kind asks for.
func (x Extension) option(v uint64) Option {
	o := Option{Name: x.Name, Kind: x.Kind, Value: strconv.FormatInt(int64(v), 10), Zero: v == 0}
	switch x.Kind {
	case Bool:
		o.Value = strconv.FormatBool(v != 0)
	case Enum:
		for _, e := range x.Values {
			if e.Number == int32(v) {
				o.Value = e.Name
			}
		}
	}
	return o
}
