package policy_test

import (
	"reflect"
	"testing"

	"github.com/piivet/piivet/piitag"
)

// TestConventions reads each form of the tag conventions that public Go code was
// found to use, by the preset that is there for it.
func TestConventions(t *testing.T) {
	const low, moderate, high = piitag.Low, piitag.Moderate, piitag.High
	for _, tt := range []struct {
		preset string
		tag    reflect.StructTag
		class  string // "" for no tag, "-" for not personal
		level  piitag.Level
	}{
		{"class-filter", `class:"public"`, "-", 0},
		{"class-filter", `class:"sensitive"`, "unknown", moderate},
		{"class-filter", `class:"secret"`, "unknown", high},
		{"class-filter", `class:"sensitive,redact"`, "unknown", moderate},
		{"class-filter", `class:"secret,hmac-sha256"`, "unknown", high},
		{"class-filter", `class:"public,encrypt"`, "-", 0},
		{"class-filter", `protobuf:"bytes,1" json:"email,omitempty" class:"sensitive"`, "unknown", moderate},
		{"kubernetes-datapolicy", `datapolicy:"password"`, "credential", high},
		{"kubernetes-datapolicy", `datapolicy:"token"`, "credential", high},
		{"kubernetes-datapolicy", `datapolicy:"security-key"`, "credential", high},
		{"kubernetes-datapolicy", `datapolicy:"secret-key"`, "credential", high},
		{"kubernetes-datapolicy", `datapolicy:"token,password"`, "credential", high},
		{"kubernetes-datapolicy", `datapolicy:""`, "", 0},
		{"sensitive", `type:"string" sensitive:"true"`, "unknown", moderate},
		{"sensitive", `json:"-" sensitive:"true" tf:"password"`, "unknown", moderate},
		{"sensitive", `sensitive:"false"`, "-", 0},
		{"mask", `mask:"password"`, "credential", high},
		{"mask", `mask:"username"`, "username", moderate},
		{"mask", `mask:"url"`, "credential", high},
		{"mask", `mask:"email"`, "email", moderate},
		{"mask", `mask:"true"`, "unknown", moderate},
		{"mask", `mask:"filled4"`, "unknown", moderate},
		{"mask", `mask:"random100"`, "unknown", moderate},
		{"mask", `mask:"hash"`, "unknown", moderate},
		{"mask", `mask:"zero"`, "unknown", moderate},
		{"mask", `mask:"-"`, "-", 0},
		{"scrub", `scrub:"always"`, "credential", high},
		{"scrub", `scrub:"dependent"`, "-", 0},
		{"scrub", `scrub:"map-values"`, "credential", high},
		{"scrub", `scrub:"disableDependentIfTrue"`, "-", 0},
		{"scrub", `scrub:"always,dependent"`, "credential", high},
		{"masq", `masq:"secret"`, "credential", high},
		{"masq", `masq:"contact"`, "unknown", moderate},
		{"log", `log:"-"`, "unknown", moderate},
		{"log", `log:"false"`, "unknown", moderate},
		{"log", `log:"redact"`, "unknown", moderate},
		{"log", `log:"mail,mask"`, "unknown", moderate},
		{"log", `log:"mail"`, "", 0},
		{"log", `evolog:"ignore"`, "unknown", moderate},
		{"debugmap", `debugmap:"visible"`, "-", 0},
		{"debugmap", `debugmap:"visible-format"`, "-", 0},
		{"debugmap", `debugmap:"sensitive"`, "credential", high},
		{"debugmap", `debugmap:"hidden"`, "-", 0},
		{"norman", `norman:"type=password,required"`, "credential", high},
		{"norman", `norman:"required,type=password"`, "credential", high},
		{"norman", `norman:"type=string,default=password"`, "", 0},
		{"redact-level", `redact:"public"`, "-", 0},
		{"redact-level", `redact:"internal"`, "-", 0},
		{"redact-level", `redact:"sensitive"`, "unknown", moderate},
		{"redact-level", `redact:"secret"`, "credential", high},
		{"redact-level", `redact:"never_export"`, "unknown", high},
		{"redact", `redact:"-"`, "unknown", moderate},
		{"redact", `redact:"true"`, "unknown", moderate},
		{"redact", `redact:""`, "unknown", moderate},
		{"redact", `redact:"XXX-XX-XXXX"`, "unknown", moderate},
		{"redact", `encrypt:"pii"`, "unknown", moderate},
		{"redact-allow", `redact:"allow"`, "-", 0},
		{"redact-allow", `redact:"-"`, "unknown", moderate},
		{"pii-words", `pii:"true"`, "unknown", moderate},
		{"pii-words", `pii:"mask,keep=6"`, "unknown", moderate},
		{"pii-words", `pii:"redact,strategy=hash"`, "unknown", moderate},
		{"pii-words", `pii:"mask"`, "unknown", moderate},
		{"pii-words", `pii:"hash"`, "unknown", moderate},
		{"pii-words", `pii:"drop"`, "unknown", moderate},
		{"pii-words", `pii:"skip"`, "-", 0},
		{"pii-words", `pii:"-"`, "-", 0},
		{"pii-words", `pii:"email"`, "email", moderate},
		{"pii-words", `pii:"ip"`, "ip", low},
		{"pii-words", `pii:"true" sensitive:"true"`, "unknown", moderate},
		{"secret", `env:"DSN" secret:"true"`, "credential", high},
		{"secret", `secret:"false"`, "-", 0},
		{"privacy", `privacy:"password"`, "credential", high},
		{"privacy", `privacy:"apiKey"`, "credential", high},
		{"levee", `levee:"source"`, "unknown", moderate},
		{"levee", `levee:"sink"`, "", 0},
		{"json-options", `json:"token,secret"`, "credential", high},
		{"json-options", `json:"secret"`, "", 0},
		{"gorm-sensitive", `gorm:"column:mail;sensitive"`, "unknown", moderate},
		{"gorm-sensitive", `gorm:"serializer:encrypted"`, "unknown", moderate},
		{"gorm-sensitive", `gorm:"column:sensitive"`, "", 0},
	} {
		p := parse(t, "[[preset]]\nname = \""+tt.preset+"\"\n")
		t.Run(tt.preset, func(t *testing.T) {
			checkTags(t, p, []tagTest{{"example.com/x", tt.tag, tt.class, tt.level}})
		})
	}
}
