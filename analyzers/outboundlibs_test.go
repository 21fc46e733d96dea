package analyzers_test

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/piivet/piivet/analyzers/internal/findings"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint"
)

// light are clients of third parties that reach few packages. To analyse what all
// of them reach takes more memory than one process should have, so internal/e2e
// runs the whole corpus under go vet.
var light = []string{
	"./elastics", "./gomailer", "./gomails", "./gorillaws", "./jordanmail", "./kafkas", "./mailguns", "./mailjets",
	"./natss", "./postmarks", "./rabbits", "./rediss", "./resends", "./restys", "./segments", "./sendgrids", "./slacks",
	"./stripes", "./telegrams",
}

// TestOutboundLibs runs the real clients of third parties.
func TestOutboundLibs(t *testing.T) {
	if testing.Short() {
		t.Skip("analyses the libraries too")
	}
	engine, err := taint.NewWithPolicy(policy.Default())
	if err != nil {
		t.Fatal(err)
	}
	a := &analysis.Analyzer{
		Name: "piivet", Doc: "all passes", Requires: []*analysis.Analyzer{engine},
		Run: func(pass *analysis.Pass) (any, error) {
			for _, kind := range []string{"error", "log", "outbound"} {
				findings.Report(pass, pass.ResultOf[engine].(*taint.Result), kind)
			}
			return nil, nil
		},
	}
	analysistest.Run(t, filepath.Join("..", "testdata", "outboundlibs"), a, light...)
}
