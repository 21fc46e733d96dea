package protodesc_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/piivet/piivet/internal/protodesc"
)

// load loads generated packages of the test module.
func load(t *testing.T, names ...string) map[string]*packages.Package {
	t.Helper()
	cfg := &packages.Config{Mode: packages.LoadSyntax, Dir: filepath.Join("..", "..", "testdata", "protos")}
	pkgs, err := packages.Load(cfg, names...)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*packages.Package{}
	for _, p := range pkgs {
		for _, e := range p.Errors {
			t.Fatal(e)
		}
		out[p.Name] = p
	}
	return out
}

func read(p *packages.Package, imported []protodesc.Extension) protodesc.Result {
	return protodesc.Read(p.Types, p.Syntax, p.TypesInfo, imported)
}

// TestStyles wants the same of one message whatever wrote its Go code: a variable
// with bytes, compressed or not, a string, a constant.
func TestStyles(t *testing.T) {
	pkgs := load(t, "./privacy", "./old", "./gogo", "./v126", "./v135", "./v1365", "./v13610")
	privacy := read(pkgs["privacy"], nil)
	var names []string
	for _, x := range privacy.Extensions {
		names = append(names, fmt.Sprint(x.Name, " ", x.Number, " ", x.Kind, " ", len(x.Values)))
	}
	want := []string{"privacy.class 50001 2 0", "privacy.kind 50003 3 5", "privacy.rule 50004 5 0", "privacy.sensitive 50002 1 0",
		"privacy.unheard 50005 1 0"}
	if !slices.Equal(names, want) {
		t.Errorf("extensions %q, want %q", names, want)
	}
	for name, p := range pkgs {
		if name == "privacy" {
			continue
		}
		if !protodesc.Generated(p.Types) {
			t.Errorf("%s is not seen as generated", name)
		}
		got := text(read(p, privacy.Extensions))
		for _, line := range strings.Split(strings.TrimSpace(userFields), "\n") {
			if name == "old" || name == "gogo" {
				// They know nothing of optional: for them it is a oneof of one field.
				line = strings.Replace(line, "User.Nick:", "User_Nick.Nick of User:", 1)
			}
			if !slices.Contains(got, line) {
				t.Errorf("%s lacks %q, has\n%s", name, line, strings.Join(got, "\n"))
			}
		}
	}
}

// userFields is what is known of proto/user.proto.
const userFields = `
Address.Street: debug_redact=true
User.Aliases: debug_redact=true
User.Email: debug_redact=true
User.Nick: debug_redact=true
User.Note: privacy.sensitive=true
User.Phone: privacy.class=phone
User.Plan: privacy.sensitive=false(zero) privacy.kind=KIND_PUBLIC
User.Region: debug_redact=false(zero) privacy.unheard=true
User.Scan: privacy.kind=KIND_BIOMETRIC
User.SsnText: privacy.rule=
User.Ticket: privacy.kind=KIND_INTERNAL
User.Tokens: privacy.kind=KIND_API_KEY
User_Card.Number: privacy.class=payment_card
User_Mail.Mail of User: debug_redact=true
User.Contact holds User_Mail User_Page User_Postal
`

func text(r protodesc.Result) []string {
	var out []string
	for _, f := range r.Fields {
		line := f.Type + "." + f.Name
		if f.Message != f.Type {
			line += " of " + f.Message
		}
		line += ":"
		for _, o := range f.Options {
			line += " " + o.Name + "=" + o.Value
			if o.Zero {
				line += "(zero)"
			}
		}
		out = append(out, line)
	}
	for _, o := range r.Oneofs {
		out = append(out, o.Type+"."+o.Name+" holds "+strings.Join(o.Wrappers, " "))
	}
	return out
}

// TestOpaque reads a file with the opaque API: hidden fields, builders, wrappers
// that are not exported.
func TestOpaque(t *testing.T) {
	pkgs := load(t, "./privacy", "./opaque")
	r := read(pkgs["opaque"], read(pkgs["privacy"], nil).Extensions)
	got := text(r)
	for _, line := range []string{
		"User.xxx_hidden_Email: debug_redact=true", "User_builder.Email of User: debug_redact=true",
		"user_Mail.Mail of User: debug_redact=true", "User_builder.Mail of User: debug_redact=true",
		"User_Card.xxx_hidden_Number: privacy.class=payment_card",
		"User.xxx_hidden_Contact holds user_Mail user_Page user_Postal",
	} {
		if !slices.Contains(got, line) {
			t.Errorf("lacks %q, has\n%s", line, strings.Join(got, "\n"))
		}
	}
	for _, f := range r.Fields {
		if strings.HasPrefix(f.Shown, "xxx") {
			t.Errorf("%s.%s is shown as %s", f.Type, f.Name, f.Shown)
		}
	}
}

// TestUnknownOptions wants options without a name, and packages without
// descriptors, to say nothing.
func TestUnknownOptions(t *testing.T) {
	pkgs := load(t, "./v13610", "./use/near")
	for _, f := range read(pkgs["v13610"], nil).Fields {
		for _, o := range f.Options {
			if o.Name != protodesc.DebugRedact {
				t.Errorf("%s.%s has %s", f.Type, f.Name, o.Name)
			}
		}
	}
	if protodesc.Generated(pkgs["near"].Types) {
		t.Error("a package that only uses messages is taken for a generated one")
	}
	if r := read(pkgs["near"], nil); len(r.Fields)+len(r.Extensions)+len(r.Oneofs)+r.Broken > 0 {
		t.Errorf("near: %+v", r)
	}
}
