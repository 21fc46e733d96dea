package analyzers_test

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/piivet/piivet/analyzers/piihandler"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint"
)

// handlers is the analyzer of responses alone.
func handlers(t *testing.T, p *policy.Policy) *analysis.Analyzer {
	t.Helper()
	engine, err := taint.NewWithPolicy(p)
	if err != nil {
		t.Fatal(err)
	}
	return piihandler.New(engine)
}

// TestHandlers runs services of real frameworks: routes with and without
// verification.
func TestHandlers(t *testing.T) {
	a := handlers(t, policy.Default())
	for _, module := range []string{"handlers", "authlibs", "graphql", "graphqllatest"} { // the latter with generated code that only this analyzer reads
		runDirs(t, filepath.Join("..", "testdata", module), ".", a, "subject", "switches")
	}
}

// TestSwitches runs middleware that an operator may switch off, by a policy that lets such
// checks count.
func TestSwitches(t *testing.T) {
	dir := filepath.Join("..", "testdata", "handlers")
	p, err := policy.Load(filepath.Join(dir, "switches", policy.FileName))
	if err != nil {
		t.Fatal(err)
	}
	analysistest.Run(t, dir, handlers(t, p), "./switches/...")
}

// TestAssembled wants what generated code puts together to be reported where the policy
// wants no findings in generated files: the handlers are somebody's own.
func TestAssembled(t *testing.T) {
	p, err := policy.Parse("x", []byte("[exclude]\ngenerated = true\n"))
	if err != nil {
		t.Fatal(err)
	}
	analysistest.Run(t, filepath.Join("..", "testdata", "handlers"), handlers(t, p), "./injected/...")
}

// TestSubject runs handlers that know who calls, and show what the request names.
func TestSubject(t *testing.T) {
	dir := filepath.Join("..", "testdata", "handlers")
	p, err := policy.Load(filepath.Join(dir, "subject", policy.FileName))
	if err != nil {
		t.Fatal(err)
	}
	analysistest.Run(t, dir, handlers(t, p), "./subject/...")
	analysistest.Run(t, filepath.Join("..", "testdata", "graphql"), handlers(t, p), "./subject/...")
}
