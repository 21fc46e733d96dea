package directive

import (
	"go/token"
	"slices"
	"strings"
	"unicode"

	"github.com/piivet/piivet/internal/nearest"
	"github.com/piivet/piivet/piitag"
)

const prefix = "//pii:"

// Parser reads directives with the classes of a table.
type Parser struct {
	classes *piitag.Table
}

// NewParser returns a parser that knows the classes of the table.
func NewParser(classes *piitag.Table) *Parser { return &Parser{classes} }

// Parse reads a comment with the built-in classes; see the method of [Parser].
func Parse(comment string) (Directive, bool, error) {
	return NewParser(piitag.Builtin()).Parse(comment)
}

// Parse reads a comment, given with its "//" or "/*". ok says whether the
// comment is a directive or was clearly meant to be one; prose is not.
//
// The error is an *Error. A directive that would take findings away has no verb
// then, so that it can't be obeyed by mistake. A source keeps its verb and is of
// class piitag.Unknown.
func (p *Parser) Parse(comment string) (d Directive, ok bool, err error) {
	text := strings.TrimRight(comment, " \t\r\n")
	if !strings.HasPrefix(text, prefix) {
		if e := p.nearMiss(text); e != nil {
			return Directive{}, true, e
		}
		return Directive{}, false, nil
	}
	verb, args, off := splitVerb(text)
	d = Directive{Verb: Verb(verb), Col: len(prefix) + 1, Args: args}
	if e := p.arguments(&d, fields(args, off), off); e != nil {
		return broken(d, e), true, e
	}
	return d, true, nil
}

// broken is what stands for a directive that can't be read.
func broken(d Directive, e *Error) Directive {
	if d.Verb != Source {
		return Directive{Col: d.Col, Args: d.Args}
	}
	level := max(piitag.Moderate, d.Tag.Level)
	return Directive{Verb: Source, Col: d.Col, Args: d.Args,
		Tag: piitag.Tag{Class: piitag.Unknown, Level: level}, Classes: []string{piitag.Unknown}}
}

// splitVerb divides a directive into verb and arguments; off is the byte offset
// of the arguments.
func splitVerb(text string) (verb, args string, off int) {
	rest := text[len(prefix):]
	end := strings.IndexAny(rest, " \t")
	if end < 0 {
		return rest, "", len(text)
	}
	verb, args = rest[:end], rest[end:]
	if i := trailingComment(args); i >= 0 {
		args = args[:i]
	}
	trimmed := strings.TrimLeft(args, " \t")
	off = len(prefix) + end + len(args) - len(trimmed)
	return verb, strings.TrimRight(trimmed, " \t"), off
}

// trailingComment finds "//" behind a space: a URL in a reason is none.
func trailingComment(s string) int {
	for i := 1; i+1 < len(s); i++ {
		if s[i] == '/' && s[i+1] == '/' && (s[i-1] == ' ' || s[i-1] == '\t') {
			return i
		}
	}
	return -1
}

// field is one word of the arguments.
type field struct {
	text string
	off  int // byte offset in the comment
}

// fields splits the arguments at white space.
func fields(args string, off int) []field {
	var out []field
	for i := 0; i < len(args); {
		if args[i] == ' ' || args[i] == '\t' {
			i++
			continue
		}
		end := i
		for end < len(args) && args[end] != ' ' && args[end] != '\t' {
			end++
		}
		out = append(out, field{args[i:end], off + i})
		i = end
	}
	return out
}

// arguments reads what follows the verb. end is where the arguments begin, for
// complaints about missing ones.
func (p *Parser) arguments(d *Directive, args []field, end int) *Error {
	switch d.Verb {
	case Source:
		return p.source(d, args, end)
	case Redact:
		return p.redact(d, args)
	case Verify:
		return noMore(d.Verb, args)
	case Consent:
		return consent(d, args)
	case Sink:
		return sink(d, args, end)
	case Allow:
		return allow(d, args, end)
	case "":
		return errorAt(len(prefix), "", "directive without a verb, want one of %s", strings.Join(Verbs(), ", "))
	}
	near := nearest.Of(string(d.Verb), Verbs())
	return errorAt(len(prefix), near, "unknown directive %q, want one of %s", d.Verb, strings.Join(Verbs(), ", "))
}

// source reads CLASS[,option...] [param=NAME].
func (p *Parser) source(d *Directive, args []field, end int) *Error {
	if len(args) == 0 {
		return errorAt(end, "", "source without a class")
	}
	tag, err := p.classes.Parse(args[0].text)
	d.Tag, d.Classes = tag, []string{tag.Class}
	if e, _ := err.(*piitag.ParseError); e != nil {
		return &Error{Col: args[0].off + e.Col, Msg: e.Msg, Suggestion: e.Suggestion}
	}
	if tag.NotPersonal {
		return errorAt(args[0].off, "", "source of class \"-\"")
	}
	return param(d, args[1:])
}

// redact reads [CLASS...].
func (p *Parser) redact(d *Directive, args []field) *Error {
	for _, a := range args {
		c, ok := p.classes.Lookup(a.text)
		switch {
		case !ok && strings.Contains(a.text, ","):
			words := strings.ReplaceAll(strings.Trim(a.text, ","), ",", " ")
			return errorAt(a.off, words, "classes are separated by spaces, not commas")
		case !ok:
			return errorAt(a.off, p.classes.Nearest(a.text), "unknown class %q", a.text)
		case slices.Contains(d.Classes, c.Name):
			return errorAt(a.off, "", "class %q stands twice", c.Name)
		}
		d.Classes = append(d.Classes, c.Name)
	}
	return nil
}

// consent reads [PURPOSE].
func consent(d *Directive, args []field) *Error {
	if len(args) == 0 {
		return nil
	}
	if !piitag.ValidWord(args[0].text) {
		return errorAt(args[0].off, "", "bad purpose %q, want letters, digits, '_', '-', '.'", args[0].text)
	}
	d.Purpose = args[0].text
	return noMore(d.Verb, args[1:])
}

// sink reads KIND [param=NAME].
func sink(d *Directive, args []field, end int) *Error {
	if len(args) == 0 {
		return errorAt(end, "", "sink without a kind, want one of %s", strings.Join(Kinds(), ", "))
	}
	if e := kind(d, args[0]); e != nil {
		return e
	}
	return param(d, args[1:])
}

// allow reads KIND[,KIND]... REASON.
func allow(d *Directive, args []field, end int) *Error {
	if len(args) == 0 {
		return errorAt(end, "", "allow without a kind and a reason")
	}
	off := args[0].off
	for _, word := range strings.Split(args[0].text, ",") {
		if e := kind(d, field{word, off}); e != nil {
			return e
		}
		off += len(word) + 1
	}
	d.Reason = strings.TrimLeft(d.Args[len(args[0].text):], " \t")
	if !strings.ContainsFunc(d.Reason, isWordRune) {
		return errorAt(args[0].off+len(args[0].text), "", "allow without a reason")
	}
	return nil
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// analyzerKinds lists what people write for a kind when they think of the
// analyzer.
var analyzerKinds = map[string]string{
	"piilog": KindLog, "piierror": KindError, "piihandler": KindResponse, "piioutbound": KindOutbound,
	"handler": KindResponse,
}

// kind adds a kind of sink to the directive.
func kind(d *Directive, a field) *Error {
	switch {
	case a.text == "":
		return errorAt(a.off, "", "empty kind, want one of %s without spaces between them", strings.Join(Kinds(), ","))
	case !slices.Contains(Kinds(), a.text):
		return errorAt(a.off, meantKind(a.text), "unknown kind %q, want one of %s", a.text, strings.Join(Kinds(), ", "))
	case slices.Contains(d.Kinds, a.text):
		return errorAt(a.off, "", "kind %q stands twice", a.text)
	}
	d.Kinds = append(d.Kinds, a.text)
	return nil
}

// meantKind guesses the kind behind a wrong word.
func meantKind(word string) string {
	word = strings.TrimRight(word, ":;")
	if slices.Contains(Kinds(), word) {
		return word
	}
	if kind, ok := analyzerKinds[word]; ok {
		return kind
	}
	return nearest.Of(word, Kinds())
}

// param reads [param=NAME] and the end.
func param(d *Directive, args []field) *Error {
	if len(args) == 0 {
		return nil
	}
	key, name, ok := strings.Cut(args[0].text, "=")
	switch {
	case !ok || key != "param":
		near := ""
		if nearest.Of(key, []string{"param"}) != "" {
			near = "param=" + name
		}
		return errorAt(args[0].off, near, "%s: unexpected %q", d.Verb, args[0].text)
	case !token.IsIdentifier(name) || name == "_":
		return errorAt(args[0].off+len("param="), "", "bad parameter name %q", name)
	}
	d.Param = name
	return noMore(d.Verb, args[1:])
}

// noMore complains about arguments that are left.
func noMore(verb Verb, args []field) *Error {
	if len(args) == 0 {
		return nil
	}
	return errorAt(args[0].off, "", "%s: unexpected %q", verb, args[0].text)
}
