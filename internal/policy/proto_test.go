package policy_test

import (
	"slices"
	"testing"

	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/piitag"
)

// TestProtoOption reads options of fields: a class that they name, a value that
// is listed, or the class of the option.
func TestProtoOption(t *testing.T) {
	p := parse(t, `
[[proto]]
option = "x.kind"
class = "unknown,level=high"
values = { KIND_PUBLIC = "-", KIND_MAIL = "email,level=low" }
[[class]]
name = "phone"
level = "high"
`)
	for _, tt := range []struct {
		option, value string
		zero          bool
		class         string // "" for nothing, "-" for not personal
		level         piitag.Level
	}{
		{"debug_redact", "true", false, "unknown", piitag.Moderate},
		{"debug_redact", "false", true, "", 0},
		{"x.kind", "KIND_PUBLIC", false, "-", 0},
		{"x.kind", "KIND_MAIL", false, "email", piitag.Low},
		{"x.kind", "KIND_UNSPECIFIED", true, "", 0},
		{"x.kind", "KIND_PHONE_NUMBER", false, "phone", piitag.High},
		{"x.kind", "email", false, "email", piitag.Moderate},
		{"x.kind", "OTHER", false, "unknown", piitag.High},
		{"x.kind", "", false, "unknown", piitag.High},
		{"x.other", "true", false, "", 0},
	} {
		got, ok := p.ProtoOption(tt.option, tt.value, tt.zero)
		class := got.Class
		if got.NotPersonal {
			class = "-"
		}
		if class != tt.class || got.Level != tt.level || ok != (tt.class != "") {
			t.Errorf("ProtoOption(%q, %q) = %+v, %t, want %q at %v", tt.option, tt.value, got, ok, tt.class, tt.level)
		}
	}
	if got := p.ProtoOptions(); !slices.Equal(got, []string{"x.kind", "debug_redact"}) {
		t.Errorf("ProtoOptions() = %q", got)
	}
}

// TestDebugRedact wants the option to be known without a policy, and the policy to
// have the last word.
func TestDebugRedact(t *testing.T) {
	for text, want := range map[string]string{
		"": "unknown", "[[proto]]\noption = \"debug_redact\"\nclass = \"credential\"\n": "credential",
	} {
		got, ok := parse(t, text).ProtoOption("debug_redact", "true", false)
		if !ok || got.Class != want {
			t.Errorf("%q: %+v, %t", text, got, ok)
		}
	}
	off := parse(t, "[[proto]]\noption = \"debug_redact\"\nclass = \"-\"\n")
	if got, _ := off.ProtoOption("debug_redact", "true", false); !got.NotPersonal {
		t.Errorf("switched off: %+v", got)
	}
	if got, ok := policy.Default().ProtoOption("debug_redact", "true", false); !ok || got.Class != "unknown" {
		t.Errorf("default: %+v, %t", got, ok)
	}
}
