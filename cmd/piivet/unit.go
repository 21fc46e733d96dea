package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/piivet/piivet/analyzers"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint"
)

// runUnit analyses one package for go vet and exits.
func runUnit() {
	collectLate()
	cfg := os.Args[len(os.Args)-1]
	if answerStandard(cfg) {
		return
	}
	p, err := environmentPolicy()
	if err != nil && asksFlags() {
		p, err = policy.Default(), nil // -V=full says what is wrong
	}
	if err != nil {
		fail(err)
	}
	if answerClosed(cfg, p) {
		return
	}
	flag.Bool(detailsFlag, false, "add to each finding what the command's reports say of it, as a related location")
	flag.Bool(piitagFlag, false, "let fixes import package piitag")
	flag.Bool(againFlag, false, "do the same under another key of the go command's cache")
	all, err := analyzers.New(p, analyzers.Options{
		Observe: observers(statsFlags(), announceSources), Details: wantsFlag(detailsFlag), Piitag: wantsFlag(piitagFlag),
	})
	if err != nil {
		fail(err)
	}
	if wantsFlag(detailsFlag) {
		if err := judge(cfg, all); err != nil {
			fail(err)
		}
	}
	unitchecker.Main(all...)
}

// asksFlags reports whether the go command only asks for the flags.
func asksFlags() bool { return strings.HasSuffix(os.Args[len(os.Args)-1], "-flags") }

func fail(err error) {
	fmt.Fprintln(os.Stderr, "piivet:", err)
	os.Exit(exitUsage)
}

// unit is what a unit's configuration says of the package itself.
type unit struct {
	ImportPath string
	ModulePath string
	GoFiles    []string
	VetxOnly   bool
	VetxOutput string
}

// name tells the variants of a package apart: the one that has its test files
// is called PACKAGE+test. The go command gives both the same name.
func (u unit) name() string {
	if slices.ContainsFunc(u.GoFiles, func(f string) bool { return strings.HasSuffix(f, "_test.go") }) {
		return u.ImportPath + withTests
	}
	return u.ImportPath
}

const withTests = "+test"

// answerStandard answers for a package of the standard library, which the
// models describe, with empty facts, so that it is not even type-checked.
func answerStandard(cfg string) bool {
	return answer(cfg, func(u unit) bool { return taint.Standard(u.ImportPath, u.ModulePath, model.Builtin()) })
}

// answerClosed does the same for a package that a table closes. Such packages
// are large.
func answerClosed(cfg string, p *policy.Policy) bool {
	return answer(cfg, func(u unit) bool { return taint.Closed(u.ImportPath, p) })
}

// answer writes empty facts for a unit that is a dependency and fits.
func answer(cfg string, fits func(unit) bool) bool {
	data, err := os.ReadFile(cfg)
	if err != nil {
		return false
	}
	var u unit
	if json.Unmarshal(data, &u) != nil || !u.VetxOnly || u.VetxOutput == "" || !fits(u) {
		return false
	}
	return os.WriteFile(u.VetxOutput, nil, 0o666) == nil
}

// judge makes a unit tell its name, and the unit of a dependency its findings
// as well. The go command (1.26) keeps one entry for a package, whether its
// findings were wanted or only its facts: a package that was once analysed as a
// dependency would print nothing when it is asked for later. The command sorts
// out what it was not asked for.
func judge(cfg string, all []*analysis.Analyzer) error {
	data, err := os.ReadFile(cfg)
	if err != nil {
		return nil // no unit, or the unit checker says what is wrong
	}
	var c map[string]json.RawMessage
	var u unit
	if json.Unmarshal(data, &c) != nil || json.Unmarshal(data, &u) != nil {
		return nil
	}
	// The unit checker redirects standard output before analyzers run.
	announce := sync.OnceFunc(func() { fmt.Fprintf(os.Stdout, "%s%s\n", unitPrefix, u.name()) })
	for _, a := range all {
		run := a.Run
		a.Run = func(pass *analysis.Pass) (any, error) {
			announce()
			return run(pass)
		}
	}
	if !u.VetxOnly {
		return nil
	}
	c["VetxOnly"] = json.RawMessage("false")
	if data, err = json.Marshal(c); err != nil {
		return err
	}
	return os.WriteFile(cfg, data, 0o666)
}
