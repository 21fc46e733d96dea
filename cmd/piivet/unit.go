package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"

	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/piivet/piivet/analyzers"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint"
)

// runUnit analyses one package for go vet and exits.
func runUnit() {
	collectLate()
	if answerStandard(os.Args[len(os.Args)-1]) {
		return
	}
	p, err := environmentPolicy()
	if err != nil && asksFlags() {
		p, err = policy.Default(), nil // -V=full says what is wrong
	}
	if err != nil {
		fail(err)
	}
	var observe func(string, *taint.Stats)
	if flag.Bool(statsFlag, false, "print what the analysis of each package took, and the bounds that it reached"); wantsStats(os.Args) {
		observe = printStats
	}
	all, err := analyzers.AllObserved(p, observe)
	if err != nil {
		fail(err)
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
	VetxOnly   bool
	VetxOutput string
}

// answerStandard answers for a package of the standard library, which the
// models describe, with empty facts, so that it is not even type-checked.
func answerStandard(cfg string) bool {
	data, err := os.ReadFile(cfg)
	if err != nil {
		return false
	}
	var u unit
	if json.Unmarshal(data, &u) != nil || !u.VetxOnly || u.VetxOutput == "" {
		return false
	}
	if !taint.Standard(u.ImportPath, u.ModulePath, model.Builtin()) {
		return false
	}
	return os.WriteFile(u.VetxOutput, nil, 0o666) == nil
}
