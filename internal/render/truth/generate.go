package truth

import (
	"math/rand/v2"
	"reflect"
	"strings"
)

// generator composes types from a seed.
type generator struct {
	r    *rand.Rand
	base []reflect.Type // what is composed
}

// Generate makes n types of a seed: structs with tags, containers and pointers,
// in each other and around the base types.
func Generate(seed uint64, n int, base []reflect.Type) (list []reflect.Type) {
	g := generator{r: rand.New(rand.NewPCG(seed, 0)), base: base}
	for range n {
		list = append(list, g.structType(1+g.r.IntN(2)))
	}
	return list
}

// typ makes a type with so many levels of composition.
func (g *generator) typ(depth int) reflect.Type {
	if depth <= 0 {
		return g.base[g.r.IntN(len(g.base))]
	}
	elem := g.typ(depth - 1)
	switch g.r.IntN(8) {
	case 0:
		return reflect.PointerTo(elem)
	case 1:
		return reflect.SliceOf(elem)
	case 2:
		return reflect.ArrayOf(1+g.r.IntN(2), elem)
	case 3:
		return reflect.MapOf(reflect.TypeFor[string](), elem)
	case 4:
		if elem.Comparable() && !hasInterface(elem, nil) {
			return reflect.MapOf(elem, g.typ(0))
		}
		return elem
	default:
		return g.structType(depth - 1)
	}
}

// tags are what a generated field may carry.
var tags = []reflect.StructTag{
	"", "", "", `json:"-" yaml:"-" xml:"-"`, `json:"-"`, `xml:"-"`, `yaml:"-"`, `json:"renamed" xml:"renamed" yaml:"renamed"`,
	`json:"x,omitempty" xml:"x,omitempty" yaml:"x,omitempty"`, `json:",omitzero"`, `json:",string"`, `xml:",attr"`, `xml:",comment"`, `xml:"a>b"`, `yaml:",flow"`,
}

// structType makes a struct whose fields have so many levels of composition.
func (g *generator) structType(depth int) reflect.Type {
	var fields []reflect.StructField
	for i := range 1 + g.r.IntN(4) {
		f := reflect.StructField{Name: string(rune('A' + i)), Type: g.typ(g.r.IntN(depth + 1)), Tag: tags[g.r.IntN(len(tags))]}
		switch {
		case g.r.IntN(5) == 0:
			f.Name, f.PkgPath = strings.ToLower(f.Name), "example.com/wrap"
		case g.r.IntN(6) == 0 && plain(f.Type):
			f.Name, f.Anonymous = f.Type.Name(), true
		}
		if !has(fields, f.Name) {
			fields = append(fields, f)
		}
	}
	return reflect.StructOf(fields)
}

// plain reports whether a type can be embedded in a composed one: package
// reflect does not promote methods.
func plain(t reflect.Type) bool {
	defer func() { _ = recover() }() // it says so by a panic
	reflect.StructOf([]reflect.StructField{{Name: "First", Type: t}, {Name: "Second", Type: t, Anonymous: true}})
	return t.Kind() == reflect.Struct && t.Name() != "" && !strings.Contains(t.Name(), "[") && t.Name()[0] >= 'A' && t.Name()[0] <= 'Z' &&
		t.NumMethod() == 0 && reflect.PointerTo(t).NumMethod() == 0
}

func has(fields []reflect.StructField, name string) bool {
	for _, f := range fields {
		if f.Name == name {
			return true
		}
	}
	return false
}
