// Package scaffold writes policy files: the policy in force with the origin of
// each value, and new files with comments to start from.
package scaffold

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/policy"
)

// Draft is a new policy file. The empty Draft gives a file in which everything is
// a comment.
type Draft struct {
	Head   string  // lines of text for the head of the file, without "# "
	Tables []Table // what the file says; each stands in its section, in this order
}

// Table is one table of a policy file, such as a [[field]].
type Table struct {
	Section string
	Comment string // lines of text above it, without "# "
	Pairs   []Pair
}

// Pair is a key of a table and its value: a string, bool, int, []string, []int,
// []any, map[string]string or map[string]any.
type Pair struct {
	Key     string
	Value   any
	Comment string // behind the value, or ""
}

// part explains a section of the file.
type part struct {
	section string
	list    bool
	about   string
	example string // shown as a comment where the draft says nothing
}

// Text writes the file. It is read back, so that nobody gets a file that piivet
// refuses; the error is that of the first table that it would refuse.
func (d Draft) Text() ([]byte, error) {
	var b strings.Builder
	comment(&b, "The policy of piivet: what has to stand between personal data and each way out.\n"+
		"'piivet help policy' explains every key, 'piivet policy' prints what is in force.")
	if d.Head != "" {
		b.WriteString("#\n")
		comment(&b, d.Head)
	}
	for _, t := range d.Tables {
		if !slices.ContainsFunc(parts, func(p part) bool { return p.section == t.Section }) {
			return nil, fmt.Errorf("scaffold: there is no section %q", t.Section)
		}
	}
	for _, p := range parts {
		p.write(&b, d.Tables)
	}
	if _, err := policy.Parse(policy.FileName, []byte(b.String())); err != nil {
		return nil, err
	}
	return []byte(b.String()), nil
}

// write writes a section: its tables, or an example as a comment.
func (p part) write(b *strings.Builder, all []Table) {
	b.WriteByte('\n')
	comment(b, p.about)
	said := false
	for _, t := range all {
		if t.Section != p.section {
			continue
		}
		if said && p.list {
			b.WriteByte('\n')
		}
		if t.Comment != "" {
			comment(b, t.Comment)
		}
		if !said || p.list {
			b.WriteString(p.header() + "\n")
		}
		t.write(b)
		said = true
	}
	if !said {
		for line := range strings.Lines(p.header() + "\n" + p.example) {
			b.WriteString("#" + line)
		}
	}
}

func (p part) header() string {
	if p.list {
		return "[[" + p.section + "]]"
	}
	return "[" + p.section + "]"
}

func (t Table) write(b *strings.Builder) {
	for _, p := range t.Pairs {
		b.WriteString(tomlKey(p.Key) + " = " + tomlValue(p.Value))
		if p.Comment != "" {
			b.WriteString(" # " + strings.ReplaceAll(p.Comment, "\n", " "))
		}
		b.WriteByte('\n')
	}
}

// comment writes lines of text as a comment.
func comment(b *strings.Builder, text string) {
	for line := range strings.Lines(strings.TrimSuffix(text, "\n") + "\n") {
		b.WriteString(strings.TrimRight("# "+strings.TrimRight(line, "\n"), " ") + "\n")
	}
}

// Create writes the file into a directory and returns its name. It fails where
// there is a policy already, with an error for which errors.Is(err, fs.ErrExist)
// holds.
func (d Draft) Create(dir string) (string, error) {
	path := filepath.Join(dir, policy.FileName)
	text, err := d.Text()
	if err != nil {
		return path, err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		var pe *fs.PathError
		if errors.As(err, &pe) && !errors.Is(err, fs.ErrExist) {
			return path, fmt.Errorf("can't write %s: %w", path, pe.Err)
		}
		return path, err
	}
	_, err = f.Write(text)
	return path, errors.Join(err, f.Close())
}
