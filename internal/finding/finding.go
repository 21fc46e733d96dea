package finding

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/piivet/piivet/piitag"
)

// Finding is one finding with all that reports say of it.
type Finding struct {
	Analyzer string
	Message  string
	Package  string // import path, without the mark of a test variant
	Func     string // see [Detail]
	FuncLine int    // see [Detail]
	Kind     string // log, error, ...
	Sink     string // empty for a finding about a directive
	// Level is the highest of its sources; low for a finding about a directive.
	Level piitag.Level
	// Fingerprint names the finding in later runs too, as long as analyzer, data,
	// sink and function stay. Line numbers are no part of it.
	Fingerprint string
	Span        Span
	Demands     []string // any of them would do: redact, verify, consent, approved
	Flows       []Flow
	Advice      string    // what to do, where no sink tells
	Also        []Station // places that belong to the finding, besides the way of the data
	Fixes       []Fix
}

// Flow is the way of one source, from the source to the sink. The sink is its
// last station.
type Flow struct {
	Class string
	Level piitag.Level
	Name  string
	Tag   Location // where the data was declared personal; may be unknown
	Steps []Station
}

// Station is a step at a place that can be opened.
type Station struct {
	Text string
	At   Location
}

// Location is a position in a file.
type Location struct {
	// Path is the absolute path of the file. Of a package whose directory is not
	// known it is the import path and the file's name, and Lost is set.
	Path string
	Line int // from 1; 0 if the location is unknown
	Col  int // from 1, in bytes
	Lost bool
}

// Known reports whether the location says anything.
func (l Location) Known() bool { return l.Line > 0 }

// Span is a range in a file; End is behind its last byte. It is equal to Start
// where only a position is known.
type Span struct {
	Start Location
	// EndLine and EndCol are the position behind the last byte, in the same file.
	EndLine, EndCol int
}

// Fix is a change that mends the finding.
type Fix struct {
	Message string
	Edits   []Edit
}

// Edit replaces the bytes from Start to End of a file.
type Edit struct {
	Path       string
	Start, End int // byte offsets from 0
	New        string
}

// Steps lists the stations of all flows, each once, in the order of the way.
// What several flows share,
// their ends, comes behind, and other places come last.
func (f *Finding) Steps() []Station {
	var out, ends []Station
	for _, fl := range f.Flows {
		for i, s := range fl.Steps {
			list := &out
			if i == len(fl.Steps)-1 {
				list = &ends
			}
			if !slices.Contains(out, s) && !slices.Contains(ends, s) {
				*list = append(*list, s)
			}
		}
	}
	return append(append(out, ends...), f.Also...)
}

// Classes lists the classes of the data, each once, in the order of the message.
func (f *Finding) Classes() []string {
	var out []string
	for _, fl := range f.Flows {
		if !slices.Contains(out, fl.Class) {
			out = append(out, fl.Class)
		}
	}
	return out
}

// Help says what to do about the finding, in one line.
func (f *Finding) Help() string {
	switch {
	case len(f.Fixes) > 0 && (f.Sink == "" || f.Advice != ""):
		return f.Fixes[0].Message + " (piivet -fix)"
	case f.Advice != "":
		return f.Advice
	case f.Sink == "":
		return "remove the comment"
	}
	var ways []string
	if len(f.Fixes) > 0 {
		ways = append(ways, f.Fixes[0].Message+" (piivet -fix)")
	} else {
		for _, d := range f.Demands {
			if m := mends[d]; m != "" {
				ways = append(ways, m)
			}
		}
	}
	ways = append(ways, "allow it with //pii:allow "+f.Kind+" REASON")
	last := len(ways) - 1
	if last == 0 {
		return ways[0]
	}
	return strings.Join(ways[:last], ", ") + ", or " + ways[last]
}

// mends say how to meet a demand of the policy.
var mends = map[string]string{
	"redact":   "redact it first",
	"verify":   "verify the caller first",
	"consent":  "ask for consent first",
	"approved": "name the recipient in the policy",
	"channel":  "send it over a secure channel, in the body of the request",
}

// Sort puts the findings of a package in the order of its source.
func Sort(fs []*Finding) {
	slices.SortStableFunc(fs, func(a, b *Finding) int {
		return cmp.Or(
			strings.Compare(a.Span.Start.Path, b.Span.Start.Path),
			a.Span.Start.Line-b.Span.Start.Line,
			a.Span.Start.Col-b.Span.Start.Col,
			strings.Compare(a.Analyzer, b.Analyzer),
			strings.Compare(a.Message, b.Message),
		)
	})
}

// SetFingerprints names the findings of one package, which must be in the order
// of its source: equal ones in one function are told apart by their number.
func SetFingerprints(fs []*Finding) {
	seen := map[string]int{}
	for _, f := range fs {
		key := f.identity()
		n := seen[key]
		seen[key]++
		sum := sha256.Sum256([]byte(key + "\x00" + strconv.Itoa(n)))
		f.Fingerprint = hex.EncodeToString(sum[:8])
	}
}

// closure is how go/ssa numbers the function literals in a function. A literal
// that is added in front of another one must not rename its findings.
var closure = regexp.MustCompile(`(\$\d+)+$`)

func (f *Finding) identity() string {
	parts := []string{f.Analyzer, f.Package, closure.ReplaceAllString(f.Func, ""), f.Kind, f.Sink}
	for _, fl := range f.Flows {
		parts = append(parts, fl.Class, fl.Name)
	}
	if len(f.Flows) == 0 {
		parts = append(parts, f.Message)
	}
	return strings.Join(parts, "\x00")
}
