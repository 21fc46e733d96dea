// Package model has types that say themselves how they are printed.
package model

import (
	"encoding/json"
	"log/slog"
)

// Masked prints its id only.
type Masked struct {
	ID    string
	Email string `pii:"email"`
}

// String gives the id.
func (m Masked) String() string { return short(m.ID) }

// LogValue gives the id.
func (m Masked) LogValue() slog.Value { return slog.StringValue(m.ID) }

// MarshalJSON gives the id.
func (m Masked) MarshalJSON() ([]byte, error) { return json.Marshal(m.ID) }

// Leaky prints its address, but not its phone number.
type Leaky struct {
	Email string `pii:"email"`
	Phone string `pii:"phone"`
}

// String gives the address, by way of a helper.
func (l Leaky) String() string { return short(l.Email) }

// LogValue gives the phone number.
func (l Leaky) LogValue() slog.Value { return slog.GroupValue(slog.String("phone", l.Phone)) }

// MarshalText gives both.
func (l Leaky) MarshalText() ([]byte, error) { return []byte(l.Email + l.Phone), nil }

func short(s string) string {
	if len(s) > 8 {
		return s[:8]
	}
	return s
}
