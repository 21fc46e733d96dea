package directive

import (
	"slices"
	"strings"
)

// nearMiss recognizes comments that were meant as directives but are none for a
// space, a capital or the form of the comment. To stay clear of prose it asks
// for a known verb, and of what reads like a sentence that the directive is right.
func (p *Parser) nearMiss(text string) *Error {
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
	if !ok || sentence(body) && !p.reads(body, verb) {
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

// sentence reports whether a space stands behind the colon, as in a text about pii.
func sentence(body string) bool {
	_, rest, _ := strings.Cut(body, ":")
	return strings.TrimLeft(rest, " \t") != rest
}

// reads reports whether a directive is right that begins at the verb.
func (p *Parser) reads(body, verb string) bool {
	_, rest, _ := strings.Cut(body, ":")
	args := strings.TrimSpace(rest)[len(verb):]
	_, ok, err := p.Parse(prefix + verb + args)
	return ok && err == nil && !(verb == string(Consent) && strings.TrimSpace(args) != "")
}
