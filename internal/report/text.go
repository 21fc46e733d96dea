package report

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/fatih/color"

	"github.com/piivet/piivet/internal/finding"
)

// text writes findings for people.
type text struct {
	w   io.Writer
	env Env
	src sources

	findings  int
	packages  map[string]bool
	analyzers tally
	classes   tally

	bold, faint, mark, good func(...any) string
}

func newText(w io.Writer, e Env) *text {
	t := &text{w: w, env: e, packages: map[string]bool{}, analyzers: tally{}, classes: tally{}}
	paint := func(attrs ...color.Attribute) func(...any) string {
		c := color.New(attrs...)
		if e.Color {
			c.EnableColor()
		} else {
			c.DisableColor()
		}
		return c.SprintFunc()
	}
	t.bold, t.faint, t.mark, t.good = paint(color.Bold), paint(color.Faint), paint(color.FgRed, color.Bold), paint(color.FgGreen)
	return t
}

// Finding writes one line, and unless quiet the code, the way of the data, and
// what to do.
func (t *text) Finding(f *finding.Finding) error {
	t.findings++
	t.packages[f.Package] = true
	t.analyzers[f.Analyzer]++
	for _, c := range f.Classes() {
		t.classes[c]++
	}
	var b strings.Builder
	if !t.env.Quiet && t.findings > 1 {
		b.WriteByte('\n')
	}
	fmt.Fprintf(&b, "%s: %s (%s)\n", t.bold(t.posn(f.Span.Start)), printable(f.Message), f.Analyzer)
	if !t.env.Quiet {
		b.WriteString(t.frame(f.Span))
		b.WriteString(t.stations(f.Steps()))
		fmt.Fprintf(&b, "    %s %s\n", t.good("help:"), f.Help())
	}
	_, err := io.WriteString(t.w, b.String())
	return err
}

// stations lists the way of the data, the texts in one column.
func (t *text) stations(steps []finding.Station) string {
	longest := 0
	for _, s := range steps {
		longest = max(longest, len(t.posn(s.At)))
	}
	var b strings.Builder
	for _, s := range steps {
		posn := t.posn(s.At)
		fmt.Fprintf(&b, "    %s%s   %s\n", t.faint(posn), strings.Repeat(" ", longest-len(posn)), printable(s.Text))
	}
	return b.String()
}

// posn is a position as compilers write it, relative to where the command was
// called.
func (t *text) posn(l finding.Location) string {
	path := l.Path
	if !l.Lost {
		path, _ = relative(t.env.Dir, l.Path)
		path = filepath.ToSlash(path)
	}
	return fmt.Sprintf("%s:%d:%d", printable(path), l.Line, l.Col)
}

// Close writes the summary. Where nothing was found and nothing is to be said,
// nothing is written.
func (t *text) Close() error {
	if t.env.Quiet {
		return nil
	}
	var b strings.Builder
	if t.findings > 0 {
		fmt.Fprintf(&b, "\n%s in %s: %s\n", plural(t.findings, "finding", "findings"), plural(len(t.packages), "package", "packages"), t.analyzers)
		if len(t.classes) > 0 {
			fmt.Fprintf(&b, "by class: %s\n", t.classes)
		}
	}
	if t.env.Notes != nil {
		for _, n := range t.env.Notes() {
			fmt.Fprintln(&b, n)
		}
	}
	_, err := io.WriteString(t.w, b.String())
	return err
}
