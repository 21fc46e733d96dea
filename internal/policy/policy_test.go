package policy_test

import (
	"reflect"
	"testing"

	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/piitag"
)

// parse reads a policy that must be right.
func parse(t *testing.T, text string) *policy.Policy {
	t.Helper()
	p, err := policy.Parse("/srv/shop/.piivet.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestDefaultDemands(t *testing.T) {
	const (
		redact = policy.Redact
		verify = policy.Verify
	)
	p := policy.Default()
	for kind, want := range map[string][3]policy.Demand{
		"log":      {redact, redact, redact},
		"error":    {redact, redact, redact},
		"response": {policy.Allow, verify, verify},
		"outbound": {policy.Allow, redact | policy.Consent | policy.Approved, redact | policy.Approved},
		"no such":  {redact, redact, redact},
	} {
		for i, d := range want {
			if got := p.Demand(kind, piitag.Level(i+1)); got != d {
				t.Errorf("Demand(%s, %v) = %v, want %v", kind, piitag.Level(i+1), got, d)
			}
		}
		if got := p.Demand(kind, 0); got != want[2] {
			t.Errorf("Demand(%s, none) = %v, want that of high, %v", kind, got, want[2])
		}
	}
}

func TestDemands(t *testing.T) {
	p := parse(t, `
[policy]
log = { low = "allow" }
error = "allow"
[policy.outbound]
moderate = "approved | verify"
`)
	for _, tt := range []struct {
		kind  string
		level piitag.Level
		want  string
	}{
		{"log", piitag.Low, "allow"},
		{"log", piitag.Moderate, "redact"},
		{"error", piitag.High, "allow"},
		{"response", piitag.High, "verify"},
		{"outbound", piitag.Low, "allow"},
		{"outbound", piitag.Moderate, "verify|approved"},
		{"outbound", piitag.High, "redact|approved"},
	} {
		if got := p.Demand(tt.kind, tt.level).String(); got != tt.want {
			t.Errorf("Demand(%s, %v) = %s, want %s", tt.kind, tt.level, got, tt.want)
		}
	}
	if got := policy.Default().Demand("log", piitag.Low); got != policy.Redact {
		t.Errorf("reading a policy changed the default: %v", got)
	}
}

func TestClasses(t *testing.T) {
	p := parse(t, `
[[class]]
name = "badge"
level = "high"
meaning = "number on the badge"
anchors = ["works agreement 7"]
aliases = ["badge_number"]
[[class]]
name = "ip"
level = "moderate"
[[field]]
type = "shop.User"
field = "Badge"
class = "badge_number"
`)
	want := piitag.Class{Name: "badge", Level: piitag.High, Meaning: "number on the badge",
		Anchors: []string{"works agreement 7"}, Aliases: []string{"badge_number"}}
	for _, name := range []string{"badge", "badge_number"} {
		if got, ok := p.Class(name); !ok || !reflect.DeepEqual(got, want) {
			t.Errorf("Class(%q) = %+v, %t", name, got, ok)
		}
	}
	if c, _ := p.Class("ip_address"); c.Level != piitag.Moderate || c.Meaning == "" {
		t.Errorf("ip is %+v, want level moderate and the rest as it was", c)
	}
	if c, _ := piitag.Lookup("ip"); c.Level != piitag.Low {
		t.Errorf("the built-in table changed: %+v", c)
	}
	if tag, ok := p.Field("shop.User", "Badge"); !ok || tag.Class != "badge" || tag.Level != piitag.High {
		t.Errorf("Field = %+v, %t", tag, ok)
	}
	d, ok, err := p.Directive("//pii:source badge")
	if !ok || err != nil || d.Tag.Class != "badge" {
		t.Errorf("Directive = %+v, %t, %v", d, ok, err)
	}
}

func TestFieldsAndTypes(t *testing.T) {
	p := parse(t, `
[[field]]
type = "example.com/gen/pb.User"
field = "Email"
class = "mail"
level = "high"
subject = "customer"
purpose = ["billing", "support"]
retain = "90d"
quasi = true
[[field]]
type = "example.com/gen/pb.User"
field = "Name"
class = "name,level=low,quasi"
[[field]]
type = "example.com/gen/pb.User"
field = "Plan"
class = "-"
[[type]]
type = "example.com/secret.Token"
class = "token"
`)
	const user = "example.com/gen/pb.User"
	for field, want := range map[string]piitag.Tag{
		"Email": {Class: "email", Level: piitag.High, Subject: "customer", Purposes: []string{"billing", "support"},
			Retain: piitag.Period{Count: 90, Unit: 'd'}, Quasi: true},
		"Name": {Class: "name", Level: piitag.Low, Quasi: true},
		"Plan": {NotPersonal: true},
	} {
		if got, ok := p.Field(user, field); !ok || !reflect.DeepEqual(got, want) {
			t.Errorf("Field(%s) = %+v, %t, want %+v", field, got, ok, want)
		}
	}
	for _, absent := range [][2]string{{user, "ID"}, {"example.com/gen/pb.Other", "Email"}} {
		if got, ok := p.Field(absent[0], absent[1]); ok {
			t.Errorf("Field(%v) = %+v, want none", absent, got)
		}
	}
	want := piitag.Tag{Class: "credential", Level: piitag.High}
	if got, ok := p.Type("example.com/secret.Token"); !ok || !reflect.DeepEqual(got, want) {
		t.Errorf("Type = %+v, %t, want %+v", got, ok, want)
	}
	if _, ok := p.Type(user); ok {
		t.Error("Type finds a type that only has fields listed")
	}
}

func TestStructTag(t *testing.T) {
	p := parse(t, `
[[tag]]
key = "datapolicy"
values = { password = "credential", token = "credential", mail = "email", none = "-" }
[[tag]]
key = "class"
values = { public = "-", sensitive = "unknown" }
default = "unknown,level=high"
[[tag]]
key = "norman"
values = { "type=password" = "password" }
`)
	for _, tt := range []struct {
		tag   reflect.StructTag
		class string // "" for no tag, "-" for not personal
		level piitag.Level
		key   string
		bad   bool
	}{
		{``, "", 0, "", false},
		{`json:"password"`, "", 0, "", false},
		{`pii:"ip" datapolicy:"password"`, "ip", piitag.Low, "pii", false},
		{`pii:"-" datapolicy:"password"`, "-", 0, "pii", false},
		{`pii:"emial"`, "unknown", piitag.Moderate, "pii", true},
		{`pii:email`, "unknown", piitag.Moderate, "pii", true},
		{`datapolicy:"password"`, "credential", piitag.High, "datapolicy", false},
		{`datapolicy:"mail, token"`, "credential", piitag.High, "datapolicy", false},
		{`datapolicy:"none,mail"`, "email", piitag.Moderate, "datapolicy", false},
		{`datapolicy:"none"`, "-", 0, "datapolicy", false},
		{`datapolicy:"other"`, "", 0, "", false},
		{`class:"public"`, "-", 0, "class", false},
		{`class:"sensitive,redact"`, "unknown", piitag.Moderate, "class", false},
		{`class:"secret"`, "unknown", piitag.High, "class", false},
		{`class:""`, "unknown", piitag.High, "class", false},
		{`class:"public" datapolicy:"mail"`, "email", piitag.Moderate, "datapolicy", false},
		{`norman:"type=password,required"`, "credential", piitag.High, "norman", false},
	} {
		got, key, ok, err := p.StructTag("x", tt.tag)
		class := got.Class
		if got.NotPersonal {
			class = "-"
		}
		if class != tt.class || got.Level != tt.level || key != tt.key || ok != (tt.class != "") || (err != nil) != tt.bad {
			t.Errorf("StructTag(%s) = %+v, %q, %t, %v, want %q at %v by %q", tt.tag, got, key, ok, err, tt.class, tt.level, tt.key)
		}
	}
}

func TestFunctions(t *testing.T) {
	p := parse(t, `
[[source]]
func = ["x.com/db.Load", "x.com/db.Store.Find"]
class = "email"
result = 0
[[source]]
func = "x.com/db.Load"
class = "name,quasi"
result = 1
[[source]]
func = "x.com/db.OnUser"
class = "name"
param = "user"
[[redactor]]
func = "x.com/mask.All"
[[redactor]]
func = "x.com/mask.Mail"
classes = ["mail", "phone"]
[[verifier]]
func = ["x.com/auth.Check", "x.com/auth.Guard.Check"]
[[consent]]
func = "x.com/consent.Given"
[[consent]]
func = "x.com/consent.Newsletter"
purpose = "newsletter"
[[sink]]
func = "gopkg.in/audit.v3.Write"
kind = "log"
args = [1, 2]
[[sink]]
func = "gopkg.in/audit.v3.Write"
kind = "outbound"
`)
	email := piitag.Tag{Class: "email", Level: piitag.Moderate}
	name := piitag.Tag{Class: "name", Level: piitag.Moderate}
	quasi := name
	quasi.Quasi = true
	equal(t, "Sources(Load)", p.Sources("x.com/db.Load"), []policy.Source{
		{Func: "x.com/db.Load", Tag: email, Result: 0}, {Func: "x.com/db.Load", Tag: quasi, Result: 1}})
	equal(t, "Sources(Find)", p.Sources("x.com/db.Store.Find"), []policy.Source{
		{Func: "x.com/db.Store.Find", Tag: email, Result: 0}})
	equal(t, "Sources(OnUser)", p.Sources("x.com/db.OnUser"), []policy.Source{
		{Func: "x.com/db.OnUser", Tag: name, Param: "user", Result: -1}})
	equal(t, "Sources(none)", p.Sources("x.com/db.Save"), []policy.Source(nil))

	r, ok := p.Redactor("x.com/mask.All")
	equal(t, "Redactor(All)", r, policy.Redactor{Func: "x.com/mask.All"})
	equal(t, "Redactor(All) ok", ok, true)
	r, _ = p.Redactor("x.com/mask.Mail")
	equal(t, "Redactor(Mail)", r, policy.Redactor{Func: "x.com/mask.Mail", Classes: []string{"email", "phone"}})
	_, ok = p.Redactor("x.com/mask.None")
	equal(t, "Redactor(None)", ok, false)

	equal(t, "Verifier(Check)", p.Verifier("x.com/auth.Check"), true)
	equal(t, "Verifier(Guard.Check)", p.Verifier("x.com/auth.Guard.Check"), true)
	equal(t, "Verifier(Guard)", p.Verifier("x.com/auth.Guard"), false)

	c, ok := p.Consent("x.com/consent.Given")
	equal(t, "Consent(Given)", c, policy.ConsentFunc{Func: "x.com/consent.Given"})
	equal(t, "Consent(Given) ok", ok, true)
	c, _ = p.Consent("x.com/consent.Newsletter")
	equal(t, "Consent(Newsletter)", c, policy.ConsentFunc{Func: "x.com/consent.Newsletter", Purpose: "newsletter"})

	const write = "gopkg.in/audit.v3.Write"
	equal(t, "Sinks", p.Sinks(write), []policy.Sink{
		{Func: write, Kind: "log", Args: []int{1, 2}}, {Func: write, Kind: "outbound"}})
}

func equal(t *testing.T, what string, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s = %+v, want %+v", what, got, want)
	}
}

func TestRecipients(t *testing.T) {
	p := parse(t, `
[[recipient]]
name = "stripe"
match = ["github.com/stripe/stripe-go/**"]
allow = ["mail", "payment_card"]
purpose = "billing"
[[recipient]]
name = "anybody"
match = "github.com/*/*"
`)
	for pkg, want := range map[string]string{
		"github.com/stripe/stripe-go":              "stripe",
		"github.com/stripe/stripe-go/v76/customer": "stripe",
		"github.com/stripe/other":                  "anybody",
		"github.com/stripe/other/deeper":           "",
	} {
		r, ok := p.Recipient(pkg)
		if r.Name != want || ok != (want != "") {
			t.Errorf("Recipient(%s) = %q, %t, want %q", pkg, r.Name, ok, want)
		}
	}
	r, _ := p.Recipient("github.com/stripe/stripe-go")
	if !r.May("email") || !r.May("payment_card") || r.May("phone") || r.Purpose != "billing" {
		t.Errorf("stripe is %+v", r)
	}
	if len(p.Recipients()) != 2 {
		t.Errorf("Recipients = %+v", p.Recipients())
	}
}

func TestExclude(t *testing.T) {
	p := parse(t, `
[exclude]
files = ["*.pb.go", "gen/**", "/internal/old/*.go"]
packages = ["x.com/shop/gen/**"]
`)
	for file, want := range map[string]bool{
		"/srv/shop/api/user.pb.go":      true,
		"/srv/shop/api/user.go":         false,
		"/srv/shop/a/gen/b/c.go":        true,
		"/srv/shop/a/general.go":        false,
		"/srv/shop/internal/old/a.go":   true,
		"/srv/shop/internal/old/b/a.go": false,
		"/srv/shop/x/internal/old/a.go": false,
		"/srv/other/internal/old/a.go":  false,
	} {
		if got := p.ExcludesFile(file); got != want {
			t.Errorf("ExcludesFile(%s) = %t", file, got)
		}
	}
	for pkg, want := range map[string]bool{"x.com/shop/gen": true, "x.com/shop/gen/pb": true, "x.com/shop": false} {
		if got := p.ExcludesPackage(pkg); got != want {
			t.Errorf("ExcludesPackage(%s) = %t", pkg, got)
		}
	}
	if d := policy.Default(); d.ExcludesFile("/a/b.pb.go") || d.ExcludesPackage("a") {
		t.Error("the default excludes something")
	}
}
