package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/piivet/piivet/internal/finding"
	"github.com/piivet/piivet/piitag"
)

// diagnostic is a finding as go vet -json prints it.
type diagnostic struct {
	Category string    `json:"category"`
	Posn     string    `json:"posn"`
	End      string    `json:"end"`
	Message  string    `json:"message"`
	Related  []related `json:"related"`
	Fixes    []struct {
		Message string `json:"message"`
		Edits   []struct {
			Filename   string `json:"filename"`
			Start, End int
			New        string
		} `json:"edits"`
	} `json:"suggested_fixes"`
}

type related struct {
	Posn    string `json:"posn"`
	Message string `json:"message"`
}

// converter makes findings of diagnostics.
type converter struct {
	base string
	dirs *packageDirs
}

// unit converts all findings of a package: in the order of its source, with
// their fingerprints. Analyzers that failed are an error, beside the findings of
// the others.
func (c *converter) unit(id string, byAnalyzer map[string]json.RawMessage) ([]*finding.Finding, error) {
	var out []*finding.Finding
	var failed error
	for _, name := range sortedNames(byAnalyzer) {
		var ds []diagnostic
		if err := json.Unmarshal(byAnalyzer[name], &ds); err != nil {
			failed = fmt.Errorf("%s failed in package %s: %s", name, id, failure(byAnalyzer[name]))
			continue
		}
		for _, d := range ds {
			f, err := c.finding(id, name, d)
			if err != nil {
				return nil, err
			}
			out = append(out, f)
		}
	}
	finding.Sort(out)
	finding.SetFingerprints(out)
	return out, failed
}

// failure is the text of an analyzer's error.
func failure(raw json.RawMessage) string {
	var e struct{ Error string }
	if json.Unmarshal(raw, &e) == nil && e.Error != "" {
		return e.Error
	}
	return string(raw)
}

func sortedNames(m map[string]json.RawMessage) []string {
	var out []string
	for name := range m {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

func (c *converter) finding(id, analyzer string, d diagnostic) (*finding.Finding, error) {
	path := strings.TrimSuffix(id, withTests)
	f := &finding.Finding{
		Analyzer: analyzer, Message: d.Message, Package: path, Level: piitag.Low,
		Span: finding.Span{Start: c.location(d.Posn)},
	}
	end := c.location(d.End)
	f.Span.EndLine, f.Span.EndCol = end.Line, end.Col
	for _, x := range d.Fixes {
		fix := finding.Fix{Message: x.Message}
		for _, e := range x.Edits {
			fix.Edits = append(fix.Edits, finding.Edit{Path: e.Filename, Start: e.Start, End: e.End, New: e.New})
		}
		f.Fixes = append(f.Fixes, fix)
	}
	for _, r := range d.Related {
		det, err := finding.DecodeDetail(r.Message)
		if err != nil {
			return nil, err
		}
		if det != nil {
			c.detail(f, det)
		}
	}
	return f, nil
}

// detail adds what only the unit knew.
func (c *converter) detail(f *finding.Finding, d *finding.Detail) {
	f.Package, _, _ = strings.Cut(d.Package, " ")
	f.Kind, f.Sink, f.Func, f.FuncLine, f.Advice = d.Kind, d.Sink, d.Func, d.FuncLine, d.Help
	// Files of this package lie where the finding is.
	c.dirs.learn(f.Package, filepath.Dir(f.Span.Start.Path))
	if d.Demand != "" {
		f.Demands = strings.Split(d.Demand, "|")
	}
	for _, st := range d.Also {
		f.Also = append(f.Also, finding.Station{Text: st.Text, At: c.place(st.Place)})
	}
	for _, s := range d.Sources {
		fl := finding.Flow{Class: s.Class, Level: s.Level, Name: s.Name, Tag: c.place(s.Tag)}
		for _, st := range append(s.Steps, d.Arrival) {
			if st.Place.Known() {
				fl.Steps = append(fl.Steps, finding.Station{Text: st.Text, At: c.place(st.Place)})
			}
		}
		f.Flows = append(f.Flows, fl)
		f.Level = max(f.Level, s.Level)
	}
}

// place finds the file of a place.
func (c *converter) place(p finding.Place) finding.Location {
	if !p.Known() {
		return finding.Location{}
	}
	pkg, _, _ := strings.Cut(p.Package, " ")
	l := finding.Location{Line: p.Line, Col: max(p.Col, 1)} // export data has no columns
	if path, ok := c.dirs.file(pkg, p.File); ok {
		l.Path = path
		return l
	}
	l.Path, l.Lost = pkg+"/"+p.File, true
	return l
}

// location reads file:line:col.
func (c *converter) location(posn string) finding.Location {
	rest, col := cutNumber(posn)
	file, line := cutNumber(rest)
	if !filepath.IsAbs(file) {
		file = filepath.Join(c.base, file)
	}
	return finding.Location{Path: file, Line: line, Col: col}
}

func cutNumber(s string) (string, int) {
	i := strings.LastIndexByte(s, ':')
	if i < 0 {
		return s, 0
	}
	n, err := strconv.Atoi(s[i+1:])
	if err != nil {
		return s, 0
	}
	return s[:i], n
}
