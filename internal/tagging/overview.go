package tagging

import (
	"go/ast"
	"go/types"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/piitag"
)

// Overview is what a policy for the module should know.
type Overview struct {
	Modules   []string // paths
	Packages  int
	Generated int      // files that a program wrote
	Imports   []string // packages of other modules and the standard library, sorted
	Tagged    int      // fields with a pii tag
	Presets   []Fit    // presets of which the module has the tags or types
}

// Fit is a preset that says something of the module.
type Fit struct {
	policy.About
	Fields int // of which it says something
}

// Overview looks at the module's imports and at its fields' tags and types.
func (m *Module) Overview() *Overview {
	o := &Overview{Modules: m.modules, Packages: len(m.packages)}
	imports := map[string]bool{}
	var fields []taggedField
	for _, p := range m.packages {
		for path, imp := range p.Imports {
			if imp.Types == nil || !m.inside(imp.Types) {
				imports[path] = true
			}
		}
		for _, file := range p.Syntax {
			if ast.IsGenerated(file) {
				o.Generated++
			}
			for _, st := range structsOf(file) {
				for _, f := range st.node.Fields.List {
					fields = append(fields, taggedField{p.PkgPath, tagOf(f), typeName(p.TypesInfo.Types[f.Type].Type)})
				}
			}
		}
	}
	for _, f := range fields {
		if _, ok, _ := piitag.FromStructTag(f.tag); ok {
			o.Tagged++
		}
	}
	o.Imports = slices.Sorted(maps.Keys(imports))
	o.Presets = fitting(fields, policy.AvailablePresets())
	return o
}

// taggedField is a field as presets see it.
type taggedField struct {
	pkg string
	tag reflect.StructTag
	typ string // full name, or ""
}

// fitting lists the presets that say something of the fields. Of those that read
// the same key of struct tags, it takes the one that knows most of the values.
func fitting(fields []taggedField, all []policy.About) []Fit {
	var out []Fit
	knows := map[string]int{}
	for _, about := range all {
		p, err := policy.Parse(policy.FileName, []byte("[[preset]]\nname = \""+about.Name+"\"\n"))
		if err != nil {
			panic(err) // a test reads all of them
		}
		fit := Fit{About: about}
		for _, f := range fields {
			if decides(p, f) {
				fit.Fields++
			}
		}
		if fit.Fields == 0 {
			continue
		}
		knows[about.Name] = listed(about, fields)
		out = append(out, fit)
	}
	return slices.DeleteFunc(out, func(f Fit) bool {
		return slices.ContainsFunc(out, func(g Fit) bool {
			return g.Name != f.Name && sharesKey(f.About, g.About) &&
				(knows[g.Name] > knows[f.Name] || knows[g.Name] == knows[f.Name] && g.Name < f.Name)
		})
	})
}

// decides reports whether a policy with one preset says something of a field that
// no policy would say otherwise.
func decides(p *policy.Policy, f taggedField) bool {
	if _, ok := p.Type(f.typ); ok && f.typ != "" {
		return true
	}
	if _, ok, err := piitag.FromStructTag(f.tag); ok && err == nil {
		return false
	}
	_, _, ok, err := p.StructTag(f.pkg, f.tag)
	return ok && err == nil
}

// conventions are the tags that a preset reads.
func conventions(about policy.About) []struct {
	Key    string
	Values map[string]any
} {
	var doc struct {
		Tag []struct {
			Key    string
			Values map[string]any
		}
	}
	if _, err := toml.Decode(about.Text, &doc); err != nil {
		panic(err) // a test reads all of them
	}
	return doc.Tag
}

// listed counts the fields whose tag has a value that the preset lists.
func listed(about policy.About, fields []taggedField) int {
	n := 0
	for _, c := range conventions(about) {
		for _, f := range fields {
			value, _ := f.tag.Lookup(c.Key)
			first, _, _ := strings.Cut(value, ",")
			if _, ok := c.Values[first]; ok {
				n++
			}
		}
	}
	return n
}

func sharesKey(a, b policy.About) bool {
	for _, c := range conventions(a) {
		for _, d := range conventions(b) {
			if c.Key == d.Key {
				return true
			}
		}
	}
	return false
}

// typeName is the full name of the type that a field has or is made of.
func typeName(t types.Type) string {
	if named := namedIn(t); named != nil && named.Obj().Pkg() != nil {
		return fullName(named)
	}
	return ""
}
