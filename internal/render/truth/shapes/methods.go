// Package shapes holds the types that package render is tested with: every
// method that a formatter asks for, on values and on pointers, alone and
// together, and every way in which a field can be reached. Methods give Shown
// away and keep Hidden.
package shapes

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"log/slog"
)

// StringerValue prints by String, whatever holds it.
type StringerValue struct{ Shown, Hidden string }

func (x StringerValue) String() string { return x.Shown }

// StringerPointer prints by String, if its address is known.
type StringerPointer struct{ Shown, Hidden string }

func (x *StringerPointer) String() string { return x.Shown }

// ErrorValue is an error, whatever holds it.
type ErrorValue struct{ Shown, Hidden string }

func (x ErrorValue) Error() string { return x.Shown }

// ErrorPointer is an error, if its address is known.
type ErrorPointer struct{ Shown, Hidden string }

func (x *ErrorPointer) Error() string { return x.Shown }

// GoStringerValue prints by GoString, whatever holds it.
type GoStringerValue struct{ Shown, Hidden string }

func (x GoStringerValue) GoString() string { return x.Shown }

// GoStringerPointer prints by GoString, if its address is known.
type GoStringerPointer struct{ Shown, Hidden string }

func (x *GoStringerPointer) GoString() string { return x.Shown }

// FormatterValue prints by Format, whatever holds it.
type FormatterValue struct{ Shown, Hidden string }

func (x FormatterValue) Format(s fmt.State, verb rune) { fmt.Fprint(s, x.Shown) }

// FormatterPointer prints by Format, if its address is known.
type FormatterPointer struct{ Shown, Hidden string }

func (x *FormatterPointer) Format(s fmt.State, verb rune) { fmt.Fprint(s, x.Shown) }

// JSONValue encodes itself as JSON, whatever holds it.
type JSONValue struct{ Shown, Hidden string }

func (x JSONValue) MarshalJSON() ([]byte, error) { return json.Marshal(x.Shown) }

// JSONPointer encodes itself as JSON, if its address is known.
type JSONPointer struct{ Shown, Hidden string }

func (x *JSONPointer) MarshalJSON() ([]byte, error) { return json.Marshal(x.Shown) }

// TextMValue encodes itself as text, whatever holds it.
type TextMValue struct{ Shown, Hidden string }

func (x TextMValue) MarshalText() ([]byte, error) { return []byte(x.Shown), nil }

// TextMPointer encodes itself as text, if its address is known.
type TextMPointer struct{ Shown, Hidden string }

func (x *TextMPointer) MarshalText() ([]byte, error) { return []byte(x.Shown), nil }

// BinaryValue encodes itself as bytes, whatever holds it.
type BinaryValue struct{ Shown, Hidden string }

func (x BinaryValue) MarshalBinary() ([]byte, error) { return []byte(x.Shown), nil }

// BinaryPointer encodes itself as bytes, if its address is known.
type BinaryPointer struct{ Shown, Hidden string }

func (x *BinaryPointer) MarshalBinary() ([]byte, error) { return []byte(x.Shown), nil }

// GobValue encodes itself for gob, whatever holds it.
type GobValue struct{ Shown, Hidden string }

func (x GobValue) GobEncode() ([]byte, error) { return []byte(x.Shown), nil }

// GobPointer encodes itself for gob, if its address is known.
type GobPointer struct{ Shown, Hidden string }

func (x *GobPointer) GobEncode() ([]byte, error) { return []byte(x.Shown), nil }

// LogStringValue logs as a string, whatever holds it.
type LogStringValue struct{ Shown, Hidden string }

func (x LogStringValue) LogValue() slog.Value { return slog.StringValue(x.Shown) }

// LogStringPointer logs as a string, if its address is known.
type LogStringPointer struct{ Shown, Hidden string }

func (x *LogStringPointer) LogValue() slog.Value { return slog.StringValue(x.Shown) }

// LogGroupValue logs as a group, whatever holds it.
type LogGroupValue struct{ Shown, Hidden string }

func (x LogGroupValue) LogValue() slog.Value {
	return slog.GroupValue(slog.String("a", x.Shown), slog.Any("b", Plain{Name: x.Shown}))
}

// LogGroupPointer logs as a group, if its address is known.
type LogGroupPointer struct{ Shown, Hidden string }

func (x *LogGroupPointer) LogValue() slog.Value {
	return slog.GroupValue(slog.String("a", x.Shown), slog.Any("b", Plain{Name: x.Shown}))
}

// LogPlainValue logs as another struct, whatever holds it.
type LogPlainValue struct{ Shown, Hidden string }

func (x LogPlainValue) LogValue() slog.Value {
	return slog.AnyValue(Tagged{Shown: x.Shown, Dash: x.Hidden})
}

// LogPlainPointer logs as another struct, if its address is known.
type LogPlainPointer struct{ Shown, Hidden string }

func (x *LogPlainPointer) LogValue() slog.Value {
	return slog.AnyValue(Tagged{Shown: x.Shown, Dash: x.Hidden})
}

// LogAgainValue logs as a value that is resolved again, whatever holds it.
type LogAgainValue struct{ Shown, Hidden string }

func (x LogAgainValue) LogValue() slog.Value {
	return slog.AnyValue(LogStringValue(x))
}

// LogAgainPointer logs as a value that is resolved again, if its address is known.
type LogAgainPointer struct{ Shown, Hidden string }

func (x *LogAgainPointer) LogValue() slog.Value {
	return slog.AnyValue(LogStringValue(*x))
}

// XMLValue encodes itself as XML, whatever holds it.
type XMLValue struct{ Shown, Hidden string }

func (x XMLValue) MarshalXML(e *xml.Encoder, start xml.StartElement) error {
	return e.EncodeElement(x.Shown, start)
}

// XMLPointer encodes itself as XML, if its address is known.
type XMLPointer struct{ Shown, Hidden string }

func (x *XMLPointer) MarshalXML(e *xml.Encoder, start xml.StartElement) error {
	return e.EncodeElement(x.Shown, start)
}

// XMLAttrValue encodes itself as an XML attribute, whatever holds it.
type XMLAttrValue struct{ Shown, Hidden string }

func (x XMLAttrValue) MarshalXMLAttr(name xml.Name) (xml.Attr, error) {
	return xml.Attr{Name: name, Value: x.Shown}, nil
}

// XMLAttrPointer encodes itself as an XML attribute, if its address is known.
type XMLAttrPointer struct{ Shown, Hidden string }

func (x *XMLAttrPointer) MarshalXMLAttr(name xml.Name) (xml.Attr, error) {
	return xml.Attr{Name: name, Value: x.Shown}, nil
}
