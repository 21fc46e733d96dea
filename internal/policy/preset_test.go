package policy_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/piitag"
)

// tagTest is a struct tag and what a policy reads in it.
type tagTest struct {
	pkg   string
	tag   reflect.StructTag
	class string // "" for no tag, "-" for not personal
	level piitag.Level
}

func checkTags(t *testing.T, p *policy.Policy, tests []tagTest) {
	t.Helper()
	for _, tt := range tests {
		got, key, ok, err := p.StructTag(tt.pkg, tt.tag)
		class := got.Class
		if got.NotPersonal {
			class = "-"
		}
		if class != tt.class || got.Level != tt.level || ok != (tt.class != "") || err != nil {
			t.Errorf("StructTag(%q, %s) = %+v, %q, %t, %v, want %q at %v", tt.pkg, tt.tag, got, key, ok, err, tt.class, tt.level)
		}
	}
}

// TestPresetsRead reads every preset by itself, and each beside a section of the
// file that says otherwise.
func TestPresetsRead(t *testing.T) {
	all := policy.AvailablePresets()
	if len(all) < 15 {
		t.Fatalf("only %d presets", len(all))
	}
	for _, a := range all {
		p := parse(t, "[[preset]]\nname = \""+a.Name+"\"\npackages = \"a/**\"\n")
		if got := p.Presets(); len(got) != 1 || got[0].Name != a.Name || !reflect.DeepEqual(got[0].Packages, []string{"a/**"}) {
			t.Errorf("%s: Presets() = %+v", a.Name, got)
		}
		if a.Title == "" || strings.Contains(a.Title, "\n") || !strings.Contains(a.Text, "\n\n[[") {
			t.Errorf("%s: title %q", a.Name, a.Title)
		}
		if _, err := policy.Parse(a.Name, []byte(a.Text)); err != nil {
			t.Error(err)
		}
	}
}

// TestPresetPrecedence wants the file to be heard before its presets, in
// whatever order they stand.
func TestPresetPrecedence(t *testing.T) {
	p := parse(t, `
[[preset]]
name = ["kubernetes-datapolicy", "masq"]
[[tag]]
key = "masq"
values = { secret = "phone" }
[[type]]
type = "net/http.Cookie"
class = "cookie_id"
[[class]]
name = "credential"
level = "moderate"
`)
	checkTags(t, p, []tagTest{
		{"x", `masq:"secret"`, "phone", piitag.Moderate},
		{"x", `masq:"other"`, "", 0},
		{"x", `datapolicy:"token"`, "credential", piitag.Moderate},
	})
	if tag, ok := p.Type("net/http.Cookie"); !ok || tag.Class != "cookie_id" {
		t.Errorf("Type = %+v, %t", tag, ok)
	}
	if keys := p.TypeKeys("net/http.Header"); len(keys) != 4 || keys[0].Key != "Authorization" || keys[0].Tag.Class != "credential" {
		t.Errorf("TypeKeys = %+v", keys)
	}
	if policy.Default().HasTypeKeys() || !p.HasTypeKeys() {
		t.Error("HasTypeKeys is wrong")
	}
}

// TestPresetPackages wants two projects with opposite meanings of one key to get
// along.
func TestPresetPackages(t *testing.T) {
	p := parse(t, `
[[preset]]
name = "redact"
packages = ["example.com/a/**"]
[[preset]]
name = "redact-allow"
packages = ["example.com/b/**"]
`)
	checkTags(t, p, []tagTest{
		{"example.com/a/x", `redact:"allow"`, "unknown", piitag.Moderate},
		{"example.com/b", `redact:"allow"`, "-", 0},
		{"example.com/c", `redact:"allow"`, "", 0},
	})
	for _, tt := range []struct {
		pkg   string
		tag   reflect.StructTag
		other reflect.StructTag
		class string
	}{
		{"example.com/b", `json:"mail"`, `redact:"allow"`, "unknown"},
		{"example.com/b", ``, `redact:"-"`, "unknown"},
		{"example.com/b", `redact:"allow"`, `redact:"allow"`, ""},
		{"example.com/b", `json:"mail"`, `json:"other"`, ""},
		{"example.com/a", `json:"mail"`, `redact:"allow"`, ""},
	} {
		got, _, ok := p.Untagged(tt.pkg, tt.tag, []reflect.StructTag{tt.tag, tt.other})
		if got.Class != tt.class || ok != (tt.class != "") {
			t.Errorf("Untagged(%q, %s beside %s) = %+v, %t, want %q", tt.pkg, tt.tag, tt.other, got, ok, tt.class)
		}
	}
}

// TestTagForms reads keys inside values, other separators, words behind a name.
func TestTagForms(t *testing.T) {
	p := parse(t, `
[[tag]]
key = "norman"
option = "type"
values = { password = "credential", plain = "-" }
default = "unknown"
[[tag]]
key = "gorm"
separator = ";"
values = { sensitive = "email" }
[[tag]]
key = "gorm"
option = "class"
separator = ";"
values = { phone = "phone" }
[[tag]]
key = "json"
skip = 1
values = { secret = "credential" }
[[tag]]
key = "pii"
values = { true = "unknown", skip = "-", "" = "unknown" }
`)
	checkTags(t, p, []tagTest{
		{"", `norman:"type=password,required"`, "credential", piitag.High},
		{"", `norman:"required, TYPE : password"`, "credential", piitag.High},
		{"", `norman:"type=plain"`, "-", 0},
		{"", `norman:"type=int"`, "unknown", piitag.Moderate},
		{"", `norman:"type"`, "unknown", piitag.Moderate},
		{"", `norman:"required"`, "", 0},
		{"", `norman:"default=password"`, "", 0},
		{"", `gorm:"column:x;sensitive"`, "email", piitag.Moderate},
		{"", `gorm:"column:x; class:phone"`, "phone", piitag.Moderate},
		{"", `gorm:"column:sensitive"`, "", 0},
		{"", `gorm:"column:x,sensitive"`, "", 0},
		{"", `json:"secret"`, "", 0},
		{"", `json:",secret"`, "credential", piitag.High},
		{"", `json:"x,omitempty,secret"`, "credential", piitag.High},
		{"", `pii:"true"`, "unknown", piitag.Moderate},
		{"", `pii:"skip"`, "-", 0},
		{"", `pii:""`, "unknown", piitag.Moderate},
		{"", `pii:"phone"`, "phone", piitag.Moderate},
		{"", `pii:"-"`, "-", 0},
	})
}

// TestSettings reads the newer sections out of the settings of another tool, as
// strictly as in a file, and with keys whose case was lost.
func TestSettings(t *testing.T) {
	p, err := policy.FromSettings("settings", map[string]any{
		"analyzers": map[string]any{"piierror": false, "piihandler/subject": true},
		"exclude":   map[string]any{"generated": true},
		"preset":    []any{map[string]any{"name": []any{"masq"}}},
		"tag":       []any{map[string]any{"key": "privacy", "values": map[string]any{"apikey": "credential"}}},
		"proto": []any{map[string]any{"option": "x.kind", "class": "unknown",
			"values": map[string]any{"kind_public": "-"}}},
		"type": []any{map[string]any{"type": "a.B", "keys": []any{"X"}, "class": "email"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	checkTags(t, p, []tagTest{
		{"", `masq:"secret"`, "credential", piitag.High},
		{"", `privacy:"apiKey"`, "credential", piitag.High},
	})
	if tag, _ := p.ProtoOption("x.kind", "KIND_PUBLIC", false); !tag.NotPersonal {
		t.Errorf("ProtoOption = %+v", tag)
	}
	if p.On("piierror") || !p.On("piihandler/subject") || !p.ExcludesGenerated() || !p.HasTypeKeys() {
		t.Error("switches or exclusions are lost")
	}
	_, err = policy.FromSettings("settings", map[string]any{"preset": []any{map[string]any{"name": "masqq"}}})
	if err == nil || !strings.Contains(err.Error(), `unknown preset "masqq"`) || !strings.Contains(err.Error(), `did you mean "masq"?`) {
		t.Errorf("error %v", err)
	}
}
