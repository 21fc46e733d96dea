package outbound

import (
	"slices"
	"strings"
	"testing"

	"github.com/piivet/piivet/internal/address"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint"
	"github.com/piivet/piivet/internal/taint/value"
	"github.com/piivet/piivet/piitag"
)

const file = `
[policy]
outbound = { low = "allow", moderate = "redact|consent|approved", high = "redact|approved" }

[outbound]
internal = ["*.svc.cluster.local", "example.com/own/**"]

[[recipient]]
name    = "payco"
match   = ["api.payco.example", "example.com/payco/**"]
allow   = ["email", "payment_card"]
purpose = "billing"

[[recipient]]
name  = "helpdesk"
match = "*.helpdesk.example"
allow = ["email", "name", "phone"]
`

func parse(t *testing.T, text string) *policy.Policy {
	t.Helper()
	p, err := policy.Parse("x", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// source is a field of Record with a class, a level and purposes.
func source(class string, level piitag.Level, handed taint.Handed, purposes ...string) taint.FlowSource {
	return taint.FlowSource{
		Source: &value.Source{Class: class, Level: level, Owner: "Record", Field: class, Purpose: purposes},
		Handed: []taint.Handed{handed},
	}
}

func to(url string, consents ...string) taint.Handed {
	h := taint.Handed{Kind: "http", Pkg: "net/http", Consents: consents, Open: url == ""}
	if a, ok := address.Read(url); ok {
		h.Addresses = []address.Address{a}
	}
	return h
}

func TestLevels(t *testing.T) {
	quasi := func(s taint.FlowSource) taint.FlowSource { s.Source.Quasi = true; return s }
	one := func(class string, l piitag.Level) taint.FlowSource { return source(class, l, taint.Handed{}) }
	for _, tt := range []struct {
		name string
		in   []taint.FlowSource
		want []piitag.Level
	}{
		{"alone", []taint.FlowSource{quasi(one("location", piitag.Low))}, []piitag.Level{piitag.Low}},
		{"two quasi", []taint.FlowSource{quasi(one("location", piitag.Low)), quasi(one("age", piitag.Low))}, []piitag.Level{piitag.Moderate, piitag.Moderate}},
		{"quasi and not", []taint.FlowSource{quasi(one("location", piitag.Low)), one("ip", piitag.Low)}, []piitag.Level{piitag.Low, piitag.Low}},
		{"three, one not quasi", []taint.FlowSource{quasi(one("location", piitag.Low)), one("ip", piitag.Low), quasi(one("age", piitag.Moderate))}, []piitag.Level{piitag.Moderate, piitag.Low, piitag.High}},
		{"name and high", []taint.FlowSource{one("name", piitag.Moderate), one("ssn", piitag.High)}, []piitag.Level{piitag.High, piitag.High}},
		{"name and moderate", []taint.FlowSource{one("name", piitag.Moderate), one("email", piitag.Moderate)}, []piitag.Level{piitag.Moderate, piitag.Moderate}},
		{"high alone", []taint.FlowSource{one("ssn", piitag.High), one("email", piitag.Moderate)}, []piitag.Level{piitag.High, piitag.Moderate}},
		{"two quasi of high level", []taint.FlowSource{quasi(one("a", piitag.High)), quasi(one("b", piitag.High))}, []piitag.Level{piitag.High, piitag.High}},
	} {
		if got := Levels(tt.in); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

// TestJudge has the messages of one source each, but for the names in front.
func TestJudge(t *testing.T) {
	const moderate, high = piitag.Moderate, piitag.High
	for _, tt := range []struct {
		name string
		src  taint.FlowSource
		want string // empty: no finding
	}{
		{"low", source("ip", piitag.Low, to("")), ""},
		{"unknown", source("email", moderate, to("")), "http.Post without redaction, consent or approval"},
		{"host", source("email", moderate, to("https://a.example.org")), "a.example.org (http.Post) without redaction, consent or approval"},
		{"high", source("ssn", high, to("")), "http.Post without redaction or approval"},
		{"any consent", source("email", moderate, to("", "*")), ""},
		{"any consent, purpose", source("email", moderate, to("", "*"), "billing"), ""},
		{"consent of the purpose", source("email", moderate, to("", "billing"), "billing", "refund"), ""},
		{"no purpose", source("email", moderate, to("", "newsletter")), ""},
		{"other consent", source("email", moderate, to("", "newsletter"), "billing"), "http.Post with consent to newsletter, not to billing"},
		{"consent of high", source("ssn", high, to("", "*")), "http.Post without redaction or approval; consent is not enough"},
		{"approved", source("email", moderate, to("https://api.payco.example")), ""},
		{"approved high", source("payment_card", high, to("https://api.payco.example")), ""},
		{"approved for", source("email", moderate, to("https://api.payco.example"), "billing"), ""},
		{"one of", source("email", moderate, to("https://api.payco.example"), "news", "billing"), ""},
		{"approved for others", source("email", moderate, to("https://api.payco.example"), "newsletter"), "payco (http.Post), who is approved for billing, not for newsletter"},
		{"other class", source("phone", moderate, to("https://api.payco.example")), "payco (http.Post) without redaction, consent or approval, who is approved for email and payment_card only"},
		{"by path", source("email", moderate, taint.Handed{Pkg: "example.com/payco/v2", Open: true}), ""},
		{"by caller", source("email", moderate, taint.Handed{Pkg: "net/http", Via: "example.com/payco/client", Open: true}), ""},
		{"internal", source("email", moderate, to("http://users.shop.svc.cluster.local")), ""},
		{"internal path", source("email", moderate, taint.Handed{Pkg: "net/http", Via: "example.com/own/api", Open: true}), ""},
		{"loopback", source("email", moderate, to("http://localhost:80")), ""},
		{"plain", source("email", moderate, to("http://eu.helpdesk.example")), "helpdesk (http.Post) over http://"},
		{"plain, no ground", source("email", moderate, to("http://a.example.org")), "a.example.org (http.Post) without redaction, consent or approval, and over http://"},
		{"vendor", source("email", moderate, taint.Handed{Recipient: "stripe", Kind: "payment", Pkg: "github.com/stripe/stripe-go", Open: true}), "stripe (payment, http.Post) without redaction, consent or approval"},
	} {
		p := parse(t, file)
		fl := &taint.Flow{Kind: "outbound", Sink: "http.Post"}
		var got string
		for _, f := range Judge(p, fl, []taint.FlowSource{tt.src}) {
			got += strings.TrimPrefix(f.Message(p, "x"), "x reaches ")
		}
		if got != tt.want {
			t.Errorf("%s:\ngot  %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

func TestInURL(t *testing.T) {
	p, h := parse(t, file), to("https://eu.helpdesk.example")
	h.InURL, h.Settings = true, []string{"tls.Config.InsecureSkipVerify"}
	fs := Judge(p, &taint.Flow{Kind: "outbound", Sink: "http.Get"}, []taint.FlowSource{source("email", piitag.Moderate, h)})
	const want = "x reaches helpdesk (http.Get) on a channel that tls.Config.InsecureSkipVerify makes insecure and in a URL"
	if len(fs) != 1 || !fs[0].Channel || fs[0].Message(p, "x") != want {
		t.Errorf("%d findings, want %q", len(fs), want)
	}
	off := parse(t, file+"\n[analyzers]\n\"piioutbound/channel\" = false\n")
	if fs := Judge(off, &taint.Flow{Kind: "outbound"}, []taint.FlowSource{source("email", piitag.Moderate, h)}); len(fs) > 0 {
		t.Errorf("%d findings with the category off", len(fs))
	}
}

// TestWays: the worst of several ways counts.
func TestWays(t *testing.T) {
	p := parse(t, file)
	s := source("email", piitag.Moderate, to("https://api.payco.example"))
	s.Handed = append(s.Handed, to("http://localhost"), to("https://a.example.org"))
	fs := Judge(p, &taint.Flow{Kind: "outbound", Sink: "http.Post"}, []taint.FlowSource{s})
	if len(fs) != 1 || !strings.HasPrefix(fs[0].Message(p, "x"), "x reaches a.example.org (http.Post) without") {
		t.Errorf("%+v", fs)
	}
}
