package policy

import (
	"embed"
	"maps"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/piivet/piivet/internal/nearest"
)

// Presets are files in the form of a policy. They say of the conventions of known
// projects what a user would have to write himself. A comment at the head of the
// file says what it is about, its first line in short.
//
//go:embed presets/*.toml
var presetFiles embed.FS

// Preset is one that the policy takes in.
type Preset struct {
	Name     string
	Packages []string // patterns; its [[tag]] entries hold for types of these alone; empty: all
}

// About is what there is to know of a preset before one takes it.
type About struct {
	Name  string
	Title string // one line
	Text  string // the preset itself, as a policy file
}

// AvailablePresets lists all presets by name.
func AvailablePresets() []About {
	entries, err := presetFiles.ReadDir("presets")
	if err != nil {
		panic(err) // they are embedded
	}
	var out []About
	for _, e := range entries {
		data, err := presetFiles.ReadFile("presets/" + e.Name())
		if err != nil {
			panic(err)
		}
		title, _, _ := strings.Cut(strings.TrimPrefix(string(data), "# "), "\n")
		out = append(out, About{strings.TrimSuffix(e.Name(), ".toml"), title, string(data)})
	}
	return out
}

// Presets lists the presets of the file in its order.
func (p *Policy) Presets() []Preset { return p.presets }

// readPreset reads [[preset]]. It is read when all else has been: what the file
// itself says of a tag, a type, a field or a function stands.
func readPreset(t *table, p *Policy) {
	names := t.requiredStrs("name")
	packages := t.packages("packages")
	for _, name := range names {
		all := AvailablePresets()
		i := slices.IndexFunc(all, func(a About) bool { return a.Name == name.s })
		switch {
		case i < 0:
			t.r.failAt(name.off, nearest.Of(name.s, presetNames(all)), "unknown preset %q", name.s)
		case slices.ContainsFunc(p.presets, func(o Preset) bool { return o.Name == name.s }):
			t.r.failAt(name.off, "", "preset %q stands twice", name.s)
		default:
			t.include(p, name, packages, all[i])
		}
	}
}

func presetNames(all []About) []string {
	var names []string
	for _, a := range all {
		names = append(names, a.Name)
	}
	return names
}

// include reads a preset into the policy, but for what is said already.
func (t *table) include(p *Policy, name text, packages []string, a About) {
	var doc map[string]any
	if _, err := toml.Decode(a.Text, &doc); err != nil {
		panic(err) // a test reads all of them
	}
	l := layer{preset: a.Name, doc: maps.Clone(doc), loc: locate(a.Text), left: map[string][]int{}}
	said := p.said()
	r := &reader{file: "preset " + a.Name, loc: l.loc}
	r.skip = func(section string, m map[string]any, i int) bool {
		if section == "tag" && len(packages) > 0 {
			m["packages"] = anys(packages)
		}
		other, ok := said(section, m)
		if ok {
			l.left[section] = append(l.left[section], i)
		}
		if ok && other != "" {
			t.r.failAt(name.off, "", "presets %q and %q both read the key %q; say with packages where each of them holds",
				other, a.Name, m["key"])
		}
		return ok
	}
	tags := len(p.tags)
	r.document(p, doc)
	if err := r.first(); err != nil {
		panic(err)
	}
	for i := range p.tags[tags:] {
		p.tags[tags+i].preset = a.Name
	}
	p.presets = append(p.presets, Preset{a.Name, packages})
	p.layers = append(p.layers, l)
}

// said gives a function that reports whether the policy, as it is now, has what a
// table of a preset says, and the preset that it has it from where two of them
// are at odds.
func (p *Policy) said() func(section string, m map[string]any) (preset string, ok bool) {
	types, keyed, fields := maps.Clone(p.types), maps.Clone(p.keyed), maps.Clone(p.fields)
	sources, redactors, tags := maps.Clone(p.sources), maps.Clone(p.redactors), slices.Clone(p.tags)
	protos := slices.Clone(p.protos)
	return func(section string, m map[string]any) (string, bool) {
		typ, _ := m["type"].(string)
		fn, _ := m["func"].(string)
		field, _ := m["field"].(string)
		switch section {
		case "tag":
			c := conventionOf(m)
			if i := slices.IndexFunc(tags, c.collides); i >= 0 {
				return tags[i].preset, true
			}
			return "", false
		case "type":
			_, whole := types[typ]
			_, parts := keyed[typ]
			return "", whole || parts
		case "field":
			_, ok := fields[fieldName{typ, field}]
			return "", ok
		case "proto":
			option, _ := m["option"].(string)
			return "", slices.ContainsFunc(protos, func(o protoOption) bool { return o.name == option })
		case "source":
			return "", len(sources[fn]) > 0
		case "redactor":
			_, ok := redactors[fn]
			return "", ok
		}
		return "", false
	}
}

// conventionOf is what a table of a preset is compared by.
func conventionOf(m map[string]any) *convention {
	c := &convention{}
	c.key, _ = m["key"].(string)
	c.option, _ = m["option"].(string)
	list, _ := m["packages"].([]any)
	for _, v := range list {
		s, _ := v.(string)
		c.packages = append(c.packages, s)
	}
	return c
}

func anys(list []string) []any {
	out := make([]any, len(list))
	for i, s := range list {
		out[i] = s
	}
	return out
}
