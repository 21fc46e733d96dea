package policy_test

import (
	"reflect"
	"testing"

	"github.com/piivet/piivet/piitag"
)

// conventions are forms of tag conventions that public Go code was found to use,
// by the preset that is there for them.
var conventions = []struct {
	preset string
	tag    reflect.StructTag
	class  string // "" for no tag, "-" for not personal
	level  piitag.Level
}{
	{"class-filter", `class:"public"`, "-", 0},
	{"class-filter", `class:"sensitive"`, "unknown", piitag.Moderate},
	{"class-filter", `class:"secret"`, "unknown", piitag.High},
	{"class-filter", `class:"sensitive,redact"`, "unknown", piitag.Moderate},
	{"class-filter", `class:"secret,hmac-sha256"`, "unknown", piitag.High},
	{"class-filter", `class:"public,encrypt"`, "-", 0},
	{"class-filter", `protobuf:"bytes,1" json:"email,omitempty" class:"sensitive"`, "unknown", piitag.Moderate},
	{"kubernetes-datapolicy", `datapolicy:"password"`, "credential", piitag.High},
	{"kubernetes-datapolicy", `datapolicy:"token"`, "credential", piitag.High},
	{"kubernetes-datapolicy", `datapolicy:"security-key"`, "credential", piitag.High},
	{"kubernetes-datapolicy", `datapolicy:"secret-key"`, "credential", piitag.High},
	{"kubernetes-datapolicy", `datapolicy:"token,password"`, "credential", piitag.High},
	{"kubernetes-datapolicy", `datapolicy:""`, "", 0},
	{"sensitive", `type:"string" sensitive:"true"`, "unknown", piitag.Moderate},
	{"sensitive", `json:"-" sensitive:"true" tf:"password"`, "unknown", piitag.Moderate},
	{"sensitive", `sensitive:"false"`, "-", 0},
	{"mask", `mask:"password"`, "credential", piitag.High},
	{"mask", `mask:"username"`, "username", piitag.Moderate},
	{"mask", `mask:"url"`, "credential", piitag.High},
	{"mask", `mask:"email"`, "email", piitag.Moderate},
	{"mask", `mask:"true"`, "unknown", piitag.Moderate},
	{"mask", `mask:"filled4"`, "unknown", piitag.Moderate},
	{"mask", `mask:"random100"`, "unknown", piitag.Moderate},
	{"mask", `mask:"hash"`, "unknown", piitag.Moderate},
	{"mask", `mask:"zero"`, "unknown", piitag.Moderate},
	{"mask", `mask:"-"`, "-", 0},
	{"scrub", `scrub:"always"`, "credential", piitag.High},
	{"scrub", `scrub:"dependent"`, "-", 0},
	{"scrub", `scrub:"map-values"`, "credential", piitag.High},
	{"scrub", `scrub:"disableDependentIfTrue"`, "-", 0},
	{"scrub", `scrub:"always,dependent"`, "credential", piitag.High},
	{"masq", `masq:"secret"`, "credential", piitag.High},
	{"masq", `masq:"contact"`, "unknown", piitag.Moderate},
	{"log", `log:"-"`, "unknown", piitag.Moderate},
	{"log", `log:"false"`, "unknown", piitag.Moderate},
	{"log", `log:"redact"`, "unknown", piitag.Moderate},
	{"log", `log:"mail,mask"`, "unknown", piitag.Moderate},
	{"log", `log:"mail"`, "", 0},
	{"log", `evolog:"ignore"`, "unknown", piitag.Moderate},
	{"debugmap", `debugmap:"visible"`, "-", 0},
	{"debugmap", `debugmap:"visible-format"`, "-", 0},
	{"debugmap", `debugmap:"sensitive"`, "credential", piitag.High},
	{"debugmap", `debugmap:"hidden"`, "-", 0},
	{"norman", `norman:"type=password,required"`, "credential", piitag.High},
	{"norman", `norman:"required,type=password"`, "credential", piitag.High},
	{"norman", `norman:"type=string,default=password"`, "", 0},
	{"redact-level", `redact:"public"`, "-", 0},
	{"redact-level", `redact:"internal"`, "-", 0},
	{"redact-level", `redact:"sensitive"`, "unknown", piitag.Moderate},
	{"redact-level", `redact:"secret"`, "credential", piitag.High},
	{"redact-level", `redact:"never_export"`, "unknown", piitag.High},
	{"redact", `redact:"-"`, "unknown", piitag.Moderate},
	{"redact", `redact:"true"`, "unknown", piitag.Moderate},
	{"redact", `redact:""`, "unknown", piitag.Moderate},
	{"redact", `redact:"XXX-XX-XXXX"`, "unknown", piitag.Moderate},
	{"redact", `encrypt:"pii"`, "unknown", piitag.Moderate},
	{"redact-allow", `redact:"allow"`, "-", 0},
	{"redact-allow", `redact:"-"`, "unknown", piitag.Moderate},
	{"pii-words", `pii:"true"`, "unknown", piitag.Moderate},
	{"pii-words", `pii:"mask,keep=6"`, "unknown", piitag.Moderate},
	{"pii-words", `pii:"redact,strategy=hash"`, "unknown", piitag.Moderate},
	{"pii-words", `pii:"mask"`, "unknown", piitag.Moderate},
	{"pii-words", `pii:"hash"`, "unknown", piitag.Moderate},
	{"pii-words", `pii:"drop"`, "unknown", piitag.Moderate},
	{"pii-words", `pii:"skip"`, "-", 0},
	{"pii-words", `pii:"-"`, "-", 0},
	{"pii-words", `pii:"email"`, "email", piitag.Moderate},
	{"pii-words", `pii:"ip"`, "ip", piitag.Low},
	{"pii-words", `pii:"true" sensitive:"true"`, "unknown", piitag.Moderate},
	{"secret", `env:"DSN" secret:"true"`, "credential", piitag.High},
	{"secret", `secret:"false"`, "-", 0},
	{"privacy", `privacy:"password"`, "credential", piitag.High},
	{"privacy", `privacy:"apiKey"`, "credential", piitag.High},
	{"levee", `levee:"source"`, "unknown", piitag.Moderate},
	{"levee", `levee:"sink"`, "", 0},
	{"json-options", `json:"token,secret"`, "credential", piitag.High},
	{"json-options", `json:"secret"`, "", 0},
	{"gorm-sensitive", `gorm:"column:mail;sensitive"`, "unknown", piitag.Moderate},
	{"gorm-sensitive", `gorm:"serializer:encrypted"`, "unknown", piitag.Moderate},
	{"gorm-sensitive", `gorm:"column:sensitive"`, "", 0},
}

// TestConventions reads each of these forms by its preset.
func TestConventions(t *testing.T) {
	for _, tt := range conventions {
		p := parse(t, "[[preset]]\nname = \""+tt.preset+"\"\n")
		t.Run(tt.preset, func(t *testing.T) {
			checkTags(t, p, []tagTest{{"example.com/x", tt.tag, tt.class, tt.level}})
		})
	}
}
