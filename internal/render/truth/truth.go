// Package truth tests package render against the formatters themselves.
//
// It fills a value so that every string and integer in it is a canary that
// occurs nowhere else, lets the real formatter print it, and compares the
// canaries that came out with those that render.Parts predicts: an
// interpreter walks the plan over the same value and calls the methods that
// the plan names. Both worlds, reflect's and go/types', are linked by type.
package truth

import (
	"fmt"
	"go/types"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/piivet/piivet/internal/render"
)

// A Printer is a real formatter beside the Format that predicts it.
type Printer struct {
	Name   string
	Format render.Format
	// Print renders the value. An error says that the formatter refuses it:
	// it then gets a value without pointers, and what it prints of that counts.
	Print func(v any) (string, error)
	// NoInts says that the output does not show integers as digits.
	NoInts bool
	// Either says that the plan has several ways to print a value, of which the
	// value takes one: it may predict more than what comes out.
	Either bool
	// Skip leaves out values that the formatter cannot be handed.
	Skip func(v reflect.Value) bool
}

// Suite is a set of values that printers are tested with.
type Suite struct {
	Linker *Linker
	Filler *Filler
	// Writers run methods that write into a parameter, by method name.
	Writers map[string]func(method reflect.Value, f render.Format) string

	// Seed and Generated say which types are made around the fixtures, and how
	// many.
	Seed      uint64
	Generated int

	Checked int // comparisons made
	Leaked  int // comparisons in which a canary came out
}

// Run compares p's output with the plan for every field of all and for what
// can be built around it. All is a pointer to a struct type of package pkg.
func (s *Suite) Run(t *testing.T, p Printer, all any) {
	t.Helper()
	for _, f := range Fields(reflect.TypeOf(all).Elem()) {
		for i, w := range wrappers {
			typ, ok := w.wrap(f.Type)
			if !ok {
				continue
			}
			for seed := range s.Filler.Seeds(typ) {
				if i > 0 && seed%len(wrappers) != i && seed > 0 {
					continue // all dynamic types at the top, a share of them elsewhere
				}
				s.check(t, p, fmt.Sprintf("%s/%s(%s)#%d", p.Name, w.name, f.Name, seed), typ, seed)
			}
		}
	}
	s.runGenerated(t, p, Fields(reflect.TypeOf(all).Elem()))
}

// maxSize bounds the canaries of a generated value.
const maxSize = 1500

// runGenerated compares generated types. Values of more than maxSize canaries
// are left out: a recursive type in several lists has no end of them.
func (s *Suite) runGenerated(t *testing.T, p Printer, fixtures []reflect.StructField) {
	t.Helper()
	var base []reflect.Type
	for _, f := range fixtures {
		if size(f.Type, s.Filler) < 100 {
			base = append(base, f.Type)
		}
	}
	for i, typ := range Generate(s.Seed, s.Generated, base) {
		if seed := i % s.Filler.Seeds(typ); size(typ, s.Filler) < maxSize {
			s.check(t, p, fmt.Sprintf("%s/generated %d#%d", p.Name, i, seed), typ, seed)
		}
	}
}

// size is the number of canaries in a value of a type.
func size(t reflect.Type, f *Filler) int {
	f.Value(t, 0, false)
	return f.next
}

// Fields lists the fields of a struct of fixtures, and those of the structs
// named All that it embeds.
func Fields(all reflect.Type) (list []reflect.StructField) {
	for i := range all.NumField() {
		if f := all.Field(i); f.Anonymous && f.Name == "All" {
			list = append(list, Fields(f.Type)...)
		} else {
			list = append(list, f)
		}
	}
	return list
}

// check makes one comparison.
func (s *Suite) check(t *testing.T, p Printer, name string, typ reflect.Type, seed int) {
	t.Helper()
	v := s.Filler.Value(typ, seed, false)
	if p.Skip != nil && p.Skip(v) {
		return
	}
	out, err := print(p, v)
	if err != nil {
		// A nil pointer may be all that the formatter wants.
		v = s.Filler.Value(typ, seed, true)
		out, err = print(p, v)
	}
	truth := canaries(out, p.NoInts)
	ev := evaluator{suite: s, noInts: p.NoInts}
	ev.value(v, s.Linker.TypeOf(typ), p.Format)
	predicted := ev.found()
	s.Checked++
	if len(truth) > 0 {
		s.Leaked++
	}
	refused := err != nil && strings.Contains(name, "/generated ") // another value may be taken
	if slices.Equal(truth, predicted) || (p.Either || refused) && len(minus(truth, predicted)) == 0 {
		return
	}
	t.Errorf("%s\n type %s\n prints  %q (%v)\n printed but not predicted: %v\n predicted but not printed: %v\n plan:\n%s",
		name, typ, out, err, minus(truth, predicted), minus(predicted, truth), Plan(s.Linker.TypeOf(typ), p.Format))
}

// print hands the value to the formatter; a panic is a refusal.
func print(p Printer, v reflect.Value) (out string, err error) {
	defer func() {
		if r := recover(); r != nil {
			out, err = "", fmt.Errorf("panic: %v", r)
		}
	}()
	return p.Print(v.Interface())
}

// minus lists what is in a and not in b.
func minus(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return slices.Contains(b, s) })
}

// Plan writes the parts of a plan, one a line.
func Plan(t types.Type, f render.Format) string {
	var b strings.Builder
	for _, part := range render.Parts(t, f) {
		fmt.Fprintf(&b, "\t%s\n", part)
	}
	return b.String()
}

// wrapper builds a type around a fixture, so that each is met at the top,
// behind pointers, in containers and in fields.
type wrapper struct {
	name string
	wrap func(reflect.Type) (reflect.Type, bool)
}

// always wraps any type.
func always(f func(reflect.Type) reflect.Type) func(reflect.Type) (reflect.Type, bool) {
	return func(t reflect.Type) (reflect.Type, bool) { return f(t), true }
}

// inField puts a type into the field of a struct.
func inField(name, pkgPath string, wrap func(reflect.Type) reflect.Type) func(reflect.Type) (reflect.Type, bool) {
	return always(func(t reflect.Type) reflect.Type {
		return reflect.StructOf([]reflect.StructField{
			{Name: "Other", Type: reflect.TypeFor[string]()},
			{Name: name, PkgPath: pkgPath, Type: wrap(t)},
		})
	})
}

// itself is the identity.
func itself(t reflect.Type) reflect.Type { return t }

var wrappers = []wrapper{
	{"", always(itself)},
	{"*", always(reflect.PointerTo)},
	{"**", always(func(t reflect.Type) reflect.Type { return reflect.PointerTo(reflect.PointerTo(t)) })},
	{"[]", always(reflect.SliceOf)},
	{"[]*", always(func(t reflect.Type) reflect.Type { return reflect.SliceOf(reflect.PointerTo(t)) })},
	{"[1]", always(func(t reflect.Type) reflect.Type { return reflect.ArrayOf(1, t) })},
	{"*[1]", always(func(t reflect.Type) reflect.Type { return reflect.PointerTo(reflect.ArrayOf(1, t)) })},
	{"map[string]", always(func(t reflect.Type) reflect.Type { return reflect.MapOf(reflect.TypeFor[string](), t) })},
	{"map[]string", func(t reflect.Type) (reflect.Type, bool) {
		if !t.Comparable() || t.Kind() == reflect.Interface || hasInterface(t, nil) {
			return nil, false
		}
		return reflect.MapOf(t, reflect.TypeFor[string]()), true
	}},
	{"struct", inField("X", "", itself)},
	{"struct*", inField("X", "", reflect.PointerTo)},
	{"structx", inField("x", "example.com/wrap", itself)},
	{"structx[]", inField("x", "example.com/wrap", reflect.SliceOf)},
}
