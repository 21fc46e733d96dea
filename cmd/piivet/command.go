package main

import (
	"encoding/json"
	"errors"
	"flag"
	"path/filepath"
	"runtime/debug"
	"slices"

	"github.com/piivet/piivet/analyzers"
	"github.com/piivet/piivet/docs"
	"github.com/piivet/piivet/internal/finding"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/report"
)

// check is the command without a name: it analyses packages and reports.
func check(args []string) (int, error) {
	o := &options{}
	fs := flagSet("piivet", usage)
	o.flags(fs)
	o.outputFlags(fs)
	g := &gates{}
	g.flags(fs)
	if err := o.ready(fs, g, args); err != nil {
		return 0, err
	}
	switch {
	case o.raw:
		return o.demandTags(checkRaw(o))
	case o.diff:
		return o.demandTags(showDiff(o))
	case o.fix:
		if err := fixAll(o); err != nil {
			return 0, err
		}
	}
	out, err := open(o, func() []string { return append(g.notes(), o.blind()...) })
	if err != nil {
		return 0, err
	}
	err = findings(o, func(fs []*finding.Finding) error { return out.add(g.pass(fs)) })
	if err = errors.Join(err, out.close()); err != nil {
		return 0, err
	}
	return o.demandTags(g.exit(), nil)
}

// ready reads the flags, and what they name.
func (o *options) ready(fs *flag.FlagSet, g *gates, args []string) error {
	if err := o.parse(fs, args); err != nil {
		return err
	}
	return errors.Join(o.checkOutputs(), g.open(o))
}

// findings runs the analysis and gives the findings, package by package.
func findings(o *options, each func([]*finding.Finding) error) error {
	return collect(o, func(handle unitHandler) error { return analyse(o, handle) }, each)
}

// collect gives the findings of units, package by package. A package that fails
// does not keep those of the others away.
func collect(o *options, units func(unitHandler) error, each func([]*finding.Finding) error) error {
	c := &converter{base: o.base, dirs: &packageDirs{o: o}}
	bar := startProgress(o.quiet)
	var failed []error
	err := units(func(id string, byAnalyzer map[string]json.RawMessage) error {
		fs, err := c.unit(id, byAnalyzer)
		if err != nil {
			failed = append(failed, err)
		}
		if !o.tests {
			fs = slices.DeleteFunc(fs, isTest)
		}
		bar.hide()
		bar.add(len(fs))
		return each(fs)
	})
	bar.stop()
	return errors.Join(append(failed, err)...)
}

func isTest(f *finding.Finding) bool {
	ok, _ := filepath.Match("*_test.go", filepath.Base(f.Span.Start.Path))
	return ok
}

// repository is the root of the repository around a directory, or the directory
// itself.
func repository(dir string) string {
	for at := dir; ; at = filepath.Dir(at) {
		if exists(filepath.Join(at, ".git")) {
			return at
		}
		if at == filepath.Dir(at) {
			return dir
		}
	}
}

// version is the version of the module that this program was built from.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

func rules() []report.Rule {
	all, err := analyzers.All(policy.Default())
	if err != nil {
		panic(err) // the default policy has no models that could be wrong
	}
	var out []report.Rule
	for _, a := range all {
		page, _ := docs.Page(a.Name)
		out = append(out, report.Rule{Name: a.Name, Doc: a.Doc, URL: a.URL, Help: docs.Absolute(page)})
	}
	return out
}
