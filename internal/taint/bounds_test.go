package taint

import (
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint/summary"
)

// TestStandardLibraryAsSource analyses packages of the standard library as if
// they were anybody's code: they are large, odd and recursive. Once nothing is
// personal in them, once every field that holds text is. It must end, without a
// crash, and give the same facts twice.
//
// PIIVET_TEST_PACKAGES names other packages, PIIVET_TEST_DIR the directory they
// are looked up from. With -v the test lists the ten that were most work:
//
//	PIIVET_TEST_PACKAGES=std go test ./internal/taint -run TestStandardLibraryAsSource -v -timeout 1h
func TestStandardLibraryAsSource(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute")
	}
	patterns := "strings encoding/csv text/tabwriter log"
	if p := os.Getenv("PIIVET_TEST_PACKAGES"); p != "" {
		patterns = p
	}
	for name, all := range map[string]bool{"AsItIs": false, "EverythingPersonal": true} {
		t.Run(name, func(t *testing.T) {
			first, second := factsOf(t, patterns, all), factsOf(t, patterns, all)
			if len(first) == 0 {
				t.Fatal("no package had facts")
			}
			for pkg, data := range first {
				if second[pkg] != data {
					t.Errorf("%s: facts differ between two runs", pkg)
				}
			}
		})
	}
}

// factsOf analyses packages with all that they import and returns the facts of
// each, by import path.
func factsOf(t *testing.T, patterns string, everything bool) map[string]string {
	t.Helper()
	conf := &packages.Config{Mode: packages.LoadAllSyntax, Dir: os.Getenv("PIIVET_TEST_DIR")}
	pkgs, err := packages.Load(conf, strings.Fields(patterns)...)
	if err != nil {
		t.Fatal(err)
	}
	var costs costs
	a := New(Options{
		Policy: policy.Default(), Models: model.Builtin(), Standard: true, everything: everything, Observe: costs.observe,
	})
	costs.time(a)
	g, err := checker.Analyze([]*analysis.Analyzer{a}, pkgs, &checker.Options{Sequential: true})
	if err != nil {
		t.Fatal(err)
	}
	costs.log(t)
	out := map[string]string{}
	for act := range g.All() {
		if act.Err != nil {
			t.Errorf("%s: %v", act.Package.PkgPath, act.Err)
		}
		for _, f := range act.AllPackageFacts() {
			if f.Package == act.Package.Types {
				out[f.Package.Path()] = string(factData(f.Fact))
			}
		}
	}
	return out
}

func factData(f analysis.Fact) []byte { return f.(*summary.Fact).Data }

// costs is what the packages of a run took.
type costs struct {
	mu   sync.Mutex
	list []cost
	took time.Duration
}

type cost struct {
	pkg   string
	stats Stats
	took  time.Duration
}

func (c *costs) observe(pkg string, s *Stats) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.list = append(c.list, cost{pkg: pkg, stats: *s})
}

// time makes the analyzer note how long each package takes.
func (c *costs) time(a *analysis.Analyzer) {
	run := a.Run
	a.Run = func(pass *analysis.Pass) (any, error) {
		start := time.Now()
		res, err := run(pass)
		c.mu.Lock()
		defer c.mu.Unlock()
		for i := range c.list {
			if c.list[i].pkg == pass.Pkg.Path() {
				c.list[i].took = time.Since(start)
			}
		}
		c.took += time.Since(start)
		return res, err
	}
}

// log lists the ten packages that took longest, and checks that no package goes
// far beyond its budget.
func (c *costs) log(t *testing.T) {
	slices.SortFunc(c.list, func(a, b cost) int { return int(b.took - a.took) })
	t.Logf("%d packages, %v", len(c.list), c.took.Round(time.Millisecond))
	for _, k := range c.list[:min(10, len(c.list))] {
		t.Logf("%8v  %s: %s", k.took.Round(time.Millisecond), k.pkg, k.stats.String())
	}
	for _, k := range c.list {
		b := newBudget(&analysis.Pass{}, k.stats.Functions)
		if most := b.all + k.stats.Runs*b.late + 100*b.function; k.stats.Steps > most {
			t.Errorf("%s took %d steps, more than %d", k.pkg, k.stats.Steps, most)
		}
	}
}
