package ways

import (
	"slices"
	"strings"
)

// Paths of routes are globs: two characters stand for what a request decides.
const (
	someSegment = '\x04' // any text without a slash
	SomeText    = '\x05' // any text
)

// Writable are globs as a route has them: all requests, where they cannot be written into
// a name or there are none.
func Writable(globs []string) (out []string, told bool) {
	if len(globs) == 0 || slices.ContainsFunc(globs, unwritableGlob) {
		return []string{string(SomeText)}, false
	}
	return globs, true
}

// Globs are the paths that a route's pattern stands for, in the way of its
// framework; nil where that is not known.
func Globs(style, pattern string) []string {
	switch style {
	case "mux", "submux":
		return muxGlobs(pattern)
	case "brace":
		return []string{BraceGlob(pattern)}
	case "colon":
		return []string{ColonGlob(pattern)}
	case "slack":
		g := ColonGlob(pattern)
		return []string{strings.TrimSuffix(g, "/"), strings.TrimSuffix(g, "/") + "/"}
	}
	return []string{pattern}
}

// muxGlobs reads a pattern of net/http, without the method.
func muxGlobs(pattern string) []string {
	if _, path, ok := strings.Cut(pattern, " "); ok {
		pattern = strings.TrimSpace(path)
	}
	i := strings.IndexByte(pattern, '/')
	if i < 0 {
		return nil
	}
	pattern = pattern[i:] // behind a host
	if exact, ok := strings.CutSuffix(pattern, "{$}"); ok {
		return []string{BraceGlob(exact)}
	}
	g := BraceGlob(pattern)
	if strings.HasSuffix(g, "/") {
		g += string(SomeText)
	}
	return []string{g}
}

// BraceGlob reads a pattern with {name}, {name...}, {name:expression} and a star
// at its end.
func BraceGlob(pattern string) string {
	var b strings.Builder
	for pattern != "" {
		before, rest, ok := strings.Cut(pattern, "{")
		b.WriteString(before)
		if !ok {
			break
		}
		name, rest := closing(rest)
		if strings.HasSuffix(name, "...") || strings.Contains(name, ":") {
			b.WriteRune(SomeText) // an expression may match slashes
		} else {
			b.WriteRune(someSegment)
		}
		pattern = rest
	}
	g := b.String()
	if before, ok := strings.CutSuffix(g, "*"); ok {
		g = before + string(SomeText)
	}
	return g
}

// closing cuts a text at the brace that closes one in front of it.
func closing(s string) (in, rest string) {
	depth := 1
	for i, c := range s {
		switch c {
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth == 0 {
			return s[:i], s[i+1:]
		}
	}
	return s, ""
}

// ColonGlob reads a pattern with :name, *name and, as fiber has it, +.
func ColonGlob(pattern string) string {
	var b strings.Builder
	for i, part := range strings.Split(pattern, "/") {
		if i > 0 {
			b.WriteByte('/')
		}
		at := strings.IndexAny(part, ":*+")
		switch {
		case at < 0:
			b.WriteString(part)
		case part[at] == ':' && !strings.HasSuffix(part, "?") && !strings.ContainsAny(part, "*+"):
			b.WriteString(part[:at])
			b.WriteRune(someSegment)
		default: // what may be missing takes the slash with it
			g := strings.TrimSuffix(b.String(), "/")
			return g + string(SomeText)
		}
	}
	return b.String()
}

// literal reports whether a glob is one text.
func literal(glob string) bool { return !strings.ContainsAny(glob, "\x04\x05") }

// mayBegin reports whether a text of the glob may begin like that.
func mayBegin(glob, with string) bool {
	for glob != "" && with != "" {
		switch c := glob[0]; c {
		case SomeText:
			return true
		case someSegment:
			for i := 0; ; i++ {
				if mayBegin(glob[1:], with[i:]) {
					return true
				}
				if i == len(with) || with[i] == '/' {
					return false
				}
			}
		default:
			if c != with[0] {
				return false
			}
			glob, with = glob[1:], with[1:]
		}
	}
	return with == ""
}

// mayBeText reports whether a glob may stand for a text.
func mayBeText(glob, text string) bool {
	for glob != "" {
		switch c := glob[0]; c {
		case SomeText, someSegment:
			for i := 0; ; i++ {
				if mayBeText(glob[1:], text[i:]) {
					return true
				}
				if i == len(text) || c == someSegment && text[i] == '/' {
					return false
				}
			}
		default:
			if text == "" || c != text[0] {
				return false
			}
			glob, text = glob[1:], text[1:]
		}
	}
	return text == ""
}

func reverse(s string) string {
	b := []byte(s)
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
	return string(b)
}

// mayHave reports whether a text of the glob may satisfy one of these: '=' is it,
// '^' begins with it, '$' ends with it, '~' contains it.
func mayHave(glob string, op byte, text string) bool {
	switch op {
	case '=':
		return mayBeText(glob, text)
	case '^':
		return mayBegin(glob, text)
	case '$':
		return mayBegin(reverse(glob), reverse(text))
	}
	return !literal(glob) || strings.Contains(glob, text)
}

// mustHave reports whether all texts of the glob satisfy it.
func mustHave(glob string, op byte, text string) bool {
	switch op {
	case '=':
		return literal(glob) && glob == text
	case '^':
		return strings.HasPrefix(glob, text)
	case '$':
		return strings.HasSuffix(glob, text)
	}
	return strings.Contains(glob, text)
}
