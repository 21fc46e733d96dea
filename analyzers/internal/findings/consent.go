package findings

import (
	"fmt"
	"slices"

	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint"
)

// agreed reports whether the policy takes consent for enough, and on every way
// the data subject agreed to what the data is for.
func agreed(d policy.Demand, s taint.FlowSource) bool {
	return d.Has(policy.Consent) && len(s.Handed) > 0 &&
		!slices.ContainsFunc(s.Handed, func(h taint.Handed) bool { return !taint.Agreed(h.Consents, s.Purpose) })
}

// missing says what would have been enough for these sources.
func missing(p *policy.Policy, kind string, srcs []taint.FlowSource) string {
	asked := false
	for _, s := range srcs {
		if !p.Demand(kind, s.Level).Has(policy.Consent) {
			continue
		}
		asked = true
		for _, h := range s.Handed {
			if len(h.Consents) > 0 && !taint.Agreed(h.Consents, s.Purpose) {
				return fmt.Sprintf("with consent to %s, not to %s", enumerate(h.Consents), enumerate(s.Purpose))
			}
		}
	}
	if asked {
		return "without redaction or consent"
	}
	return "without redaction"
}
