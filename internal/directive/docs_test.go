package directive_test

import (
	"os"
	"strings"
	"testing"

	"github.com/piivet/piivet/internal/directive"
)

// TestDocs makes sure that every directive in the code of the documentation is
// right, and that each verb has one.
func TestDocs(t *testing.T) {
	data, err := os.ReadFile("../../docs/tags.md")
	if err != nil {
		t.Fatal(err)
	}
	seen := make(map[directive.Verb]bool)
	inCode := false
	for _, line := range strings.Split(string(data), "\n") {
		if strings.HasPrefix(line, "```") {
			inCode = !inCode
		}
		i := strings.Index(line, "//pii:")
		if !inCode || i < 0 {
			continue
		}
		d, _, err := directive.Parse(line[i:])
		if err != nil {
			t.Errorf("%s: %v", line, err)
		}
		seen[d.Verb] = true
	}
	for _, verb := range []directive.Verb{directive.Source, directive.Redact, directive.Sink, directive.Allow} {
		if !seen[verb] {
			t.Errorf("no example of %s", verb)
		}
	}
	for _, verb := range directive.Verbs() {
		if !strings.Contains(string(data), "| `//pii:"+verb) {
			t.Errorf("%s is not in the table", verb)
		}
	}
}
