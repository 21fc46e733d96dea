package discover_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/piivet/piivet/internal/discover"
)

// listErrors prints what goes wrong on the parts that the words were tuned on. The
// others have no such list, so that nobody tunes on them.
var listErrors = flag.Bool("errors", false, "list the errors of the first, the fourth and the fifth part")

var update = flag.Bool("update", false, "write the generated part of the documentation")

// opaqueID is the label of ids of persons, which are never proposed with high
// confidence.
const opaqueID = "user_id"

// labelled is a struct with what a person said of its fields.
type labelled struct {
	discover.Struct
	labels []string // a class, or "-"
}

// readLabels reads one part of the list.
func readLabels(t *testing.T, half string) []*labelled {
	t.Helper()
	var out []*labelled
	for _, row := range table(t, half+".tsv") {
		if n := len(out); n == 0 || out[n-1].Package != row[0] || out[n-1].Name != row[1] {
			out = append(out, &labelled{Struct: discover.Struct{Package: row[0], Name: row[1]}})
		}
		s := out[len(out)-1]
		f := discover.Field{Name: row[2], Type: row[3], Kind: discover.Kind(row[4])}
		for _, tag := range strings.Fields(row[5]) {
			key, name, _ := strings.Cut(tag, "=")
			f.Tags = append(f.Tags, discover.TagName{Key: key, Name: name})
		}
		s.Fields, s.labels = append(s.Fields, f), append(s.labels, row[6])
	}
	return out
}

// table reads a file of tab-separated values without its head.
func table(t *testing.T, name string) [][]string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "labels", name))
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for i, line := range strings.Split(strings.TrimSuffix(string(text), "\n"), "\n") {
		if row := strings.Split(line, "\t"); i > 0 {
			rows = append(rows, row)
		}
	}
	return rows
}

// figures say how good the proposals of a half are.
type figures struct {
	fields, personal, ids      int
	proposed, right, sameClass [discover.High + 1]int // with this confidence or more
	found                      [discover.High + 1]int // of personal
	foundIDs                   [discover.High + 1]int
}

func measure(list []*labelled, wrong func(s *labelled, i int, p discover.Proposal)) figures {
	var f figures
	for _, s := range list {
		got := make([]discover.Proposal, len(s.Fields))
		for _, p := range discover.Classify(&s.Struct) {
			got[p.Field] = p
		}
		for i, p := range got {
			f.add(s.labels[i], p)
			if wrong != nil {
				wrong(s, i, p)
			}
		}
	}
	return f
}

func (f *figures) add(label string, p discover.Proposal) {
	f.fields++
	switch label {
	case "-":
	case opaqueID:
		f.ids++
	default:
		f.personal++
	}
	for c := discover.Low; c <= p.Confidence; c++ {
		f.proposed[c]++
		switch label {
		case "-":
			continue
		case opaqueID:
			f.foundIDs[c]++
		default:
			f.found[c]++
		}
		f.right[c]++
		if label == p.Class {
			f.sameClass[c]++
		}
	}
}

func percent(n, of int) string { return fmt.Sprintf("%.1f %%", 100*float64(n)/float64(max(of, 1))) }

// row is a line of the table in the documentation.
func (f *figures) row(half string, c discover.Confidence) string {
	return fmt.Sprintf("| %s | `%s` | %d | %s | %s | %s | %s |", half, c, f.proposed[c], percent(f.right[c], f.proposed[c]),
		percent(f.found[c], f.personal), percent(f.sameClass[c], f.right[c]), percent(f.foundIDs[c], f.ids))
}

// floors are what the half that nobody tunes on must not fall below, in percent:
// of the proposals that are right, and of the personal fields that are found.
var floors = map[discover.Confidence][2]float64{discover.High: {90, 70}, discover.Medium: {88, 80}}

// TestFigures computes the figures of the documentation.
func TestFigures(t *testing.T) {
	var head, rows []string
	for _, half := range []struct{ file, name string }{{"tune", "first"}, {"test", "second"}, {"third", "third"}, {"fourth", "fourth"}, {"fifth", "fifth"}, {"sixth", "sixth"}} {
		var wrong func(*labelled, int, discover.Proposal)
		if *listErrors && (half.file == "tune" || half.file == "fourth" || half.file == "fifth") {
			wrong = func(s *labelled, i int, p discover.Proposal) { logWrong(t, s, i, p) }
		}
		f := measure(readLabels(t, half.file), wrong)
		head = append(head, fmt.Sprintf("%d modules in the %s part with %d fields, %d of them personal and %d ids", modules(t, half.file), half.name, f.fields, f.personal, f.ids))
		for _, c := range []discover.Confidence{discover.High, discover.Medium, discover.Low} {
			rows = append(rows, f.row(half.name, c))
		}
		if half.file != "tune" && half.file != "fifth" && half.file != "sixth" {
			f.compare(t)
		}
	}
	text := strings.Join(head, ";\n") + ".\n\n| part | confidence | proposed | right | found | same class | ids found |\n|---|---|---|---|---|---|---|\n" + strings.Join(rows, "\n") + "\n"
	documented(t, text)
}

func (f *figures) compare(t *testing.T) {
	t.Helper()
	for c, floor := range floors {
		right, found := 100*float64(f.right[c])/float64(f.proposed[c]), 100*float64(f.found[c])/float64(f.personal)
		if right < floor[0] || found < floor[1] {
			t.Errorf("%s: %.1f %% right, %.1f %% found, want %v", c, right, found, floor)
		}
	}
}

// modules counts the modules of a half.
func modules(t *testing.T, half string) int {
	n := 0
	for _, row := range table(t, "modules.tsv") {
		if row[3] == half {
			n++
		}
	}
	return n
}

// documented compares the generated part of the documentation.
func documented(t *testing.T, want string) {
	t.Helper()
	const page = "../../docs/discovery.md"
	const begin, end = "<!-- figures: generated by `go test ./internal/discover -run Figures -update`; do not edit -->\n", "<!-- /figures -->"
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(text), begin)
	got, after, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatalf("%s has no figures", page)
	}
	if want = "\n" + want + "\n"; got == want {
		return
	}
	if !*update {
		t.Fatalf("%s is not what was measured; run go test ./internal/discover -run Figures -update\n%s", page, want)
	}
	if err := os.WriteFile(page, []byte(before+begin+want+end+after), 0o666); err != nil {
		t.Fatal(err)
	}
}

func logWrong(t *testing.T, s *labelled, i int, p discover.Proposal) {
	f, label := s.Fields[i], s.labels[i]
	what := ""
	switch {
	case label == "-" && p.Confidence >= discover.Medium:
		what = "FALSE"
	case label != "-" && label != opaqueID && p.Confidence < discover.High:
		what = "MISS"
	case label != "-" && label != opaqueID && p.Class != label:
		what = "CLASS"
	default:
		return
	}
	t.Logf("%s %s.%s.%s %s (%s): %s, %s %s %q", what, s.Package, s.Name, f.Name, f.Type, f.Kind, label, p.Confidence, p.Class, p.Reasons)
}
