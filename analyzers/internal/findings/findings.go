// Package findings turns the engine's flows into diagnostics. It is what the
// analyzers share: each of them picks the flows of its kind, and all of them
// word and place what they find in one way.
package findings

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint"
	"github.com/piivet/piivet/internal/taint/value"
)

// Report reports every flow of a kind that the policy does not allow: one
// diagnostic a call, naming all sources that reach it.
func Report(pass *analysis.Pass, r *taint.Result, kind string) {
	for _, fl := range r.Flows {
		if fl.Kind != kind {
			continue
		}
		srcs := slices.DeleteFunc(slices.Clone(fl.Sources), func(s taint.FlowSource) bool {
			return s.Reported && errorsReported(r.Policy, s) || r.Policy.Demand(kind, s.Level) == policy.Allow
		})
		if len(srcs) == 0 || r.Allowed(kind, fl) {
			continue
		}
		sortSources(srcs)
		pass.Report(analysis.Diagnostic{
			Pos: fl.Pos, End: fl.End, Category: pass.Analyzer.Name,
			Message: Message(fl, srcs), Related: related(pass, r, srcs),
		})
	}
	for _, a := range r.Allows {
		if a.Unused(kind) {
			pass.Report(analysis.Diagnostic{
				Pos: a.Pos, End: a.End, Category: pass.Analyzer.Name,
				Message: "pii:allow " + kind + " suppresses nothing here",
			})
		}
	}
}

// errorsReported says whether data in an error was reported where the error
// was built: not so where the policy lets errors carry it.
func errorsReported(p *policy.Policy, s taint.FlowSource) bool {
	return p.Demand("error", s.Level) != policy.Allow
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
func Message(fl *taint.Flow, srcs []taint.FlowSource) string {
	names := make([]string, len(srcs))
	for i, s := range srcs {
		names[i] = s.Class + " from " + s.Name()
	}
	verb := "reaches"
	if len(names) > 1 {
		verb = "reach"
	}
	return fmt.Sprintf("%s %s %s without redaction", enumerate(names), verb, fl.Sink)
}

func enumerate(names []string) string {
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return names[0]
}

// related turns the steps of the sources into related locations.
func related(pass *analysis.Pass, r *taint.Result, srcs []taint.FlowSource) []analysis.RelatedInformation {
	var out []analysis.RelatedInformation
	seen := map[string]bool{}
	for _, s := range srcs {
		for _, st := range s.Steps {
			pos := r.Position(st.Place)
			key := fmt.Sprint(pos, st.Text)
			if !pos.IsValid() || seen[key] {
				continue
			}
			seen[key] = true
			out = append(out, analysis.RelatedInformation{Pos: pos, End: pos, Message: describe(st)})
		}
	}
	return out
}

func describe(s *value.Step) string { return s.Text }
