package piitag_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/piivet/piivet/piitag"
)

func TestParse(t *testing.T) {
	for _, tt := range []struct {
		tag  string
		want piitag.Tag
	}{
		{"-", piitag.Tag{NotPersonal: true}},
		{"email", piitag.Tag{Class: "email", Level: piitag.Moderate}},
		{"mail", piitag.Tag{Class: "email", Level: piitag.Moderate}},
		{"ip", piitag.Tag{Class: "ip", Level: piitag.Low}},
		{"ssn", piitag.Tag{Class: "ssn", Level: piitag.High}},
		{"unknown", piitag.Tag{Class: "unknown", Level: piitag.Moderate}},
		{"email,level=low", piitag.Tag{Class: "email", Level: piitag.Low}},
		{"email,level=moderate", piitag.Tag{Class: "email", Level: piitag.Moderate}},
		{"ip,level=high", piitag.Tag{Class: "ip", Level: piitag.High}},
		{"name,subject=customer", piitag.Tag{Class: "name", Level: piitag.Moderate, Subject: "customer"}},
		{"name,purpose=billing", piitag.Tag{Class: "name", Level: piitag.Moderate, Purposes: []string{"billing"}}},
		{"name,purpose=billing|kyc-2.b", piitag.Tag{Class: "name", Level: piitag.Moderate, Purposes: []string{"billing", "kyc-2.b"}}},
		{"name,retain=90d", piitag.Tag{Class: "name", Level: piitag.Moderate, Retain: piitag.Period{Count: 90, Unit: 'd'}}},
		{"dob,quasi", piitag.Tag{Class: "dob", Level: piitag.Moderate, Quasi: true}},
		{"gender,quasi,level=moderate,retain=1y,purpose=a,subject=s", piitag.Tag{
			Class: "gender", Level: piitag.Moderate, Subject: "s", Purposes: []string{"a"},
			Retain: piitag.Period{Count: 1, Unit: 'y'}, Quasi: true}},
	} {
		got, err := piitag.Parse(tt.tag)
		if err != nil {
			t.Errorf("Parse(%q): %v", tt.tag, err)
		}
		if !reflect.DeepEqual(got, tt.want) {
			t.Errorf("Parse(%q) = %+v, want %+v", tt.tag, got, tt.want)
		}
	}
}

func TestParseErrors(t *testing.T) {
	const moderate, high = piitag.Moderate, piitag.High
	for _, tt := range []struct {
		tag        string
		level      piitag.Level // of the unknown class that stands in
		col        int
		msg        string
		suggestion string
	}{
		{"", moderate, 1, `empty tag, want a class or "-"`, ""},
		{" ", moderate, 1, `empty tag, want a class or "-"`, ""},
		{",level=low", moderate, 1, `empty class`, ""},
		{"emial", moderate, 1, `unknown class "emial"`, "email"},
		{"Email", moderate, 1, `unknown class "Email"`, "email"},
		{"payment-crad", high, 1, `unknown class "payment-crad"`, "payment_card"},
		{"true", moderate, 1, `unknown class "true"`, ""},
		{"true,level=high", high, 1, `unknown class "true"`, ""},
		{"-,level=high", high, 1, `"-" stands alone, without options`, ""},
		{"level=high", high, 1, `"level" before the class, which comes first`, ""},
		{"quasi,email", moderate, 1, `"quasi" before the class, which comes first`, ""},
		{"email,", moderate, 7, `empty option`, ""},
		{"email,,quasi", moderate, 7, `empty option`, ""},
		{"email,level", moderate, 7, `"level" lacks a value`, "level="},
		{"email,level=", moderate, 13, `unknown level "", want low, moderate or high`, ""},
		{"email,level=hihg", high, 13, `unknown level "hihg", want low, moderate or high`, "high"},
		{"email,level=High", high, 13, `unknown level "High", want low, moderate or high`, "high"},
		{"email,level=low,levl=high", high, 17, `unknown key "levl"`, "level"},
		{"email,levl=low", moderate, 7, `unknown key "levl"`, "level"},
		{"email,level:high", high, 12, `"level:high", want key=value`, "level=high"},
		{"email,high", high, 7, `unknown option "high"`, "level=high"},
		{"ip,low", moderate, 4, `unknown option "low"`, "level=low"},
		{"email,phone", moderate, 7, `"phone" is a second class, a tag has one`, ""},
		{"email,ssn", high, 7, `"ssn" is a second class, a tag has one`, ""},
		{"email,quasi=true", moderate, 12, `"quasi" takes no value`, "quasi"},
		{"email,quasy", moderate, 7, `unknown option "quasy"`, "quasi"},
		{"email,omitempty", moderate, 7, `unknown option "omitempty"`, ""},
		{"email,color=red", moderate, 7, `unknown key "color"`, ""},
		{"email, quasi", moderate, 7, `space before "quasi"`, ""},
		{"email ,quasi", moderate, 6, `space after "email"`, ""},
		{" health", high, 1, `space before "health"`, ""},
		{"email,level=low,level=low", moderate, 17, `second "level"`, ""},
		{"email,quasi,quasi", moderate, 13, `second "quasi"`, ""},
		{"email,subject=", moderate, 15, `empty value`, ""},
		{"email,subject=a b", moderate, 16, `' ' in a name, want letters, digits, '_', '-', '.'`, ""},
		{"email,subject=-a", moderate, 15, `'-' in a name, want letters, digits, '_', '-', '.'`, ""},
		{"email,purpose=a||b", moderate, 17, `empty value`, ""},
		{"email,purpose=a|b|a", moderate, 19, `purpose "a" stands twice`, ""},
		{"email,retain=90", moderate, 14, `bad period "90", want a number and h, d, w, m or y, like 90d`, ""},
		{"email,retain=", moderate, 14, `empty period, want a number and h, d, w, m or y, like 90d`, ""},
		{"email,retain=0d", moderate, 14, `bad period "0d", want a number and h, d, w, m or y, like 90d`, ""},
		{"email,retain=d", moderate, 14, `bad period "d", want a number and h, d, w, m or y, like 90d`, ""},
		{"email,retain=+1d", moderate, 14, `bad period "+1d", want a number and h, d, w, m or y, like 90d`, ""},
		{"email,retain=123456d", moderate, 14, `period "123456d" is longer than 99999d`, ""},
		{"ip,level=lwo", moderate, 10, `unknown level "lwo", want low, moderate or high`, "low"},
	} {
		got, err := piitag.Parse(tt.tag)
		if want := (piitag.Tag{Class: piitag.Unknown, Level: tt.level}); !reflect.DeepEqual(got, want) {
			t.Errorf("Parse(%q) = %+v, want %+v", tt.tag, got, want)
		}
		var e *piitag.ParseError
		if !errors.As(err, &e) {
			t.Errorf("Parse(%q): error %v, want a *ParseError", tt.tag, err)
			continue
		}
		want := piitag.ParseError{Text: tt.tag, Col: tt.col, Msg: tt.msg, Suggestion: tt.suggestion}
		if *e != want {
			t.Errorf("Parse(%q):\n got %+v\nwant %+v", tt.tag, *e, want)
		}
	}
}

func TestParseErrorText(t *testing.T) {
	_, err := piitag.Parse("emial,level=high")
	const want = `pii tag "emial,level=high", column 1: unknown class "emial" (did you mean "email"?)`
	if err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}

func TestFromStructTag(t *testing.T) {
	email := piitag.Tag{Class: "email", Level: piitag.Moderate}
	unknown := piitag.Tag{Class: piitag.Unknown, Level: piitag.Moderate}
	for _, tt := range []struct {
		name string
		tag  reflect.StructTag
		want piitag.Tag
		ok   bool
		err  string // in the error, "" for none
	}{
		{"none", ``, piitag.Tag{}, false, ""},
		{"other keys", `json:"email" db:"pii"`, piitag.Tag{}, false, ""},
		{"in another's value", `doc:"pii:email" example:"pii"`, piitag.Tag{}, false, ""},
		{"alone", `pii:"email"`, email, true, ""},
		{"after others", `json:"e\"mail" pii:"email"`, email, true, ""},
		{"looked at", `pii:"-"`, piitag.Tag{NotPersonal: true}, true, ""},
		{"before a malformed one", `pii:"email" json:email`, email, true, ""},
		{"after a malformed value", `x:"\z" pii:"email"`, email, true, ""},
		{"misspelt class", `json:"a" pii:"emial"`, unknown, true, `column 15: unknown class "emial"`},
		{"no quotes", `pii:email`, unknown, true, "column 1: malformed struct tag hides the pii tag"},
		{"no quotes later", `json:"a" pii:email`, unknown, true, "column 10: malformed"},
		{"space after colon", `pii: "email"`, unknown, true, "column 1: malformed"},
		{"comma between", `json:"a",pii:"email"`, unknown, true, `column 9: key ",pii" is not pii`},
		{"after a broken key", `json:a pii:"email"`, unknown, true, "column 8: malformed"},
		{"bare", `pii`, unknown, true, "column 1: malformed"},
		{"equals", `pii="email"`, unknown, true, "column 1: malformed"},
		{"open quote", `pii:"email`, unknown, true, "column 1: malformed"},
		{"bad escape", `pii:"\z"`, unknown, true, "column 5: malformed value of the pii tag"},
		{"capitals", `PII:"email"`, unknown, true, `key "PII" is not pii (did you mean "pii"?)`},
		{"twice", `pii:"ip" pii:"email"`, unknown, true, "column 10: second pii tag"},
		{"twice, high", `pii:"ssn" pii:"email"`, piitag.Tag{Class: piitag.Unknown, Level: piitag.High}, true, "second pii tag"},
		{"malformed, no pii", `json:email`, piitag.Tag{}, false, ""},
		{"malformed, name with pii", `json:a x_pii:"email" piivet:"x"`, piitag.Tag{}, false, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, ok, err := piitag.FromStructTag(tt.tag)
			if !reflect.DeepEqual(got, tt.want) || ok != tt.ok {
				t.Errorf("got %+v, %t, want %+v, %t", got, ok, tt.want, tt.ok)
			}
			if (err != nil) != (tt.err != "") || err != nil && !strings.Contains(err.Error(), tt.err) {
				t.Errorf("error %v, want %q in it", err, tt.err)
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"-", "email", "email,level=high", "name,purpose=a|b,retain=90d,quasi",
		"", ",", "email,level:high", "emial", " email", "email,subject=ü", "level=high", "\x00", "email,level=low,levl=high"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		tag, err := piitag.Parse(s)
		if err != nil {
			checkBroken(t, s, tag, err)
			return
		}
		again, err := piitag.Parse(tag.String())
		if err != nil || !reflect.DeepEqual(tag, again) {
			t.Errorf("Parse(%q) = %+v, but its String %q gives %+v, %v", s, tag, tag.String(), again, err)
		}
		if tag.Personal() == tag.NotPersonal {
			t.Errorf("Parse(%q) = %+v is neither personal nor not", s, tag)
		}
	})
}

// checkBroken asserts what must hold of every tag that can't be read.
func checkBroken(t *testing.T, s string, tag piitag.Tag, err error) {
	t.Helper()
	if tag.Class != piitag.Unknown || tag.Level < piitag.Moderate {
		t.Errorf("Parse(%q) = %+v with an error, want class unknown, moderate or high", s, tag)
	}
	if strings.Contains(s, ",") &&
		strings.HasSuffix(s, ",level=high") && tag.Level != piitag.High {
		t.Errorf("Parse(%q) lost the level: %+v", s, tag)
	}
	var e *piitag.ParseError
	if !errors.As(err, &e) {
		t.Fatalf("Parse(%q): %T is no *ParseError", s, err)
	}
	if e.Col < 1 || e.Col > len(s)+1 || e.Msg == "" {
		t.Errorf("Parse(%q): column %d, message %q", s, e.Col, e.Msg)
	}
}

func FuzzFromStructTag(f *testing.F) {
	for _, s := range []string{`pii:"email"`, `json:"a" pii:"emial"`, `pii:email`, `PII:"x"`, `json:a pii:"b"`, `a:"\"" pii:"-"`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		tag, ok, err := piitag.FromStructTag(reflect.StructTag(s))
		value, seen := reflect.StructTag(s).Lookup(piitag.Key)
		switch {
		case seen && !ok:
			t.Errorf("FromStructTag(%q) does not see the tag %q", s, value)
		case !ok && (err != nil || tag.Class != ""):
			t.Errorf("FromStructTag(%q) = %+v, false, %v", s, tag, err)
		case ok && err == nil && !seen:
			t.Errorf("FromStructTag(%q) sees a tag that reflect does not", s)
		case err != nil && (tag.Class != piitag.Unknown || tag.Level < piitag.Moderate):
			t.Errorf("FromStructTag(%q) = %+v with an error", s, tag)
		}
	})
}
