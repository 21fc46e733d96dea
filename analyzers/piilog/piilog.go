package piilog

import (
	"golang.org/x/tools/go/analysis"

	"github.com/piivet/piivet/analyzers/internal/findings"
	"github.com/piivet/piivet/analyzers/internal/shared"
	"github.com/piivet/piivet/internal/taint"
)

// Name is the analyzer's name: its flag, its category, its documentation page.
const Name = "piilog"

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
		URL:      "https://github.com/piivet/piivet/blob/main/docs/piilog.md",
		Requires: []*analysis.Analyzer{engine},
		Run: func(pass *analysis.Pass) (any, error) {
			return nil, o.Report(pass, pass.ResultOf[engine].(*taint.Result), "log")
		},
	}
}
