// Package findings turns the engine's flows into diagnostics. It is what the
// analyzers share: each of them picks the flows of its kind, and all of them
// word and place what they find in one way.
package findings

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"path"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/piivet/piivet/internal/directive"
	"github.com/piivet/piivet/internal/finding"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint"
	"github.com/piivet/piivet/internal/taint/value"
)

// Options says how findings are reported.
type Options struct {
	// Details adds to each diagnostic a related location that holds a
	// finding.Detail, for the command.
	Details bool
	// NoSteps leaves out the way of the data, for drivers that make findings of
	// related locations.
	NoSteps bool
	// Piitag says that package piitag can be imported, also where nothing does so
	// yet.
	Piitag bool
	// Category is what findings are, where that is not the analyzer's name.
	Category string
}

// Report reports flows as the drivers of other tools want them.
func Report(pass *analysis.Pass, r *taint.Result, kind string) {
	// Without details there is nothing that could fail.
	_ = Options{}.Report(pass, r, kind)
}

// Report reports every flow of a kind that the policy does not allow: one
// diagnostic a call, naming all sources that reach it.
func (o Options) Report(pass *analysis.Pass, r *taint.Result, kind string) error {
	return o.ReportIf(pass, r, kind, func(policy.Demand) bool { return true })
}

// ReportIf is Report for those sources alone of which the policy demands
// something that applies.
func (o Options) ReportIf(pass *analysis.Pass, r *taint.Result, kind string, applies func(policy.Demand) bool) error {
	if r.Policy.ExcludesPackage(pass.Pkg.Path()) {
		return nil
	}
	for _, fl := range r.Flows {
		if fl.Kind != kind {
			continue
		}
		srcs := slices.DeleteFunc(Unreported(r.Policy, fl), func(s taint.FlowSource) bool { return !applies(r.Policy.Demand(kind, s.Level)) })
		// A directive stays used where the policy asks for nothing.
		if len(srcs) == 0 || r.Allowed(kind, fl) || Excluded(pass, r, fl.Pos) {
			continue
		}
		srcs = slices.DeleteFunc(srcs, func(s taint.FlowSource) bool {
			d := r.Policy.Demand(kind, s.Level)
			return d == policy.Allow || agreed(d, s)
		})
		if len(srcs) == 0 {
			continue
		}
		sortSources(srcs)
		if err := o.Finding(pass, r, fl, srcs, Message(r.Policy, fl, srcs), nil); err != nil {
			return err
		}
	}
	for _, a := range r.Allows {
		if a.Unused(kind) && !Excluded(pass, r, a.Pos) {
			d := analysis.Diagnostic{
				Pos: a.Pos, End: a.End, Category: pass.Analyzer.Name,
				Message: a.Name(kind) + " suppresses nothing here",
			}
			if err := o.send(pass, d, &finding.Detail{Kind: kind, Package: pass.Pkg.Path()}); err != nil {
				return err
			}
		}
	}
	return nil
}

// Finding reports one flow in the words of an analyzer. more comes behind the
// way of the data.
func (o Options) Finding(pass *analysis.Pass, r *taint.Result, fl *taint.Flow, srcs []taint.FlowSource, message string, more []Station) error {
	w := Wording{Message: message, Category: cmp.Or(o.Category, pass.Analyzer.Name), Demand: r.Policy.Demand(fl.Kind, srcs[0].Level).String()}
	return o.Worded(pass, r, fl, srcs, w, more)
}

// Wording is what an analyzer says of a flow by itself.
type Wording struct {
	Message  string
	Category string // an analyzer's name, or one of its categories
	Demand   string // what would be enough, as finding.Detail has it
}

// Worded is Finding for an analyzer with more than one kind of finding.
func (o Options) Worded(pass *analysis.Pass, r *taint.Result, fl *taint.Flow, srcs []taint.FlowSource, w Wording, more []Station) error {
	d := analysis.Diagnostic{
		Pos: fl.Pos, End: fl.End, Category: w.Category,
		Message: w.Message, Related: related(r, fl, srcs, more),
	}
	if fl.Kind != directive.KindOutbound { // masked data is of no use to who needs it
		d.SuggestedFixes = o.fixes(pass, r, fl, srcs)
	}
	if o.NoSteps {
		d.Related = nil
	}
	det := detail(pass, fl, srcs)
	det.Demand = w.Demand
	det.Also = places(more)
	return o.send(pass, d, det)
}

// Unreported lists the sources of a flow that were not reported before.
func Unreported(p *policy.Policy, fl *taint.Flow) []taint.FlowSource {
	return slices.DeleteFunc(slices.Clone(fl.Sources), func(s taint.FlowSource) bool { return s.Reported && errorsReported(p, s) })
}

// Excluded reports whether the policy wants no findings in the file at pos.
func Excluded(pass *analysis.Pass, r *taint.Result, pos token.Pos) bool {
	return ExcludedFile(pass, r, pos) || pos.IsValid() && r.Policy.ExcludesGenerated() && generated(pass, pos)
}

// ExcludedFile reports whether the policy names the file at pos.
func ExcludedFile(pass *analysis.Pass, r *taint.Result, pos token.Pos) bool {
	tf := pass.Fset.File(pos)
	return tf != nil && r.Policy.ExcludesFile(tf.Name())
}

// generated reports whether the file at pos says that a program wrote it.
func generated(pass *analysis.Pass, pos token.Pos) bool {
	return slices.ContainsFunc(pass.Files, func(f *ast.File) bool {
		return f.FileStart <= pos && pos < f.FileEnd && ast.IsGenerated(f)
	})
}

// errorsReported says whether data in an error was reported where the error
// was built: not so where the policy lets errors carry it.
func errorsReported(p *policy.Policy, s taint.FlowSource) bool {
	return p.On("piierror") && p.Demand("error", s.Level) != policy.Allow
}

// sortSources puts fields in the order in which they are declared, and their
// types in the order in which they are met.
func sortSources(srcs []taint.FlowSource) {
	first := map[string]int{}
	for _, s := range srcs {
		if _, ok := first[s.Owner]; !ok {
			first[s.Owner] = len(first)
		}
	}
	slices.SortStableFunc(srcs, func(a, b taint.FlowSource) int {
		if a.Owner != b.Owner {
			return first[a.Owner] - first[b.Owner]
		}
		return a.Order - b.Order
	})
}

// Message words a finding: source and sink by their names in the code.
func Message(p *policy.Policy, fl *taint.Flow, srcs []taint.FlowSource) string {
	verb := "reaches"
	if len(srcs) > 1 {
		verb = "reach"
	}
	return fmt.Sprintf("%s %s %s %s", Names(srcs), verb, fl.Sink, missing(p, fl.Kind, srcs))
}

// Names lists sources by class and field, in the order of their declaration.
func Names(srcs []taint.FlowSource) string {
	sortSources(srcs)
	names := make([]string, len(srcs))
	for i, s := range srcs {
		names[i] = s.Class + " from " + s.Name()
	}
	return enumerate(names)
}

func enumerate(names []string) string {
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return names[0]
}

// Station is a place that belongs to a finding, and what happens there.
type Station struct {
	Text  string
	Place value.Place
}

// At are stations of which the same is to be said.
func At(text string, places ...value.Place) (out []Station) {
	for _, p := range places {
		out = append(out, Station{text, p})
	}
	return out
}

// related turns the ways of the sources into related locations, behind them the sink and
// what else belongs to the finding. A place in another package has no position here: it
// stands in the text.
func related(r *taint.Result, fl *taint.Flow, srcs []taint.FlowSource, more []Station) []analysis.RelatedInformation {
	t := trail{r: r, at: fl.Pos, seen: map[string]bool{}}
	for _, s := range srcs {
		for _, st := range s.Steps {
			t.add(st.Text, st.Place)
		}
	}
	t.add(arrival(fl), fl.Place)
	for _, st := range more {
		t.add(st.Text, st.Place)
	}
	return t.out
}

// trail collects places, each once.
type trail struct {
	r    *taint.Result
	at   token.Pos // the finding, for places in other packages
	seen map[string]bool
	out  []analysis.RelatedInformation
}

func (t *trail) add(text string, p value.Place) {
	pos := t.r.Position(p)
	if !pos.IsValid() {
		if p.Line == 0 {
			return
		}
		pos = t.at
		text = fmt.Sprintf("%s (%s:%d:%d)", text, path.Join(p.Pkg, p.File), p.Line, p.Col)
	}
	if key := fmt.Sprint(pos, text); !t.seen[key] {
		t.seen[key] = true
		t.out = append(t.out, analysis.RelatedInformation{Pos: pos, End: pos, Message: text})
	}
}

// arrival words the last step of a flow.
func arrival(fl *taint.Flow) string {
	switch fl.Kind {
	case "log":
		return "logged by " + fl.Sink
	case "error":
		return "put into an error by " + fl.Sink
	case taint.KindTag:
		return "stored in " + fl.Sink
	}
	return "handed to " + fl.Sink
}
