package report

import (
	"io"

	"github.com/piivet/piivet/internal/finding"
	"github.com/piivet/piivet/piitag"
)

// rdjson writes the diagnostic format of reviewdog. Its columns count bytes.
type rdjson struct {
	list list
	env  Env
	src  sources
}

func newRDJSON(w io.Writer, e Env) *rdjson { return &rdjson{list: list{w: w}, env: e} }

const rdjsonHead = `{"source":{"name":"piivet","url":"` + homepage + `"},"diagnostics":[`

var rdjsonLevels = map[piitag.Level]string{piitag.Low: "INFO", piitag.Moderate: "WARNING", piitag.High: "ERROR"}

type rdDiagnostic struct {
	Message     string         `json:"message"`
	Location    rdLocation     `json:"location"`
	Severity    string         `json:"severity"`
	Code        rdCode         `json:"code"`
	Suggestions []rdSuggestion `json:"suggestions,omitempty"`
	Related     []rdRelated    `json:"relatedLocations,omitempty"`
}

type rdLocation struct {
	Path  string  `json:"path"`
	Range rdRange `json:"range"`
}

type rdRange struct {
	Start rdPosition  `json:"start"`
	End   *rdPosition `json:"end,omitempty"`
}

type rdPosition struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

type rdCode struct {
	Value string `json:"value"`
	URL   string `json:"url,omitempty"`
}

type rdSuggestion struct {
	Range rdRange `json:"range"`
	Text  string  `json:"text"`
}

type rdRelated struct {
	Message  string     `json:"message"`
	Location rdLocation `json:"location"`
}

// Finding writes a diagnostic.
func (r *rdjson) Finding(f *finding.Finding) error {
	at := f.Span.Start
	d := rdDiagnostic{
		Message: f.Message, Severity: rdjsonLevels[f.Level], Code: rdCode{Value: f.Analyzer},
		Location: rdLocation{r.env.rooted(at), rdRange{rdPosition{at.Line, at.Col}, &rdPosition{f.Span.EndLine, f.Span.EndCol}}},
	}
	for _, rule := range r.env.Rules {
		if rule.Name == f.Analyzer {
			d.Code.URL = rule.URL
		}
	}
	for _, s := range f.Steps() {
		d.Related = append(d.Related, rdRelated{s.Text, rdLocation{r.env.rooted(s.At), rdRange{Start: rdPosition{s.At.Line, s.At.Col}}}})
	}
	if len(f.Fixes) > 0 {
		d.Suggestions = r.suggestions(f)
	}
	return r.list.add(rdjsonHead, d)
}

// suggestions are the edits of a fix. They must be in the finding's own file,
// since a suggestion names none.
func (r *rdjson) suggestions(f *finding.Finding) []rdSuggestion {
	var out []rdSuggestion
	for _, e := range f.Fixes[0].Edits {
		line, col, ok := r.src.position(e.Path, e.Start)
		endLine, endCol, ok2 := r.src.position(e.Path, e.End)
		if e.Path != f.Span.Start.Path || !ok || !ok2 {
			return nil
		}
		out = append(out, rdSuggestion{rdRange{rdPosition{line, col}, &rdPosition{endLine, endCol}}, e.New})
	}
	return out
}

// Close ends the document.
func (r *rdjson) Close() error { return r.list.end(rdjsonHead, "]}\n") }
