package analyzers_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/piivet/piivet/analyzers"
	"github.com/piivet/piivet/analyzers/piihandler"
	"github.com/piivet/piivet/internal/policy"
)

// TestSubjectApart asks whose data is shown of all services, and compares all other
// findings with those of a run that does not ask.
func TestSubjectApart(t *testing.T) {
	if testing.Short() {
		t.Skip("analyses everything twice")
	}
	on := filepath.Join(t.TempDir(), policy.FileName)
	if err := os.WriteFile(on, []byte("[analyzers]\n\"piihandler/subject\" = true\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	asking, err := policy.Load(on)
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{filepath.Join("..", "examples", "shop"), filepath.Join("..", "testdata", "handlers")} {
		pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax, Dir: dir}, "./...")
		if err != nil {
			t.Fatal(err)
		}
		without, _ := everything(t, pkgs, policy.Default())
		with, subjects := everything(t, pkgs, asking)
		if !slices.Equal(without, with) {
			t.Errorf("%s: other findings change when it is asked whose data is shown: %v became %v", dir, lost(without, with), lost(with, without))
		}
		if len(without) == 0 || filepath.Base(dir) == "handlers" && subjects == 0 {
			t.Errorf("%s: %d findings, %d of whose data it is", dir, len(without), subjects)
		}
	}
}

// everything lists the findings of all analyzers, and counts those of whose data is
// shown apart.
func everything(t *testing.T, pkgs []*packages.Package, p *policy.Policy) (list []string, subjects int) {
	t.Helper()
	all, err := analyzers.All(p)
	if err != nil {
		t.Fatal(err)
	}
	g, err := checker.Analyze(all, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	for a := range g.All() {
		for _, d := range a.Diagnostics {
			if d.Category == piihandler.Subject {
				subjects++
			} else {
				list = append(list, fmt.Sprint(a.Package.Fset.Position(d.Pos), ": ", d.Message))
			}
		}
	}
	slices.Sort(list)
	return list, subjects
}

func lost(from, to []string) []string {
	return slices.DeleteFunc(slices.Clone(from), func(s string) bool { return slices.Contains(to, s) })
}
