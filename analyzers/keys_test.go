package analyzers_test

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/piivet/piivet/internal/policy"
)

// TestKeys runs what reads requests, rows and configuration by key, with the real
// libraries.
func TestKeys(t *testing.T) {
	if testing.Short() {
		t.Skip("analyses the libraries too")
	}
	analysistest.Run(t, filepath.Join("..", "testdata", "keys"), combined(t, policy.Default()), "./...")
}

// TestKeyLevels wants keys to be sources as the policy says.
func TestKeyLevels(t *testing.T) {
	dir := filepath.Join("testdata", "keylevels")
	for level, pkg := range map[string]string{"off": "./off", "strict": "./strict", "broad": "./broad"} {
		p, err := policy.Parse("x", []byte("[sources]\nkeys = \""+level+"\"\n"))
		if err != nil {
			t.Fatal(err)
		}
		analysistest.Run(t, dir, combined(t, p), pkg)
	}
}
