package model

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"
)

const source = `package p

type Inner struct{ Email string }
type T struct {
	ID  int
	In  *Inner
	M   map[string][]string
	Any any
}
type W interface{ Write([]byte) (int, error) }

func (t *T) F(a []Inner, w W, more ...any) (out chan string, err error) { return nil, nil }
func G[S ~[]E, E any](s S, f func(E) bool, seq func(yield func(E) bool)) S { return s }
`

// typecheck returns the package of the source text, which imports nothing.
func typecheck(t *testing.T, src string) *types.Package {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", src, 0)
	if err != nil {
		t.Fatal(err)
	}
	pkg, err := new(types.Config).Check("example.com/p", fset, []*ast.File{file}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return pkg
}

func TestResolve(t *testing.T) {
	pkg := typecheck(t, source)
	for _, test := range []struct{ fn, place, path, typ string }{
		{"T.F", "recv", "", "*p.T"},
		{"T.F", "recv.*.In.*.Email", ".*.1.*.0", "string"},
		{"T.F", "recv.*.M[=1][]", ".*.2[\"\"][]", "string"},
		{"T.F", "recv.*.M[k]", ".*.2[k]", "string"},
		{"T.F", "recv.*.@slot.*[]", ".*.@slot.*[]", "?"},
		{"T.F", "0[].Email", "[].0", "string"},
		{"T.F", "1.*", ".*", "?"},
		{"T.F", "2[].*", "[].*", "?"},
		{"T.F", "result[]", "[]", "string"},
		{"T.F", "result1", "", "error"},
		{"T.F", "pkg.@std.*", ".@std.*", "?"},
		{"G", "0[]", "[]", "E"},
		{"T.F", "3", "", "no 3: there are 3"},
		{"T.F", "result2", "", "no result2: there are 2"},
		{"G", "recv", "", "there is no receiver"},
		{"T.F", "recv.ID", "", "*p.T has no fields"},
		{"T.F", "recv.*.Nope", "", "p.T has no field Nope"},
		{"T.F", "recv.*.ID.*", "", ".* does not apply to int"},
		{"T.F", "0[=1]", "", "[=1] does not apply to []p.Inner"},
		{"T.F", "recv.*.M[=7]", "", "no argument 7"},
		{"T.F", "recv.*.Any.*.Email", "", "field Email of an unknown type"},
	} {
		place, err := ParsePlace(test.place)
		if err != nil {
			t.Fatal(err)
		}
		path, typ, err := place.Resolve(Lookup(pkg, test.fn).Signature())
		got := "?"
		switch {
		case err != nil:
			got = strings.ReplaceAll(err.Error(), "example.com/", "")
		case typ != nil:
			got = types.TypeString(typ, (*types.Package).Name)
		}
		if !strings.HasPrefix(got, test.typ) || path.String() != test.path {
			t.Errorf("%s of %s is %s of type %s, want %s, %s", test.place, test.fn, path, got, test.path, test.typ)
		}
	}
}

func TestCheck(t *testing.T) {
	pkg := typecheck(t, source)
	for entry, want := range map[string]string{
		`name = ["T.F"]
flow = ["print(2[]) -> write(1)", "0[].Email -> recv.*.Any"]`: "",
		`name = ["G"]
calls = ["1(0[]) -> result[]", "1(seq(2))"]`: "",
		`name = ["T.G"]`:     "example.com/p.T.G is not declared",
		`name = ["Missing"]`: "example.com/p.Missing is not declared",
		`name = ["T"]`:       "example.com/p.T is not declared",
		`name = ["W.Write"]`: "",
		"name = [\"T.F\"]\nflow = [\"print(2) -> result1\"]":   "the operands are the elements: write 2[]",
		"name = [\"T.F\"]\nflow = [\"0 -> write(recv)\"]":      "has no method Write",
		"name = [\"T.F\"]\nflow = [\"read(recv) -> result\"]":  "has no method Read",
		"name = [\"T.F\"]\nflow = [\"seq(0) -> result\"]":      "is no iterator over 1 values",
		"name = [\"T.F\"]\nyields = [\"0\"]":                   "is no iterator over 1 values",
		"name = [\"G\"]\ncalls = [\"1(0[], 0[])\"]":            "called with 2 arguments",
		"name = [\"G\"]\ncalls = [\"0(0)\"]":                   "is no function",
		"name = [\"T.F\"]\ncalls = [\"1!Write(0) -> recv.*\"]": "",
		"name = [\"T.F\"]\ncalls = [\"recv!Nope()\"]":          "has no method Nope",
		"name = [\"T.F\"]\nclears = [\"recv.*.Nope\"]":         "has no field Nope",
	} {
		table, err := Parse("t.toml", []byte("path = [\"example.com/p\"]\n[[func]]\n"+entry))
		if err != nil {
			t.Fatal(err)
		}
		err = table.Package("example.com/p").Check(pkg)
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%s\ngot  %v\nwant %q", entry, err, want)
		}
	}
}

func TestNameOf(t *testing.T) {
	pkg := typecheck(t, source)
	for _, name := range []string{"T.F", "G", "W.Write"} {
		if path, got := NameOf(Lookup(pkg, name)); path != "example.com/p" || got != name {
			t.Errorf("NameOf(%s) = %s, %s", name, path, got)
		}
	}
	errorMethod, _, _ := types.LookupFieldOrMethod(types.Universe.Lookup("error").Type(), false, nil, "Error")
	if path, got := NameOf(errorMethod.(*types.Func)); path != "builtin" || got != "error.Error" {
		t.Errorf("NameOf(error.Error) = %s, %s", path, got)
	}
}
