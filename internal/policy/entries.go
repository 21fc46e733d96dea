package policy

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/piivet/piivet/internal/directive"
	"github.com/piivet/piivet/piitag"
)

// layer is one text that the policy comes from: the file, or a preset.
type layer struct {
	preset string // "" for the file
	doc    map[string]any
	loc    *locator
	left   map[string][]int // tables of lists that were not read
}

// Entry is one table of the policy in force, in the form of a policy file.
type Entry struct {
	Section string
	List    bool   // [[section]] and not [section]
	Origin  Origin // of the table; that of its pairs is the same if List is set
	Pairs   []Pair // in the order of the file
}

// Pair is a key and its value. A value is a string, bool, int64, []any,
// map[string]any or []map[string]any.
type Pair struct {
	Key    []string // more than one part for a dotted key
	Value  any
	Origin Origin
}

// Origin says where something in the policy comes from: nothing of it is set for
// a default.
type Origin struct {
	Preset string
	Line   int // of the file, from 1
}

// Entries lists all that the policy says, defaults included, section by section.
// Presets stand there as what they say.
func (p *Policy) Entries() []Entry {
	var out []Entry
	for _, s := range sections() {
		switch {
		case s.name == "preset":
		case s.list:
			for _, l := range p.layers {
				out = append(out, l.tables(s.name)...)
			}
			if s.name == "proto" && p.defaultProto {
				out = append(out, Entry{Section: s.name, List: true, Pairs: []Pair{
					{Key: []string{"option"}, Value: debugRedact}, {Key: []string{"class"}, Value: piitag.Unknown},
				}})
			}
		default:
			if e := p.table(s.name); len(e.Pairs) > 0 {
				out = append(out, e)
			}
		}
	}
	return out
}

// tables lists the tables [[name]] of a layer that were read.
func (l layer) tables(name string) []Entry {
	list, _ := tables(l.doc[name])
	prefix := child("", name)
	var out []Entry
	for i, m := range list {
		if slices.Contains(l.left[name], i) {
			continue
		}
		e := Entry{Section: name, List: true, Origin: l.origin(elem(prefix, i))}
		e.Pairs = l.pairs(elem(prefix, i), m)
		out = append(out, e)
	}
	return out
}

// pairs lists a table's keys in the order of the text.
func (l layer) pairs(prefix string, m map[string]any) []Pair {
	var out []Pair
	for _, key := range slices.Sorted(maps.Keys(m)) {
		out = append(out, Pair{[]string{key}, m[key], l.origin(child(prefix, key))})
	}
	off := func(p Pair) int { return l.loc.places[child(prefix, p.Key[0])].key }
	slices.SortStableFunc(out, func(a, b Pair) int { return cmp.Compare(off(a), off(b)) })
	return out
}

// origin is where a place of the layer is.
func (l layer) origin(place string) Origin {
	if l.preset != "" {
		return Origin{Preset: l.preset}
	}
	line, _ := l.loc.position(l.loc.places[place].key)
	return Origin{Line: line}
}

// table is a section that stands once: what the file says, and the defaults.
func (p *Policy) table(name string) Entry {
	e := Entry{Section: name}
	var said []Pair
	if len(p.layers) > 0 {
		m, _ := p.layers[0].doc[name].(map[string]any)
		said = p.layers[0].pairs(child("", name), m)
	}
	switch name {
	case "policy":
		for _, kind := range directive.Kinds() {
			e.Pairs = append(e.Pairs, p.demandPairs(kind)...)
			said = slices.DeleteFunc(said, func(o Pair) bool { return o.Key[0] == kind })
		}
	case "analyzers":
		for _, s := range switches {
			e.Pairs = append(e.Pairs, orDefault(said, s.Name, s.On))
			said = slices.DeleteFunc(said, func(o Pair) bool { return o.Key[0] == s.Name })
		}
	}
	e.Pairs = append(e.Pairs, said...)
	if name == "exclude" && !p.excludeGenerated && !slices.ContainsFunc(said, func(o Pair) bool { return o.Key[0] == "generated" }) {
		e.Pairs = append(e.Pairs, Pair{Key: []string{"generated"}, Value: false})
	}
	return e
}

// orDefault is what the file says of a key, or its default.
func orDefault(said []Pair, key string, value any) Pair {
	if i := slices.IndexFunc(said, func(o Pair) bool { return o.Key[0] == key }); i >= 0 {
		return said[i]
	}
	return Pair{Key: []string{key}, Value: value}
}

// demandPairs are the demands of a kind: one where all levels come from one place
// and demand the same, else one for each level.
func (p *Policy) demandPairs(kind string) []Pair {
	var out []Pair
	for i, level := range piitag.LevelNames() {
		out = append(out, Pair{[]string{kind, level}, p.demands[kind][i].String(), p.demandOrigin(kind, level)})
	}
	same := func(o Pair) bool { return o.Value == out[0].Value && o.Origin == out[0].Origin }
	if slices.IndexFunc(out, func(o Pair) bool { return !same(o) }) < 0 {
		return []Pair{{[]string{kind}, out[0].Value, out[0].Origin}}
	}
	return out
}

func (p *Policy) demandOrigin(kind, level string) Origin {
	if len(p.layers) == 0 {
		return Origin{}
	}
	l := p.layers[0]
	m, _ := l.doc["policy"].(map[string]any)
	switch v := m[kind].(type) {
	case string:
		return l.origin(child(child("", "policy"), kind))
	case map[string]any:
		if _, ok := v[level]; ok {
			return l.origin(child(child(child("", "policy"), kind), level))
		}
	}
	return Origin{}
}

// In words the origin: "default", "FILE:LINE" or "preset NAME".
func (o Origin) In(file string) string {
	switch {
	case o.Preset != "":
		return "preset " + o.Preset
	case o.Line > 0:
		return fmt.Sprintf("%s:%d", file, o.Line)
	}
	return "default"
}
