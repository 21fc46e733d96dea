package policy

import (
	"sort"
	"strconv"
	"strings"
)

// The TOML library gives no positions for keys and values that are well formed
// but mean nothing here. So the file, once it is known to be TOML, is scanned a
// second time for the places alone.

// place is where a key and its value stand, as byte offsets.
type place struct{ key, value int }

// header is a [table] or [[table]] line.
type header struct {
	off   int      // of the first bracket
	segs  []string // the dotted name
	names []int    // offset of each part of the name
	array bool
}

// locator holds the places of a file.
type locator struct {
	src     string
	lines   []int // offset of each line
	places  map[string]place
	headers []header
	twice   []text // keys that the TOML library lets stand twice

	i      int            // where the scan stands
	tables map[string]int // how many elements the array of tables has so far
}

// maxNesting bounds the nesting of values; deeper places are not recorded.
const maxNesting = 64

// newLocator knows lines and nothing else yet.
func newLocator(src string) *locator {
	l := &locator{src: src, lines: []int{0}, places: make(map[string]place), tables: make(map[string]int)}
	for i := range len(src) {
		if src[i] == '\n' {
			l.lines = append(l.lines, i+1)
		}
	}
	return l
}

// locate scans a valid TOML document.
func locate(src string) *locator {
	l := newLocator(src)
	prefix := ""
	for l.skip(true); l.i < len(src); l.skip(true) {
		before := l.i
		if src[l.i] == '[' {
			prefix = l.header()
		} else {
			l.keyValue(prefix, 0)
		}
		if l.i == before { // not TOML after all: don't stand still
			l.i++
		}
	}
	return l
}

// position turns an offset into line and column.
func (l *locator) position(off int) (line, col int) {
	line = sort.SearchInts(l.lines, off+1)
	return line, off - l.lines[line-1] + 1
}

// child and elem name the places below a table and an array.
func child(prefix, key string) string    { return prefix + "\x00" + key }
func elem(prefix string, n int) string   { return prefix + "\x00#" + strconv.Itoa(n) }
func (l *locator) has(c byte) bool       { return l.i < len(l.src) && l.src[l.i] == c }
func (l *locator) hasText(s string) bool { return strings.HasPrefix(l.src[l.i:], s) }
func (l *locator) record(p string, at place) {
	if _, dup := l.places[p]; !dup {
		l.places[p] = at
	}
}

// skip moves over white space and comments, over line ends only if lines is set.
func (l *locator) skip(lines bool) {
	for l.i < len(l.src) {
		switch c := l.src[l.i]; {
		case c == ' ' || c == '\t' || c == '\r':
			l.i++
		case c == '\n' && lines:
			l.i++
		case c == '#':
			l.lineEnd()
		default:
			return
		}
	}
}

func (l *locator) lineEnd() {
	for l.i < len(l.src) && l.src[l.i] != '\n' {
		l.i++
	}
}

// header reads a table header and returns the prefix of what follows.
func (l *locator) header() string {
	h := header{off: l.i, array: l.hasText("[[")}
	l.i++
	if h.array {
		l.i++
	}
	h.segs, h.names = l.dottedKey()
	l.lineEnd()
	l.headers = append(l.headers, h)
	prefix := ""
	for i, seg := range h.segs {
		prefix = child(prefix, seg)
		if i == len(h.segs)-1 && h.array {
			l.record(prefix, place{h.off, h.off})
			l.tables[prefix]++
		}
		if n := l.tables[prefix]; n > 0 {
			prefix = elem(prefix, n-1)
		}
		l.record(prefix, place{h.off, h.off})
	}
	return prefix
}

// dottedKey reads a key and returns its parts and where each stands.
func (l *locator) dottedKey() (segs []string, offs []int) {
	for {
		l.skip(false)
		offs = append(offs, l.i)
		segs = append(segs, l.simpleKey())
		l.skip(false)
		if !l.has('.') {
			return segs, offs
		}
		l.i++
	}
}

// simpleKey reads a bare or quoted key.
func (l *locator) simpleKey() string {
	start := l.i
	switch {
	case l.has('"'):
		l.quoted('"')
		if s, err := strconv.Unquote(l.src[start:l.i]); err == nil {
			return s
		}
		return l.src[start:l.i]
	case l.has('\''):
		l.quoted('\'')
		return strings.Trim(l.src[start:l.i], "'")
	}
	for l.i < len(l.src) && !strings.ContainsRune(" \t\r\n.=[]{},#\"'", rune(l.src[l.i])) {
		l.i++
	}
	return l.src[start:l.i]
}

// keyValue reads `a.b = value` and records its places.
func (l *locator) keyValue(prefix string, depth int) {
	segs, offs := l.dottedKey()
	l.skip(false)
	if !l.has('=') {
		return
	}
	l.i++
	l.skip(false)
	for i, seg := range segs {
		prefix = child(prefix, seg)
		if _, dup := l.places[prefix]; dup && i == len(segs)-1 {
			l.twice = append(l.twice, text{seg, offs[i]})
		}
		l.record(prefix, place{offs[i], l.i})
	}
	l.value(prefix, depth)
}

// value reads a value and records the places in it.
func (l *locator) value(prefix string, depth int) {
	switch {
	case l.has('"'):
		l.quoted('"')
	case l.has('\''):
		l.quoted('\'')
	case l.has('[') && depth < maxNesting:
		l.list(']', func(n int) {
			p := elem(prefix, n)
			l.record(p, place{l.i, l.i})
			l.value(p, depth+1)
		})
	case l.has('{') && depth < maxNesting:
		l.list('}', func(int) { l.keyValue(prefix, depth+1) })
	default:
		for l.i < len(l.src) && !strings.ContainsRune(",]}#\n", rune(l.src[l.i])) {
			l.i++
		}
	}
}

// list reads what stands between brackets, item by item.
func (l *locator) list(end byte, item func(n int)) {
	l.i++
	for n := 0; l.i < len(l.src); n++ {
		l.skip(true)
		if l.has(end) {
			l.i++
			return
		}
		before := l.i
		item(n)
		l.skip(true)
		if l.has(',') {
			l.i++
		}
		if l.i == before {
			return
		}
	}
}

// quoted moves over a string of either kind, also one of several lines.
func (l *locator) quoted(q byte) {
	if triple := strings.Repeat(string(q), 3); l.hasText(triple) {
		l.i += 3
		for l.i < len(l.src) && !l.hasText(triple) {
			l.step(q)
		}
		// Up to two quotes may belong to the text before the closing three.
		for n := 0; n < 5 && l.has(q); n++ {
			l.i++
		}
		return
	}
	l.i++
	for l.i < len(l.src) && !l.has(q) && !l.has('\n') {
		l.step(q)
	}
	if l.has(q) {
		l.i++
	}
}

// step moves over one character of a string, or over an escape in a basic one.
func (l *locator) step(q byte) {
	if q == '"' && l.has('\\') {
		l.i++
	}
	if l.i < len(l.src) {
		l.i++
	}
}
