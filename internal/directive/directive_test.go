package directive_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/piivet/piivet/internal/directive"
	"github.com/piivet/piivet/piitag"
)

var (
	email = piitag.Tag{Class: "email", Level: piitag.Moderate}
	card  = piitag.Tag{Class: "payment_card", Level: piitag.High, Subject: "customer"}
)

func TestParse(t *testing.T) {
	type D = directive.Directive
	for _, tt := range []struct {
		comment string
		want    D
	}{
		{"//pii:source email", D{Verb: directive.Source, Args: "email", Tag: email, Classes: []string{"email"}}},
		{"//pii:source mail", D{Verb: directive.Source, Args: "mail", Tag: email, Classes: []string{"email"}}},
		{"//pii:source email\r", D{Verb: directive.Source, Args: "email", Tag: email, Classes: []string{"email"}}},
		{"//pii:source \t email  param=addr ", D{Verb: directive.Source, Args: "email  param=addr", Tag: email,
			Classes: []string{"email"}, Param: "addr"}},
		{"//pii:source card,subject=customer", D{Verb: directive.Source, Args: "card,subject=customer", Tag: card,
			Classes: []string{"payment_card"}}},
		{"//pii:source email // from the form", D{Verb: directive.Source, Args: "email", Tag: email, Classes: []string{"email"}}},
		{"//pii:redact", D{Verb: directive.Redact}},
		{"//pii:redact mail payment_card", D{Verb: directive.Redact, Args: "mail payment_card",
			Classes: []string{"email", "payment_card"}}},
		{"//pii:verify", D{Verb: directive.Verify}},
		{"//pii:verify // by token", D{Verb: directive.Verify}},
		{"//pii:consent", D{Verb: directive.Consent}},
		{"//pii:consent billing", D{Verb: directive.Consent, Args: "billing", Purpose: "billing"}},
		{"//pii:sink log", D{Verb: directive.Sink, Args: "log", Kinds: []string{"log"}}},
		{"//pii:sink outbound param=body", D{Verb: directive.Sink, Args: "outbound param=body",
			Kinds: []string{"outbound"}, Param: "body"}},
		{"//pii:allow log shown to the operator only", D{Verb: directive.Allow, Args: "log shown to the operator only",
			Kinds: []string{"log"}, Reason: "shown to the operator only"}},
		{"//pii:allow log,error  see https://example.com//x // want `y`", D{Verb: directive.Allow,
			Args: "log,error  see https://example.com//x", Kinds: []string{"log", "error"},
			Reason: "see https://example.com//x"}},
		{"//pii:allow response 理由", D{Verb: directive.Allow, Args: "response 理由", Kinds: []string{"response"}, Reason: "理由"}},
	} {
		got, ok, err := directive.Parse(tt.comment)
		if err != nil || !ok {
			t.Errorf("Parse(%q): %t, %v", tt.comment, ok, err)
		}
		tt.want.Col = 7
		if !reflect.DeepEqual(got, tt.want) {
			t.Errorf("Parse(%q)\n got %+v\nwant %+v", tt.comment, got, tt.want)
		}
	}
}

func TestParseProse(t *testing.T) {
	for _, comment := range []string{
		"", "//", "// ", "// pii", "// pii: a note", "//pii", "//piivet:source email", "// the pii:source directive",
		"//	//pii:source email", "/* pii */", "// pii: redact everything that is personal", "// pii: verify first",
		"// pii: consent form", "//PII : source of truth", "//go:build pii", "// pii:sources email", "x //pii:source email",
	} {
		if d, ok, err := directive.Parse(comment); ok || err != nil || d.Verb != "" {
			t.Errorf("Parse(%q) = %+v, %t, %v, want prose", comment, d, ok, err)
		}
	}
}

func TestParseErrors(t *testing.T) {
	const kinds = "want one of log, error, response, outbound"
	const verbs = "want one of source, redact, verify, consent, sink, allow"
	for _, tt := range []struct {
		comment    string
		col        int
		msg        string
		suggestion string
	}{
		{"//pii:", 7, "directive without a verb, " + verbs, ""},
		{"//pii: source email", 7, "directive without a verb, " + verbs, ""},
		{"//pii:sorce email", 7, `unknown directive "sorce", ` + verbs, "source"},
		{"//pii:Source email", 7, `unknown directive "Source", ` + verbs, "source"},
		{"//pii:ignore log x", 7, `unknown directive "ignore", ` + verbs, ""},
		{"// pii:source email", 1, `a directive begins with "//pii:source", in lower case and without spaces`, "//pii:source"},
		{"//PII:allow log x", 1, `a directive begins with "//pii:allow", in lower case and without spaces`, "//pii:allow"},
		{"// pii: redact email", 1, `a directive begins with "//pii:redact", in lower case and without spaces`, "//pii:redact"},
		{"//pii :verify", 1, `a directive begins with "//pii:verify", in lower case and without spaces`, "//pii:verify"},
		{"/*pii:verify*/", 1, "a directive is a // comment of its own", "//pii:verify"},

		{"//pii:source", 13, "source without a class", ""},
		{"//pii:source // note", 14, "source without a class", ""},
		{"//pii:source emial", 14, `unknown class "emial"`, "email"},
		{"//pii:source email,level=hihg", 26, `unknown level "hihg", want low, moderate or high`, "high"},
		{"//pii:source -", 14, `source of class "-"`, ""},
		{"//pii:source email adr", 20, `source: unexpected "adr"`, ""},
		{"//pii:source email parm=adr", 20, `source: unexpected "parm=adr"`, "param=adr"},
		{"//pii:source email param=", 26, `bad parameter name ""`, ""},
		{"//pii:source email param=func", 26, `bad parameter name "func"`, ""},
		{"//pii:source email param=_", 26, `bad parameter name "_"`, ""},
		{"//pii:source email param=a b", 28, `source: unexpected "b"`, ""},

		{"//pii:redact emial", 14, `unknown class "emial"`, "email"},
		{"//pii:redact email,phone", 14, `classes are separated by spaces, not commas`, "email phone"},
		{"//pii:redact email mail", 20, `class "email" stands twice`, ""},
		{"//pii:verify token", 14, `verify: unexpected "token"`, ""},
		{"//pii:consent a b", 17, `consent: unexpected "b"`, ""},
		{"//pii:consent (x)", 15, `bad purpose "(x)", want letters, digits, '_', '-', '.'`, ""},

		{"//pii:sink", 11, "sink without a kind, " + kinds, ""},
		{"//pii:sink logs", 12, `unknown kind "logs", ` + kinds, "log"},
		{"//pii:sink log,error", 12, `unknown kind "log,error", ` + kinds, "log"},
		{"//pii:sink log error", 16, `sink: unexpected "error"`, ""},

		{"//pii:allow", 12, "allow without a kind and a reason", ""},
		{"//pii:allow log", 16, "allow without a reason", ""},
		{"//pii:allow log -", 16, "allow without a reason", ""},
		{"//pii:allow log // because", 16, "allow without a reason", ""},
		{"//pii:allow piilog because", 13, `unknown kind "piilog", ` + kinds, "log"},
		{"//pii:allow log: because", 13, `unknown kind "log:", ` + kinds, "log"},
		{"//pii:allow log, error because", 17, "empty kind, want one of log,error,response,outbound without spaces between them", ""},
		{"//pii:allow log,log because", 17, `kind "log" stands twice`, ""},
	} {
		d, ok, err := directive.Parse(tt.comment)
		var e *directive.Error
		if !ok || !errors.As(err, &e) {
			t.Errorf("Parse(%q) = %+v, %t, %v, want an *Error", tt.comment, d, ok, err)
			continue
		}
		if want := (directive.Error{Col: tt.col, Msg: tt.msg, Suggestion: tt.suggestion}); *e != want {
			t.Errorf("Parse(%q)\n got %+v\nwant %+v", tt.comment, *e, want)
		}
		checkBroken(t, tt.comment, d)
	}
}

// checkBroken asserts that a broken directive can't take findings away.
func checkBroken(t *testing.T, comment string, d directive.Directive) {
	t.Helper()
	switch d.Verb {
	case "":
	case directive.Source:
		if d.Tag.Class != piitag.Unknown || d.Tag.Level < piitag.Moderate {
			t.Errorf("Parse(%q): broken source is %+v, want class unknown", comment, d.Tag)
		}
	default:
		t.Errorf("Parse(%q): broken directive kept the verb %q", comment, d.Verb)
	}
}

func TestParserKnowsMoreClasses(t *testing.T) {
	table, err := piitag.Builtin().With(piitag.Class{Name: "badge", Level: piitag.High})
	if err != nil {
		t.Fatal(err)
	}
	d, _, err := directive.NewParser(table).Parse("//pii:source badge")
	if err != nil || d.Tag.Class != "badge" || d.Tag.Level != piitag.High {
		t.Errorf("got %+v, %v", d, err)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"//pii:source email param=a", "//pii:allow log,error why // x", "// pii:verify",
		"//pii:", "//pii:sink log", "//pii:redact email phone", "/*pii:consent x*/", "//pii:consent \xff", "//pii:source \t,"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, ok, err := directive.Parse(s)
		if err != nil {
			var e *directive.Error
			if !errors.As(err, &e) || !ok || e.Col < 1 || e.Col > len(s)+1 || e.Msg == "" {
				t.Errorf("Parse(%q): %t, %#v", s, ok, err)
			}
			checkBroken(t, s, d)
			return
		}
		if ok && !strings.HasPrefix(s, "//pii:"+string(d.Verb)) {
			t.Errorf("Parse(%q) = %+v", s, d)
		}
		if d.Verb == directive.Allow && (len(d.Kinds) == 0 || strings.TrimSpace(d.Reason) == "") {
			t.Errorf("Parse(%q): allow without kind or reason: %+v", s, d)
		}
	})
}
