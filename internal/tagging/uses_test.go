package tagging_test

import (
	"os"
	"strings"
	"testing"

	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/tagging"
)

// TestUses proposes what the use of a type says of its fields, as comments ask for.
func TestUses(t *testing.T) {
	m, err := tagging.Load(tagging.Options{Dir: ".", Patterns: []string{"./testdata/uses"}, Policy: policy.Default()})
	if err != nil {
		t.Fatal(err)
	}
	got := map[int]string{}
	for _, p := range m.Survey().Packages {
		for _, c := range p.Candidates {
			got[c.Line] = c.Class + " " + c.Confidence.String()
		}
	}
	src, err := os.ReadFile("testdata/uses/uses.go")
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(string(src), "\n") {
		_, want, _ := strings.Cut(line, "// want ")
		if got[i+1] != want {
			t.Errorf("line %d: got %q, want %q", i+1, got[i+1], want)
		}
	}
}
