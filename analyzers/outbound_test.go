package analyzers_test

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/piivet/piivet/analyzers/piioutbound"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint"
)

// outbound is the analyzer of outbound calls alone.
func outbound(t *testing.T, p *policy.Policy) *analysis.Analyzer {
	t.Helper()
	engine, err := taint.NewWithPolicy(p)
	if err != nil {
		t.Fatal(err)
	}
	return piioutbound.New(engine)
}

// TestOutbound runs programs that hand data on by the standard library, gRPC and
// Connect, under the policy that lies beside them.
func TestOutbound(t *testing.T) {
	dir := filepath.Join("..", "testdata", "outbound")
	p, err := policy.Load(filepath.Join(dir, policy.FileName))
	if err != nil {
		t.Fatal(err)
	}
	runDirs(t, dir, ".", outbound(t, p))
}
