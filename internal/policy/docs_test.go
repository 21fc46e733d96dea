package policy_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/piivet/piivet/internal/directive"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/piitag"
)

var update = flag.Bool("update", false, "write the generated part of the documentation")

const docs = "../../docs/policy.md"

// TestDocs keeps the table of default demands in the documentation equal to the
// code.
func TestDocs(t *testing.T) {
	data, err := os.ReadFile(docs)
	if err != nil {
		t.Fatal(err)
	}
	const begin, end = "do not edit -->\n", "<!-- /demands -->"
	head, rest, ok := strings.Cut(string(data), begin)
	_, tail, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatalf("%s has lost its marks", docs)
	}
	want := head + begin + demandTable() + end + tail
	if string(data) == want {
		return
	}
	if !*update {
		t.Fatalf("%s is not up to date, run this test with -update", docs)
	}
	if err := os.WriteFile(docs, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}

// demandTable writes what Default demands, and what each kind can demand, which
// it learns by trying.
func demandTable() string {
	var b strings.Builder
	b.WriteString("\n| kind | low | moderate | high | can demand |\n|---|---|---|---|---|\n")
	for _, kind := range directive.Kinds() {
		fmt.Fprintf(&b, "| `%s` |", kind)
		for level := piitag.Low; level <= piitag.High; level++ {
			demand := policy.Default().Demand(kind, level).String()
			fmt.Fprintf(&b, " `%s` |", strings.ReplaceAll(demand, "|", `\|`))
		}
		var possible []string
		for _, word := range []string{"allow", "redact", "verify", "consent", "approved"} {
			text := fmt.Sprintf("[policy]\n%s = %q\n", kind, word)
			if _, err := policy.Parse("x", []byte(text)); err == nil {
				possible = append(possible, "`"+word+"`")
			}
		}
		fmt.Fprintf(&b, " %s |\n", strings.Join(possible, ", "))
	}
	b.WriteString("\n")
	return b.String()
}

// TestDocsExamples reads every example of the documentation, and all of them as
// one file.
func TestDocsExamples(t *testing.T) {
	data, err := os.ReadFile(docs)
	if err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(string(data), "```toml\n")[1:]
	if len(blocks) < 8 {
		t.Fatalf("only %d examples", len(blocks))
	}
	var all strings.Builder
	for _, block := range blocks {
		text, _, _ := strings.Cut(block, "```")
		if _, err := policy.Parse("example", []byte(text)); err != nil {
			t.Errorf("%v in\n%s", err, text)
		}
		all.WriteString(text)
	}
	if _, err := policy.Parse("all examples", []byte(all.String())); err != nil {
		t.Error(err)
	}
	for _, section := range []string{"policy", "exclude", "class", "field", "type", "tag", "source", "redactor",
		"verifier", "consent", "sink", "recipient", "model"} {
		if !strings.Contains(all.String(), "["+section+"]") {
			t.Errorf("no example of %s", section)
		}
	}
}

// TestDocsError checks the error message that the documentation shows.
func TestDocsError(t *testing.T) {
	data, err := os.ReadFile(docs)
	if err != nil {
		t.Fatal(err)
	}
	_, err = policy.Parse(".piivet.toml", []byte("# demands\n[policy]\nlog = { moderate = \"redcat\" }\n"))
	if err == nil || !strings.Contains(string(data), "    .piivet.toml:3:20: "+strings.SplitN(err.Error(), ": ", 2)[1]) {
		t.Errorf("the documentation does not show %v", err)
	}
}
