package piitag

import (
	"fmt"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/nearest"
)

// ParseError says what is wrong with a tag.
type ParseError struct {
	Text       string // the text that was read: a pii tag, or a whole struct tag
	Col        int    // where in Text it goes wrong: 1-based, in bytes
	Msg        string // what is wrong
	Suggestion string // what was probably meant, or ""
}

// Error gives the message with text, column and suggestion on one line.
func (e *ParseError) Error() string {
	return fmt.Sprintf("pii tag %q, column %d: %s%s", e.Text, e.Col, e.Msg, nearest.Hint(e.Suggestion))
}

// The words of the grammar besides classes.
const (
	optLevel   = "level"
	optSubject = "subject"
	optPurpose = "purpose"
	optRetain  = "retain"
	optQuasi   = "quasi"
)

// options are the words that may stand after the class.
var options = []string{optLevel, optSubject, optPurpose, optRetain, optQuasi}

// Parse reads the value of a pii tag with the built-in classes.
//
// The error is a *ParseError for the first thing that is wrong. The Tag is
// useful even then: its class is Unknown, its level at least Moderate and no
// lower than anything that could be made out in the text.
func Parse(tag string) (Tag, error) { return builtin.Parse(tag) }

// Parse is like the function [Parse] with the classes of the table.
func (t *Table) Parse(tag string) (Tag, error) {
	if tag == "-" {
		return Tag{NotPersonal: true}, nil
	}
	p := &parser{table: t, text: tag, worst: Moderate}
	p.run()
	if p.err != nil {
		return Tag{Class: Unknown, Level: p.worst}, p.err
	}
	return p.tag, nil
}

// parser reads one tag. It goes on after an error to learn the level.
type parser struct {
	table *Table
	text  string
	tag   Tag
	seen  []string // options that stood already
	worst Level    // the highest level that was seen, at least Moderate
	err   *ParseError
}

// fail keeps the first error. off is the byte offset of what is wrong.
func (p *parser) fail(off int, suggestion, format string, args ...any) {
	if p.err == nil {
		p.err = &ParseError{Text: p.text, Col: off + 1, Msg: fmt.Sprintf(format, args...), Suggestion: suggestion}
	}
}

// run reads all elements.
func (p *parser) run() {
	off := 0
	for i, elem := range strings.Split(p.text, ",") {
		word, at := p.trim(elem, off)
		if i == 0 {
			p.class(word, at)
		} else {
			p.option(word, at)
		}
		off += len(elem) + 1
	}
}

// trim complains about space around an element and removes it.
func (p *parser) trim(elem string, off int) (string, int) {
	word := strings.TrimSpace(elem)
	if word == elem || word == "" {
		return word, off
	}
	lead := strings.Index(elem, word)
	if lead > 0 {
		p.fail(off, "", "space before %q", word)
	} else {
		p.fail(off+len(word), "", "space after %q", word)
	}
	return word, off + lead
}

// class reads the first element.
func (p *parser) class(word string, off int) {
	if c, ok := p.table.Lookup(word); ok {
		p.tag.Class = c.Name
		p.tag.Level = c.Level
		p.worst = max(p.worst, c.Level)
		return
	}
	key, _, isKey := strings.Cut(word, "=")
	switch {
	case word == "" && strings.TrimSpace(p.text) == "":
		p.fail(off, "", "empty tag, want a class or \"-\"")
	case word == "":
		p.fail(off, "", "empty class")
	case word == "-":
		p.fail(off, "", "\"-\" stands alone, without options")
	case isKey || word == optQuasi:
		p.option(word, off)
		p.fail(off, "", "%q before the class, which comes first", key)
	default:
		near := p.table.Nearest(word)
		p.worst = max(p.worst, p.levelOf(near))
		p.fail(off, near, "unknown class %q", word)
	}
}

// levelOf is the level of a class, or none if there is no such class.
func (p *parser) levelOf(class string) Level {
	c, _ := p.table.Lookup(class)
	return c.Level
}

// option reads one element after the class.
func (p *parser) option(word string, off int) {
	key, value, isKey := strings.Cut(word, "=")
	switch {
	case word == "":
		p.fail(off, "", "empty option")
		return
	case !isKey && word == optQuasi:
		p.once(optQuasi, off)
		p.tag.Quasi = true
		return
	case isKey && key == optQuasi:
		p.fail(off+len(key), optQuasi, "%q takes no value", optQuasi)
		return
	case !isKey:
		p.strayWord(word, off)
		return
	}
	p.keyValue(key, value, off)
}

// strayWord explains an element that is neither a flag nor key=value.
func (p *parser) strayWord(word string, off int) {
	if c, ok := p.table.Lookup(word); ok {
		p.worst = max(p.worst, c.Level)
		p.fail(off, "", "%q is a second class, a tag has one", word)
		return
	}
	key, value, colon := strings.Cut(word, ":")
	near := key
	if !slices.Contains(options, key) {
		near = nearest.Of(key, options)
	}
	switch {
	case colon && near != "" && near != optQuasi:
		p.keyLevel(near, value)
		p.fail(off+len(key), near+"="+value, "%q, want key=value", word)
	case near != "" && near != optQuasi:
		p.fail(off, near+"=", "%q lacks a value", word)
	default:
		// A level that stands alone is a slip that must not lower the level.
		if l, err := ParseLevel(word); err == nil {
			p.worst = max(p.worst, l)
			p.fail(off, optLevel+"="+word, "unknown option %q", word)
			return
		}
		p.fail(off, near, "unknown option %q", word)
	}
}

// keyValue reads one key=value element.
func (p *parser) keyValue(key, value string, off int) {
	at := off + len(key) + 1
	switch key {
	case optLevel:
		p.level(value, at)
	case optSubject:
		if p.word(value, at) {
			p.tag.Subject = value
		}
	case optPurpose:
		p.purposes(value, at)
	case optRetain:
		period, err := ParsePeriod(value)
		if err != nil {
			p.fail(at, "", "%v", err)
		}
		p.tag.Retain = period
	default:
		near := nearest.Of(key, options)
		p.keyLevel(near, value)
		p.fail(off, near, "unknown key %q", key)
		return
	}
	p.once(key, off)
}

// keyLevel counts the level of an element whose key is only guessed.
func (p *parser) keyLevel(key, value string) {
	if key == optLevel {
		p.worst = max(p.worst, guessLevel(value))
	}
}

// once complains about an option that stands twice.
func (p *parser) once(key string, off int) {
	if slices.Contains(p.seen, key) {
		p.fail(off, "", "second %q", key)
	}
	p.seen = append(p.seen, key)
}

// level reads the value of level=.
func (p *parser) level(value string, off int) {
	l, err := ParseLevel(value)
	if err != nil {
		p.fail(off, nearest.Of(value, LevelNames()), "unknown level %q, want low, moderate or high", value)
		l = guessLevel(value)
	}
	p.tag.Level = l
	p.worst = max(p.worst, l)
}

// purposes reads the value of purpose=.
func (p *parser) purposes(value string, off int) {
	for _, w := range strings.Split(value, "|") {
		if !p.word(w, off) {
			return
		}
		if slices.Contains(p.tag.Purposes, w) {
			p.fail(off, "", "purpose %q stands twice", w)
		}
		p.tag.Purposes = append(p.tag.Purposes, w)
		off += len(w) + 1
	}
}

// word checks a name that the user chooses.
func (p *parser) word(s string, off int) bool {
	if s == "" {
		p.fail(off, "", "empty value")
		return false
	}
	for i, r := range s {
		if !isWordRune(r, i == 0) {
			p.fail(off+i, "", "%q in a name, want letters, digits, '_', '-', '.'", r)
			return false
		}
	}
	return true
}

// ValidWord reports whether s can be a subject or a purpose: ASCII letters,
// digits, '_', '-' and '.', beginning with a letter or digit.
func ValidWord(s string) bool {
	for i, r := range s {
		if !isWordRune(r, i == 0) {
			return false
		}
	}
	return s != ""
}

func isWordRune(r rune, first bool) bool {
	switch {
	case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9':
		return true
	}
	return !first && (r == '_' || r == '-' || r == '.')
}
