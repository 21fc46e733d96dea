package outbound

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/address"
	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint"
)

// Message words the finding. names are its sources.
func (f *Finding) Message(p *policy.Policy, names string) string {
	verb := "reaches"
	if len(f.Sources) > 1 {
		verb = "reach"
	}
	msg := fmt.Sprintf("%s %s %s", names, verb, f.Recipient(p))
	if f.Channel {
		return msg + " " + strings.Join(f.causes, " and ")
	}
	msg += f.want(Name(p, f.to))
	if len(f.causes) > 0 {
		msg += ", and " + strings.Join(f.causes, " and ")
	}
	if f.raised && len(f.Sources) > 1 {
		msg += "; together they tell who it is"
	}
	return msg
}

// want says what is missing.
func (f *Finding) want(recipient string) string {
	without := " without " + words(f.Demand)
	switch f.reason.kind {
	case otherConsent:
		if f.reason.purposes != "" {
			return fmt.Sprintf(" with consent to %s, not to %s", f.reason.what, f.reason.purposes)
		}
	case otherPurpose:
		return fmt.Sprintf(", who is approved for %s, not for %s", f.reason.what, f.reason.purposes)
	case otherClass:
		if f.reason.what == "" {
			return without + ", who is approved for nothing"
		}
		return without + ", who is approved for " + f.reason.what + " only"
	case notEvenAgreed:
		return without + "; consent is not enough"
	}
	return without
}

// words lists what the policy would accept.
func words(d policy.Demand) string {
	names := map[string]string{"redact": "redaction", "verify": "verification", "consent": "consent", "approved": "approval"}
	var out []string
	for _, w := range strings.Split(d.String(), "|") {
		out = append(out, names[w])
	}
	if n := len(out); n > 1 {
		return strings.Join(out[:n-1], ", ") + " or " + out[n-1]
	}
	return out[0]
}

// Recipient is how a message calls who gets the data: by name and kind, and by
// the function that hands it over.
func (f *Finding) Recipient(p *policy.Policy) string {
	name := Name(p, f.to)
	kind := model.RecipientKind(f.to.Kind)
	sink := cmp.Or(f.to.Sink, f.Sink)
	switch {
	case name == "" && (kind == "" || kind.Transport()):
		return sink
	case name == "":
		return fmt.Sprintf("%s (%s)", sink, kind)
	case kind == "" || kind.Transport():
		return fmt.Sprintf("%s (%s)", name, sink)
	}
	return fmt.Sprintf("%s (%s, %s)", name, kind, sink)
}

// Name is the name of who gets the data: as the policy has it, or the library's
// table, or the host; empty where nothing tells.
func Name(p *policy.Policy, h taint.Handed) string {
	if first := recipients(p, h)[0]; first.known {
		return first.Name
	}
	if h.Recipient != "" {
		return h.Recipient
	}
	for _, a := range h.Addresses {
		if strings.Trim(a.Host, "*.") != "" && !p.InternalHost(a.Host) {
			return a.Host
		}
	}
	return ""
}

// causes are the reasons for which a channel is not secure.
func causes(p *policy.Policy, h taint.Handed) []string {
	if !p.On("piioutbound/channel") {
		return nil
	}
	var out []string
	if scheme := plainScheme(p, h); scheme != "" {
		out = append(out, "over "+scheme+"://")
	}
	if len(h.Settings) > 0 {
		out = append(out, "on a channel that "+list(h.Settings)+" makes insecure")
	}
	if h.InURL {
		out = append(out, "in a URL")
	}
	return out
}

// plainScheme is the scheme of an address that is not encrypted. Where the code
// chooses between two schemes, it is taken to choose well.
func plainScheme(p *policy.Policy, h taint.Handed) string {
	plain := ""
	for _, a := range h.Addresses {
		switch {
		case a.Host != "" && p.InternalHost(a.Host), a.Scheme == "":
		case address.Plain(a.Scheme):
			plain = a.Scheme
		default:
			return ""
		}
	}
	return plain
}

func loopback(host string) bool { return address.Loopback(host) }

// list joins words for a message.
func list(words []string) string {
	words = slices.Compact(slices.Sorted(slices.Values(words)))
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
	return strings.Join(words, "")
}
