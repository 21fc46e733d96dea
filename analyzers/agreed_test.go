package analyzers_test

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/piivet/piivet/analyzers/piierror"
	"github.com/piivet/piivet/analyzers/piihandler"
	"github.com/piivet/piivet/analyzers/piilog"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint"
)

// TestAgreed runs programs under a policy that takes consent for a ground of
// every way out.
func TestAgreed(t *testing.T) {
	dir := filepath.Join("..", "testdata", "agreed")
	p, err := policy.Load(filepath.Join(dir, policy.FileName))
	if err != nil {
		t.Fatal(err)
	}
	engine, err := taint.NewWithPolicy(p)
	if err != nil {
		t.Fatal(err)
	}
	passes := []*analysis.Analyzer{piilog.New(engine), piierror.New(engine), piihandler.New(engine)}
	a := &analysis.Analyzer{Name: "piivet", Doc: "all passes", Requires: []*analysis.Analyzer{engine}}
	a.Run = func(pass *analysis.Pass) (any, error) {
		for _, one := range passes {
			if _, err := one.Run(pass); err != nil {
				return nil, err
			}
		}
		return nil, nil
	}
	analysistest.Run(t, dir, a, "./...")
}
