package shapes

import (
	"encoding/json"
	"fmt"
	"log/slog"
)

// ErrorStringer has both; error comes first.
type ErrorStringer struct{ Shown, Text, Hidden string }

func (x ErrorStringer) Error() string  { return x.Shown }
func (x ErrorStringer) String() string { return x.Text }

// ErrorPointerStringer is a Stringer, and an error only as a pointer.
type ErrorPointerStringer struct{ Shown, Text, Hidden string }

func (x *ErrorPointerStringer) Error() string { return x.Shown }
func (x ErrorPointerStringer) String() string { return x.Text }

// Everything has all that fmt asks for.
type Everything struct{ Shown, Text, Go, Err, Hidden string }

func (x Everything) Format(s fmt.State, verb rune) { fmt.Fprint(s, x.Shown) }
func (x Everything) String() string                { return x.Text }
func (x Everything) GoString() string              { return x.Go }
func (x Everything) Error() string                 { return x.Err }

// GoAndString differs under %#v.
type GoAndString struct{ Go, Text, Hidden string }

func (x GoAndString) String() string    { return x.Text }
func (x *GoAndString) GoString() string { return x.Go }

// FlagFormatter shows more under %+v, as errors with a stack do.
type FlagFormatter struct{ Shown, More, Hidden string }

func (x *FlagFormatter) Error() string { return x.Shown }
func (x *FlagFormatter) Format(s fmt.State, verb rune) {
	fmt.Fprint(s, x.Shown)
	if verb == 'v' && s.Flag('+') {
		fmt.Fprint(s, x.More)
	}
}

// JSONText has both; MarshalJSON comes first where it is in the method set.
type JSONText struct{ JSON, Text, Hidden string }

func (x *JSONText) MarshalJSON() ([]byte, error) { return json.Marshal(x.JSON) }
func (x JSONText) MarshalText() ([]byte, error)  { return []byte(x.Text), nil }

// TextJSON has both the other way round.
type TextJSON struct{ JSON, Text, Hidden string }

func (x TextJSON) MarshalJSON() ([]byte, error)  { return json.Marshal(x.JSON) }
func (x *TextJSON) MarshalText() ([]byte, error) { return []byte(x.Text), nil }

// ErrorJSON is an error that encodes itself.
type ErrorJSON struct{ JSON, Shown, Hidden string }

func (x ErrorJSON) MarshalJSON() ([]byte, error) { return json.Marshal(x.JSON) }
func (x ErrorJSON) Error() string                { return x.Shown }

// ErrorText is an error that encodes itself as text.
type ErrorText struct{ Text, Shown, Hidden string }

func (x ErrorText) MarshalText() ([]byte, error) { return []byte(x.Text), nil }
func (x ErrorText) Error() string                { return x.Shown }

// LogError is an error that logs as something else.
type LogError struct{ Shown, Err, Hidden string }

func (x LogError) LogValue() slog.Value { return slog.StringValue(x.Shown) }
func (x LogError) Error() string        { return x.Err }

// LogErrorChain logs as an error.
type LogErrorChain struct{ Shown, Hidden string }

func (x *LogErrorChain) LogValue() slog.Value { return slog.AnyValue(ErrorValue{Shown: x.Shown}) }

// Kinds other than structs, with methods.
type (
	StringKind  string
	IntKind     int64
	BytesKind   []byte
	ArrayKind   [8]byte
	ListKind    []string
	MapKind     map[string]string
	FuncKind    func() string
	ByteText    uint8
	ByteString  uint8
	StringText  string
	IntText     int64
	BytesText   []byte
	StringError string
)

func (x StringKind) String() string               { return "<" + string(x[:1]) + ">" }
func (x IntKind) String() string                  { return "int" }
func (x BytesKind) String() string                { return "bytes" }
func (x *ArrayKind) String() string               { return "array" }
func (x ListKind) String() string                 { return x[0] }
func (x MapKind) Error() string                   { return "map" }
func (x FuncKind) String() string                 { return "func" }
func (x ByteText) MarshalText() ([]byte, error)   { return []byte("b"), nil }
func (x ByteString) String() string               { return "b" }
func (x StringText) MarshalText() ([]byte, error) { return []byte("text"), nil }
func (x IntText) MarshalText() ([]byte, error)    { return []byte("1"), nil }
func (x *BytesText) MarshalText() ([]byte, error) { return []byte("bytes"), nil }
func (x StringError) Error() string               { return string(x) }

// Methods that only look like those of a formatter.
type (
	// StringArgument takes an argument.
	StringArgument struct{ Shown string }
	// StringTwice gives two results.
	StringTwice struct{ Shown string }
	// StringField has a field of that name.
	StringField struct{ String, Error string }
	// FormatOther is no Formatter.
	FormatOther struct{ Shown string }
	// JSONOther gives a string.
	JSONOther struct{ Shown string }
)

func (x StringArgument) String(sep string) string      { return sep }
func (x StringTwice) String() (string, error)          { return "", nil }
func (x FormatOther) Format(layout string) string      { return layout }
func (x JSONOther) MarshalText() (string, error)       { return "", nil }
func (x JSONOther) LogValue() string                   { return "" }
func (x JSONOther) GoString(s ...string) (text string) { return "" }
