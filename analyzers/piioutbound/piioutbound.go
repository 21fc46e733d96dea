package piioutbound

import (
	"golang.org/x/tools/go/analysis"

	"github.com/piivet/piivet/analyzers/internal/findings"
	"github.com/piivet/piivet/analyzers/internal/shared"
	"github.com/piivet/piivet/internal/directive"
	"github.com/piivet/piivet/internal/outbound"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint"
)

// Name is the analyzer's name: its flag, its category, its documentation page.
const Name = "piioutbound"

// Channel is the category of findings about data that may go to the recipient,
// but not in this way.
const Channel = Name + "/channel"

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
		URL:      "https://github.com/piivet/piivet/blob/main/docs/piioutbound.md",
		Requires: []*analysis.Analyzer{engine},
		Run: func(pass *analysis.Pass) (any, error) {
			return nil, report(pass, pass.ResultOf[engine].(*taint.Result), o)
		},
	}
}

func report(pass *analysis.Pass, r *taint.Result, o findings.Options) error {
	if r.Policy.ExcludesPackage(pass.Pkg.Path()) {
		return nil
	}
	for _, fl := range r.Flows {
		if fl.Kind != directive.KindOutbound {
			continue
		}
		srcs := findings.Unreported(r.Policy, fl)
		if len(srcs) == 0 || r.Allowed(fl.Kind, fl) || findings.Excluded(pass, r, fl.Pos) {
			continue
		}
		for _, f := range outbound.Judge(r.Policy, fl, srcs) {
			if err := send(pass, r, o, f); err != nil {
				return err
			}
		}
	}
	// What is left are directives that nothing needs.
	return o.ReportIf(pass, r, directive.KindOutbound, func(policy.Demand) bool { return false })
}

func send(pass *analysis.Pass, r *taint.Result, o findings.Options, f *outbound.Finding) error {
	names := findings.Names(f.Sources)
	w := findings.Wording{Message: f.Message(r.Policy, names), Category: Name, Demand: f.Demand.String()}
	if f.Channel {
		w.Category, w.Demand = Channel, "channel"
	}
	return o.Worded(pass, r, f.Flow, f.Sources, w, nil)
}
