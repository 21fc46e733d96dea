// Package report writes findings: as text with code frames for people, and in
// the formats that editors, forges and review bots read.
//
// Each format is a [Handler] of one stream of findings, so several are written
// in one run. None of them holds the findings; what has to stand at the end of
// a document is counted while they pass.
package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/finding"
	"github.com/piivet/piivet/internal/nearest"
)

// Handler writes findings in one format.
type Handler interface {
	// Finding writes a finding. All findings of a package come together, in the
	// order of its source.
	Finding(f *finding.Finding) error
	// Close ends the document. It is called once, also without findings.
	Close() error
}

// Env is what handlers know of the run.
type Env struct {
	// Dir is the directory that text is relative to: where the command was called.
	Dir string
	// Root is the root of the repository, to which forges want paths relative.
	Root string
	// Version is the version of piivet.
	Version string
	// Color allows escape sequences for a terminal.
	Color bool
	// Quiet leaves out all but one line a finding.
	Quiet bool
	// Notes are lines to be added to a summary, asked for at the end.
	Notes func() []string
	// Rules are the analyzers, for formats that describe them.
	Rules []Rule
}

// Rule describes an analyzer.
type Rule struct {
	Name string
	Doc  string // first line: what it reports; then a page of plain text
	URL  string // its page
	Help string // its page as Markdown
}

// Title is the first line of a rule's text.
func (r Rule) Title() string {
	title, _, _ := strings.Cut(r.Doc, "\n")
	return title
}

// formats lists what New knows, in the order of the documentation.
var formats = []struct {
	name string
	open func(w io.Writer, e Env) Handler
}{
	{"text", func(w io.Writer, e Env) Handler { return newText(w, e) }},
	{"json", func(w io.Writer, e Env) Handler { return newJSON(w, e) }},
	{"sarif", func(w io.Writer, e Env) Handler { return newSARIF(w, e) }},
	{"github", func(w io.Writer, e Env) Handler { return newGitHub(w, e) }},
	{"gitlab", func(w io.Writer, e Env) Handler { return newGitLab(w, e) }},
	{"rdjson", func(w io.Writer, e Env) Handler { return newRDJSON(w, e) }},
}

// Formats lists the names of the formats.
func Formats() []string {
	var out []string
	for _, f := range formats {
		out = append(out, f.name)
	}
	return out
}

// New returns the handler of a format. The error names a format that was
// probably meant.
func New(format string, w io.Writer, e Env) (Handler, error) {
	for _, f := range formats {
		if f.name == format {
			return f.open(w, e), nil
		}
	}
	return nil, fmt.Errorf("unknown format %q%s; the formats are %s", format, nearest.Hint(nearest.Of(format, Formats())), strings.Join(Formats(), ", "))
}

// tally counts findings by a word.
type tally map[string]int

// String lists the words, the most frequent first.
func (t tally) String() string {
	words := make([]string, 0, len(t))
	for w := range t {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(t[b]-t[a], strings.Compare(a, b)) })
	for i, w := range words {
		words[i] = fmt.Sprintf("%s %d", w, t[w])
	}
	return strings.Join(words, ", ")
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
