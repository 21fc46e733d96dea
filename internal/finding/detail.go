// Package finding says what a finding is, once it has left the analysis: data
// for people and machines, without syntax trees, types or token positions.
//
// A [Detail] is what the process that analyses a package tells the command
// beyond what a diagnostic of go vet can say. A [Finding] is what the command
// makes of both, and what reports are written from.
package finding

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/piivet/piivet/piitag"
)

// Detail is the part of a finding that go vet's own JSON has no field for.
type Detail struct {
	// Kind is the way out: log, error, ...
	Kind string `json:"kind"`
	// Sink is the function that lets the data out, as the message names it. It is
	// empty for a finding about a directive.
	Sink string `json:"sink,omitempty"`
	// Package is the import path of the package that the finding stands in.
	Package string `json:"package"`
	// Func is the function that the finding stands in, as go/ssa names it within
	// its package: show, (*Server).login, main$1.
	Func string `json:"func,omitempty"`
	// FuncLine is the first line of the outermost function around the finding, or 0.
	FuncLine int `json:"funcLine,omitempty"`
	// Sources are the personal data, in the order of the message.
	Sources []Source `json:"sources,omitempty"`
	// Demand is what the policy wants before the data may leave: words of the
	// policy file, separated by |.
	Demand string `json:"demand,omitempty"`
	// Help says what to do, where no sink tells.
	Help string `json:"help,omitempty"`
	// Also are further places that belong to the finding, such as routes.
	Also []Step `json:"also,omitempty"`
	// Arrival is the last step: the sink itself.
	Arrival Step `json:"arrival"`
}

// Source is one kind of personal data in a finding.
type Source struct {
	// Class is the class of the tag.
	Class string `json:"class"`
	// Level is the level of the tag, or that of its class.
	Level piitag.Level `json:"level"`
	// Name is how the message calls it: Customer.Email, lookupEmail().
	Name string `json:"name"`
	// Tag is where it was declared personal, if that is known.
	Tag Place `json:"tag"`
	// Steps are the stations from the source to the sink, without the sink.
	Steps []Step `json:"steps,omitempty"`
}

// Step is one station on the way of the data.
type Step struct {
	Text  string `json:"text"`
	Place Place  `json:"place"`
}

// Place is a position in a file, named by its package. The zero Place is
// unknown. Lines and columns count from 1, columns in bytes.
type Place struct {
	Package string `json:"package,omitempty"`
	File    string `json:"file,omitempty"` // base name
	Line    int    `json:"line,omitempty"`
	Col     int    `json:"col,omitempty"`
}

// Known reports whether the place is known.
func (p Place) Known() bool { return p.Line > 0 && p.File != "" }

// detailPrefix begins the message of a related location that holds a Detail.
// The number is the version of the encoding.
const detailPrefix = "piivet-detail/1 "

// Encode writes the detail as the message of a related location.
func (d *Detail) Encode() (string, error) {
	data, err := json.Marshal(d)
	return detailPrefix + string(data), err
}

// DecodeDetail reads the message of a related location. The result is nil if it
// is an ordinary one.
func DecodeDetail(message string) (*Detail, error) {
	data, ok := strings.CutPrefix(message, detailPrefix)
	if !ok {
		return nil, nil
	}
	d := new(Detail)
	if err := json.Unmarshal([]byte(data), d); err != nil {
		return nil, fmt.Errorf("detail of a finding: %w", err)
	}
	return d, nil
}
