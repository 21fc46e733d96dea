package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/piivet/piivet/internal/finding"
)

// Explain writes all that is known of one finding: the code of each station, and
// how to mend it.
func Explain(w io.Writer, e Env, f *finding.Finding) error {
	t := newText(w, e)
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s (%s)\n%s", t.bold(t.posn(f.Span.Start)), printable(f.Message), f.Analyzer, t.frame(f.Span))
	fmt.Fprintf(&b, "\n    fingerprint  %s\n    package      %s\n", f.Fingerprint, f.Package)
	if f.Func != "" {
		fmt.Fprintf(&b, "    function     %s\n", f.Func)
	}
	for _, fl := range f.Flows {
		fmt.Fprintf(&b, "\n%s\n", t.bold(fmt.Sprintf("The way of %s from %s (level %s):", fl.Class, fl.Name, fl.Level)))
		if fl.Tag.Known() {
			t.station(&b, finding.Station{Text: "declared personal", At: fl.Tag})
		}
		for _, s := range fl.Steps {
			t.station(&b, s)
		}
	}
	for i, s := range f.Also {
		if i == 0 {
			fmt.Fprintf(&b, "\n%s\n", t.bold("It concerns:"))
		}
		t.station(&b, s)
	}
	fmt.Fprintf(&b, "\n%s\n%s", t.bold("How to mend it:"), mend(f))
	for _, r := range e.Rules {
		if r.Name == f.Analyzer {
			fmt.Fprintf(&b, "\nMore: piivet help %s, or %s\n", r.Name, r.URL)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// station shows a step with its line of code.
func (t *text) station(b *strings.Builder, s finding.Station) {
	fmt.Fprintf(b, "\n  %s %s\n", t.faint(t.posn(s.At)+":"), printable(s.Text))
	b.WriteString(t.frame(finding.Span{Start: s.At, EndLine: s.At.Line, EndCol: s.At.Col}))
}

// mend lists what can be done, the best first.
func mend(f *finding.Finding) string {
	if f.Sink == "" {
		return "  - Remove the comment, or the part of it that is not needed.\n"
	}
	var b strings.Builder
	if len(f.Fixes) > 0 {
		fmt.Fprintf(&b, "  - %s: piivet -fix does it.\n", f.Fixes[0].Message)
	}
	for _, d := range f.Demands {
		switch d {
		case "redact":
			b.WriteString("  - Give the sink what identifies the record, mostly an id, instead of the person.\n")
			fmt.Fprintf(&b, "  - Redact the data on the way: with a function marked //pii:redact %s, or with package piitag.\n", strings.Join(f.Classes(), " "))
		case "verify":
			b.WriteString("  - Verify who is calling before, with a function marked //pii:verify or a middleware that calls one, and leave if that fails.\n")
		case "consent":
			b.WriteString("  - Ask before, with a function marked //pii:consent, whether the person agreed, and leave if not.\n")
		case "approved":
			b.WriteString("  - Name the recipient in the policy, under [[recipient]], with what it may get.\n")
		}
	}
	fmt.Fprintf(&b, "  - If it has to be so, say why, on the line or above it: //pii:allow %s REASON\n", f.Kind)
	return b.String()
}
