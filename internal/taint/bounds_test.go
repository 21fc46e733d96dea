package taint

import (
	"os"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint/summary"
)

// TestStandardLibraryAsSource analyses packages of the standard library as if
// they were anybody's code: they are large, odd and recursive. It must end,
// without a crash, and give the same facts twice. PIIVET_TEST_PACKAGES names
// other packages.
func TestStandardLibraryAsSource(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute")
	}
	patterns := "strings encoding/csv text/tabwriter log"
	if p := os.Getenv("PIIVET_TEST_PACKAGES"); p != "" {
		patterns = p
	}
	first, second := factsOf(t, patterns), factsOf(t, patterns)
	if len(first) == 0 {
		t.Fatal("no package had facts")
	}
	for pkg, data := range first {
		if second[pkg] != data {
			t.Errorf("%s: facts differ between two runs", pkg)
		}
	}
}

// factsOf analyses packages with all that they import and returns the facts of
// each, by import path.
func factsOf(t *testing.T, patterns string) map[string]string {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax}, strings.Fields(patterns)...)
	if err != nil {
		t.Fatal(err)
	}
	a := New(Options{Policy: policy.Default(), Models: model.Builtin(), Standard: true})
	g, err := checker.Analyze([]*analysis.Analyzer{a}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for act := range g.All() {
		if act.Err != nil {
			t.Errorf("%s: %v", act.Package.PkgPath, act.Err)
		}
		for _, f := range act.AllPackageFacts() {
			if f.Package == act.Package.Types {
				out[f.Package.Path()] = string(factData(f.Fact))
			}
		}
	}
	return out
}

func factData(f analysis.Fact) []byte { return f.(*summary.Fact).Data }
