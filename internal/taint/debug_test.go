package taint

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/policy"
)

func TestDebug(t *testing.T) {
	pats := os.Getenv("PIIDEBUG")
	if pats == "" {
		t.Skip()
	}
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax, Dir: os.Getenv("PIIDIR")}, strings.Fields(pats)...)
	if err != nil {
		t.Fatal(err)
	}
	a := New(Options{Policy: policy.Default(), Models: model.Builtin(), Standard: os.Getenv("PIISTD") != ""})
	run := a.Run
	a.Run = func(pass *analysis.Pass) (any, error) {
		t0 := time.Now()
		r, err := run(pass)
		if d := time.Since(t0); d > 200*time.Millisecond {
			fmt.Printf("%-40s %8s %+v\n", pass.Pkg.Path(), d.Round(time.Millisecond), r.(*Result).Stats)
		}
		return r, err
	}
	g, err := checker.Analyze([]*analysis.Analyzer{a}, pkgs, &checker.Options{Sequential: true})
	if err != nil {
		t.Fatal(err)
	}
	for act := range g.All() {
		if act.Err != nil {
			fmt.Println(act, act.Err)
		}
	}
}
