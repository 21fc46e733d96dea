package directive

import (
	"slices"
	"testing"
)

func TestNoLint(t *testing.T) {
	for _, c := range []struct {
		comment, reason string
		names           []string
	}{
		{"//nolint:piilog", "", []string{"piilog"}},
		{"//nolint:piilog,errcheck // on purpose", "on purpose", []string{"piilog", "errcheck"}},
		{"// nolint:piivet, gosec", "", []string{"piivet", "gosec"}},
		{"//nolint:piilog because", "", []string{"piilog"}},
		{"//nolint", "", nil},
		{"//nolint // all of it", "", nil},
		{"//nolintx:piilog", "", nil},
		{"// see nolint:piilog", "", nil},
		{"/*nolint:piilog*/", "", nil},
	} {
		names, reason, ok := NoLint(c.comment)
		if !slices.Equal(names, c.names) || reason != c.reason || ok != (c.names != nil) {
			t.Errorf("%s: %q, %q, %t", c.comment, names, reason, ok)
		}
	}
}
