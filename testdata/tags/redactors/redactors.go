// Package redactors has functions that are said to redact, some of which let
// their input through.
package redactors

import (
	"bytes"
	"fmt"
	"strings"
)

type Customer struct {
	ID    string
	Email string `pii:"email"`
	Phone string `pii:"phone"`
}

//pii:redact
func whole(s string) string {
	if len(s) > 4 {
		return s[:1] + "***"
	}
	return s // want `whole is said to redact, but returns s unchanged here`
}

//pii:redact
func short(s string) string {
	if len(s) < 5 {
		return s // want `short is said to redact, but returns s unchanged here`
	}
	return s[:2] + strings.Repeat("*", len(s)-2)
}

//pii:redact
func empty(s string) string {
	if s == "" {
		return s
	}
	return "***"
}

//pii:redact
func emptyByLength(s string) string {
	if len(s) == 0 || len(s) < 1 {
		return s
	}
	if s := strings.TrimSpace(s); s == "" {
		return s
	}
	return "***"
}

//pii:redact
func constants(s string) string {
	switch s {
	case "", "-", "n/a":
		return s
	}
	return "***"
}

//pii:redact
func already(s string) string {
	if strings.HasPrefix(s, "***") || strings.Contains(s, "[redacted]") {
		return s
	}
	return "***"
}

func isEmpty(s string) bool { return len(s) == 0 }

//pii:redact
func helped(s string) string {
	if isEmpty(s) {
		return s
	}
	return "***"
}

func isShort(s string) bool { return len(s) < 3 }

//pii:redact
func helpedShort(s string) string {
	if isShort(s) {
		return s // want `helpedShort is said to redact, but returns s unchanged here`
	}
	return "***"
}

var enabled = true

//pii:redact email
func switched(s string) string {
	if !enabled {
		return strings.ToLower(strings.TrimSpace(s)) // want `switched is said to redact, but returns s unchanged here`
	}
	return "***"
}

//pii:redact
func malformed(s string) string {
	local, domain, ok := strings.Cut(s, "@")
	if !ok {
		return s // want `malformed is said to redact, but returns s unchanged here`
	}
	_ = local
	return "***@" + domain
}

//pii:redact
func assigned(s string) (out string) {
	out = s
	if enabled {
		out = "***"
	}
	return out // want `assigned is said to redact, but returns s unchanged here`
}

//pii:redact
func emptied(s string) (out string) {
	out = "***"
	if s == "" {
		out = s
	}
	return out
}

func truncate(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return s[:n]
}

//pii:redact
func truncated(s string) string {
	return truncate(s, 3) // want `truncated is said to redact, but returns s unchanged here`
}

//pii:redact
func data(b []byte) []byte {
	if len(b) > 64 {
		return nil
	}
	return bytes.TrimSpace(b) // want `data is said to redact, but returns b unchanged here`
}

//pii:redact
func anything(v any) any {
	switch v := v.(type) {
	case string:
		return "***"
	case int:
		return 0
	default:
		return v // want `anything is said to redact, but returns v unchanged here`
	}
}

//pii:redact
func replaced(s, with string) string {
	if s == "" {
		return s
	}
	return with
}

//pii:redact
func record(c Customer) Customer {
	if !enabled {
		return c // want `record is said to redact, but returns c unchanged here`
	}
	c.Email = ""
	c.Phone = whole(c.Phone)
	return c
}

//pii:redact
func part(c Customer) Customer {
	c.Email = ""
	return c // want `part is said to redact, but returns c.Phone unchanged here`
}

//pii:redact email
func ofClass(c Customer) Customer {
	c.Email = ""
	return c
}

//pii:redact
func fresh(c Customer) Customer { return Customer{ID: c.ID} }

//pii:redact
func loop(in []string) []string {
	out := make([]string, len(in))
	for i := range in {
		out[i] = "***"
	}
	return out
}

//pii:redact
func (c Customer) mask() Customer {
	return c // want `mask is said to redact, but returns c unchanged here`
}

//pii:redact
func (c Customer) name() string { return c.ID }

//pii:redact
func printed(s string) string {
	return fmt.Sprintf("%s", s) // want `printed is said to redact, but returns s unchanged here`
}

//pii:redact
func field(c Customer) string {
	return c.Email // want `field is said to redact, but returns c.Email unchanged here`
}

//pii:redact
func pointer(c *Customer) *Customer {
	c.Email = ""
	return c // want `pointer is said to redact, but returns c.Phone unchanged here`
}

//pii:redact
func behind(c *Customer) Customer {
	return *c // want `behind is said to redact, but returns c unchanged here`
}

//pii:redact
func duplicate(c *Customer) *Customer {
	d := *c
	d.Email = "***"
	return &d // want `duplicate is said to redact, but returns c.Phone unchanged here`
}

//pii:redact
func duplicated(c *Customer) *Customer {
	d := *c
	d.Email, d.Phone = "***", ""
	return &d
}

// same is not marked.
func same(s string) string { return s }
