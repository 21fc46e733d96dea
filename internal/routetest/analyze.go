package routetest

import (
	"fmt"
	"os"
	"regexp"
	"strings"

	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/piivet/piivet/analyzers"
	"github.com/piivet/piivet/internal/policy"
)

// Finding is one diagnostic of piihandler.
type Finding struct {
	File    string
	Line    int
	Message string
}

func (f Finding) String() string { return fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.Message) }

// Analyze returns the findings of packages in the module, which are named by
// patterns.
func (l *Lab) Analyze(patterns ...string) ([]Finding, error) {
	all, err := analyzers.All(policy.Default())
	if err != nil {
		return nil, err
	}
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.LoadAllSyntax | packages.NeedModule, Dir: l.dir, Env: append(os.Environ(), "GOWORK=off"),
	}, patterns...)
	if err != nil {
		return nil, err
	}
	for _, p := range pkgs {
		for _, e := range p.Errors {
			return nil, e
		}
	}
	g, err := checker.Analyze(all, pkgs, nil)
	if err != nil {
		return nil, err
	}
	var out []Finding
	for _, act := range g.Roots {
		if act.Err != nil {
			return nil, fmt.Errorf("%s: %w", act.Package.PkgPath, act.Err)
		}
		if act.Analyzer.Name != "piihandler" {
			continue
		}
		for _, d := range act.Diagnostics {
			posn := act.Package.Fset.Position(d.Pos)
			out = append(out, Finding{posn.Filename, posn.Line, d.Message})
		}
	}
	return out, nil
}

var handlerName = regexp.MustCompile(`\bS\d+h\d+\b`)

// handlerOf is the generated handler that a finding is about.
func handlerOf(f Finding, lines []string) string {
	if name := handlerName.FindString(f.Message); name != "" {
		return name
	}
	if f.Line <= len(lines) {
		return handlerName.FindString(lines[f.Line-1])
	}
	return ""
}

// lines reads a file.
func lines(file string) ([]string, error) {
	b, err := os.ReadFile(file)
	return strings.Split(string(b), "\n"), err
}
