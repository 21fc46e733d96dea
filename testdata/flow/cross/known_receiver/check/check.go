// Package check compares values and says so to whoever listens, as assertion
// libraries do. One listener of its own makes errors of what it hears.
package check

import (
	"fmt"
	"strings"
)

// T hears of failures.
type T interface {
	Errorf(format string, args ...any)
}

type helper interface{ Helper() }

// Collector keeps what it hears.
type Collector struct{ errs []error }

// Errorf keeps an error.
func (c *Collector) Errorf(format string, args ...any) {
	c.errs = append(c.errs, fmt.Errorf(format, args...))
}

// Counter only counts.
type Counter struct{ n int }

// Errorf counts.
func (c *Counter) Errorf(string, ...any) { c.n++ }

type line struct{ name, text string }

func lines(ls ...line) string {
	var b strings.Builder
	for _, l := range ls {
		b.WriteString(l.name + ": " + l.text + "\n")
	}
	return b.String()
}

// Fail tells t.
func Fail(t T, msg string, args ...any) bool {
	if h, ok := t.(helper); ok {
		h.Helper()
	}
	ls := []line{{"error", msg}}
	if len(args) > 0 {
		ls = append(ls, line{"messages", fmt.Sprint(args...)})
	}
	t.Errorf("\n%s", ""+lines(ls...))
	return false
}

// Equal compares.
func Equal(t T, want, got any, args ...any) bool {
	if want != got {
		return Fail(t, fmt.Sprintf("not equal: %#v, %#v", want, got), args...)
	}
	return true
}

// Assertions has T once for all.
type Assertions struct{ t T }

// New keeps t.
func New(t T) *Assertions { return &Assertions{t} }

// Equal compares.
func (a *Assertions) Equal(want, got any, args ...any) bool { return Equal(a.t, want, got, args...) }
