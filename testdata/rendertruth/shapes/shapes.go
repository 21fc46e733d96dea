// Package shapes holds the types that package render is tested with against
// logging and YAML libraries: types that know those libraries, and types that
// their type switches list.
package shapes

//lint:file-ignore U1000,SA5008 the fields are filled by reflection, and odd tags are what is tested

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"time"

	"github.com/rs/zerolog"
	"go.uber.org/zap/zapcore"
	"gopkg.in/yaml.v3"

	std "github.com/piivet/piivet/internal/render/truth/shapes"
)

// ZapObject logs itself to zap.
type ZapObject struct{ Shown, Hidden string }

func (x ZapObject) MarshalLogObject(enc zapcore.ObjectEncoder) error {
	enc.AddString("shown", x.Shown)
	return nil
}

// ZapObjectPointer does so as a pointer.
type ZapObjectPointer struct{ Shown, Hidden string }

func (x *ZapObjectPointer) MarshalLogObject(enc zapcore.ObjectEncoder) error {
	enc.AddString("shown", x.Shown)
	return nil
}

// ZapArray logs itself as a list.
type ZapArray struct{ Shown, Hidden string }

func (x ZapArray) MarshalLogArray(enc zapcore.ArrayEncoder) error {
	enc.AppendString(x.Shown)
	return nil
}

// ZapObjectError is an error too; as an object it comes first.
type ZapObjectError struct{ Shown, Text, Hidden string }

func (x ZapObjectError) Error() string { return x.Text }
func (x ZapObjectError) MarshalLogObject(enc zapcore.ObjectEncoder) error {
	enc.AddString("shown", x.Shown)
	return nil
}

// ErrorList is an error made of several.
type ErrorList struct {
	Text   string
	Parts  []ErrorPart
	Hidden string
}

func (x ErrorList) Error() string { return x.Text }
func (x ErrorList) Format(s fmt.State, verb rune) {
	fmt.Fprint(s, x.Hidden)
}

// Errors lists the parts.
func (x ErrorList) Errors() []error {
	var list []error
	for _, part := range x.Parts {
		list = append(list, part)
	}
	return list
}

// ErrorPart is one of them.
type ErrorPart struct{ Shown, Hidden string }

func (x ErrorPart) Error() string { return x.Shown }

// ZerologObject logs itself to zerolog.
type ZerologObject struct{ Shown, Hidden string }

func (x ZerologObject) MarshalZerologObject(e *zerolog.Event) { e.Str("shown", x.Shown) }

// ZerologObjectPointer does so as a pointer, and is an error.
type ZerologObjectPointer struct{ Shown, Text, Hidden string }

func (x *ZerologObjectPointer) MarshalZerologObject(e *zerolog.Event) { e.Str("shown", x.Shown) }
func (x *ZerologObjectPointer) Error() string                         { return x.Text }

// FormatStringer is printed differently by fmt and by what asks for a Stringer.
type FormatStringer struct{ Shown, Text, Hidden string }

func (x FormatStringer) String() string                { return x.Text }
func (x FormatStringer) Format(s fmt.State, verb rune) { fmt.Fprint(s, x.Shown) }

// LogMarshaler logs itself as something else to logr and klog.
type LogMarshaler struct{ Shown, Hidden string }

// MarshalLog gives what is logged.
func (x LogMarshaler) MarshalLog() any { return std.Plain{Name: x.Shown} }

// LogMarshalerText does so too, and is a Stringer.
type LogMarshalerText struct{ Shown, Text, Hidden string }

// MarshalLog gives what is logged.
func (x LogMarshalerText) MarshalLog() any { return x.Shown }
func (x LogMarshalerText) String() string  { return x.Text }

// LogText writes itself into klog's buffer.
type LogText struct{ Shown, Text, Hidden string }

// WriteText comes before all else.
func (x LogText) WriteText(b *bytes.Buffer) { b.WriteString("=" + x.Shown) }
func (x LogText) String() string            { return x.Text }

// GoAndError is asked for its error first.
type GoAndError struct{ Shown, Go, Hidden string }

func (x GoAndError) GoString() string { return x.Go }
func (x GoAndError) Error() string    { return x.Shown }

// YAMLValue encodes itself as something else.
type YAMLValue struct{ Shown, Hidden string }

func (x YAMLValue) MarshalYAML() (any, error) { return YAMLTags{Named: x.Shown, Dash: x.Hidden}, nil }

// YAMLPointer does so as a pointer, which the encoder does not make.
type YAMLPointer struct{ Shown, Hidden string }

func (x *YAMLPointer) MarshalYAML() (any, error) { return x.Shown, nil }

// YAMLTags has the encoder's tags.
type YAMLTags struct {
	Named  string   `yaml:"name"`
	Dash   string   `yaml:"-"`
	Empty  string   `yaml:",omitempty"`
	Flow   []string `yaml:",flow"`
	JSON   string   `json:"-"`
	closed string
}

// YAMLInline takes fields of others in.
type YAMLInline struct {
	YAMLTags `yaml:",inline"`
	Ptr      *ErrorPart          `yaml:",inline"`
	Map      map[string]YAMLTags `yaml:",inline"`
	Other    string
}

// Structs that the encoder refuses or treats in a way of their own.
type (
	YAMLEmbed struct {
		YAMLTags
		Extra string
	}
	YAMLBadFlag struct {
		Name string `yaml:"name,string"`
	}
	YAMLTwice struct {
		Name string `yaml:"x"`
		Same string `yaml:"x"`
	}
	YAMLInlineDeep struct {
		YAMLInline `yaml:",inline"`
		More       string
	}
	YAMLInlineScalar struct {
		Name string `yaml:",inline"`
	}
	YAMLDecodes       struct{ Shown, Hidden string }
	YAMLInlineDecodes struct {
		YAMLDecodes `yaml:",inline"`
		Extra       string
	}
	yamlInner struct {
		Shown  string
		closed string
	}
	YAMLEmbedClosed struct {
		yamlInner
		Extra string
	}
	YAMLInlineClosed struct {
		yamlInner `yaml:",inline"`
		Extra     string
	}
	YAMLEmbedClosedPtr struct {
		*yamlInner
		Extra string
	}
)

func (x *YAMLDecodes) UnmarshalYAML(n *yaml.Node) error { return errors.New("no") }

// All has one field for each shape, with those of the standard library's tests.
type All struct {
	std.All

	ZapObject            ZapObject
	ZapObjectPointer     ZapObjectPointer
	ZapArray             ZapArray
	ZapObjectError       ZapObjectError
	ZapFields            []zapcore.Field
	ErrorList            ErrorList
	ErrorPart            ErrorPart
	ErrorParts           []ErrorPart
	ZerologObject        ZerologObject
	ZerologObjectPointer ZerologObjectPointer
	ZerologObjects       []zerolog.LogObjectMarshaler
	FormatStringer       FormatStringer

	LogMarshaler     LogMarshaler
	LogMarshalerText LogMarshalerText
	LogText          LogText
	GoAndError       GoAndError

	YAMLValue          YAMLValue
	YAMLPointer        YAMLPointer
	YAMLTags           YAMLTags
	YAMLInline         YAMLInline
	YAMLEmbed          YAMLEmbed
	YAMLBadFlag        YAMLBadFlag
	YAMLTwice          YAMLTwice
	YAMLInlineDeep     YAMLInlineDeep
	YAMLInlineScalar   YAMLInlineScalar
	YAMLInlineDecodes  YAMLInlineDecodes
	YAMLEmbedClosed    YAMLEmbedClosed
	YAMLInlineClosed   YAMLInlineClosed
	YAMLEmbedClosedPtr YAMLEmbedClosedPtr
	YAMLNode           yaml.Node

	Ints      []int
	Int64s    []int64
	IntPtr    *int
	StringPtr *string
	Complexes []complex128
	ComplexP  *complex64
	Uintptrs  []uintptr
	Bools     []bool
	Times     []time.Time
	TimePtr   *time.Time
	Durations []time.Duration
	IPs       []net.IP
	MAC       net.HardwareAddr
	RawPtr    *json.RawMessage
	AnyMap    map[string]any
	NamedMap  NamedMap
	NamedList NamedList
	NamedErrs NamedErrs
}

// Named versions of what type switches list without a name.
type (
	NamedMap  map[string]any
	NamedList []any
	NamedErrs []error
)
