package analyzers_test

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/piivet/piivet/internal/policy"
)

// TestProtos reads the options of fields out of the code of several generators.
func TestProtos(t *testing.T) {
	if testing.Short() {
		t.Skip("analyses libraries too")
	}
	dir := filepath.Join("..", "testdata", "protos")
	p, err := policy.Load(filepath.Join(dir, policy.FileName))
	if err != nil {
		t.Fatal(err)
	}
	analysistest.Run(t, dir, combined(t, p), "./use/...")
}
