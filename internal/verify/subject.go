package verify

import (
	"fmt"
	"slices"

	"github.com/piivet/piivet/internal/taint"
)

// SubjectFinding is a record that may be anybody's in the response to a caller
// who is known.
type SubjectFinding struct {
	*taint.Subject
	Sources []taint.FlowSource // those that may not be shown to anybody
}

// JudgeSubjects returns the records of levels for which the policy demands that
// the caller is verified. What is a finding of [Judge] anyway is left out.
func JudgeSubjects(r *taint.Result) []SubjectFinding {
	var out []SubjectFinding
	for _, s := range r.Subjects {
		if slices.ContainsFunc(r.Disclosures, func(d *taint.Disclosure) bool {
			return d.Pos == s.Pos && d.Apart == s.Apart && (!d.Apart || d.Place == s.Place && d.In == s.In)
		}) {
			continue
		}
		if srcs := withheld(r, &s.Flow); len(srcs) > 0 {
			out = append(out, SubjectFinding{s, srcs})
		}
	}
	return out
}

// Message words the finding. names are its sources.
func (f SubjectFinding) Message(names string) string {
	verb := "reaches"
	if len(f.Sources) > 1 {
		verb = "reach"
	}
	if f.Apart {
		return fmt.Sprintf("%s shows whatever the request names: %s %s %s (%s), but %s (%s) looks it up whoever calls",
			f.In, names, verb, f.Sink, place(f.Place), f.LookupBy, place(f.Lookup))
	}
	return fmt.Sprintf("%s %s %s, but %s (%s) looks up what the request names, whoever calls", names, verb, f.Sink, f.LookupBy, place(f.Lookup))
}
