package piitag

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/piivet/piivet/analyzers/internal/findings"
	"github.com/piivet/piivet/analyzers/internal/shared"
	"github.com/piivet/piivet/internal/finding"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint"
)

// Name is the analyzer's name: its flag, its category, its documentation page.
const Name = "piitag"

// Analyzer is the analyzer for drivers that want a variable of each package, as
// nogo does. The flag policy of the engine, piitaint, which all of them share,
// holds their policy.
var Analyzer = New(shared.Engine)

// The categories of findings that are not about the text of a tag or directive.
const (
	redactCategory     = Name + "/redact"
	verifyCategory     = Name + "/verify"
	launderingCategory = Name + "/laundering"
)

// New returns the analyzer on top of an engine.
func New(engine *analysis.Analyzer) *analysis.Analyzer { return NewWith(engine, findings.Options{}) }

// NewWith is New with a say in how findings are reported.
func NewWith(engine *analysis.Analyzer, o findings.Options) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:     Name,
		Doc:      doc,
		URL:      "https://github.com/piivet/piivet/blob/main/docs/piitag.md",
		Requires: []*analysis.Analyzer{engine},
		Run: func(pass *analysis.Pass) (any, error) {
			r := pass.ResultOf[engine].(*taint.Result)
			if r.Policy.ExcludesPackage(pass.Pkg.Path()) {
				return nil, nil
			}
			c := &checker{pass: pass, r: r, pol: r.Policy, o: o}
			c.run()
			return nil, c.err
		},
	}
}

// checker looks at one package.
type checker struct {
	pass *analysis.Pass
	r    *taint.Result
	pol  *policy.Policy
	o    findings.Options
	err  error
}

func (c *checker) run() {
	for _, f := range c.pass.Files {
		c.structs(f)
		c.directives(f)
	}
	c.claims()
	c.laundering()
	c.unusedComments()
}

// problem is a finding that has no way of data.
type problem struct {
	pos, end token.Pos
	category string // empty: that of the analyzer
	message  string
	help     string // what to do, where no fix says so
	fixes    []analysis.SuggestedFix
}

// report reports a problem, unless a comment or the policy accepts it.
func (c *checker) report(p problem) {
	if c.accepted(p.category, p.pos, p.end) {
		return
	}
	d := analysis.Diagnostic{Pos: p.pos, End: p.end, Category: p.category, Message: p.message, SuggestedFixes: p.fixes}
	if d.Category == "" {
		d.Category = Name
	}
	c.send(d, &finding.Detail{Kind: taint.KindTag, Package: c.pass.Pkg.Path(), Help: p.help})
}

func (c *checker) send(d analysis.Diagnostic, det *finding.Detail) {
	if err := c.o.Send(c.pass, d, det); err != nil && c.err == nil {
		c.err = err
	}
}

func (c *checker) accepted(category string, pos, end token.Pos) bool {
	return category != "" && !c.pol.On(category) || findings.Excluded(c.pass, c.r, pos) || c.r.Accepted(taint.KindTag, pos, end)
}

// unusedComments reports //nolint comments for this analyzer that do nothing.
func (c *checker) unusedComments() {
	for _, a := range c.r.Allows {
		if a.Unused(taint.KindTag) && !findings.Excluded(c.pass, c.r, a.Pos) {
			c.send(analysis.Diagnostic{
				Pos: a.Pos, End: a.End, Category: Name, Message: a.Name(taint.KindTag) + " suppresses nothing here",
			}, &finding.Detail{Kind: taint.KindTag, Package: c.pass.Pkg.Path()})
		}
	}
}

// file is the file around a position, or nil.
func (c *checker) file(pos token.Pos) *ast.File {
	for _, f := range c.pass.Files {
		if f.FileStart <= pos && pos < f.FileEnd {
			return f
		}
	}
	return nil
}
