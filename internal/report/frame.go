package report

import (
	"fmt"
	"strings"

	"github.com/piivet/piivet/internal/finding"
)

// contextLines is how many lines of code a frame shows above the finding.
const contextLines = 2

// frame is the code of a finding: some lines above it, its first line, and a
// line that marks the range. It is empty where the file can't be read.
func (t *text) frame(span finding.Span) string {
	at := span.Start
	line, ok := t.src.line(at.Path, at.Line)
	if !ok || at.Lost {
		return ""
	}
	digits := max(2, len(fmt.Sprint(at.Line)))
	var b strings.Builder
	for n := max(1, at.Line-contextLines); n <= at.Line; n++ {
		code, _ := t.src.line(at.Path, n)
		fmt.Fprintf(&b, "    %s %s\n", t.faint(fmt.Sprintf("%*d │", digits, n)), printable(code))
	}
	pad, mark := underline(line, span)
	fmt.Fprintf(&b, "    %s %s%s\n", t.faint(strings.Repeat(" ", digits)+" │"), pad, t.mark(mark))
	return b.String()
}

// underline is what stands under a line of code: as much room as the text in
// front of the range takes, and the marks. Tabs stay tabs, so that both lines
// meet the same tab stops.
func underline(line string, span finding.Span) (pad, mark string) {
	start := min(span.Start.Col-1, len(line))
	end := min(span.EndCol-1, len(line))
	if span.EndLine > span.Start.Line {
		end = len(line)
	}
	start = max(start, 0)
	end = max(start, end)
	pad, mark = under(line[:start], " "), under(line[start:end], "^")
	if strings.Trim(mark, "\t") == "" {
		mark = "^"
	}
	return pad, strings.TrimRight(mark, "\t")
}

// under repeats a sign for each cell that a text takes.
func under(s, sign string) string {
	var b strings.Builder
	for _, r := range printable(s) {
		if r == '\t' {
			b.WriteByte('\t')
			continue
		}
		b.WriteString(strings.Repeat(sign, width(r)))
	}
	return b.String()
}
