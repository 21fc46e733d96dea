package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/piivet/piivet/analyzers"
	"github.com/piivet/piivet/internal/policy"
)

// TestDrivers runs each corpus under go vet, where every package is a process
// and knows of others what facts say, and in one process, which sees all
// packages from source. Both must find the same, step by step, and in one
// process the findings must be those that the files expect.
func TestDrivers(t *testing.T) {
	for _, corpus := range []string{"testdata/flow", "testdata/libs", "testdata/handlers", "testdata/protos", "testdata/outbound", "testdata/agreed", "testdata/tags"} {
		dir := inside(t, corpus)
		// The marks of the others speak of ways out.
		args := append([]string{"-piitag=false"}, marked(t, dir)...)
		if corpus == "testdata/tags" {
			args = []string{"-piitag", "./malformed", "./placed", "./directives", "./loose", "./redactors", "./verifiers", "./laundering", "./cross/..."}
		}
		t.Run(filepath.Base(dir), func(t *testing.T) {
			drive(t, dir, filepath.Join(dir, policy.FileName), args, scenarios(t, dir))
		})
	}
	dir := inside(t, "testdata/handlers")
	t.Run("subject", func(t *testing.T) {
		drive(t, dir, filepath.Join(dir, "subject", policy.FileName), []string{"-piitag=false", "./subject/..."}, []string{"subject"})
	})
}

// drive compares the drivers on packages of a module, under the policy in a file
// if there is one.
func drive(t *testing.T, dir, file string, args, scenarios []string) {
	t.Helper()
	// go vet comes first because it fetches the modules that are missing;
	// analysistest is not allowed to.
	vetted := byScenario(dir, vetUnder(t, dir, file, args...))
	loaded := byScenario(dir, oneProcess(t, dir, file, args))
	for _, name := range scenarios {
		t.Run(name, func(t *testing.T) {
			compare(t, "go vet", vetted[name], "one process", loaded[name])
		})
	}
}

// marked are the patterns of a corpus that one policy fits. Directories with a
// policy of their own are another corpus, and so are modules in modules.
func marked(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		sub := filepath.Join(dir, e.Name())
		if e.IsDir() && !fileExists(filepath.Join(sub, policy.FileName)) && !fileExists(filepath.Join(sub, "go.mod")) {
			out = append(out, "./"+e.Name()+"/...")
		}
	}
	return out
}

// oneProcess runs analysistest on all packages of a module at once: their
// dependencies are then analysed only once.
func oneProcess(t *testing.T, dir, file string, args []string) []finding {
	t.Helper()
	var out []finding
	seen := map[string]bool{} // a package with tests is analysed with them and without
	for _, r := range analysistest.Run(t, dir, combined(t, file, args[0] == "-piitag"), args[1:]...) {
		posn := r.Pass.Fset.Position
		for _, d := range r.Diagnostics {
			f := finding{Category: d.Category, Posn: posn(d.Pos).String(), End: posn(d.End).String(), Message: d.Message}
			for _, rel := range d.Related {
				f.Related = append(f.Related, related{Posn: posn(rel.Pos).String(), Message: rel.Message})
			}
			if key := fmt.Sprintf("%+v", f); !seen[key] {
				seen[key] = true
				out = append(out, f)
			}
		}
	}
	return out
}

// combined reports what all analyzers of ways out report, or what the one of
// tags does, since a line's expectations say all that is expected there. The
// policy is that in the file, if there is one.
func combined(t *testing.T, file string, tags bool) *analysis.Analyzer {
	t.Helper()
	p := policy.Default()
	if fileExists(file) {
		var err error
		if p, err = policy.Load(file); err != nil {
			t.Fatal(err)
		}
	}
	all, err := analyzers.All(p)
	if err != nil {
		t.Fatal(err)
	}
	all = slices.DeleteFunc(all, func(a *analysis.Analyzer) bool { return (a.Name == "piitag") != tags })
	c := &analysis.Analyzer{Name: "piivet", Doc: "all analyzers"}
	for _, a := range all {
		for _, r := range a.Requires {
			if !slices.Contains(c.Requires, r) {
				c.Requires = append(c.Requires, r)
			}
		}
	}
	c.Run = func(pass *analysis.Pass) (any, error) {
		for _, a := range all {
			p := *pass
			p.Analyzer = a
			if _, err := a.Run(&p); err != nil {
				return nil, err
			}
		}
		return nil, nil
	}
	return c
}

// scenarios lists the directories of a corpus, and those of cross one by one.
func scenarios(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	for _, parent := range []string{"", "cross"} {
		entries, err := os.ReadDir(filepath.Join(dir, parent))
		if err != nil && parent == "" {
			t.Fatal(err)
		}
		for _, e := range entries {
			if e.IsDir() && e.Name() != "cross" && !fileExists(filepath.Join(dir, parent, e.Name(), policy.FileName)) {
				out = append(out, strings.TrimPrefix(parent+"/"+e.Name(), "/"))
			}
		}
	}
	return out
}

// byScenario sorts findings by the scenario in whose files they are.
func byScenario(dir string, fs []finding) map[string][]string {
	out := map[string][]string{}
	for _, f := range fs {
		parts := strings.Split(relative(dir, f.Posn), "/")
		name := parts[0]
		if name == "cross" {
			name += "/" + parts[1]
		}
		out[name] = append(out[name], f.text(dir))
	}
	return out
}
