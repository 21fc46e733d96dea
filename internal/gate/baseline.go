// Package gate says which findings count in a run: those that are not in a
// baseline, those that a change touches, those of a level.
package gate

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/finding"
)

// BaselineVersion is the version of the file format.
const BaselineVersion = 1

// Baseline is a list of findings that are known.
type Baseline struct {
	entries []Entry
	known   map[string]bool
}

// Entry is a finding in a baseline. Its fingerprint decides; the rest is for
// people who read the file.
type Entry struct {
	Fingerprint string `json:"fingerprint"`
	Analyzer    string `json:"analyzer"`
	Package     string `json:"package"`
	Function    string `json:"function,omitempty"`
	Message     string `json:"message"`
}

type baselineFile struct {
	Version  int     `json:"version"`
	Findings []Entry `json:"findings"`
}

// ReadBaseline reads a file. Its error names the file.
func ReadBaseline(path string) (*Baseline, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var f baselineFile
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&f); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if f.Version != BaselineVersion {
		return nil, fmt.Errorf("%s: version %d, but this piivet knows %d", path, f.Version, BaselineVersion)
	}
	return newBaseline(f.Findings), nil
}

func newBaseline(entries []Entry) *Baseline {
	b := &Baseline{entries: entries, known: map[string]bool{}}
	for _, e := range entries {
		b.known[e.Fingerprint] = true
	}
	return b
}

// Has reports whether a finding is known.
func (b *Baseline) Has(f *finding.Finding) bool { return b.known[f.Fingerprint] }

// Len is the number of entries.
func (b *Baseline) Len() int { return len(b.entries) }

// EntryOf makes an entry of a finding.
func EntryOf(f *finding.Finding) Entry {
	return Entry{f.Fingerprint, f.Analyzer, f.Package, f.Func, f.Message}
}

// Update gives the baseline after a run on some packages, in which the entries
// were found: what it has of other packages stays. With prune nothing is added.
func (b *Baseline) Update(found []Entry, analysed func(pkg string) bool, prune bool) *Baseline {
	var out []Entry
	for _, e := range b.entries {
		if !analysed(e.Package) {
			out = append(out, e)
		}
	}
	for _, e := range found {
		if !prune || b.known[e.Fingerprint] {
			out = append(out, e)
		}
	}
	slices.SortFunc(out, func(x, y Entry) int {
		return cmp.Or(strings.Compare(x.Package, y.Package), strings.Compare(x.Function, y.Function),
			strings.Compare(x.Message, y.Message), strings.Compare(x.Fingerprint, y.Fingerprint))
	})
	return newBaseline(slices.Compact(out))
}

// Write writes the baseline, a line for each finding, so that changes of it are
// easy to review and to merge.
func (b *Baseline) Write(path string) error {
	var out bytes.Buffer
	fmt.Fprintf(&out, "{\"version\": %d, \"findings\": [\n", BaselineVersion)
	for i, e := range b.entries {
		var line bytes.Buffer
		enc := json.NewEncoder(&line)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(e); err != nil {
			return err
		}
		out.Write(bytes.TrimRight(line.Bytes(), "\n"))
		if i < len(b.entries)-1 {
			out.WriteByte(',')
		}
		out.WriteByte('\n')
	}
	out.WriteString("]}\n")
	return os.WriteFile(path, out.Bytes(), 0o666)
}
