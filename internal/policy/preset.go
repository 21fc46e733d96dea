package policy

import (
	"embed"
	"fmt"
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

// include adds what a preset says to the policy.
func (t *table) include(p *Policy, name text, packages []string, a About) {
	q, err := p.fragment(a)
	if err != nil {
		panic(err) // a test reads all of them
	}
	for _, c := range q.tags {
		if len(packages) > 0 {
			c.packages = packages
		}
		switch i := slices.IndexFunc(p.tags, c.collides); {
		case i < 0:
			c.preset = a.Name
			p.tags = append(p.tags, c)
		case p.tags[i].preset != "":
			t.r.failAt(name.off, "", "presets %q and %q both read the key %q; say with packages where each of them holds",
				p.tags[i].preset, a.Name, c.key)
		}
	}
	p.addMissing(q)
	p.presets = append(p.presets, Preset{a.Name, packages})
}

// fragment reads a preset with the classes of the policy.
func (p *Policy) fragment(a About) (*Policy, error) {
	var doc map[string]any
	if _, err := toml.Decode(a.Text, &doc); err != nil {
		return nil, fmt.Errorf("preset %s: %w", a.Name, err)
	}
	q := &Policy{classes: p.classes, demands: defaultDemands()}
	r := &reader{file: "preset " + a.Name, loc: locate(a.Text)}
	r.document(q, doc)
	if err := r.first(); err != nil {
		return nil, err
	}
	return q, nil
}

// addMissing takes over from q what p does not say itself.
func (p *Policy) addMissing(q *Policy) {
	missing(&p.types, q.types)
	missing(&p.keyed, q.keyed)
	missing(&p.fields, q.fields)
	missing(&p.sources, q.sources)
	missing(&p.redactors, q.redactors)
}

func missing[K comparable, V any](to *map[K]V, from map[K]V) {
	for k, v := range from {
		if _, ok := (*to)[k]; !ok {
			put(to, k, v)
		}
	}
}
