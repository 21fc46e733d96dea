package report

import (
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/piivet/piivet/internal/finding"
	"github.com/piivet/piivet/piitag"
)

const homepage = "https://github.com/piivet/piivet"

func itoa(n int) string { return strconv.Itoa(n) }

// rooted is a path relative to the repository, with slashes, as forges name the
// files of a change.
func (e Env) rooted(l finding.Location) string {
	if l.Lost {
		return l.Path
	}
	rel, _ := relative(e.Root, l.Path)
	return filepath.ToSlash(rel)
}

// way lists the stations of a finding, a line each.
func (e Env) way(f *finding.Finding) string {
	var b strings.Builder
	for _, s := range f.Steps() {
		fmt.Fprintf(&b, "\n%s:%d:%d: %s", e.rooted(s.At), s.At.Line, s.At.Col, s.Text)
	}
	return b.String()
}

// github writes workflow commands, which GitHub shows beside the changed lines.
type github struct {
	w   io.Writer
	env Env
	src sources
}

func newGitHub(w io.Writer, e Env) *github { return &github{w: w, env: e} }

var githubLevels = map[piitag.Level]string{piitag.Low: "notice", piitag.Moderate: "warning", piitag.High: "error"}

// Finding writes an annotation.
func (g *github) Finding(f *finding.Finding) error {
	at := f.Span.Start
	where := fmt.Sprintf("file=%s,line=%d,endLine=%d", property(g.env.rooted(at)), at.Line, max(at.Line, f.Span.EndLine))
	if f.Span.EndLine == at.Line {
		// Columns may be given within a line only. The last one belongs to the range.
		start := g.src.utf16Col(at.Path, at.Line, at.Col)
		where += fmt.Sprintf(",col=%d,endColumn=%d", start, max(start, g.src.utf16Col(at.Path, at.Line, f.Span.EndCol)-1))
	}
	_, err := fmt.Fprintf(g.w, "::%s %s,title=%s::%s\n", githubLevels[f.Level], where, property(f.Analyzer), data(f.Message+g.env.way(f)))
	return err
}

// Close does nothing: annotations stand by themselves.
func (g *github) Close() error { return nil }

// data and property escape what would end a workflow command, or a property in it.
func data(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

func property(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(data(s))
}

// gitlab writes a code quality report.
type gitlab struct {
	list list
	env  Env
}

func newGitLab(w io.Writer, e Env) *gitlab { return &gitlab{list{w: w}, e} }

var gitlabLevels = map[piitag.Level]string{piitag.Low: "minor", piitag.Moderate: "major", piitag.High: "critical"}

type gitlabIssue struct {
	Description string         `json:"description"`
	Check       string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

// Finding writes an issue.
func (g *gitlab) Finding(f *finding.Finding) error {
	at := f.Span.Start
	return g.list.add("[", gitlabIssue{
		f.Message, f.Analyzer, f.Fingerprint, gitlabLevels[f.Level],
		gitlabLocation{g.env.rooted(at), gitlabLines{at.Line, max(at.Line, f.Span.EndLine)}},
	})
}

// Close ends the array.
func (g *gitlab) Close() error { return g.list.end("[", "]\n") }
