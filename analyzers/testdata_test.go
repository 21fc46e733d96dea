package analyzers_test

import (
	"os"
	"path/filepath"
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

func TestFlow(t *testing.T) {
	dir := filepath.Join("..", "testdata", "flow")
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	a := combined(t, policy.Default())
	for _, e := range entries {
		if !e.IsDir() || e.Name() == "cross" {
			continue
		}
		t.Run(e.Name(), func(t *testing.T) { analysistest.Run(t, dir, a, "./"+e.Name()+"/...") })
	}
}

// TestCross runs scenarios of three packages and more, each in one go.
func TestCross(t *testing.T) {
	dir := filepath.Join("..", "testdata", "flow")
	entries, err := os.ReadDir(filepath.Join(dir, "cross"))
	if err != nil {
		t.Fatal(err)
	}
	a := combined(t, policy.Default())
	for _, e := range entries {
		t.Run(e.Name(), func(t *testing.T) { analysistest.Run(t, dir, a, "./cross/"+e.Name()+"/...") })
	}
}

// TestLibs runs the real logging, error and telemetry libraries.
func TestLibs(t *testing.T) {
	if testing.Short() {
		t.Skip("analyses the libraries too")
	}
	analysistest.Run(t, filepath.Join("..", "testdata", "libs"), combined(t, policy.Default()), "./...")
}
