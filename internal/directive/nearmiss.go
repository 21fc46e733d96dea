package directive

import (
	"slices"
	"strings"
)

// nearMiss recognizes comments that were meant as directives but are none for a
// space, a capital or the form of the comment. To stay clear of prose it asks
// for a known verb.
func nearMiss(text string) *Error {
	body, block := text, false
	switch {
	case strings.HasPrefix(text, "//"):
		body = text[2:]
	case strings.HasPrefix(text, "/*"):
		body, block = strings.TrimSuffix(text[2:], "*/"), true
	default:
		return nil
	}
	verb, ok := meantVerb(body)
	if !ok {
		return nil
	}
	want := prefix + verb
	if block {
		return errorAt(0, want, "a directive is a // comment of its own")
	}
	return errorAt(0, want, "a directive begins with %q, in lower case and without spaces", want)
}

// meantVerb finds a verb behind something like "pii:".
func meantVerb(body string) (string, bool) {
	body = strings.ToLower(strings.TrimLeft(body, " \t"))
	rest, ok := strings.CutPrefix(body, "pii")
	if !ok {
		return "", false
	}
	rest, ok = strings.CutPrefix(strings.TrimLeft(rest, " \t"), ":")
	if !ok {
		return "", false
	}
	words := strings.Fields(rest)
	if len(words) == 0 || !slices.Contains(Verbs(), words[0]) {
		return "", false
	}
	return words[0], true
}
