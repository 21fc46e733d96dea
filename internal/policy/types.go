package policy

import (
	"slices"
	"strings"

	"github.com/piivet/piivet/piitag"
)

// keyedType is a [[type]] entry of a map type of which only some entries are
// personal.
type keyedType struct {
	keys []string
	tag  piitag.Tag
}

// Type returns what the policy says of all values of a named type.
func (p *Policy) Type(typeName string) (piitag.Tag, bool) {
	t, ok := p.types[typeName]
	return t, ok
}

// TypeKey is a key of a map type whose values are personal.
type TypeKey struct {
	Key string
	Tag piitag.Tag
}

// TypeKeys lists the keys under which a named map type holds personal data. The
// case of keys does not matter.
func (p *Policy) TypeKeys(typeName string) []TypeKey {
	var out []TypeKey
	for _, k := range p.keyed[typeName] {
		for _, key := range k.keys {
			out = append(out, TypeKey{key, k.tag})
		}
	}
	return out
}

// HasTypeKeys reports whether there are such types at all.
func (p *Policy) HasTypeKeys() bool { return len(p.keyed) > 0 }

// readType reads [[type]].
func readType(t *table, p *Policy) {
	typ, ok := t.qualified("type")
	tag := t.tagKeys(p)
	_, hasKeys := t.m["keys"]
	keys := t.strs("keys")
	switch {
	case !ok:
	case hasKeys:
		t.keyedType(p, typ, keys, tag)
	default:
		if _, dup := p.types[typ.s]; dup {
			t.r.failAt(typ.off, "", "second [[type]] for %s", typ.s)
		}
		put(&p.types, typ.s, tag)
	}
}

// keyedType enters a [[type]] with keys.
func (t *table) keyedType(p *Policy, typ text, keys []text, tag piitag.Tag) {
	k := keyedType{tag: tag}
	if len(keys) == 0 {
		t.r.failAt(t.valueOff("keys"), "", "keys in [[type]] is empty")
		return
	}
	for _, key := range keys {
		same := func(o TypeKey) bool { return strings.EqualFold(o.Key, key.s) }
		if slices.ContainsFunc(p.TypeKeys(typ.s), same) {
			t.r.failAt(key.off, "", "second [[type]] for %q of %s", key.s, typ.s)
		}
		k.keys = append(k.keys, key.s)
	}
	put(&p.keyed, typ.s, append(p.keyed[typ.s], k))
}
