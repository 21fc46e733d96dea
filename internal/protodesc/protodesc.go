package protodesc

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"

	"google.golang.org/protobuf/types/descriptorpb"
)

// DebugRedact is the name of the option of fields that every project has. All
// others are named in full: "example.privacy.class".
const DebugRedact = "debug_redact"

// Field is a field of a Go struct type that was generated from a field with
// options.
type Field struct {
	Type    string // name of the struct type in its package
	Name    string // of the struct field
	Message string // Go name of the message's struct type; Type itself, but for wrappers and builders
	Shown   string // the name without what generators put before it
	Options []Option
	// Absent names options that other fields of the message have and this one, which
	// holds text or bytes, has not.
	Absent []string
}

// Oneof is the field of a message's struct that holds one of several wrappers.
type Oneof struct {
	Type     string   // name of the message's struct type
	Name     string   // of the struct field, which is of an interface type
	Wrappers []string // names of the struct types that it may point to
}

// Option is one option of a field and its value.
type Option struct {
	Name  string
	Kind  Kind
	Value string // "true", "false", the text, the name of an enum's value, a number; "" for a message
	Zero  bool   // the value is false or 0, as if the option were not set
}

// Kind says what an option's value is.
type Kind uint8

// Kinds of values.
const (
	Bool Kind = iota + 1
	Text
	Enum
	Number
	Message
)

// Extension is an option that a project declares for fields.
type Extension struct {
	Name   string // in full
	Number int32
	Kind   Kind
	Values []EnumValue // of an enum
}

// EnumValue is a value of an enum by its number.
type EnumValue struct {
	Number int32
	Name   string
}

// runtimes are the packages that generated code imports.
var runtimes = []string{
	"google.golang.org/protobuf/runtime/protoimpl", "github.com/golang/protobuf/proto", "github.com/gogo/protobuf/proto",
}

// Generated reports whether a package may have generated messages, by what it
// imports.
func Generated(pkg *types.Package) bool {
	return slices.ContainsFunc(pkg.Imports(), func(p *types.Package) bool { return slices.Contains(runtimes, p.Path()) })
}

// Result is what the descriptors of a package say.
type Result struct {
	Fields     []Field     // with options, by type and name
	Unmarked   []Field     // of text or bytes, without options that others of the message have; by type and name
	Oneofs     []Oneof     // all of them, by type and name
	Extensions []Extension // that the package declares, by name
	Broken     int         // descriptors that can't be read
}

// Read reads the descriptors of a package. imported are the extensions that the
// packages declare which it imports: an option that is not among them, and is not
// the package's own, has no name and is left out.
func Read(pkg *types.Package, files []*ast.File, info *types.Info, imported []Extension) Result {
	var r Result
	var descs []*descriptorpb.FileDescriptorProto
	for _, data := range rawDescriptors(files, info) {
		d, err := decode(data)
		if err != nil {
			r.Broken++
			continue
		}
		descs = append(descs, d)
	}
	enums := map[string][]EnumValue{}
	for _, d := range descs {
		collectEnums(enums, d)
	}
	for _, d := range descs {
		r.Extensions = append(r.Extensions, extensions(d, enums)...)
	}
	slices.SortFunc(r.Extensions, func(a, b Extension) int { return cmp.Compare(a.Name, b.Name) })
	g := &goFields{scope: pkg.Scope(), known: slices.Concat(r.Extensions, imported)}
	for _, d := range descs {
		g.messages(d.MessageType, "")
	}
	for _, fs := range [][]Field{g.out, g.unmarked} {
		slices.SortFunc(fs, func(a, b Field) int {
			return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(a.Name, b.Name))
		})
	}
	slices.SortFunc(g.oneofs, func(a, b Oneof) int {
		return cmp.Or(cmp.Compare(a.Type, b.Type), cmp.Compare(a.Name, b.Name))
	})
	r.Fields, r.Unmarked, r.Oneofs = g.out, g.unmarked, g.oneofs
	return r
}
