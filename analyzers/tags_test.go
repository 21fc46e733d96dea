package analyzers_test

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/piivet/piivet/analyzers/piitag"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint"
)

// tags is the analyzer of tags alone.
func tags(t *testing.T, text string) *analysis.Analyzer {
	t.Helper()
	p, err := policy.Parse("x", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	engine, err := taint.NewWithPolicy(p)
	if err != nil {
		t.Fatal(err)
	}
	return piitag.New(engine)
}

// TestTags runs the corpus of wrong tags and directives, and compares what the
// fixes make of it.
func TestTags(t *testing.T) {
	dir := filepath.Join("..", "testdata", "tags")
	a := tags(t, "")
	for _, name := range []string{"malformed", "placed", "directives", "loose", "redactors", "verifiers", "laundering"} {
		t.Run(name, func(t *testing.T) { analysistest.RunWithSuggestedFixes(t, dir, a, "./"+name) })
	}
	t.Run("cross", func(t *testing.T) { analysistest.Run(t, dir, a, "./cross/...") })
}

// TestTagsAndPolicy has a policy that knows some of the fields, and a class.
func TestTagsAndPolicy(t *testing.T) {
	const text = `
[[class]]
name = "badge"
level = "high"

[[field]]
type = "example.com/tags/policy.User"
field = "Email"
class = "phone"

[[field]]
type = "example.com/tags/policy.User"
field = "Phone"
class = "phone"

[[field]]
type = "example.com/tags/policy.User"
field = "Plan"
class = "activity"
`
	analysistest.Run(t, filepath.Join("..", "testdata", "tags"), tags(t, text), "./policy")
}

// TestTagCategories wants each category to have its switch.
func TestTagCategories(t *testing.T) {
	dir := filepath.Join("..", "testdata", "tags")
	for category, pkg := range map[string]string{"redact": "redactors", "verify": "verifiers", "laundering": "laundering"} {
		a := tags(t, "[analyzers]\n\"piitag/"+category+"\" = false\n")
		for _, r := range analysistest.Run(quiet{t}, dir, a, "./"+pkg) {
			for _, d := range r.Diagnostics {
				if d.Category == "piitag/"+category {
					t.Errorf("%s is off, and says %s", category, d.Message)
				}
			}
		}
	}
}

// quiet drops what analysistest misses.
type quiet struct{ *testing.T }

func (quiet) Errorf(string, ...any) {}
