package policy

import (
	"strings"

	"github.com/piivet/piivet/internal/directive"
	"github.com/piivet/piivet/piitag"
)

// Demand says what has to stand on the way of personal data to a sink. It is a
// set of which any one member is enough; the empty set is Allow.
type Demand uint8

// Allow demands nothing.
const Allow Demand = 0

// What can be demanded.
const (
	Redact   Demand = 1 << iota // the data was redacted
	Verify                      // the caller was verified
	Consent                     // the data subject agreed
	Approved                    // the recipient may have data of the class
)

// demandNames lists the members in the order of String.
var demandNames = []struct {
	d    Demand
	name string
}{{Redact, "redact"}, {Verify, "verify"}, {Consent, "consent"}, {Approved, "approved"}}

// Has reports whether one of the members of o is enough for d.
func (d Demand) Has(o Demand) bool { return d&o != 0 }

// String writes the demand as the policy file does: "redact|consent".
func (d Demand) String() string {
	var names []string
	for _, n := range demandNames {
		if d.Has(n.d) {
			names = append(names, n.name)
		}
	}
	if names == nil {
		return "allow"
	}
	return strings.Join(names, "|")
}

// applicable says which demands can be met at a kind of sink: only a response
// has a caller, only outbound calls have recipients.
var applicable = map[string]Demand{
	directive.KindLog:      Redact | Consent,
	directive.KindError:    Redact | Consent,
	directive.KindResponse: Redact | Verify | Consent,
	directive.KindOutbound: Redact | Verify | Consent | Approved,
}

// levels holds a demand for each level, lowest first.
type levels [piitag.High]Demand

// defaultDemands is the policy of those who have none.
func defaultDemands() map[string]levels {
	return map[string]levels{
		directive.KindLog:      {Redact, Redact, Redact},
		directive.KindError:    {Redact, Redact, Redact},
		directive.KindResponse: {Allow, Verify, Verify},
		directive.KindOutbound: {Allow, Redact | Consent | Approved, Redact | Approved},
	}
}
