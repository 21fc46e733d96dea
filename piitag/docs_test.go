package piitag_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/piivet/piivet/piitag"
)

var update = flag.Bool("update", false, "write the generated part of the documentation")

// TestDocs keeps the table of classes in the documentation equal to the code.
func TestDocs(t *testing.T) {
	const file, begin, end = "../docs/tags.md", "do not edit -->\n", "<!-- /classes -->"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(data), begin)
	_, tail, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatalf("%s has lost its marks", file)
	}
	want := head + begin + classTable() + end + tail
	if string(data) == want {
		return
	}
	if !*update {
		t.Fatalf("%s is not up to date, run this test with -update", file)
	}
	if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}

// classTable writes the classes as Markdown, one table for each level.
func classTable() string {
	var b strings.Builder
	var level piitag.Level
	for _, c := range piitag.Classes() {
		if c.Level != level {
			level = c.Level
			fmt.Fprintf(&b, "\n### Level %s\n\n| class | meaning | provisions | aliases |\n|---|---|---|---|\n", level)
		}
		aliases := ""
		if len(c.Aliases) > 0 {
			aliases = "`" + strings.Join(c.Aliases, "`, `") + "`"
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", c.Name, c.Meaning, strings.Join(c.Anchors, "; "), aliases)
	}
	b.WriteString("\n")
	return b.String()
}

// TestDocsMaskedTexts checks the examples of masked text in the documentation.
func TestDocsMaskedTexts(t *testing.T) {
	data, err := os.ReadFile("../docs/tags.md")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	_, section, _ := strings.Cut(string(data), "| class | original | masked |")
	for _, line := range strings.Split(section, "\n") {
		cells := strings.Split(line, "`")
		if len(cells) != 7 || !strings.HasPrefix(line, "| `") {
			continue
		}
		n++
		if got := piitag.MaskString(cells[1], cells[3]); got != cells[5] {
			t.Errorf("%s: %q is masked as %q, the documentation says %q", cells[1], cells[3], got, cells[5])
		}
	}
	if n < 5 {
		t.Errorf("only %d examples found", n)
	}
}
