package leaktest

import (
	"fmt"
	"strings"
)

// The features that a tagged type may have. The numbers are the bits of
// TypeSpec.Drop.
const (
	withPhone = iota
	withAge
	withJSONName
	withJSONSkip
	withNested
	withPointer
	withSlice
	withMap
	withEmbedded
	withEmbeddedPointer
	withSecret
	withNames
	withExtra
	withAlt
	withKey
	withString
	withGoString
	withFormat
	withLogValue
	withMarshalJSON
	withMarshalText
	withError
	withGeneric
	withInnerString
	features
)

// likely is how many of a hundred types have a feature.
var likely = [features]int{
	withPhone: 60, withAge: 25, withJSONName: 40, withJSONSkip: 30, withNested: 25, withPointer: 15, withSlice: 12, withMap: 10,
	withEmbedded: 15, withEmbeddedPointer: 8, withSecret: 25, withNames: 10, withExtra: 8, withAlt: 10, withKey: 10,
	withString: 20, withGoString: 6, withFormat: 6, withLogValue: 12, withMarshalJSON: 8, withMarshalText: 8, withError: 6,
	withGeneric: 15, withInnerString: 10,
}

// shape writes the declaration of one tagged type.
type shape struct {
	e      *emitter
	spec   *TypeSpec
	name   string
	fields []Field
	text   strings.Builder
	inner  *Type
}

// typeOf gives the i-th tagged type of the program, which it declares when it
// is wanted first.
func (e *emitter) typeOf(i int) *Type {
	i %= len(e.types)
	if e.types[i] == nil {
		s := &shape{e: e, spec: e.prog.Types[i], name: fmt.Sprintf("%s%s%c", strings.ToUpper(e.prog.ID[:1]), e.prog.ID[1:], 'A'+i)}
		e.types[i] = s.build()
	}
	return e.types[i]
}

func (s *shape) has(feature int) bool {
	return int(mix(s.spec.R, uint64(feature))%100) < likely[feature] && s.spec.Drop>>feature&1 == 0
}

func (s *shape) rand(slot, n int) int { return int(mix(s.spec.R, 77, uint64(slot)) % uint64(n)) }

func (s *shape) build() *Type {
	s.field("ID", stringType, "")
	s.field("Email", stringType, s.json("email", withJSONName)+`pii:"email"`)
	s.plainFields()
	s.nestedFields()
	name, text := s.name, "@"+s.name+"@"
	if s.has(withGeneric) {
		s.field("Item", stringType, "")
		name, text = name+"[T any]", text+"[string]"
	}
	body := s.text.String()
	if s.has(withGeneric) {
		body = strings.Replace(body, "\tItem string", "\tItem T", 1)
	}
	s.e.declare(s.e.prog.Lib, s.name, "type %s struct {\n%s}", name, body)
	s.methods()
	return &Type{Go: text, Kind: Struct, Tagged: true, Methods: true, Fields: s.fields, Def: &Def{Name: s.name, Lib: s.e.prog.Lib}}
}

// json is a struct tag of package json that a feature asks for.
func (s *shape) json(name string, feature int) string {
	if !s.has(feature) {
		return ""
	}
	return fmt.Sprintf(`json:"%s" `, name)
}

func (s *shape) field(name string, t *Type, tag string) {
	s.fields = append(s.fields, Field{Name: name, Type: t, PII: strings.Contains(tag, "pii:")})
	if tag != "" {
		tag = " `" + tag + "`"
	}
	fmt.Fprintf(&s.text, "\t%s %s%s\n", name, t.Go, tag)
}

func (s *shape) plainFields() {
	if s.has(withPhone) {
		s.field("Phone", stringType, s.json("-", withJSONSkip)+`pii:"phone"`)
	}
	if s.has(withAge) {
		s.field("Born", intType, `pii:"dob"`)
	}
	if s.has(withSecret) {
		s.field("secret", stringType, `pii:"credential"`)
	}
	if s.has(withNames) {
		s.field("Names", sliceOf(stringType), s.json("names,omitempty", withJSONName)+`pii:"name"`)
	}
	if s.has(withExtra) {
		s.field("Extra", mapOf(stringType), `pii:"name"`)
	}
	if s.has(withAlt) {
		s.field("Alt", pointerTo(stringType), `pii:"email"`)
	}
	if s.has(withKey) {
		s.field("Key", bytesType, `pii:"credential"`)
	}
}

func (s *shape) nestedFields() {
	if s.has(withNested) {
		s.field("Home", s.home(), "")
	}
	if s.has(withPointer) {
		s.field("Work", pointerTo(s.home()), "")
	}
	if s.has(withSlice) {
		s.field("Past", sliceOf(s.home()), "")
	}
	if s.has(withMap) {
		s.field("Sites", mapOf(s.home()), "")
	}
	star := ""
	switch {
	case s.has(withEmbeddedPointer):
		star = "*"
	case !s.has(withEmbedded):
		return
	}
	t := s.home()
	s.fields = append(s.fields, Field{Name: "Street", Type: stringType, PII: true}, Field{Name: "Zip", Type: stringType})
	fmt.Fprintf(&s.text, "\t%s%s\n", star, t.Go)
}

// home is the type of nested fields.
func (s *shape) home() *Type {
	if s.inner == nil {
		name := s.name + "Home"
		s.e.declare(s.e.prog.Lib, name, "type %s struct {\n\tZip string\n\tStreet string `pii:\"address\"`\n}", name)
		if s.has(withInnerString) {
			s.e.declare(s.e.prog.Lib, name, "func (h %s) String() string { return %s }", name, []string{"h.Zip", "h.Street"}[s.rand(1, 2)])
		}
		s.inner = &Type{Go: "@" + name + "@", Kind: Struct, Tagged: true, Def: &Def{Name: name, Lib: s.e.prog.Lib}, Fields: []Field{
			{Name: "Zip", Type: stringType}, {Name: "Street", Type: stringType, PII: true},
		}}
	}
	return s.inner
}

// methods declares what formatters ask for.
func (s *shape) methods() {
	if s.has(withSecret) {
		s.method(false, "Secret() string", "return x.secret")
		s.method(true, "SetSecret(s string)", "x.secret = s")
	}
	s.method(s.rand(2, 2) == 0, "Contact() string", "return x.Email")
	s.method(s.rand(3, 2) == 0, "Ref() string", "return x.ID")
	s.method(true, "SetEmail(s string)", "x.Email = s")
	for i, m := range []struct {
		feature         int
		signature, body string
	}{
		{withString, "String() string", "return %s"},
		{withGoString, "GoString() string", "return %s"},
		{withFormat, "Format(f fmt.State, verb rune)", "io.WriteString(f, %s)"},
		{withLogValue, "LogValue() slog.Value", "return slog.StringValue(%s)"},
		{withMarshalJSON, "MarshalJSON() ([]byte, error)", "return json.Marshal(%s)"},
		{withMarshalText, "MarshalText() ([]byte, error)", "return []byte(%s), nil"},
		{withError, "Error() string", "return %s"},
	} {
		if s.has(m.feature) {
			shown := []string{"x.ID", "x.Email", `"someone"`, `x.ID + "/" + x.Email`, `fmt.Sprintf("<%%s>", x.Email)`, "x.Contact()", "x.Ref()"}
			s.method(s.rand(10+i, 2) == 0, m.signature, strings.Replace(m.body, "%s", strings.ReplaceAll(shown[s.rand(20+i, len(shown))], "%%", "%"), 1))
		}
	}
}

func (s *shape) method(pointer bool, signature, body string) {
	recv := s.name
	if s.has(withGeneric) {
		recv += "[T]"
	}
	if pointer {
		recv = "*" + recv
	}
	s.e.declare(s.e.prog.Lib, s.name, "func (x %s) %s { %s }", recv, signature, body)
}
