package model

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"
)

// Error is a mistake in a table.
type Error struct {
	File      string
	Line, Col int // from 1; Col counts bytes
	Msg       string
}

func (e *Error) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Col, e.Msg)
}

// syntaxError turns the TOML reader's own error into an Error.
func syntaxError(file string, err error) error {
	if pe, ok := errors.AsType[toml.ParseError](err); ok {
		return &Error{file, pe.Position.Line, max(pe.Position.Col, 1), pe.Message}
	}
	return &Error{file, 1, 1, err.Error()}
}

// layout says where the tables of a TOML file stand. The TOML reader gives no
// positions of keys and values.
type layout struct {
	text  []byte
	root  block
	heads map[string][]*block // "func" -> its [[func]] blocks that are not yet taken
}

// block is the text of one table, from behind its header to the next one.
type block struct {
	start, end int
	line       int // of the header; 0 for the text before all headers
}

func newLayout(text []byte) *layout {
	l := &layout{text: text, heads: map[string][]*block{}}
	last := &l.root
	for at, line := 0, 1; at < len(text); line++ {
		this := lineAt(text, at)
		if trimmed := bytes.TrimLeft(this, " \t"); bytes.HasPrefix(trimmed, []byte("[")) {
			last.end = at
			last = &block{start: at + len(this), line: line}
			head, _, _ := strings.Cut(strings.TrimLeft(string(trimmed), "["), "]")
			head = strings.ReplaceAll(head, " ", "")
			l.heads[head] = append(l.heads[head], last)
		}
		at += len(this)
	}
	last.end = len(text)
	return l
}

// lineAt returns the rest of the line from there on, with its line feed.
func lineAt(text []byte, from int) []byte {
	if n := bytes.IndexByte(text[from:], '\n'); n >= 0 {
		return text[from : from+n+1]
	}
	return text[from:]
}

// take returns the block of the next [[head]], in the order of the file. An
// array of inline tables has no headers; its blocks are the whole file.
func (l *layout) take(head string) block {
	blocks := l.heads[head]
	if len(blocks) == 0 {
		return block{end: len(l.text)}
	}
	l.heads[head] = blocks[1:]
	return *blocks[0]
}

// key returns where "key =" stands in the block, or the block's start.
func (l *layout) key(b block, key string) int {
	for at := b.start; at < b.end; {
		line := lineAt(l.text, at)
		trimmed := bytes.TrimLeft(line, " \t")
		rest, ok := bytes.CutPrefix(trimmed, []byte(key))
		rest = bytes.TrimLeft(rest, " \t")
		if ok && len(rest) > 0 && rest[0] == '=' {
			return at + len(line) - len(trimmed)
		}
		at += len(line)
	}
	return min(b.start, len(l.text))
}

// lineCol converts an offset.
func (l *layout) lineCol(off int) (line, col int) {
	before := l.text[:min(off, len(l.text))]
	return 1 + bytes.Count(before, []byte("\n")), len(before) - bytes.LastIndexByte(before, '\n')
}

// errAt makes the error for a key of a block. If the key's value has the string
// value, the position is off bytes into it.
func (r *reader) errAt(b block, key, value string, off int, msg string) error {
	at := r.key(b, key)
	for _, quote := range []string{`"`, `'`} {
		i := -1
		if value != "" && at < b.end {
			i = bytes.Index(r.text[at:b.end], []byte(quote+value+quote))
		}
		if i >= 0 {
			at += i + 1 + off
			break
		}
	}
	line, col := r.lineCol(at)
	return &Error{r.file, line, col, msg}
}
