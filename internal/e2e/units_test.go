package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/piivet/piivet/internal/leaktest"
)

// TestUnits runs packages as a build system does that spreads them over
// machines: each unit in a directory of its own, which holds what its
// configuration names and nothing else. What is found must be what go vet
// finds, and the facts must be the same bytes when a unit runs again.
func TestUnits(t *testing.T) {
	dir := inside(t, "testdata/flow")
	order, pkgs := list(t, dir, "./cross/...")
	var found []finding
	facts := map[string][]byte{}
	for _, p := range order {
		if p.Standard {
			continue
		}
		first, out := runUnit(t, p, pkgs, facts)
		again, _ := runUnit(t, p, pkgs, facts)
		if !bytes.Equal(first, again) {
			t.Errorf("%s: other facts when it runs again", p.ImportPath)
		}
		facts[p.ImportPath] = first
		found = append(found, out...)
	}
	compare(t, "go vet", texts(dir, vet(t, dir, "./cross/...")), "units", texts(dir, found))
}

// listed is a package as go list describes it.
type listed struct {
	ImportPath, Dir, Name, Export string
	Standard, DepOnly             bool
	GoFiles, Imports              []string
	ImportMap                     map[string]string
	Module                        *struct{ Path, GoVersion string }
}

// list gives packages and all that they import, dependencies first.
func list(t *testing.T, dir string, patterns ...string) (order []*listed, pkgs map[string]*listed) {
	t.Helper()
	args := append([]string{"list", "-deps", "-export", "-json=ImportPath,Dir,Name,Export,Standard,DepOnly,GoFiles,Imports,ImportMap,Module"}, patterns...)
	stdout, stderr, code := run(t, dir, nil, "go", args...)
	if code != 0 {
		t.Fatalf("go list: %s", stderr)
	}
	pkgs = map[string]*listed{}
	for dec := json.NewDecoder(strings.NewReader(stdout)); dec.More(); {
		p := new(listed)
		if err := dec.Decode(p); err != nil {
			t.Fatal(err)
		}
		order, pkgs[p.ImportPath] = append(order, p), p
	}
	return order, pkgs
}

// runUnit runs the tool on one package and returns its facts and findings,
// with the places of the real files.
func runUnit(t *testing.T, p *listed, pkgs map[string]*listed, facts map[string][]byte) ([]byte, []finding) {
	t.Helper()
	dir := t.TempDir()
	cfg := unitchecker.Config{
		ID: p.ImportPath, Compiler: "gc", Dir: dir, ImportPath: p.ImportPath, ModulePath: p.Module.Path, GoVersion: "go" + p.Module.GoVersion,
		ImportMap: map[string]string{}, PackageFile: map[string]string{}, Standard: map[string]bool{}, PackageVetx: map[string]string{},
		VetxOutput: filepath.Join(dir, "facts.out"),
	}
	for _, name := range p.GoFiles {
		cfg.GoFiles = append(cfg.GoFiles, place(t, filepath.Join(p.Dir, name), filepath.Join(dir, name)))
	}
	for i, path := range p.Imports {
		if real, ok := p.ImportMap[path]; ok {
			cfg.ImportMap[path] = real
			path = real
		}
		cfg.ImportMap[path] = path
		dep := pkgs[path]
		if dep == nil || path == "unsafe" {
			continue
		}
		cfg.Standard[path] = dep.Standard
		cfg.PackageFile[path] = place(t, dep.Export, filepath.Join(dir, fmt.Sprintf("import%d.a", i)))
		if data, ok := facts[path]; ok {
			cfg.PackageVetx[path] = write(t, dir, fmt.Sprintf("import%d.facts", i), string(data))
		}
	}
	text, err := json.Marshal(cfg)
	if err != nil {
		t.Fatal(err)
	}
	stdout, stderr, code := run(t, t.TempDir(), nil, tool, "-json", write(t, dir, "unit.cfg", string(text)))
	if code != 0 {
		t.Fatalf("%s: exit code %d\n%s", p.ImportPath, code, stderr)
	}
	found, err := decode(strings.ReplaceAll(stdout, dir+string(filepath.Separator), p.Dir+string(filepath.Separator)))
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(cfg.VetxOutput)
	if err != nil {
		t.Fatal(err)
	}
	return data, found
}

func place(t *testing.T, from, to string) string {
	t.Helper()
	b, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, b, 0o666); err != nil {
		t.Fatal(err)
	}
	return to
}

// TestGeneratedDrivers compares the findings in generated programs, in this
// process and under go vet.
func TestGeneratedDrivers(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs programs")
	}
	dir := t.TempDir()
	lab, err := leaktest.NewLab(dir, "")
	if err != nil {
		t.Fatal(err)
	}
	var programs []*leaktest.Program
	for n := range 100 {
		programs = append(programs, leaktest.Generate(leaktest.Options{}, 7, uint64(n)))
	}
	verdicts, err := lab.Judge(programs)
	if err != nil {
		t.Fatal(err)
	}
	var loaded, vetted []string
	for _, v := range verdicts {
		for _, f := range v.Findings {
			loaded = append(loaded, f.Line+" "+f.Message)
		}
	}
	// The others are not compared with what the programs print.
	for _, f := range vet(t, dir, "-piilog", "-piierror", "./...") {
		file, rest, _ := strings.Cut(filepath.Base(f.Posn), ":")
		line, _, _ := strings.Cut(rest, ":")
		vetted = append(vetted, file+":"+line+" "+f.Message)
	}
	slices.Sort(loaded)
	slices.Sort(vetted)
	if len(loaded) < 100 {
		t.Errorf("only %d findings", len(loaded))
	}
	compare(t, "in one process", loaded, "go vet", vetted)
}
