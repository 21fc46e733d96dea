package render_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"log/slog"
	"os"
	"os/exec"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/go/packages"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/render"
	"github.com/piivet/piivet/internal/render/truth"
	"github.com/piivet/piivet/internal/render/truth/shapes"
)

// check type-checks a source without imports.
func check(t *testing.T, src string) *types.Package {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", "package p\n"+src, 0)
	if err != nil {
		t.Fatal(err)
	}
	pkg, err := new(types.Config).Check("p", fset, []*ast.File{file}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return pkg
}

// plan writes a plan in one line.
func plan(t types.Type, f render.Format) string {
	var list []string
	for _, part := range render.Parts(t, f) {
		list = append(list, strings.TrimSpace(part.String()))
	}
	return strings.Join(list, "; ")
}

func TestPlans(t *testing.T) {
	pkg := check(t, `
type Customer struct {
	ID    string
	Email string `+"`json:\"email\"`"+`
	Card  string `+"`json:\"-\"`"+`
	note  string
	Next  *Customer
}
type Named struct{ Name string }
func (n *Named) String() string { return n.Name }
type Outer struct{ Named; Extra int }
type List[T any] struct{ Items []T; byKey map[string]T }
func generic[T any](list List[T], one T) {}
type Error struct{ error }
`)
	typ := func(name string) types.Type { return pkg.Scope().Lookup(name).Type() }
	generic := typ("generic").(*types.Signature).Params()
	for _, test := range []struct {
		name   string
		typ    types.Type
		format render.Format
		want   string
	}{
		{"fmt stops at nested pointers", typ("Customer"), render.Format{Family: render.Fmt},
			".0 text string; .1 text string; .2 text string; .3 text string"},
		{"fmt looks through the first pointer", types.NewPointer(typ("Customer")), render.Format{Family: render.Fmt, Verb: 'v'},
			".*.0 text string; .*.1 text string; .*.2 text string; .*.3 text string"},
		{"%s prints a nested pointer after all", typ("Customer"), render.Format{Family: render.Fmt, Verb: 's'},
			".0 text string; .1 text string; .2 text string; .3 text string; " +
				".4.*.0 text string; .4.*.1 text string; .4.*.2 text string; .4.*.3 text string"},
		{"%T prints no data", typ("Customer"), render.Format{Family: render.Fmt, Verb: 'T'}, ""},
		{"nor of what an interface holds", types.Universe.Lookup("error").Type(), render.Format{Family: render.Fmt, Verb: 'T'}, ""},
		{"nor of a type parameter", generic.At(1).Type(), render.Format{Family: render.Fmt, Verb: 'T'}, ""},
		{"json follows pointers, and stops at a type that repeats", typ("Customer"), render.Format{Family: render.JSON},
			".0 text string; .1 text string; .4.*.0 text string; .4.*.1 text string; " +
				".4.*.4.*.0 text string; .4.*.4.*.1 text string; .4.*.4.*.4.* cut p.Customer then json inside addressable"},
		{"a method of the pointer is not the value's", typ("Named"), render.Format{Family: render.Fmt}, ".0 text string"},
		{"but the pointer's", types.NewPointer(typ("Named")), render.Format{Family: render.Fmt}, "method *p.Named String->0"},
		{"promoted to the outer pointer", types.NewPointer(typ("Outer")), render.Format{Family: render.Fmt}, ".*.0 method p.Named String&->0"},
		{"but not to the outer value", typ("Outer"), render.Format{Family: render.Fmt}, ".0.0 text string; .1 text int"},
		{"an embedded interface's method", typ("Error"), render.Format{Family: render.Fmt}, ".0 method error Error->0"},
		{"type parameters are dynamic", generic.At(0).Type(), render.Format{Family: render.Fmt},
			".0[] dynamic T then fmt %v inside; .1[] dynamic T then fmt %v inside unexported; .1[k] text string"},
		{"at the top too", generic.At(1).Type(), render.Format{Family: render.JSON, Addressable: true}, "dynamic T then json addressable"},
		{"an interface is dynamic", types.Universe.Lookup("error").Type(), render.Format{Family: render.Fmt, Plus: true, Verb: 'v'}, "dynamic error then fmt %+v"},
	} {
		if got := plan(test.typ, test.format); got != test.want {
			t.Errorf("%s:\n got  %s\n want %s", test.name, got, test.want)
		}
	}
}

// TestBounds plans types that point at each other in all ways.
func TestBounds(t *testing.T) {
	var src strings.Builder
	const entities = 16
	for i := range entities {
		fmt.Fprintf(&src, "type E%d struct {\n\tName string\n", i)
		for j := range entities {
			fmt.Fprintf(&src, "\tE%d *E%d\n", j, j)
		}
		src.WriteString("}\n")
	}
	typ := check(t, src.String()).Scope().Lookup("E0").Type()
	start := time.Now()
	parts := render.Parts(typ, render.Format{Family: render.JSON})
	if len(parts) < entities || len(parts) > 4000 {
		t.Errorf("%d parts", len(parts))
	}
	if spent := time.Since(start); spent > 2*time.Second {
		t.Errorf("planning took %v", spent)
	}
	cuts := 0
	for _, part := range parts {
		if part.What == render.Cut {
			cuts++
			if len(part.Path) == 0 {
				t.Error("the value itself is cut: going on from there never ends")
			}
		}
	}
	if cuts == 0 {
		t.Error("nothing is cut, and yet this cannot be all")
	}
	direct := access.Path{{Kind: access.Field, N: 3}, {Kind: access.Deref}, {Kind: access.Field, N: 0}}
	if !slices.ContainsFunc(parts, func(p render.Part) bool { return slices.Equal(p.Path, direct) && p.What == render.Text }) {
		t.Errorf("%s is not planned though it is near", direct)
	}
}

// TestAllOfStd plans every type of a large part of the standard library.
func TestAllOfStd(t *testing.T) {
	cfg := &packages.Config{Mode: packages.NeedName | packages.NeedTypes | packages.NeedImports | packages.NeedDeps}
	pkgs, err := packages.Load(cfg, "net/http", "go/ast", "encoding/xml", "html/template", "log/slog", "database/sql", "crypto/x509")
	if err != nil {
		t.Fatal(err)
	}
	planned, largest := 0, 0
	packages.Visit(pkgs, nil, func(p *packages.Package) {
		for _, name := range p.Types.Scope().Names() {
			obj, ok := p.Types.Scope().Lookup(name).(*types.TypeName)
			if !ok {
				continue
			}
			for family := render.Raw; family <= render.Proto; family++ {
				for _, typ := range []types.Type{obj.Type(), types.NewPointer(obj.Type())} {
					planned++
					largest = max(largest, len(render.Parts(typ, render.Format{Family: family})))
				}
			}
		}
	})
	t.Logf("%d plans, the largest with %d parts", planned, largest)
	if planned < 10000 || largest < 50 {
		t.Errorf("%d plans, the largest with %d parts: too few to mean anything", planned, largest)
	}
}

// TestDeterministic plans the same type in two type-checker runs.
func TestDeterministic(t *testing.T) {
	const src = `type T struct { M map[string]T; L []T; I interface{ String() string }; S struct { A, b []byte } }
func (t T) GoString() string { return "" }`
	first, second := check(t, src), check(t, src)
	for family := render.Raw; family <= render.Proto; family++ {
		f := render.Format{Family: family, Sharp: true, Verb: 'v'}
		a, b := plan(first.Scope().Lookup("T").Type(), f), plan(second.Scope().Lookup("T").Type(), f)
		if a != b {
			t.Errorf("%s:\n %s\n %s", f, a, b)
		}
		if strings.Contains(f.String(), "family") {
			t.Errorf("family %d has no name", family)
		}
	}
}

// TestSlogOperands tests what stands directly among slog's operands.
func TestSlogOperands(t *testing.T) {
	source := &slog.Source{File: "kq0008zj", Function: "kq0009zj", Line: 1}
	for _, test := range []struct {
		name    string
		operand any
	}{
		{"key", "kq0001zj"},
		{"attr", slog.String("kq0001zj", "kq0002zj")},
		{"attr with a struct", slog.Any("kq0001zj", shapes.Tagged{Shown: "kq0002zj", Dash: "kq0003zj"})},
		{"attr with a LogValuer", slog.Any("key", shapes.LogStringValue{Shown: "kq0001zj", Hidden: "kq0002zj"})},
		{"attr with an error", slog.Any("key", shapes.ErrorValue{Shown: "kq0001zj", Hidden: "kq0002zj"})},
		{"attr with attrs", slog.Any("key", []slog.Attr{slog.Any("a", shapes.StringerValue{Shown: "kq0001zj", Hidden: "kq0002zj"})})},
		{"group", slog.Group("key", "a", shapes.StringerValue{Shown: "kq0001zj", Hidden: "kq0002zj"}, slog.Int("b", 0xD0000+11))},
		{"attr with an attr", slog.Any("key", slog.String("kq0001zj", "kq0002zj"))},
		{"attr with a source", slog.Any("key", source)},
		{"attr with bytes", slog.Any("key", []byte("kq0001zj"))},
	} {
		for _, handler := range []struct {
			family render.Family
			new    func(w *strings.Builder) slog.Handler
		}{
			{render.SlogText, func(w *strings.Builder) slog.Handler { return slog.NewTextHandler(w, nil) }},
			{render.SlogJSON, func(w *strings.Builder) slog.Handler { return slog.NewJSONHandler(w, nil) }},
		} {
			var b strings.Builder
			slog.New(handler.new(&b)).Info("message", test.operand, "value")
			printed := suite().Seen(b.String())
			predicted := suite().Predicted(reflect.ValueOf(test.operand), render.Format{Family: handler.family})
			if !slices.Equal(printed, predicted) {
				t.Errorf("%s, %s: prints %s: shows %v, predicted %v", test.name, handler.family, &b, printed, predicted)
			}
		}
	}
}

// TestPanic crashes a copy of the test for each shape.
func TestPanic(t *testing.T) {
	fields := truth.Fields(reflect.TypeFor[shapes.All]())
	if name := os.Getenv("RENDER_TEST_PANIC"); name != "" {
		i := slices.IndexFunc(fields, func(f reflect.StructField) bool { return f.Name == name })
		panic(filler().Value(fields[i].Type, 0, false).Interface())
	}
	if testing.Short() {
		t.Skip("starts a process for each shape")
	}
	for _, f := range fields {
		if f.Type.Kind() == reflect.Struct && !strings.HasSuffix(f.Name, "Value") {
			continue // a few dozen are enough
		}
		cmd := exec.Command(os.Args[0], "-test.run=^TestPanic$")
		cmd.Env = append(os.Environ(), "RENDER_TEST_PANIC="+f.Name, "GOTRACEBACK=none")
		out, err := cmd.CombinedOutput()
		if err == nil {
			t.Fatalf("%s: no panic", f.Name)
		}
		v := filler().Value(f.Type, 0, false)
		printed := suite().Seen(string(out))
		predicted := suite().Predicted(v, render.Format{Family: render.Panic})
		if !slices.Equal(printed, predicted) {
			t.Errorf("%s: prints %s: shows %v, predicted %v", f.Name, out, printed, predicted)
		}
	}
}
