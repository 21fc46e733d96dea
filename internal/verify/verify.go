// Package verify judges disclosures: responses with personal data to callers
// who may not be verified. The engine says where they are, since whether a check
// stands before a write is a matter of the ways through a program; this package
// knows what the policy demands, and words what is found.
package verify

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/directive"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint"
	"github.com/piivet/piivet/internal/taint/value"
)

// Finding is one disclosure that the policy does not allow.
type Finding struct {
	*taint.Disclosure
	Sources []taint.FlowSource // those that may not be shown, in the order of their declaration
}

// Judge returns the disclosures of levels for which the policy demands that the
// caller is verified.
func Judge(r *taint.Result) []Finding {
	var out []Finding
	for _, d := range r.Disclosures {
		if srcs := withheld(r, &d.Flow); len(srcs) > 0 {
			out = append(out, Finding{d, srcs})
		}
	}
	return out
}

// withheld are the sources of a response that only verified callers may see;
// none where the response is allowed.
func withheld(r *taint.Result, fl *taint.Flow) []taint.FlowSource {
	srcs := slices.DeleteFunc(slices.Clone(fl.Sources), func(s taint.FlowSource) bool {
		return !r.Policy.Demand(directive.KindResponse, s.Level).Has(policy.Verify)
	})
	if len(srcs) == 0 || r.Allowed(directive.KindResponse, fl) {
		return nil
	}
	return srcs
}

// Message words the finding. names are its sources.
func (f Finding) Message(names string) string {
	verb := "reaches"
	if len(f.Sources) > 1 {
		verb = "reach"
	}
	if f.Apart {
		return fmt.Sprintf("%s is reached by callers who are not verified: %s %s %s (%s)", f.In, names, verb, f.Sink, place(f.Place))
	}
	msg := fmt.Sprintf("%s %s %s before the caller is verified", names, verb, f.Sink)
	if f.Never {
		msg += ", in a handler that is never registered"
	}
	return msg
}

func place(p value.Place) string { return fmt.Sprintf("%s:%d", p.File, p.Line) }

// Routes are the registrations through which requests come, but for the one at which the
// finding stands. Where a handler is of this package, so are its routes.
func (f Finding) Routes(r *taint.Result) []value.Place {
	places := slices.DeleteFunc(slices.Clone(f.Route), func(p value.Place) bool {
		pos := r.Position(p)
		return pos.IsValid() && f.Pos <= pos && pos < f.End || !pos.IsValid() && !f.Apart || p.Line == 0
	})
	slices.SortFunc(places, func(a, b value.Place) int {
		return cmp.Or(strings.Compare(a.Pkg, b.Pkg), strings.Compare(a.File, b.File), a.Line-b.Line, a.Col-b.Col)
	})
	return places
}
