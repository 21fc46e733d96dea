package policy

import "strings"

// readModel reads [[model]]: a table of functions in the form of the library
// models. What it holds is read by package model; this one only cuts it out.
func readModel(t *table, p *Policy) {
	t.requiredStrs("path")
	for _, key := range []string{"default", "recipient", "recipient_kind"} {
		t.str(key)
	}
	for _, key := range []string{"func", "global", "type"} {
		if v, ok := t.get(key); ok {
			if _, ok := tables(v); !ok {
				t.wrongType(t.valueOff(key), key, "tables [[model."+key+"]]", v)
			}
		}
	}
	n := len(p.models)
	data, ok := t.r.loc.cutModel(n)
	if !ok {
		t.r.failAt(t.off(), "", "write each [[model]] as a table of its own, not inside another value")
		return
	}
	p.models = append(p.models, Model{File: t.r.file, TOML: data})
}

// cutModel gives the text of [[model]] number n as a file of package model would
// have it: "[[model]]" goes, "[[model.func]]" becomes "[[func]]". Everything
// keeps its line and column: what is not of this entry becomes blank.
func (l *locator) cutModel(n int) ([]byte, bool) {
	out := []byte(l.src)
	blank(out, 0, len(out))
	found, current := false, -1
	for i, h := range l.headers {
		if h.segs[0] != "model" {
			continue
		}
		if len(h.segs) == 1 {
			current++
		}
		if current != n {
			continue
		}
		found = true
		end := len(l.src)
		if i+1 < len(l.headers) {
			end = l.headers[i+1].off
		}
		copy(out[h.off:end], l.src[h.off:end])
		if len(h.segs) == 1 {
			blank(out, h.off, h.off+l.headerLen(h))
		} else {
			blank(out, h.names[0], h.names[1])
		}
	}
	return out, found
}

// headerLen is the length of a header's line without a comment or the line end.
func (l *locator) headerLen(h header) int {
	line := l.src[h.off:]
	if end := strings.IndexAny(line, "#\r\n"); end >= 0 {
		return end
	}
	return len(line)
}

// blank replaces bytes by spaces and keeps line ends.
func blank(b []byte, from, to int) {
	for i := from; i < to; i++ {
		if b[i] != '\n' && b[i] != '\r' {
			b[i] = ' '
		}
	}
}
