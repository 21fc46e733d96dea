package policy

import (
	"reflect"
	"slices"
	"strings"

	"github.com/piivet/piivet/piitag"
)

// convention is another way to mark personal data in struct tags: one entry of
// the [[tag]] list.
type convention struct {
	key       string // of the struct tag
	option    string // the key inside the value that is heard; "" for the value itself
	separator string // of the elements of a value
	skip      int    // elements at the front that mean something else
	packages  []string
	values    tagValues
	other     *piitag.Tag // for values that are not listed; nil: they say nothing
	absent    *piitag.Tag // for fields without the key; nil: that says nothing
	preset    string      // the preset that it is of, or ""
}

// tagValues is what values of a tag or an option mean. fold says that the case of
// the values was lost.
type tagValues struct {
	of   map[string]piitag.Tag
	fold bool
}

func (v tagValues) lookup(value string) (piitag.Tag, bool) {
	t, ok := v.of[value]
	if !ok && v.fold {
		t, ok = v.of[strings.ToLower(value)]
	}
	return t, ok
}

// in reports whether the convention holds for types of a package.
func (c *convention) in(pkgPath string) bool {
	return len(c.packages) == 0 || slices.ContainsFunc(c.packages, func(p string) bool { return matchPath(p, pkgPath) })
}

// StructTag reads the tags of a field of a struct type that a package declares:
// the pii tag if there is one, else those of the conventions of the policy. key is
// the key that decided, ok whether there was one. A tag that can't be read gives
// class piitag.Unknown, ok and an error; see [piitag.Table.FromStructTag].
func (p *Policy) StructTag(pkgPath string, tag reflect.StructTag) (t piitag.Tag, key string, ok bool, err error) {
	if tag == "" {
		return t, "", false, nil
	}
	if t, ok = p.ownGrammar(pkgPath, tag); ok {
		return t, piitag.Key, true, nil
	}
	if t, ok, err = p.classes.FromStructTag(tag); ok {
		return t, piitag.Key, true, err
	}
	for i := range p.tags {
		c := &p.tags[i]
		value, has := tag.Lookup(c.key)
		if !has || !c.in(pkgPath) {
			continue
		}
		if found, listed := c.read(value); listed && (!ok || stricter(found, t)) {
			t, key, ok = found, c.key, true
		}
	}
	return t, key, ok, nil
}

// ownGrammar reads a pii tag in whose place another project has its own words.
func (p *Policy) ownGrammar(pkgPath string, tag reflect.StructTag) (t piitag.Tag, ok bool) {
	for i := range p.tags {
		if c := &p.tags[i]; c.key == piitag.Key && c.in(pkgPath) {
			if value, has := tag.Lookup(c.key); has {
				return c.read(value)
			}
		}
	}
	return t, false
}

// Untagged says what it means that a field, of which tag is the tag, has no key of
// a convention that marks what is harmless. It means something in a struct type
// that uses the convention: all are the tags of its fields.
func (p *Policy) Untagged(pkgPath string, tag reflect.StructTag, all []reflect.StructTag) (t piitag.Tag, key string, ok bool) {
	for i := range p.tags {
		c := &p.tags[i]
		if c.absent == nil || !c.in(pkgPath) || ok && !stricter(*c.absent, t) {
			continue
		}
		uses := func(tag reflect.StructTag) bool { _, has := tag.Lookup(c.key); return has }
		if !uses(tag) && slices.ContainsFunc(all, uses) {
			t, key, ok = *c.absent, c.key, true
		}
	}
	return t, key, ok
}

// HearsUntagged reports whether Untagged ever says anything.
func (p *Policy) HearsUntagged() bool {
	return slices.ContainsFunc(p.tags, func(c convention) bool { return c.absent != nil })
}

// stricter reports whether a says more against disclosure than b.
func stricter(a, b piitag.Tag) bool {
	if a.NotPersonal || b.NotPersonal {
		return b.NotPersonal && !a.NotPersonal
	}
	return a.Level > b.Level
}

// read finds what a tag value says: by the whole value or, failing that, by its
// elements, of which the strictest counts.
func (c *convention) read(value string) (t piitag.Tag, ok bool) {
	if whole, listed := c.values.lookup(value); listed && c.option == "" && c.skip == 0 {
		return whole, true
	}
	words := c.words(value)
	for _, word := range words {
		found, listed := c.values.lookup(word)
		if listed && (!ok || stricter(found, t)) {
			t, ok = found, true
		}
	}
	if !ok && c.other != nil && len(words) > 0 {
		return *c.other, true
	}
	return t, ok
}

// words are the parts of a tag value that are looked up.
func (c *convention) words(value string) []string {
	elems := strings.Split(value, c.separator)
	elems = elems[min(c.skip, len(elems)):]
	var out []string
	for _, e := range elems {
		e = strings.TrimSpace(e)
		if c.option == "" {
			out = append(out, e)
			continue
		}
		if name, v := splitOption(e); strings.EqualFold(name, c.option) {
			out = append(out, v)
		}
	}
	return out
}

// splitOption splits "type=password" and "type:password"; an option without a
// value has an empty one.
func splitOption(elem string) (name, value string) {
	i := strings.IndexAny(elem, "=:")
	if i < 0 {
		return elem, ""
	}
	return strings.TrimSpace(elem[:i]), strings.TrimSpace(elem[i+1:])
}

// readTag reads [[tag]].
func readTag(t *table, p *Policy) {
	key, ok := t.required("key")
	c := convention{key: key.s, separator: ",", values: tagValues{of: t.tagValues(p)}}
	c.other, c.absent = t.optionalTag(p, "default"), t.optionalTag(p, "absent")
	if s, ok := t.filled("separator"); ok {
		c.separator = s.s
	}
	if s, ok := t.filled("option"); ok {
		c.option = s.s
	}
	if v, ok := t.get("skip"); ok {
		c.skip, _ = t.index("skip", v, t.valueOff("skip"))
	}
	c.packages = t.packages("packages")
	if ok && t.goodTag(p, key, c) {
		p.tags = append(p.tags, c)
	}
}

// tagValues reads what the values of a tag mean.
func (t *table) tagValues(p *Policy) map[string]piitag.Tag {
	sub, ok := t.sub("values")
	if !ok {
		return nil
	}
	values := make(map[string]piitag.Tag)
	for value := range sub.m {
		if s, ok := sub.str(value); ok {
			values[value] = t.tag(p, s)
		}
	}
	return values
}

// optionalTag reads a key that stands for a tag, if it is there.
func (t *table) optionalTag(p *Policy, key string) *piitag.Tag {
	s, ok := t.filled(key)
	if !ok {
		return nil
	}
	tag := t.tag(p, s)
	return &tag
}

// packages reads a list of patterns of import paths.
func (t *table) packages(key string) []string {
	out := t.patterns(key)
	for _, s := range out {
		if strings.HasPrefix(s, "/") {
			t.r.failAt(t.valueOff(key), strings.TrimLeft(s, "/"), "import path %q begins with a slash", s)
		}
	}
	return out
}

// goodTag checks a [[tag]] as a whole.
func (t *table) goodTag(p *Policy, key text, c convention) bool {
	own := key.s == piitag.Key
	switch {
	case own && (c.other != nil || c.absent != nil || c.option != "" || c.skip > 0 || c.values.of == nil):
		t.r.failAt(key.off, "", "the key %q has a grammar of its own, only values can stand before it", key.s)
	case strings.ContainsAny(key.s, " \t\n\":"):
		t.r.failAt(key.off, "", "%q can't be the key of a struct tag", key.s)
	case slices.ContainsFunc(p.tags, c.collides):
		t.r.failAt(key.off, "", "second [[tag]] with key %q", key.s)
	case t.m["values"] == nil && t.m["default"] == nil && t.m["absent"] == nil:
		t.r.failAt(t.off(), "", "[[tag]] lacks values or default")
	default:
		return true
	}
	return false
}

// collides reports whether two conventions may read the same tags.
func (c *convention) collides(o convention) bool {
	apart := len(c.packages) > 0 && len(o.packages) > 0 && !slices.Equal(c.packages, o.packages)
	return c.key == o.key && c.option == o.option && !apart
}
