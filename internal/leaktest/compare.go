package leaktest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/leaktest/rt"
)

// Kinds of disagreement.
const (
	Miss     = "miss"        // a leak that no finding on its way names
	OtherTag = "other tag"   // a finding on its way names another tagged field that the data were put into
	False    = "false alarm" // a finding names a field that never comes out there
	Double   = "double"      // a finding adds nothing: all its leaks have another one
	Broken   = "broken"      // the program panicked
)

// Problem is one disagreement.
type Problem struct {
	Kind string
	Line string
	Name string // the field
}

func (p Problem) String() string { return fmt.Sprintf("%s: %s at %s", p.Kind, p.Name, p.Line) }

// compare sets both answers against each other.
func (v *Verdict) compare() {
	if v.Outcome == nil {
		v.Problems = append(v.Problems, Problem{Kind: Broken, Name: "did not run"})
		return
	}
	if v.Outcome.Broken != "" {
		v.Problems = append(v.Problems, Problem{Kind: Broken, Name: v.Outcome.Broken})
	}
	real := map[string]bool{}
	for _, ev := range v.Outcome.Events {
		for _, line := range ev.Lines {
			real[ev.Kind+line+" "+ev.Name] = true
		}
		switch {
		case v.found(ev) > 0:
		case slices.ContainsFunc(ev.As, func(name string) bool { return v.found(rt.Event{Kind: ev.Kind, Name: name, Lines: ev.Lines}) > 0 }):
			v.problem(Problem{OtherTag, ev.Lines[0], ev.Name})
		default:
			v.problem(Problem{Miss, ev.Lines[0], ev.Name})
		}
	}
	v.doubles()
	if v.Outcome.Broken != "" {
		return // lines behind the panic had no chance to leak
	}
	for _, f := range v.Findings {
		for _, name := range f.Names {
			if !real[f.Kind+f.Line+" "+name] {
				v.problem(Problem{False, f.Line, name})
			}
		}
		if len(f.Names) == 0 {
			v.problem(Problem{False, f.Line, f.Message})
		}
	}
}

// found counts the findings on the way of a leak.
func (v *Verdict) found(ev rt.Event) (n int) {
	for _, line := range ev.Lines {
		if v.finds(ev.Kind, line, ev.Name) {
			n++
		}
	}
	return n
}

// doubles looks for findings that say nothing new: each leak on whose way they
// stand has another one.
func (v *Verdict) doubles() {
	for _, f := range v.Findings {
		for _, name := range f.Names {
			on, new := 0, false
			for _, ev := range v.Outcome.Events {
				if ev.Kind == f.Kind && ev.Name == name && slices.Contains(ev.Lines, f.Line) {
					on++
					new = new || v.found(ev) == 1 || len(ev.As) > 0 // put into another field too, it comes out in two ways
				}
			}
			if on > 0 && !new {
				v.problem(Problem{Double, f.Line, name})
			}
		}
	}
}

func (v *Verdict) problem(p Problem) {
	if !slices.Contains(v.Problems, p) {
		v.Problems = append(v.Problems, p)
	}
}

// finds says whether a finding of a kind on a line names a field.
func (v *Verdict) finds(kind, line, name string) bool {
	return slices.ContainsFunc(v.Findings, func(f Finding) bool { return f.Kind == kind && f.Line == line && slices.Contains(f.Names, name) })
}

// Has says whether the answers disagree in a way.
func (v *Verdict) Has(kind string) bool {
	return slices.ContainsFunc(v.Problems, func(p Problem) bool { return p.Kind == kind })
}

// String prints the program with both answers.
func (v *Verdict) String() string {
	var b strings.Builder
	for _, p := range v.Problems {
		fmt.Fprintf(&b, "%s\n", p)
	}
	for _, o := range v.Program.constructs() {
		fmt.Fprintf(&b, "[%s] ", o.name)
	}
	b.WriteByte('\n')
	v.print(&b, v.Program.ID+".go", v.Text.Main)
	if v.Text.Lib != "" {
		v.print(&b, v.Program.ID+"l.go", v.Text.Lib)
	}
	return b.String()
}

// print writes a file, with what comes out and what was found behind each line.
func (v *Verdict) print(b *strings.Builder, file, text string) {
	fmt.Fprintf(b, "--- %s\n", file)
	for i, line := range strings.Split(text, "\n") {
		at := fmt.Sprintf("%s:%d", file, i+1)
		fmt.Fprintf(b, "%3d %s", i+1, line)
		if v.Outcome != nil {
			for _, ev := range v.Outcome.Events {
				if slices.Contains(ev.Lines, at) {
					fmt.Fprintf(b, "  // LEAKS %s", ev.Name)
				}
			}
		}
		for _, f := range v.Findings {
			if f.Line == at {
				fmt.Fprintf(b, "  // FOUND %s", f.Message)
			}
		}
		b.WriteByte('\n')
	}
}
