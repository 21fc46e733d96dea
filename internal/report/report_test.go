package report

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/piivet/piivet/internal/finding"
	"github.com/piivet/piivet/piitag"
)

// sample is a finding in a file with wide runes, with a step in a package that
// is not at hand and a fix.
func sample(t *testing.T) (*finding.Finding, Env) {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "a b%.go")
	code := "package p\n\n\tlog.Println(\"顧客 😀\", c.Email)\n"
	if err := os.WriteFile(path, []byte(code), 0o600); err != nil {
		t.Fatal(err)
	}
	at := strings.Index(code, "c.Email")
	col := at - strings.LastIndexByte(code[:at], '\n')
	here := finding.Location{Path: path, Line: 3, Col: col}
	f := &finding.Finding{
		Analyzer: "piilog", Package: "example.com/p", Func: "show", Kind: "log", Sink: "Logger[int].Print", Demands: []string{"redact"}, Level: piitag.High,
		Message: "email from Box[int].Email reaches Logger[int].Print without redaction",
		Span:    finding.Span{Start: here, EndLine: 3, EndCol: col + len("c.Email")},
		Flows: []finding.Flow{{
			Class: "email", Level: piitag.High, Name: "Box[int].Email",
			Tag: finding.Location{Path: "example.com/box/box.go", Line: 9, Col: 2, Lost: true},
			Steps: []finding.Station{
				{Text: "read from Box[int].Email", At: here},
				{Text: "logged by Logger[int].Print", At: finding.Location{Path: path, Line: 3, Col: 2}},
			},
		}},
		Fixes: []finding.Fix{{Message: "Mask it", Edits: []finding.Edit{
			{Path: path, Start: at, End: at, New: "mask("}, {Path: path, Start: at + 7, End: at + 7, New: ")"},
		}}},
	}
	finding.SetFingerprints([]*finding.Finding{f})
	return f, Env{Dir: dir, Root: dir, Version: "v1", Rules: []Rule{{Name: "piilog", Doc: "title\n\nbody", URL: "https://example.com"}}}
}

func write(t *testing.T, format string, e Env, fs ...*finding.Finding) string {
	t.Helper()
	var b strings.Builder
	h, err := New(format, &b, e)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range fs {
		if err := h.Finding(f); err != nil {
			t.Fatal(err)
		}
	}
	if err := h.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestValid wants each JSON format to be JSON, with no finding, with one and
// with two.
func TestValid(t *testing.T) {
	f, e := sample(t)
	for _, format := range []string{"json", "sarif", "gitlab", "rdjson"} {
		for _, fs := range [][]*finding.Finding{nil, {f}, {f, f}} {
			if out := write(t, format, e, fs...); !json.Valid([]byte(out)) {
				t.Errorf("%s of %d findings is no JSON:\n%s", format, len(fs), out)
			}
		}
	}
}

func TestText(t *testing.T) {
	f, e := sample(t)
	want := "a b%.go:3:29: email from Box[int].Email reaches Logger[int].Print without redaction (piilog)\n" +
		"     1 │ package p\n" +
		"     2 │ \n" +
		"     3 │ \tlog.Println(\"顧客 😀\", c.Email)\n" +
		"       │ \t                       ^^^^^^^\n" +
		"    a b%.go:3:29   read from Box[int].Email\n" +
		"    a b%.go:3:2    logged by Logger[int].Print\n" +
		"    help: Mask it (piivet -fix), or allow it with //pii:allow log REASON\n" +
		"\n1 finding in 1 package: piilog 1\nby class: email 1\n"
	if got := write(t, "text", e, f); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	e.Color = true
	if got := write(t, "text", e, f); !strings.Contains(got, "\x1b[31;1m^^^^^^^\x1b") {
		t.Errorf("in colour: %q", got)
	}
	e.Notes = func() []string { return []string{"a note"} }
	if got := write(t, "text", e); got != "a note\n" {
		t.Errorf("without findings: %q", got)
	}
}

// TestHostileSource wants what a source file holds not to reach the terminal as
// a command.
func TestHostileSource(t *testing.T) {
	if got := printable("a\tb\x1b[31m\u202ec\x9b"); got != "a\tb\ufffd[31m\ufffdc\ufffd" {
		t.Errorf("%q", got)
	}
}

func TestUnderline(t *testing.T) {
	for _, c := range []struct {
		line                string
		col, endLine, endAt int
		pad, mark           string
	}{
		{"\tf(x)", 4, 1, 5, "\t  ", "^"},
		{"f(x)", 1, 1, 5, "", "^^^^"},
		{"f(x)", 3, 1, 3, "  ", "^"},      // a position
		{"f(x", 3, 2, 9, "  ", "^"},       // goes on in the next line
		{"e\u0301 x", 5, 1, 6, "  ", "^"}, // a combining mark takes no room
		{"한 x", 5, 1, 6, "   ", "^"},
		{"short", 40, 1, 50, "     ", "^"}, // the file has changed
	} {
		span := finding.Span{Start: finding.Location{Line: 1, Col: c.col}, EndLine: c.endLine, EndCol: c.endAt}
		if pad, mark := underline(c.line, span); pad != c.pad || mark != c.mark {
			t.Errorf("%q from %d: %q %q, want %q %q", c.line, c.col, pad, mark, c.pad, c.mark)
		}
	}
}

func TestSARIF(t *testing.T) {
	f, e := sample(t)
	out := write(t, "sarif", e, f)
	for _, want := range []string{
		`"text":"email from [Box\\[int\\].Email](1) reaches [Logger\\[int\\].Print](3) without redaction"`,
		`"uri":"a%20b%25.go","uriBaseId":"%SRCROOT%"`,
		// 顧客 is two code units, 😀 is two more.
		`"region":{"startLine":3,"startColumn":23,"endLine":3,"endColumn":30}`,
		`"partialFingerprints":{"piivet/v1":"` + f.Fingerprint + `"}`,
		`"logicalLocations":[{"fullyQualifiedName":"example.com/box/box.go"}]`,
		`"level":"error"`,
		`"insertedContent":{"text":"mask("}`,
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %s in\n%s", want, out)
		}
	}
}

func TestGitHub(t *testing.T) {
	f, e := sample(t)
	f.Message += ", 100%\r\n"
	want := "::error file=a b%25.go,line=3,endLine=3,col=23,endColumn=29,title=piilog::" +
		"email from Box[int].Email reaches Logger[int].Print without redaction, 100%25%0D%0A%0A" +
		"a b%25.go:3:29: read from Box[int].Email%0Aa b%25.go:3:2: logged by Logger[int].Print\n"
	if got := write(t, "github", e, f); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := property("a,b:c"); got != "a%2Cb%3Ac" {
		t.Errorf("property: %q", got)
	}
}
