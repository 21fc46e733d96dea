package analyzers_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/piivet/piivet/internal/policy"
)

// TestPresets analyses code in each of the conventions with the preset of the
// same name, and wants such code for every preset.
func TestPresets(t *testing.T) {
	if testing.Short() {
		t.Skip("analyses libraries too")
	}
	dir := filepath.Join("..", "testdata", "presets")
	for _, a := range policy.AvailablePresets() {
		t.Run(a.Name, func(t *testing.T) {
			if _, err := os.Stat(filepath.Join(dir, a.Name)); err != nil {
				t.Fatal(err)
			}
			p, err := policy.Parse("x", fmt.Appendf(nil, "[[preset]]\nname = %q\n", a.Name))
			if err != nil {
				t.Fatal(err)
			}
			analysistest.Run(t, dir, combined(t, p), "./"+a.Name)
		})
	}
}
