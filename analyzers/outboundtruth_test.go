package analyzers_test

import (
	"encoding/json"
	"go/ast"
	"go/token"
	"io"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/piivet/piivet/internal/policy"
)

// TestOutboundTruth runs a program that sends marked data to servers of its own,
// and compares what they received with the findings, function by function.
func TestOutboundTruth(t *testing.T) {
	dir := filepath.Join("..", "testdata", "outboundtruth")
	found := foundIn(t, dir, ".")
	cmd := exec.Command("go", "run", ".")
	cmd.Dir = dir
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, stderr.String())
	}
	ways := 0
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; ways++ {
		var got struct {
			Way     string
			Classes []string
		}
		if err := dec.Decode(&got); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		slices.Sort(got.Classes)
		if !slices.Equal(got.Classes, found[got.Way]) {
			t.Errorf("%s: the server received %v, the findings say %v", got.Way, got.Classes, found[got.Way])
		}
	}
	if ways < 30 {
		t.Errorf("only %d ways were tried", ways)
	}
}

var sourceOf = regexp.MustCompile(`(\w+) from Person\.\w+`)

// foundIn lists the classes that findings name, by function.
func foundIn(t *testing.T, dir, pattern string) map[string][]string {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax, Dir: dir}, pattern)
	if err != nil || packages.PrintErrors(pkgs) > 0 {
		t.Fatal("cannot load ", pattern, err)
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{outbound(t, policy.Default())}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][]string{}
	for _, root := range graph.Roots {
		if root.Err != nil {
			t.Fatal(root.Err)
		}
		for _, d := range root.Diagnostics {
			name := functionAt(pkgs[0].Syntax, d.Pos)
			for _, m := range sourceOf.FindAllStringSubmatch(d.Message, -1) {
				if !slices.Contains(found[name], m[1]) {
					found[name] = append(found[name], m[1])
				}
			}
		}
	}
	for _, classes := range found {
		slices.Sort(classes)
	}
	return found
}

func functionAt(files []*ast.File, pos token.Pos) string {
	for _, f := range files {
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Pos() <= pos && pos < fn.End() {
				return fn.Name.Name
			}
		}
	}
	return ""
}
