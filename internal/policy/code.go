package policy

import (
	"go/token"
	"regexp"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/directive"
	"github.com/piivet/piivet/internal/nearest"
	"github.com/piivet/piivet/piitag"
)

// The sections of this file say about code what the code itself does not.

// tagKeys reads the keys that stand for a tag: class and what may follow it.
// class itself may be a whole tag.
func (t *table) tagKeys(p *Policy) piitag.Tag {
	class, ok := t.required("class")
	level := t.level("level")
	subject := t.words("subject")
	purposes := t.words("purpose")
	retain, hasRetain := t.str("retain")
	quasi := t.boolean("quasi")
	if !ok {
		return piitag.Tag{}
	}
	tag := t.tag(p, class)
	switch {
	case tag.NotPersonal:
		t.noOptions("class \"-\" is not personal")
	case strings.Contains(class.s, ","):
		t.noOptions("class has options of its own")
		return tag
	}
	if level != 0 {
		tag.Level = level
	}
	if len(subject) > 0 {
		tag.Subject = subject[0]
	}
	if len(subject) > 1 {
		t.r.failAt(t.valueOff("subject"), "", "more than one subject in %s", t.name)
	}
	tag.Purposes, tag.Quasi = purposes, quasi
	if hasRetain {
		tag.Retain = t.period(retain)
	}
	return tag
}

// noOptions complains about keys beside a class that leaves no room for them.
func (t *table) noOptions(why string) {
	for _, key := range []string{"level", "subject", "purpose", "retain", "quasi"} {
		if _, ok := t.m[key]; ok {
			t.r.failAt(t.keyOff(key), "", "%s in %s, but %s", key, t.name, why)
		}
	}
}

// period reads a span of time.
func (t *table) period(s text) piitag.Period {
	period, err := piitag.ParsePeriod(s.s)
	if err != nil {
		t.r.failAt(s.off, "", "%v", err)
	}
	return period
}

// words reads names that the user chooses.
func (t *table) words(key string) []string {
	var out []string
	for _, s := range t.strs(key) {
		if !piitag.ValidWord(s.s) {
			t.r.failAt(s.off, "", "bad %s %q, want letters, digits, '_', '-', '.'", key, s.s)
		}
		out = append(out, s.s)
	}
	return out
}

// tag reads a text in the grammar of tags.
func (t *table) tag(p *Policy, s text) piitag.Tag {
	tag, err := p.classes.Parse(s.s)
	if e, _ := err.(*piitag.ParseError); e != nil {
		t.r.failAt(s.off+e.Col, e.Suggestion, "%s", e.Msg) // +1 for the quote, -1 for the column
	}
	return tag
}

// readField reads [[field]].
func readField(t *table, p *Policy) {
	typ, ok := t.qualified("type")
	field, okField := t.required("field")
	tag := t.tagKeys(p)
	if !ok || !okField {
		return
	}
	if !token.IsIdentifier(field.s) {
		t.r.failAt(field.off, "", "%q is not the name of a field", field.s)
	}
	name := fieldName{typ.s, field.s}
	if _, dup := p.fields[name]; dup {
		t.r.failAt(field.off, "", "second [[field]] for %s of %s", field.s, typ.s)
	}
	put(&p.fields, name, tag)
}

// qualified reads the name of one type.
func (t *table) qualified(key string) (text, bool) {
	s, ok := t.required(key)
	return s, ok && t.checkQualified(s)
}

// put sets a key of a map that may not exist yet.
func put[K comparable, V any](m *map[K]V, key K, value V) {
	if *m == nil {
		*m = make(map[K]V)
	}
	(*m)[key] = value
}

// typeArgs are type parameters or arguments behind a name.
var typeArgs = regexp.MustCompile(`\[[^\]]*\]`)

// checkQualified checks a name in the form import/path.Name or
// import/path.Type.Method.
func (t *table) checkQualified(s text) bool {
	if plain := strings.NewReplacer("(", "", ")", "", "*", "").Replace(s.s); plain != s.s {
		t.r.failAt(s.off, plain, "name %q, want import/path.Name without parentheses and stars", s.s)
		return false
	}
	if plain := typeArgs.ReplaceAllString(s.s, ""); plain != s.s {
		t.r.failAt(s.off, plain, "name %q, want import/path.Name without type arguments", s.s)
		return false
	}
	slash := strings.LastIndexAny(s.s, "/#")
	last := s.s[slash+1:]
	dot := strings.LastIndex(last, ".")
	if slash > 0 && dot < 0 && token.IsExported(last) && token.IsIdentifier(last) {
		t.r.failAt(s.off, s.s[:slash]+"."+last, "name %q, want import/path.Name or import/path.Type.Method", s.s)
		return false
	}
	if dot <= 0 || !token.IsIdentifier(last[dot+1:]) || strings.ContainsAny(s.s, " \t\n\"[]#") {
		t.r.failAt(s.off, "", "name %q, want import/path.Name or import/path.Type.Method", s.s)
		return false
	}
	return true
}

// funcs reads the functions of an entry.
func (t *table) funcs() []text {
	var out []text
	for _, s := range t.requiredStrs("func") {
		if t.checkQualified(s) {
			out = append(out, s)
		}
	}
	return out
}

// readSource reads [[source]].
func readSource(t *table, p *Policy) {
	s := Source{Result: -1, Tag: t.tagKeys(p)}
	if s.Tag.NotPersonal {
		t.r.failAt(t.valueOff("class"), "", "source of class \"-\"")
	}
	if param, ok := t.filled("param"); ok {
		s.Param = param.s
		if !token.IsIdentifier(param.s) || param.s == "_" {
			t.r.failAt(param.off, "", "bad parameter name %q", param.s)
		}
	}
	if v, ok := t.get("result"); ok {
		if n, ok := t.index("result", v, t.valueOff("result")); ok {
			s.Result = n
		}
		if s.Param != "" {
			t.r.failAt(t.keyOff("result"), "", "[[source]] has a param and a result, write two entries")
		}
	}
	for _, f := range t.funcs() {
		s.Func = f.s
		same := func(o Source) bool { return o.Param == s.Param && o.Result == s.Result }
		if slices.ContainsFunc(p.sources[f.s], same) {
			t.r.failAt(f.off, "", "second [[source]] for %s", f.s)
		}
		put(&p.sources, f.s, append(p.sources[f.s], s))
	}
}

// readRedactor reads [[redactor]].
func readRedactor(t *table, p *Policy) {
	classes := t.classNames(p, "classes")
	for _, f := range t.funcs() {
		if _, dup := p.redactors[f.s]; dup {
			t.r.failAt(f.off, "", "second [[redactor]] for %s", f.s)
		}
		put(&p.redactors, f.s, Redactor{Func: f.s, Classes: classes})
	}
}

// readVerifier reads [[verifier]].
func readVerifier(t *table, p *Policy) {
	for _, f := range t.funcs() {
		if p.verifiers[f.s] {
			t.r.failAt(f.off, "", "second [[verifier]] for %s", f.s)
		}
		put(&p.verifiers, f.s, true)
	}
}

// readConsent reads [[consent]].
func readConsent(t *table, p *Policy) {
	purpose, ok := t.filled("purpose")
	if ok && !piitag.ValidWord(purpose.s) {
		t.r.failAt(purpose.off, "", "bad purpose %q, want letters, digits, '_', '-', '.'", purpose.s)
	}
	for _, f := range t.funcs() {
		if _, dup := p.consents[f.s]; dup {
			t.r.failAt(f.off, "", "second [[consent]] for %s", f.s)
		}
		put(&p.consents, f.s, ConsentFunc{Func: f.s, Purpose: purpose.s})
	}
}

// readSink reads [[sink]].
func readSink(t *table, p *Policy) {
	kind, ok := t.required("kind")
	if ok && !slices.Contains(directive.Kinds(), kind.s) {
		t.r.failAt(kind.off, nearest.Of(kind.s, directive.Kinds()),
			"unknown kind %q, want one of %s", kind.s, strings.Join(directive.Kinds(), ", "))
	}
	args := t.indexes("args")
	for _, f := range t.funcs() {
		if slices.ContainsFunc(p.sinks[f.s], func(o Sink) bool { return o.Kind == kind.s }) {
			t.r.failAt(f.off, "", "second [[sink]] of kind %q for %s", kind.s, f.s)
		}
		put(&p.sinks, f.s, append(p.sinks[f.s], Sink{Func: f.s, Kind: kind.s, Args: args}))
	}
}
