package findings

import (
	"go/ast"

	"golang.org/x/tools/go/analysis"

	"github.com/piivet/piivet/internal/finding"
	"github.com/piivet/piivet/internal/taint"
	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/piitag"
)

// Send reports a diagnostic, with its detail where the driver wants that.
func (o Options) Send(pass *analysis.Pass, d analysis.Diagnostic, det *finding.Detail) error {
	if o.NoSteps {
		d.Related = nil
	}
	return o.send(pass, d, det)
}

// Related is the way of a flow's data as related locations, the sink last.
func Related(r *taint.Result, fl *taint.Flow, srcs []taint.FlowSource) []analysis.RelatedInformation {
	return related(r, fl, srcs, nil)
}

// DetailOf says of a flow what a diagnostic can't.
func DetailOf(pass *analysis.Pass, fl *taint.Flow, srcs []taint.FlowSource) *finding.Detail {
	return detail(pass, fl, srcs)
}

// send is Send without a look at what related locations say.
func (o Options) send(pass *analysis.Pass, d analysis.Diagnostic, det *finding.Detail) error {
	if o.Details {
		text, err := det.Encode()
		if err != nil {
			return err
		}
		d.Related = append(d.Related, analysis.RelatedInformation{Pos: d.Pos, End: d.Pos, Message: text})
	}
	pass.Report(d)
	return nil
}

// detail says of a finding what a diagnostic can't.
func detail(pass *analysis.Pass, fl *taint.Flow, srcs []taint.FlowSource) *finding.Detail {
	d := &finding.Detail{
		Kind: fl.Kind, Sink: fl.Sink, Package: pass.Pkg.Path(), Func: fl.Func, FuncLine: funcLine(pass, fl),
		Arrival: finding.Step{Text: arrival(fl), Place: place(fl.Place)},
	}
	for _, s := range srcs {
		src := finding.Source{Class: s.Class, Level: level(s.Level), Name: s.Name(), Tag: place(s.Place)}
		for _, st := range s.Steps {
			if st.Place.Line > 0 {
				src.Steps = append(src.Steps, finding.Step{Text: st.Text, Place: place(st.Place)})
			}
		}
		d.Sources = append(d.Sources, src)
	}
	return d
}

// places are the stations beside the way of the data.
func places(more []Station) []finding.Step {
	var out []finding.Step
	for _, st := range more {
		out = append(out, finding.Step{Text: st.Text, Place: place(st.Place)})
	}
	return out
}

// level takes what has no level for the highest, as policies do.
func level(l piitag.Level) piitag.Level {
	if l < piitag.Low || l > piitag.High {
		return piitag.High
	}
	return l
}

func place(p value.Place) finding.Place {
	return finding.Place{Package: p.Pkg, File: p.File, Line: p.Line, Col: p.Col}
}

// funcLine is the first line of the declaration around a flow.
func funcLine(pass *analysis.Pass, fl *taint.Flow) int {
	for _, f := range pass.Files {
		if fl.Pos < f.FileStart || fl.Pos >= f.FileEnd {
			continue
		}
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Pos() <= fl.Pos && fl.Pos < fn.End() {
				return pass.Fset.Position(fn.Pos()).Line
			}
		}
	}
	return 0
}
