package taint

import (
	"go/types"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint/summary"
)

// readerOf is a reader of the fact of one import.
func readerOf(f *summary.Fact) (*factReader, *types.Package) {
	dep, pkg := types.NewPackage("example.com/dep", "dep"), types.NewPackage("example.com/p", "p")
	pkg.SetImports([]*types.Package{dep})
	pass := &analysis.Pass{Pkg: pkg, TypesInfo: &types.Info{}, ImportPackageFact: func(_ *types.Package, into analysis.Fact) bool {
		*into.(*summary.Fact) = *f
		return true
	}}
	return newEngine(pass, policy.Default(), model.Builtin(), false).facts, dep
}

// TestUnreadableFacts: of a package whose fact cannot be read nothing is known,
// which is something else than functions that do nothing.
func TestUnreadableFacts(t *testing.T) {
	const f = "example.com/dep.F"
	good := summary.Pack(nil, nil)
	broken := summary.Pack([]string{"a"}, []summary.Entry{{Key: summary.FuncKey + f, Data: []byte{0xff}}})
	for _, test := range []struct {
		name  string
		fact  *summary.Fact
		known bool
		count int
	}{
		{"Empty", good, true, 0},
		{"Version", &summary.Fact{Version: summary.Version + 1, Data: good.Data}, false, 1},
		{"Cut", &summary.Fact{Version: summary.Version, Data: good.Data[:1]}, false, 1},
		{"Longer", &summary.Fact{Version: summary.Version, Data: append([]byte{0, 0}, 7)}, false, 1},
		{"Nothing", &summary.Fact{Version: summary.Version}, false, 1},
		{"Entry", broken, false, 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			r, dep := readerOf(test.fact)
			if _, known := r.summary(dep, f); known != test.known {
				t.Errorf("summary is known: %v", known)
			}
			if n := r.e.stats.Reached[boundFacts]; n != test.count {
				t.Errorf("counted %d times, want %d", n, test.count)
			}
		})
	}
}
