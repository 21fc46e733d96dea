package piitag

import (
	"go/ast"
	"regexp"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/piivet/piivet/internal/directive"
)

// A comment that was meant as a directive and lacks its form is prose to whoever
// reads directives: "//pii redact", "// pii.verify". It is told from prose by
// what is left when the form is mended: a directive without a mistake.

// looseForm is such a comment: the space, what stands between "pii" and the verb,
// the verb, the rest.
var looseForm = regexp.MustCompile(`^//([ \t]*)(?i:pii)([ \t]*[:;._-]+[ \t]*|[ \t]+|)(source|redact|verify|consent|sink|allow)([ \t].*)?$`)

// misnamed is a comment in the form of a directive of which "pii" is misspelt.
var misnamed = regexp.MustCompile(`^//(pi|ppi|ipi|pip|piii|pij|oii):(source|redact|verify|consent|sink|allow)([ \t].*)?$`)

// loose reports a comment that was meant as a directive.
func (c *checker) loose(g *ast.CommentGroup, i int, documents bool) {
	text := strings.TrimRight(g.List[i].Text, " \t\r\n")
	better, ok := "", false
	if m := misnamed.FindStringSubmatch(text); m != nil {
		better, ok = c.mended(m[2], m[3])
	} else if m := looseForm.FindStringSubmatch(text); m != nil {
		better, ok = c.mended(m[3], m[4])
		ok = ok && (m[1] == "" || alone(g, i) && (documents || m[3] == string(directive.Allow)) && !purposed(m[3], m[4]))
	}
	if !ok {
		return
	}
	pos, end := g.List[i].Pos(), g.List[i].End()
	verb, _, _ := strings.Cut(better, " ")
	c.report(problem{
		pos: pos, end: end, message: `directive: a directive begins with "` + verb + `", in lower case and without spaces`,
		help: "write it as docs/tags.md says; until then it takes no finding away",
		fixes: []analysis.SuggestedFix{{
			Message: "Write " + better, TextEdits: []analysis.TextEdit{{Pos: pos, End: end, NewText: []byte(better)}},
		}},
	})
}

// mended is the directive that a verb and its arguments make, if it is one.
func (c *checker) mended(verb, args string) (string, bool) {
	better := "//pii:" + verb + strings.TrimRight(args, " \t")
	_, ok, err := c.pol.Directive(better)
	return better, ok && err == nil
}

// alone reports whether a comment is no line of a text: nothing but directives
// stands in the lines around it.
func alone(g *ast.CommentGroup, i int) bool {
	return (i == 0 || breaks(g.List[i-1].Text)) && (i+1 == len(g.List) || breaks(g.List[i+1].Text))
}

// breaks reports whether a line of a comment ends a text: it is empty, or a
// directive.
func breaks(line string) bool {
	return strings.TrimSpace(line) == "//" || strings.HasPrefix(line, "//") && len(line) > 2 && line[2] != ' ' && line[2] != '\t' || looseForm.MatchString(line)
}

// purposed reports whether the directive takes any word, so that a sentence
// could be one.
func purposed(verb, args string) bool {
	return verb == string(directive.Consent) && strings.TrimSpace(args) != ""
}
