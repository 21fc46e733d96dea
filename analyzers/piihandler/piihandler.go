package piihandler

import (
	"golang.org/x/tools/go/analysis"

	"github.com/piivet/piivet/analyzers/internal/findings"
	"github.com/piivet/piivet/analyzers/internal/shared"
	"github.com/piivet/piivet/internal/directive"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint"
	"github.com/piivet/piivet/internal/verify"
)

// Name is the analyzer's name: its flag, its category, its documentation page.
const Name = "piihandler"

// Analyzer is the analyzer for drivers that want a variable of each package, as
// nogo does. The flag policy of the engine, piitaint, which all of them share,
// holds their policy.
var Analyzer = New(shared.Engine)

// New returns the analyzer on top of an engine.
func New(engine *analysis.Analyzer) *analysis.Analyzer { return NewWith(engine, findings.Options{}) }

// NewWith is New with a say in how findings are reported.
func NewWith(engine *analysis.Analyzer, o findings.Options) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:     Name,
		Doc:      doc,
		URL:      "https://github.com/piivet/piivet/blob/main/docs/piihandler.md",
		Requires: []*analysis.Analyzer{engine},
		Run: func(pass *analysis.Pass) (any, error) {
			return nil, report(pass, pass.ResultOf[engine].(*taint.Result), o)
		},
	}
}

func report(pass *analysis.Pass, r *taint.Result, o findings.Options) error {
	for _, f := range verify.Judge(r) {
		if r.Policy.ExcludesPackage(pass.Pkg.Path()) || excluded(pass, r, &f) {
			continue
		}
		names := findings.Names(f.Sources)
		if err := o.Finding(pass, r, &f.Flow, f.Sources, f.Message(names), findings.At("registered without verification", f.Routes(r)...)); err != nil {
			return err
		}
	}
	if err := reportSubjects(pass, r, o); err != nil {
		return err
	}
	// What verification does not help with is like any other way out.
	return o.ReportIf(pass, r, directive.KindResponse, func(d policy.Demand) bool { return !d.Has(policy.Verify) })
}

// excluded reports whether the policy wants no findings where one stands. Of a handler
// that somebody wrote in another package, what a generated file puts together is only
// the place.
func excluded(pass *analysis.Pass, r *taint.Result, f *verify.Finding) bool {
	if f.Apart {
		return findings.ExcludedFile(pass, r, f.Pos)
	}
	return findings.Excluded(pass, r, f.Pos)
}

// Subject is the category of records that the request named, and nobody compared
// with who calls.
const Subject = Name + "/subject"

func reportSubjects(pass *analysis.Pass, r *taint.Result, o findings.Options) error {
	o.Category = Subject
	for _, f := range verify.JudgeSubjects(r) {
		if r.Policy.ExcludesPackage(pass.Pkg.Path()) || findings.Excluded(pass, r, f.Pos) {
			continue
		}
		if err := o.Finding(pass, r, &f.Flow, f.Sources, f.Message(findings.Names(f.Sources)), findings.At("looked up by what the request names", f.Lookup)); err != nil {
			return err
		}
	}
	return nil
}
