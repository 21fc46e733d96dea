package piitag

import (
	"encoding/json"
	"fmt"
	"log/slog"
)

// JSON writes v as JSON the way json.Marshal does, json tags, embedded fields and
// methods included, after masking it as [Mask] does. To mask a part of a larger
// document, put [Masked] there.
func JSON(v any) ([]byte, error) { return std.JSON(v) }

// JSON is like the function [JSON].
func (m *Masker) JSON(v any) ([]byte, error) {
	return json.Marshal(m.Mask(v))
}

// Value is a value that prints masked: with package fmt, as JSON, and in slog. It
// is masked when it is printed, so a log line that is switched off costs little.
type Value struct {
	// A pointer, because package fmt calls no methods on unexported fields: of a
	// Value in such a field it prints an address.
	p *pending
}

type pending struct {
	m *Masker
	v any
}

// Masked wraps v so that it prints masked.
func Masked(v any) Value { return std.Masked(v) }

// Masked is like the function [Masked].
func (m *Masker) Masked(v any) Value { return Value{&pending{m, v}} }

// masked returns the masked copy; the zero Value holds nil.
func (x Value) masked() any {
	if x.p == nil {
		return nil
	}
	return x.p.m.Mask(x.p.v)
}

// String formats the masked value as %+v does.
func (x Value) String() string { return fmt.Sprintf("%+v", x.masked()) }

// Format formats the masked value with the verb and flags that are asked for.
func (x Value) Format(f fmt.State, verb rune) {
	fmt.Fprintf(f, fmt.FormatString(f, verb), x.masked())
}

// MarshalJSON writes the masked value as JSON.
func (x Value) MarshalJSON() ([]byte, error) { return json.Marshal(x.masked()) }

// LogValue gives the masked value to slog.
func (x Value) LogValue() slog.Value {
	if x.p == nil {
		return slog.AnyValue(nil)
	}
	return x.p.m.LogValue(x.p.v)
}
