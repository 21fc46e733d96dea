package analyzers_test

import (
	"flag"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/piivet/piivet/analyzers"
	"github.com/piivet/piivet/analyzers/internal/findings"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint"
)

// combined reports what all passes report, so that one set of marks in a file
// says everything that is expected there.
func combined(t *testing.T, p *policy.Policy) *analysis.Analyzer {
	t.Helper()
	engine, err := taint.NewWithPolicy(p)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := analyzers.All(p); err != nil {
		t.Fatal(err)
	}
	return &analysis.Analyzer{
		Name: "piivet", Doc: "all passes", Requires: []*analysis.Analyzer{engine},
		Run: func(pass *analysis.Pass) (any, error) {
			for _, kind := range []string{"error", "log"} {
				findings.Report(pass, pass.ResultOf[engine].(*taint.Result), kind)
			}
			return nil, nil
		},
	}
}

// runDirs runs an analyzer on the packages of each directory under a path in the
// module in dir, but for some: all in one go, since each go analyses the same
// dependencies, or one by one where the command line asks for one, as in
// -run TestFlow/copies.
func runDirs(t *testing.T, dir, under string, a *analysis.Analyzer, but ...string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(dir, under))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		if !e.IsDir() || slices.Contains(but, e.Name()) {
			continue
		}
		pattern := "./" + path.Join(under, e.Name()) + "/..."
		if strings.Contains(flag.Lookup("test.run").Value.String(), "/") {
			t.Run(e.Name(), func(t *testing.T) { analysistest.Run(t, dir, a, pattern) })
		}
		all = append(all, pattern)
	}
	if !strings.Contains(flag.Lookup("test.run").Value.String(), "/") {
		analysistest.Run(t, dir, a, all...)
	}
}

func TestFlow(t *testing.T) {
	runDirs(t, filepath.Join("..", "testdata", "flow"), ".", combined(t, policy.Default()), "cross")
}

// TestCross runs scenarios of three packages and more.
func TestCross(t *testing.T) {
	runDirs(t, filepath.Join("..", "testdata", "flow"), "cross", combined(t, policy.Default()))
}

// TestLibs runs the real logging, error and telemetry libraries.
func TestLibs(t *testing.T) {
	if testing.Short() {
		t.Skip("analyses the libraries too")
	}
	analysistest.Run(t, filepath.Join("..", "testdata", "libs"), combined(t, policy.Default()), "./...")
}
