package report

import (
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/piivet/piivet/internal/finding"
	"github.com/piivet/piivet/piitag"
)

// sarif writes SARIF 2.1.0. What viewers make of it:
//   - GitHub shows the message with its links to related locations, code flows
//     as "show paths", and follows a finding by its partial fingerprint. It wants
//     paths relative to the repository and reads columns as UTF-16 code units.
//   - The viewer of VS Code shows code flows as trees and applies fixes.
type sarif struct {
	list list
	env  Env
	src  sources
}

func newSARIF(w io.Writer, e Env) *sarif { return &sarif{list: list{w: w}, env: e} }

const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

// sarifHead opens the document up to the results. The tool with its rules
// follows them.
const sarifHead = `{"$schema":"` + sarifSchema + `","version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits",` +
	`"originalUriBaseIds":{"` + rootID + `":{"description":{"text":"the root of the repository"}}},"results":[`

const rootID = "%SRCROOT%"

type sarifText struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown,omitempty"`
}

type sarifArtifact struct {
	URI    string `json:"uri"`
	BaseID string `json:"uriBaseId,omitempty"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn,omitempty"`
	EndLine     int `json:"endLine,omitempty"`
	EndColumn   int `json:"endColumn,omitempty"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   sarifRegion   `json:"region"`
}

type sarifLogical struct {
	Name string `json:"fullyQualifiedName"`
	Kind string `json:"kind,omitempty"`
}

type sarifLocation struct {
	ID       int            `json:"id,omitempty"`
	Physical *sarifPhysical `json:"physicalLocation,omitempty"`
	Logical  []sarifLogical `json:"logicalLocations,omitempty"`
	Message  *sarifText     `json:"message,omitempty"`
}

type sarifResult struct {
	RuleID       string            `json:"ruleId"`
	RuleIndex    *int              `json:"ruleIndex,omitempty"`
	Level        string            `json:"level"`
	Message      sarifText         `json:"message"`
	Locations    []sarifLocation   `json:"locations"`
	Related      []sarifLocation   `json:"relatedLocations,omitempty"`
	CodeFlows    []sarifCodeFlow   `json:"codeFlows,omitempty"`
	Fingerprints map[string]string `json:"partialFingerprints"`
	Fixes        []sarifFix        `json:"fixes,omitempty"`
	Properties   map[string]any    `json:"properties,omitempty"`
}

type sarifCodeFlow struct {
	Message     sarifText         `json:"message"`
	ThreadFlows []sarifThreadFlow `json:"threadFlows"`
}

type sarifThreadFlow struct {
	Locations []sarifFlowLocation `json:"locations"`
}

type sarifFlowLocation struct {
	Location sarifLocation `json:"location"`
}

type sarifFix struct {
	Description sarifText     `json:"description"`
	Changes     []sarifChange `json:"artifactChanges"`
}

type sarifChange struct {
	Artifact     sarifArtifact      `json:"artifactLocation"`
	Replacements []sarifReplacement `json:"replacements"`
}

type sarifReplacement struct {
	Deleted  sarifRegion `json:"deletedRegion"`
	Inserted sarifText   `json:"insertedContent"`
}

// FingerprintName is the name of piivet's partial fingerprint in SARIF. It
// changes when the way fingerprints are made does.
const FingerprintName = "piivet/v1"

// sarifLevels are SARIF's words for levels of personal data.
var sarifLevels = map[piitag.Level]string{piitag.Low: "note", piitag.Moderate: "warning", piitag.High: "error"}

// Finding writes a result.
func (s *sarif) Finding(f *finding.Finding) error {
	at := s.physical(f.Span.Start)
	if at != nil {
		at.Region.EndLine = f.Span.EndLine
		at.Region.EndColumn = s.src.utf16Col(f.Span.Start.Path, f.Span.EndLine, f.Span.EndCol)
	}
	message, related := s.linked(f)
	r := sarifResult{
		RuleID: f.Analyzer, RuleIndex: s.rule(f.Analyzer), Level: sarifLevels[f.Level],
		Message:      sarifText{Text: message},
		Locations:    []sarifLocation{{Physical: at, Logical: logical(f)}},
		Related:      related,
		Fingerprints: map[string]string{FingerprintName: f.Fingerprint},
		Properties:   map[string]any{"level": f.Level.String()},
	}
	if classes := f.Classes(); len(classes) > 0 {
		r.Properties["classes"] = classes
	}
	for _, fl := range f.Flows {
		if flow, ok := s.codeFlow(fl); ok {
			r.CodeFlows = append(r.CodeFlows, flow)
		}
	}
	for _, x := range f.Fixes {
		if fix, ok := s.fix(x); ok {
			r.Fixes = append(r.Fixes, fix)
		}
	}
	return s.list.add(sarifHead, r)
}

func logical(f *finding.Finding) []sarifLogical {
	if f.Func == "" {
		return nil
	}
	return []sarifLogical{{Name: f.Package + "." + f.Func, Kind: "function"}}
}

func (s *sarif) rule(name string) *int {
	for i, r := range s.env.Rules {
		if r.Name == name {
			return &i
		}
	}
	return nil
}

// linked gives the related locations, numbered, and the message with links to
// where the data was declared and to the sink.
func (s *sarif) linked(f *finding.Finding) (string, []sarifLocation) {
	var related []sarifLocation
	add := func(text string, at finding.Location) int {
		l := s.location(text, at)
		l.ID = len(related) + 1
		related = append(related, l)
		return l.ID
	}
	message := escapeLinks(f.Message)
	link := func(before, name string, id int) {
		name = escapeLinks(name)
		message = strings.Replace(message, before+name, before+"["+name+"]("+itoa(id)+")", 1)
	}
	for _, fl := range f.Flows {
		if fl.Tag.Known() {
			link(" from ", fl.Name, add(fl.Name+" is declared personal: "+fl.Class, fl.Tag))
		}
	}
	sink := 0
	for i, st := range f.Steps() {
		if id := add(st.Text, st.At); i < len(f.Steps())-len(f.Also) {
			sink = id
		}
	}
	if sink > 0 && strings.Contains(f.Message, " "+f.Sink) {
		link(" ", f.Sink, sink)
	} else if sink > 0 { // a recipient stands before it
		link("(", f.Sink, sink)
	}
	return message, related
}

// escapeLinks keeps brackets in a message from being read as links.
func escapeLinks(s string) string {
	return strings.NewReplacer(`\`, `\\`, `[`, `\[`, `]`, `\]`).Replace(s)
}

func (s *sarif) codeFlow(fl finding.Flow) (sarifCodeFlow, bool) {
	var locs []sarifFlowLocation
	if fl.Tag.Known() {
		locs = append(locs, sarifFlowLocation{s.location(fl.Name+" is declared personal: "+fl.Class, fl.Tag)})
	}
	for _, st := range fl.Steps {
		locs = append(locs, sarifFlowLocation{s.location(st.Text, st.At)})
	}
	flow := sarifCodeFlow{
		Message:     sarifText{Text: "the way of " + fl.Class + " from " + fl.Name},
		ThreadFlows: []sarifThreadFlow{{locs}},
	}
	return flow, len(locs) > 0
}

func (s *sarif) location(text string, at finding.Location) sarifLocation {
	l := sarifLocation{Message: &sarifText{Text: text}, Physical: s.physical(at)}
	if l.Physical == nil {
		l.Logical = []sarifLogical{{Name: at.Path}}
	}
	return l
}

// physical is a place in a file; nil where the file is not at hand.
func (s *sarif) physical(l finding.Location) *sarifPhysical {
	if l.Lost || !l.Known() {
		return nil
	}
	return &sarifPhysical{s.artifact(l.Path), sarifRegion{StartLine: l.Line, StartColumn: s.src.utf16Col(l.Path, l.Line, l.Col)}}
}

// artifact names a file relative to the repository, or absolutely where it lies
// elsewhere.
func (s *sarif) artifact(path string) sarifArtifact {
	rel, ok := relative(s.env.Root, path)
	u := url.URL{Path: filepath.ToSlash(rel)}
	if ok {
		// A colon in the first element would read as a scheme.
		return sarifArtifact{strings.TrimPrefix(u.EscapedPath(), "./"), rootID}
	}
	u.Scheme = "file"
	if !strings.HasPrefix(u.Path, "/") {
		u.Path = "/" + u.Path
	}
	return sarifArtifact{URI: u.String()}
}

// fix gives the edits by file. A fix whose files can't be read is left out.
func (s *sarif) fix(x finding.Fix) (sarifFix, bool) {
	out := sarifFix{Description: sarifText{Text: x.Message}}
	at := map[string]int{}
	for _, e := range x.Edits {
		line, col, ok := s.src.position(e.Path, e.Start)
		endLine, endCol, ok2 := s.src.position(e.Path, e.End)
		if !ok || !ok2 {
			return out, false
		}
		i, known := at[e.Path]
		if !known {
			i = len(out.Changes)
			at[e.Path] = i
			out.Changes = append(out.Changes, sarifChange{Artifact: s.artifact(e.Path)})
		}
		out.Changes[i].Replacements = append(out.Changes[i].Replacements, sarifReplacement{
			sarifRegion{line, s.src.utf16Col(e.Path, line, col), endLine, s.src.utf16Col(e.Path, endLine, endCol)},
			sarifText{Text: e.New},
		})
	}
	return out, len(out.Changes) > 0
}

type sarifRule struct {
	ID      string         `json:"id"`
	Short   sarifText      `json:"shortDescription"`
	Full    sarifText      `json:"fullDescription"`
	Help    sarifText      `json:"help"`
	HelpURI string         `json:"helpUri,omitempty"`
	Default map[string]any `json:"defaultConfiguration"`
	Props   map[string]any `json:"properties"`
}

// Close writes the tool and its rules.
func (s *sarif) Close() error {
	rules := []sarifRule{}
	for _, r := range s.env.Rules {
		rules = append(rules, sarifRule{
			ID: r.Name, Short: sarifText{Text: r.Title()}, Full: sarifText{Text: r.Doc},
			Help: sarifText{Text: r.Doc, Markdown: r.Help}, HelpURI: r.URL,
			Default: map[string]any{"level": "warning"},
			Props:   map[string]any{"tags": []string{"privacy", "security"}},
		})
	}
	tool, err := marshal(map[string]any{"driver": map[string]any{
		"name": "piivet", "version": s.env.Version, "informationUri": homepage, "rules": rules,
	}})
	if err != nil {
		return err
	}
	return s.list.end(sarifHead, `],"tool":`+string(tool)+"}]}\n")
}
