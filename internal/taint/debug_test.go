package taint

import (
	"fmt"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/policy"
)

func TestDebug(t *testing.T) {
	a := &analysis.Analyzer{Name: "x", Doc: "x", Run: func(pass *analysis.Pass) (any, error) {
		e := newEngine(pass, policy.Default(), model.Builtin())
		e.buildSSA()
		e.solve()
		for _, s := range e.sorted() {
			if s.sum == nil {
				continue
			}
			fmt.Println(s.fn, fingerprint(s.sum), len(s.flows))
		}
		fmt.Println(e.models.Func("log", "Println"))
		return nil, nil
	}}
	analysistest.Run(t, "/tmp/t1", a, ".")
}
