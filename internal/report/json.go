package report

import (
	"bytes"
	"encoding/json"
	"io"
	"strconv"

	"github.com/piivet/piivet/internal/finding"
)

// JSONVersion is the version of the JSON format. It grows when something that
// readers rely on changes; new fields do not count.
const JSONVersion = 1

// list writes a document around an array of findings, element by element.
type list struct {
	w      io.Writer
	opened bool
}

// add writes the head before the first element, and commas between them.
func (l *list) add(head string, v any) error {
	text := ",\n"
	if !l.opened {
		l.opened = true
		text = head + "\n"
	}
	data, err := marshal(v)
	if err == nil {
		_, err = l.w.Write(append([]byte(text), data...))
	}
	return err
}

// end writes the tail, behind the head if nothing was added.
func (l *list) end(head, tail string) error {
	text := "\n" + tail
	if !l.opened {
		text = head + tail
	}
	_, err := io.WriteString(l.w, text)
	return err
}

// marshal writes what code looks like as it is: < stays <.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return bytes.TrimRight(b.Bytes(), "\n"), err
}

// jsonReport writes the format of docs/formats.md.
type jsonReport struct {
	list  list
	env   Env
	count int
}

func newJSON(w io.Writer, e Env) *jsonReport { return &jsonReport{list: list{w: w}, env: e} }

type jsonFinding struct {
	Analyzer    string     `json:"analyzer"`
	Fingerprint string     `json:"fingerprint"`
	Message     string     `json:"message"`
	Level       string     `json:"level"`
	Kind        string     `json:"kind,omitempty"`
	Sink        string     `json:"sink,omitempty"`
	Package     string     `json:"package"`
	Function    string     `json:"function,omitempty"`
	Location    jsonRange  `json:"location"`
	Demands     []string   `json:"demands,omitempty"`
	Flows       []jsonFlow `json:"flows"`
	Also        []jsonStep `json:"also,omitempty"`
	Fixes       []jsonFix  `json:"fixes,omitempty"`
}

type jsonFlow struct {
	Class  string        `json:"class"`
	Level  string        `json:"level"`
	Source string        `json:"source"`
	Tag    *jsonLocation `json:"tag,omitempty"`
	Steps  []jsonStep    `json:"steps"`
}

type jsonStep struct {
	Text     string       `json:"text"`
	Location jsonLocation `json:"location"`
}

type jsonLocation struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

type jsonRange struct {
	jsonLocation
	EndLine   int `json:"endLine"`
	EndColumn int `json:"endColumn"`
}

type jsonFix struct {
	Message string     `json:"message"`
	Edits   []jsonEdit `json:"edits"`
}

type jsonEdit struct {
	File  string `json:"file"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	New   string `json:"new"`
}

func (j *jsonReport) head() string {
	head, _ := marshal(map[string]string{"name": "piivet", "version": j.env.Version})
	return `{"version":` + strconv.Itoa(JSONVersion) + `,"tool":` + string(head) + `,"findings":[`
}

// Finding writes a finding on a line of its own.
func (j *jsonReport) Finding(f *finding.Finding) error {
	j.count++
	out := jsonFinding{
		Analyzer: f.Analyzer, Fingerprint: f.Fingerprint, Message: f.Message, Level: f.Level.String(),
		Kind: f.Kind, Sink: f.Sink, Package: f.Package, Function: f.Func, Flows: []jsonFlow{},
		Location: jsonRange{j.location(f.Span.Start), f.Span.EndLine, f.Span.EndCol},
	}
	for _, fl := range f.Flows {
		out.Flows = append(out.Flows, j.flow(fl))
	}
	out.Demands = f.Demands
	for _, st := range f.Also {
		out.Also = append(out.Also, jsonStep{st.Text, j.location(st.At)})
	}
	for _, x := range f.Fixes {
		fix := jsonFix{Message: x.Message}
		for _, e := range x.Edits {
			fix.Edits = append(fix.Edits, jsonEdit{j.env.rooted(finding.Location{Path: e.Path}), e.Start, e.End, e.New})
		}
		out.Fixes = append(out.Fixes, fix)
	}
	return j.list.add(j.head(), out)
}

func (j *jsonReport) flow(fl finding.Flow) jsonFlow {
	out := jsonFlow{Class: fl.Class, Level: fl.Level.String(), Source: fl.Name, Steps: []jsonStep{}}
	if fl.Tag.Known() {
		tag := j.location(fl.Tag)
		out.Tag = &tag
	}
	for _, s := range fl.Steps {
		out.Steps = append(out.Steps, jsonStep{s.Text, j.location(s.At)})
	}
	return out
}

func (j *jsonReport) location(l finding.Location) jsonLocation {
	return jsonLocation{j.env.rooted(l), l.Line, l.Col}
}

// Close ends the document with the number of findings.
func (j *jsonReport) Close() error {
	tail, err := marshal(j.count)
	if err != nil {
		return err
	}
	return j.list.end(j.head(), `],"count":`+string(tail)+"}\n")
}
