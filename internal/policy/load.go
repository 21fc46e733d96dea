package policy

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/BurntSushi/toml"

	"github.com/piivet/piivet/internal/nearest"
)

// Find looks for a policy file in dir and above, up to the root of the repository.
// It returns its absolute path, "" if there is none.
func Find(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for {
		path := filepath.Join(dir, FileName)
		if _, err := os.Stat(path); err == nil {
			return path, nil
		}
		up := filepath.Dir(dir)
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil || up == dir {
			return "", nil
		}
		dir = up
	}
}

// Load reads a policy file. The error is an *Error.
func Load(path string) (*Policy, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		msg := err.Error()
		var pe *fs.PathError
		if errors.As(err, &pe) { // it would repeat the name
			msg = pe.Err.Error()
		}
		return nil, &Error{File: path, Msg: "can't read the policy: " + msg, Err: err}
	}
	return Parse(path, data)
}

// Parse reads the text of a policy file. file is its name, for messages and for
// patterns that are relative to its directory. The error is an *Error: the first
// one in the order of the file.
func Parse(file string, data []byte) (*Policy, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff")) // editors on Windows begin files so
	var doc map[string]any
	if _, err := toml.Decode(string(data), &doc); err != nil {
		return nil, syntaxError(file, string(data), err)
	}
	p := Default()
	p.protos, p.defaultProto = nil, false
	p.path, p.hash = file, hashOf(data)
	if abs, err := filepath.Abs(file); err == nil {
		p.dir = filepath.Dir(abs)
	}
	r := &reader{file: file, loc: locate(string(data))}
	p.layers = []layer{{doc: maps.Clone(doc), loc: r.loc}}
	for _, d := range r.loc.twice {
		r.failAt(d.off, "", "key %q stands twice", d.s)
	}
	r.document(p, doc)
	if err := r.first(); err != nil {
		return nil, err
	}
	p.addDefaultProto()
	return p, nil
}

// syntaxError gives an error of the TOML library our form.
func syntaxError(file, src string, err error) *Error {
	var pe toml.ParseError
	if !errors.As(err, &pe) {
		return &Error{File: file, Msg: err.Error(), Err: err}
	}
	msg := []rune(strings.TrimSuffix(pe.Message, "."))
	if len(msg) > 1 && !unicode.IsUpper(msg[1]) {
		msg[0] = unicode.ToLower(msg[0])
	}
	// The library's own line and column disagree with each other at line ends;
	// its offset is right.
	line, col := newLocator(src).position(min(max(pe.Position.Start, 0), len(src)))
	return &Error{File: file, Line: line, Col: col, Msg: string(msg), Err: err}
}

// hashOf gives the Hash of a content.
func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:16])
}

// section reads one kind of table.
type section struct {
	name string
	list bool // [[name]] and not [name]
	read func(t *table, p *Policy)
}

// sections lists all of them in the order of reading: classes first, because the
// others name them.
func sections() []section {
	return []section{
		{"class", true, readClass},
		{"policy", false, readDemands},
		{"analyzers", false, readAnalyzers},
		{"exclude", false, readExclude},
		{"field", true, readField},
		{"type", true, readType},
		{"tag", true, readTag},
		{"proto", true, readProto},
		{"sources", false, readSources},
		{"source", true, readSource},
		{"redactor", true, readRedactor},
		{"verifier", true, readVerifier},
		{"consent", true, readConsent},
		{"sink", true, readSink},
		{"outbound", false, readOutbound},
		{"recipient", true, readRecipient},
		{"model", true, readModel},
		{"preset", true, readPreset}, // last: what the file itself says comes first
	}
}

// otherWords are sections by the words that directives and other tools have for them.
var otherWords = map[string]string{
	"verify": "verifier", "sanitizer": "redactor", "convention": "tag", "processor": "recipient", "host": "outbound", "hosts": "outbound",
}

// document reads the whole file.
func (r *reader) document(p *Policy, doc map[string]any) {
	var names []string
	for _, s := range sections() {
		names = append(names, s.name)
		if v, ok := doc[s.name]; ok {
			delete(doc, s.name)
			r.section(p, s, v)
		}
	}
	for key := range doc {
		off := r.loc.places[child("", key)].key
		r.failAt(off, cmp.Or(nearest.Of(key, names), otherWords[key]), "unknown section %q", key)
	}
}

// section reads all tables of one kind.
func (r *reader) section(p *Policy, s section, v any) {
	prefix := child("", s.name)
	if !s.list {
		m, ok := v.(map[string]any)
		if !ok {
			r.failAt(r.loc.places[prefix].key, "", "%s: want one table [%s], got %s", s.name, s.name, typeName(v))
			return
		}
		t := &table{r: r, prefix: prefix, name: "[" + s.name + "]", m: m}
		s.read(t, p)
		t.done()
		return
	}
	list, ok := tables(v)
	if !ok {
		r.failAt(r.loc.places[prefix].key, "", "%s: want tables [[%s]], got %s", s.name, s.name, typeName(v))
		return
	}
	for i, m := range list {
		if r.skip != nil && r.skip(s.name, m, i) {
			continue
		}
		t := &table{r: r, prefix: elem(prefix, i), name: "[[" + s.name + "]]", m: m}
		s.read(t, p)
		t.done()
	}
}
