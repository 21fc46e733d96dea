package policy

import (
	"fmt"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/directive"
	"github.com/piivet/piivet/internal/nearest"
	"github.com/piivet/piivet/piitag"
)

// readDemands reads [policy]: for each kind of sink a demand, or a table with a
// demand for each level. What is not said stays as Default has it.
func readDemands(t *table, p *Policy) {
	for _, kind := range directive.Kinds() {
		l := p.demands[kind]
		if s, ok := t.m[kind].(string); ok {
			t.known = append(t.known, kind)
			d := t.demand(kind, text{s, t.valueOff(kind)})
			l = levels{d, d, d}
		} else if sub, ok := t.sub(kind); ok {
			for i, level := range piitag.LevelNames() {
				if s, ok := sub.str(level); ok {
					l[i] = t.demand(kind, s)
				}
			}
			sub.done()
		}
		p.demands[kind] = l
	}
}

// demand reads "redact|consent".
func (t *table) demand(kind string, s text) (d Demand) {
	off := s.off + 1 // the quote
	for _, word := range strings.Split(s.s, "|") {
		trimmed := strings.TrimSpace(word)
		one, err := parseDemand(kind, trimmed)
		switch {
		case err != nil:
			t.r.failAt(off, nearest.Of(trimmed, demandWords()), "%v", err)
		case d.Has(one):
			t.r.failAt(off, "", "%q stands twice", trimmed)
		case one == Allow && strings.Contains(s.s, "|"):
			t.r.failAt(off, "", "\"allow\" stands alone")
		}
		d |= one
		off += len(word) + 1
	}
	return d
}

// demandWords lists the words for demands.
func demandWords() []string {
	words := []string{"allow"}
	for _, n := range demandNames {
		words = append(words, n.name)
	}
	return words
}

// parseDemand reads one word.
func parseDemand(kind, word string) (Demand, error) {
	if word == "allow" {
		return Allow, nil
	}
	for _, n := range demandNames {
		if n.name != word {
			continue
		}
		if !applicable[kind].Has(n.d) {
			return 0, fmt.Errorf("demand %q can't be met at a sink of kind %q, want one of allow, %s",
				word, kind, strings.ReplaceAll(applicable[kind].String(), "|", ", "))
		}
		return n.d, nil
	}
	return 0, fmt.Errorf("unknown demand %q, want one of %s", word, strings.Join(demandWords(), ", "))
}

// readExclude reads [exclude].
func readExclude(t *table, p *Policy) {
	p.excludeFiles = t.patterns("files")
	p.excludePackages = t.packages("packages")
	p.excludeGenerated = t.boolean("generated")
	for _, s := range p.excludePackages {
		if strings.HasPrefix(s, "/") {
			t.r.failAt(t.valueOff("packages"), strings.TrimLeft(s, "/"), "import path %q begins with a slash", s)
		}
	}
}

// readClass reads [[class]]: a class of the user's own, or another level for a
// built-in one.
func readClass(t *table, p *Policy) {
	name, ok := t.required("name")
	level := t.level("level")
	c := piitag.Class{Name: name.s, Level: level}
	meaning, _ := t.str("meaning")
	c.Meaning = meaning.s
	for _, s := range t.strs("anchors") {
		c.Anchors = append(c.Anchors, s.s)
	}
	aliases := t.strs("aliases")
	if !t.needs("level") || !ok || level == 0 {
		return
	}
	if builtin, ok := piitag.Lookup(name.s); ok {
		t.relevel(p, name, builtin, level)
		return
	}
	if !t.freeName(p, name) {
		return
	}
	for _, a := range aliases {
		if !t.freeName(p, a) {
			return
		}
		c.Aliases = append(c.Aliases, a.s)
	}
	t.enter(p, name, c)
}

// relevel gives a built-in class another level; nothing else of it can change.
func (t *table) relevel(p *Policy, name text, c piitag.Class, level piitag.Level) {
	if c.Name != name.s {
		t.r.failAt(name.off, c.Name, "%q is another word for the built-in class %q", name.s, c.Name)
		return
	}
	for _, key := range []string{"meaning", "anchors", "aliases"} {
		if _, ok := t.m[key]; ok {
			t.r.failAt(t.keyOff(key), "", "class %q is built in, only its level can be set", c.Name)
		}
	}
	if t.r.releveled[c.Name] {
		t.r.failAt(name.off, "", "second [[class]] %q", c.Name)
		return
	}
	put(&t.r.releveled, c.Name, true)
	c.Level = level
	t.enter(p, name, c)
}

// freeName checks that a word can become the name or alias of a class.
func (t *table) freeName(p *Policy, word text) bool {
	if c, taken := p.Class(word.s); taken {
		t.r.failAt(word.off, "", "%q already stands for class %q", word.s, c.Name)
		return false
	}
	return true
}

// enter adds a class to the policy.
func (t *table) enter(p *Policy, name text, c piitag.Class) {
	table, err := p.classes.With(c)
	if err != nil {
		t.r.failAt(name.off, "", "%v", err)
		return
	}
	p.classes = table
}

// level reads a level; none if it is absent or wrong.
func (t *table) level(key string) piitag.Level {
	s, ok := t.str(key)
	if !ok {
		return 0
	}
	l, err := piitag.ParseLevel(s.s)
	if err != nil {
		t.r.failAt(s.off, nearest.Of(s.s, piitag.LevelNames()), "unknown level %q, want low, moderate or high", s.s)
	}
	return l
}

// classNames reads a list of classes.
func (t *table) classNames(p *Policy, key string) []string {
	var out []string
	for _, s := range t.strs(key) {
		c, ok := p.Class(s.s)
		switch {
		case !ok:
			t.r.failAt(s.off, p.classes.Nearest(s.s), "unknown class %q", s.s)
		case slices.Contains(out, c.Name):
			t.r.failAt(s.off, "", "class %q stands twice in %s", c.Name, key)
		default:
			out = append(out, c.Name)
		}
	}
	return out
}

// readRecipient reads [[recipient]].
func readRecipient(t *table, p *Policy) {
	name, _ := t.required("name")
	r := Recipient{Name: name.s, Allow: t.classNames(p, "allow")}
	t.requiredStrs("match")
	r.Match = t.hosts("match")
	if s, ok := t.filled("purpose"); ok {
		r.Purpose = s.s
		if !piitag.ValidWord(s.s) {
			t.r.failAt(s.off, "", "bad purpose %q, want letters, digits, '_', '-', '.'", s.s)
		}
	}
	if slices.ContainsFunc(p.recipients, func(o Recipient) bool { return o.Name == r.Name }) {
		t.r.failAt(name.off, "", "second [[recipient]] %q", name.s)
	}
	p.recipients = append(p.recipients, r)
}

// readOutbound reads [outbound].
func readOutbound(t *table, p *Policy) { p.internal = t.hosts("internal") }
