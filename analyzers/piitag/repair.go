package piitag

import (
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/directive"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/piitag"
)

// maxRepairs bounds how many mistakes in one text are mended.
const maxRepairs = 5

// repairTag mends a struct tag. What it tries counts only if it can be read
// without a mistake afterwards.
func repairTag(classes *piitag.Table, text string) (string, bool) {
	for range maxRepairs {
		_, ok, err := classes.FromStructTag(reflect.StructTag(text))
		e, _ := err.(*piitag.ParseError)
		if e == nil {
			return text, ok
		}
		next := slices.IndexFunc(tagCandidates(classes, text, e), func(c string) bool { return tagProgress(classes, c, text, e) })
		if next < 0 {
			return "", false
		}
		text = tagCandidates(classes, text, e)[next]
	}
	return "", false
}

// tagProgress reports whether a candidate has no mistake, or its first one
// further on.
func tagProgress(classes *piitag.Table, c, text string, was *piitag.ParseError) bool {
	_, ok, err := classes.FromStructTag(reflect.StructTag(c))
	e, _ := err.(*piitag.ParseError)
	return ok && c != text && wellFormed.MatchString(c) && (e == nil || len(c)-e.Col < len(text)-was.Col)
}

// wellFormed is what package reflect reads to the end.
var wellFormed = regexp.MustCompile(`^( *[^\s":]+:"([^"\\]|\\.)*")* *$`)

var (
	spacedComma = regexp.MustCompile(`\s*[,;]\s*`)
	// looseTag is a pii tag that lacks its form: pii:email, pii = 'email'.
	looseTag = regexp.MustCompile(`(?i)[,;]?\s*\bpii\s*[:=]\s*["']?\s*([a-z][\w.,=|:-]*|-)\s*["']?`)
)

// tagCandidates are what may have been meant, the best guess first.
func tagCandidates(classes *piitag.Table, text string, e *piitag.ParseError) []string {
	off := min(e.Col-1, len(text))
	before, rest := text[:off], text[off:]
	if !wellFormed.MatchString(text) && looseTag.MatchString(text) && valueOf(text) == "" {
		return []string{strings.TrimSpace(looseTag.ReplaceAllString(text, ` pii:"$1" `))}
	}
	var out []string
	if e.Suggestion != "" {
		for _, ends := range []string{`,"`, `,"=`, `,"=|: ;`, `:`} {
			if i := strings.IndexAny(rest, ends); i > 0 {
				out = append(out, before+spaced(before, rest, e.Suggestion)+rest[i:])
			}
		}
	}
	start, end := element(text, off)
	elem := text[start:end]
	if e.Suggestion != "" {
		out = append(out, text[:start]+e.Suggestion+text[end:])
	}
	out = append(out, text[:start]+strings.ToLower(elem)+text[end:])
	if start > 0 && text[start-1] == ',' && repeats(classes, text, start, elem) {
		out = append(out, text[:start-1]+text[end:])
	}
	if v := valueOf(text); v != "" {
		tidy := spacedComma.ReplaceAllString(strings.TrimSpace(v), ",")
		out = append(out, strings.Replace(text, v, tidy, 1), strings.Replace(text, v, classFirst(classes, tidy), 1))
	}
	return out
}

// spaced puts the space between two keys that a comma stood for.
func spaced(before, rest, word string) string {
	if word == piitag.Key && before != "" && !strings.HasSuffix(before, " ") && strings.ContainsAny(rest[:1], ",;") {
		return " " + word
	}
	return word
}

// element is the part between commas or quotes around an offset.
func element(text string, off int) (start, end int) {
	start = strings.LastIndexAny(text[:off], `,"`) + 1
	if i := strings.IndexAny(text[off:], `,"`); i >= 0 {
		return start, off + i
	}
	return start, len(text)
}

// repeats reports whether an element says once more what an earlier one said.
func repeats(classes *piitag.Table, text string, start int, elem string) bool {
	value := text[strings.LastIndexByte(text[:start], '"')+1 : start-1]
	c, isClass := classes.Lookup(elem)
	for _, earlier := range strings.Split(value, ",") {
		if o, ok := classes.Lookup(earlier); earlier == elem || isClass && ok && o.Name == c.Name {
			return true
		}
	}
	return false
}

// valueOf is the text of the pii key as it stands between its quotes.
func valueOf(text string) string {
	_, rest, ok := strings.Cut(text, piitag.Key+`:"`)
	if !ok {
		return ""
	}
	value, _, _ := strings.Cut(rest, `"`)
	return value
}

// classFirst moves the class of a tag to its front.
func classFirst(classes *piitag.Table, value string) string {
	parts := strings.Split(value, ",")
	i := slices.IndexFunc(parts, func(p string) bool { _, ok := classes.Lookup(p); return ok })
	if i <= 0 {
		return value
	}
	class := parts[i]
	return strings.Join(append([]string{class}, slices.Delete(parts, i, i+1)...), ",")
}

// meantDirective is the beginning of a comment that was meant as a directive.
var meantDirective = regexp.MustCompile(`(?i)^//\s*pii\s*:\s*(\w+)`)

// repairDirective mends a directive as repairTag does a tag.
func repairDirective(pol *policy.Policy, text string) (string, bool) {
	for range maxRepairs {
		_, ok, err := pol.Directive(text)
		e, _ := err.(*directive.Error)
		if e == nil {
			return text, ok
		}
		next := ""
		for _, c := range directiveCandidates(text, e) {
			_, ok, err := pol.Directive(c)
			if n, _ := err.(*directive.Error); ok && c != text && (n == nil || len(c)-n.Col < len(text)-e.Col) {
				next = c
				break
			}
		}
		if next == "" {
			return "", false
		}
		text = next
	}
	return "", false
}

func directiveCandidates(text string, e *directive.Error) []string {
	off := min(e.Col-1, len(text))
	before, rest := text[:off], text[off:]
	if e.Suggestion == "" || strings.HasPrefix(text, "/*") {
		return nil
	}
	if strings.HasPrefix(e.Suggestion, "//") {
		return []string{meantDirective.ReplaceAllString(text, e.Suggestion)}
	}
	wrong, _, _ := strings.Cut(rest, " ")
	if strings.Contains(wrong, ",") && !strings.Contains(e.Suggestion, " ") && !strings.Contains(e.Msg, "class") && !strings.Contains(e.Msg, "level") {
		return nil // of several words the suggestion is one
	}
	var out []string
	for _, ends := range []string{" \t,", " \t"} {
		i := strings.IndexAny(rest, ends)
		if i < 0 {
			i = len(rest)
		}
		out = append(out, before+e.Suggestion+rest[i:])
	}
	return out
}
