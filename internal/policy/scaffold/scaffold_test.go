package scaffold_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/policy/scaffold"
)

// TestPrintReadsBack prints the policy of every example of the documentation, and
// wants what was printed to say the same: printed again, but for the origins.
func TestPrintReadsBack(t *testing.T) {
	data, err := os.ReadFile("../../../docs/policy.md")
	if err != nil {
		t.Fatal(err)
	}
	texts := []string{"", "[policy]\nlog.low = \"allow\"\n", "[[type]]\ntype = \"a.B\"\nkeys = [\"x\\\"\\\\\", \"\\t\\u0001ä\"]\nclass = \"email\"\n"}
	for _, block := range strings.Split(string(data), "```toml\n")[1:] {
		text, _, _ := strings.Cut(block, "```")
		texts = append(texts, text)
	}
	for _, a := range policy.AvailablePresets() {
		texts = append(texts, "[[preset]]\nname = \""+a.Name+"\"\n")
	}
	texts = append(texts, "[[preset]]\nname = [\"kubernetes-datapolicy\", \"http-credentials\"]\n[[tag]]\nkey = \"datapolicy\"\ndefault = \"email\"\n")
	for _, text := range texts {
		p, err := policy.Parse("a.toml", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		first := printed(t, p)
		again, err := policy.Parse("b.toml", []byte(first))
		if err != nil {
			t.Errorf("%v in\n%s", err, first)
			continue
		}
		if a, b := bareLines(first), bareLines(printed(t, again)); !reflect.DeepEqual(a, b) {
			t.Errorf("printed:\n%s\nread and printed again:\n%s", strings.Join(a, "\n"), strings.Join(b, "\n"))
		}
	}
}

func printed(t *testing.T, p *policy.Policy) string {
	t.Helper()
	var b bytes.Buffer
	if err := scaffold.Print(&b, p, "a.toml"); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var trailing = regexp.MustCompile(` +# (default|a\.toml:\d+|preset [a-z-]+)$`)

// bareLines are the lines without comments.
func bareLines(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		line = trailing.ReplaceAllString(strings.TrimRight(line, "\n"), "")
		if line != "" && line[0] != '#' {
			out = append(out, line)
		}
	}
	return out
}

// TestPrint pins the form: origins behind values, and above the tables of lists.
func TestPrint(t *testing.T) {
	p, err := policy.Parse("a.toml", []byte(`[policy]
log = { low = "allow" }
error = "allow"

[[field]]
type = "a.B"
field = "C"
class = "email"

[[preset]]
name = "secret"

[[preset]]
name = "masq"

[[tag]]
key = "masq"
values = { "a b" = "email", c = "-" }
`))
	if err != nil {
		t.Fatal(err)
	}
	got := regexp.MustCompile(` +#`).ReplaceAllString(printed(t, p), " #")
	for _, want := range []string{
		"# preset secret is written out below\n# preset masq is written out below\n\n# Classes",
		`
[policy]
log.low = "allow" # a.toml:2
log.moderate = "redact" # default
log.high = "redact" # default
error = "allow" # a.toml:3
`,
		"\n[analyzers]\npiierror = true", "piilog = true # default\n",
		"\n# a.toml:5\n[[field]]\ntype = \"a.B\"\nfield = \"C\"\nclass = \"email\"\n",
		"\n# a.toml:16\n[[tag]]\nkey = \"masq\"\nvalues = { \"a b\" = \"email\", c = \"-\" }\n\n# preset secret\n[[tag]]\nkey = \"secret\"\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("lacks %q:\n%s", want, got)
		}
	}
	if strings.Count(got, `key = "masq"`) != 1 {
		t.Errorf("the preset's own tag should be left out:\n%s", got)
	}
}

// TestDraft reads new files, empty and filled, and every example in them.
func TestDraft(t *testing.T) {
	empty, err := scaffold.Draft{}.Text()
	if err != nil {
		t.Fatal(err)
	}
	p, err := policy.Parse("x", empty)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := p.Entries(), policy.Default().Entries(); !reflect.DeepEqual(got, want) {
		t.Errorf("an empty draft says %v, want the defaults", got)
	}
	example := regexp.MustCompile(`(?m)^#([^ \n])`).ReplaceAllString(string(empty), "$1")
	if p, err = policy.Parse("x", []byte(example)); err != nil {
		t.Fatalf("the examples: %v in\n%s", err, example)
	}
	if len(p.Recipients()) != 1 || len(p.Models()) != 1 || len(p.Presets()) != 2 {
		t.Error("examples are missing")
	}
}

// TestDraftTables writes tables into their sections.
func TestDraftTables(t *testing.T) {
	d := scaffold.Draft{
		Head: "Made for a test.",
		Tables: []scaffold.Table{
			{Section: "field", Comment: "Two lines\nof reasons.", Pairs: []scaffold.Pair{
				{Key: "type", Value: "a.B"}, {Key: "field", Value: "Mail"}, {Key: "class", Value: "email", Comment: "by its name"}}},
			{Section: "preset", Pairs: []scaffold.Pair{{Key: "name", Value: []string{"masq"}}}},
			{Section: "field", Pairs: []scaffold.Pair{
				{Key: "type", Value: "a.B"}, {Key: "field", Value: "Tel"}, {Key: "class", Value: "phone"}}},
			{Section: "analyzers", Pairs: []scaffold.Pair{{Key: "piihandler/subject", Value: true}}},
		},
	}
	text, err := d.Text()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"#\n# Made for a test.\n",
		"# Two lines\n# of reasons.\n[[field]]\ntype = \"a.B\"\nfield = \"Mail\"\nclass = \"email\" # by its name\n\n[[field]]\n",
		"[[preset]]\nname = [\"masq\"]\n", "[analyzers]\n\"piihandler/subject\" = true\n",
	} {
		if !strings.Contains(string(text), want) {
			t.Errorf("lacks %q:\n%s", want, text)
		}
	}
	for _, bad := range []scaffold.Table{{Section: "fields"}, {Section: "field"}} {
		if _, err := (scaffold.Draft{Tables: []scaffold.Table{bad}}).Text(); err == nil {
			t.Errorf("no error for %+v", bad)
		}
	}
}

// TestCreate writes a file, and does not write over one.
func TestCreate(t *testing.T) {
	dir := t.TempDir()
	path, err := scaffold.Draft{}.Create(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := policy.Load(path); err != nil {
		t.Error(err)
	}
	if _, err := (scaffold.Draft{}).Create(dir); !errors.Is(err, fs.ErrExist) {
		t.Errorf("second time: %v", err)
	}
}
