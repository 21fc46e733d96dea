// Package outbound judges personal data that is handed to others: whether the
// policy has a ground for it, and whether it gets there on a secure channel. The
// engine says where data goes and after which checks.
package outbound

import (
	"slices"

	"github.com/piivet/piivet/internal/address"
	"github.com/piivet/piivet/internal/directive"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint"
	"github.com/piivet/piivet/piitag"
)

// Finding is data that leaves in one call and should not, or not in this way.
type Finding struct {
	*taint.Flow
	Sources []taint.FlowSource // those that are meant
	Demand  policy.Demand      // any of which would have been enough
	Channel bool               // there is a ground; only the channel is insecure
	to      taint.Handed       // the first way on which it goes wrong
	reason  reason
	causes  []string // what is wrong with the channel
	raised  bool     // together the sources are more than each by itself
}

// verdict is what is wrong with one source of a flow on the way to one recipient.
type verdict struct {
	bad    bool // there is no ground
	to     taint.Handed
	reason reason
	causes []string
}

// Judge returns what is wrong with a flow: for each recipient at most one finding
// for want of a ground for each reason, and one for the channel. A source is in
// one of them.
func Judge(p *policy.Policy, fl *taint.Flow, srcs []taint.FlowSource) []*Finding {
	levels := Levels(srcs)
	var out []*Finding
	for i, s := range srcs {
		d := p.Demand(directive.KindOutbound, levels[i])
		if d == policy.Allow {
			continue
		}
		raised := d != p.Demand(directive.KindOutbound, s.Level)
		for _, v := range judge(p, d, s) {
			f := &Finding{Flow: fl, Demand: d, Channel: !v.bad, to: v.to, reason: v.reason, causes: v.causes, raised: raised}
			if j := slices.IndexFunc(out, func(o *Finding) bool { return f.like(p, o) }); j >= 0 {
				f, out[j].raised = out[j], out[j].raised || raised
				f.Demand |= d
			} else {
				out = append(out, f)
			}
			f.Sources = append(f.Sources, s)
		}
	}
	return out
}

// like reports whether two findings of a flow are one.
func (f *Finding) like(p *policy.Policy, o *Finding) bool {
	if f.Channel != o.Channel || f.Recipient(p) != o.Recipient(p) {
		return false
	}
	if f.Channel {
		return slices.Equal(f.causes, o.causes)
	}
	return f.reason == o.reason
}

// judge looks at all ways on which a source goes. Of those to one recipient the
// first that has no ground counts, else the first that is insecure.
func judge(p *policy.Policy, d policy.Demand, s taint.FlowSource) []verdict {
	hs := s.Handed
	if len(hs) == 0 {
		hs = []taint.Handed{{Open: true}}
	}
	var out []verdict
	for _, h := range hs {
		if h.Answers || Internal(p, h) {
			continue
		}
		why, to, ok := ground(p, d, s, h)
		v := verdict{bad: !ok, to: to, reason: why, causes: causes(p, h)}
		if !v.bad && len(v.causes) == 0 {
			continue
		}
		i := slices.IndexFunc(out, func(o verdict) bool { return sameRecipient(p, o.to, v.to) })
		switch {
		case i < 0:
			out = append(out, v)
		case v.bad && !out[i].bad:
			out[i] = v
		}
	}
	return named(p, out)
}

// sameRecipient reports whether a message would call two ways the same.
func sameRecipient(p *policy.Policy, a, b taint.Handed) bool {
	return a.Sink == b.Sink && a.Kind == b.Kind && Name(p, a) == Name(p, b)
}

// named leaves out ways to nobody knows whom by functions that are known to lead to
// somebody: the one is mostly the other, seen from further away.
func named(p *policy.Policy, vs []verdict) []verdict {
	return slices.DeleteFunc(slices.Clone(vs), func(v verdict) bool {
		return Name(p, v.to) == "" && slices.ContainsFunc(vs, func(o verdict) bool {
			return o.bad == v.bad && o.to.Sink == v.to.Sink && Name(p, o.to) != ""
		})
	})
}

// Internal reports whether data stays in the house.
func Internal(p *policy.Policy, h taint.Handed) bool {
	if h.Pkg != "" && p.InternalPackage(h.Pkg) || h.Via != "" && p.InternalPackage(h.Via) {
		return true
	}
	known := false
	for _, a := range h.Addresses {
		switch {
		case a.Scheme == "unix":
		case a.Host == "":
			continue
		case !p.InternalHost(a.Host):
			return false
		case h.Open && loopback(a.Host):
			return false // where it runs it is set to another one
		}
		known = true
	}
	return known
}

// reason says more of why a ground does not hold.
type reason struct {
	kind     reasonKind
	what     string // what was agreed to, or approved
	purposes string // what the data is for
}

type reasonKind int

const (
	noGround      reasonKind = iota
	otherConsent             // consent to something else
	otherPurpose             // the recipient is approved for something else
	otherClass               // the recipient is approved, but not for this class
	notEvenAgreed            // consent is no ground at this level
)

// ground reports whether one of the grounds that the policy asks for holds. It also
// returns the way on which it does not, with the recipient that it is about.
func ground(p *policy.Policy, d policy.Demand, s taint.FlowSource, h taint.Handed) (reason, taint.Handed, bool) {
	var why reason
	if d.Has(policy.Verify) && h.Verified {
		return why, h, true
	}
	if d.Has(policy.Consent) {
		if taint.Agreed(h.Consents, s.Purpose) {
			return why, h, true
		}
		if len(h.Consents) > 0 {
			why = reason{otherConsent, list(h.Consents), list(s.Purpose)}
		}
	}
	if d.Has(policy.Approved) {
		w, to, ok := approved(p, s, h)
		if h = to; ok {
			return why, h, true
		}
		if why.kind == noGround {
			why = w
		}
	}
	if why.kind == noGround && len(h.Consents) > 0 && !d.Has(policy.Consent) {
		why.kind = notEvenAgreed
	}
	return why, h, false
}

// approved reports whether all recipients may have the data. It also returns the
// way to the first that may not.
func approved(p *policy.Policy, s taint.FlowSource, h taint.Handed) (reason, taint.Handed, bool) {
	for _, to := range recipients(p, h) {
		r := to.Recipient
		switch {
		case !to.known:
			return reason{}, to.way, false
		case !r.May(s.Class):
			return reason{kind: otherClass, what: list(r.Allow)}, to.way, false
		case r.Purpose != "" && len(s.Purpose) > 0 && !slices.Contains(s.Purpose, r.Purpose):
			return reason{otherPurpose, r.Purpose, list(s.Purpose)}, to.way, false
		}
	}
	return reason{}, h, true
}

// recipient is somebody to whom data goes on some way.
type recipient struct {
	policy.Recipient
	known bool         // the policy has him
	way   taint.Handed // the way to him alone
}

// recipients are all to whom data goes: one for each host that is known, or who
// answers for the packages on the way.
func recipients(p *policy.Policy, h taint.Handed) []recipient {
	byPath := recipient{way: h}
	for _, pkg := range []string{h.Pkg, h.Via} {
		if r, ok := p.Recipient(pkg); ok && pkg != "" {
			byPath.Recipient, byPath.known = r, true
			break
		}
	}
	var out []recipient
	for _, a := range h.Addresses {
		if a.Host == "" || p.InternalHost(a.Host) {
			continue
		}
		to := byPath
		if r, ok := p.RecipientAt(a.Host); ok {
			to.Recipient, to.known = r, true
		}
		to.way.Addresses = []address.Address{a}
		out = append(out, to)
	}
	if out == nil {
		out = []recipient{byPath}
	}
	return out
}

// Levels are the levels of data that leave together: two or more fields that
// identify only with others, or a name with a field of high level, are each one
// level more than alone.
func Levels(srcs []taint.FlowSource) []piitag.Level {
	quasi, high := 0, false
	for _, s := range srcs {
		if s.Quasi {
			quasi++
		}
		high = high || s.Level >= piitag.High && s.Class != nameClass
	}
	out := make([]piitag.Level, len(srcs))
	for i, s := range srcs {
		out[i] = s.Level
		if s.Quasi && quasi > 1 || s.Class == nameClass && high {
			out[i] = min(s.Level+1, piitag.High)
		}
	}
	return out
}

// nameClass is the class of names.
const nameClass = "name"
