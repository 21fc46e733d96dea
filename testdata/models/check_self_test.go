package models

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"
)

// library stands for a real one in the test of the check itself.
const library = `package lib

type Reader interface{ Read(p []byte) (int, error) }
type Box struct{ Name string; hidden string; Tags map[string]string; In Reader }
type Outer struct{ *Box }
type Maker interface{ Make(n int) string }
type Kept Maker
type Other interface{ Close() error }
type Renamed = Other

func (b *Box) Set(s string)                  {}
func (b Box) Get() string                    { return "" }
func Printf(format string, args ...any)      {}
func Map(s []int, f func(int, int) string)   {}
func All(m map[string]int) func(yield func(string, int) bool) { return nil }
func Two() (int, error)                      { return 0, nil }
func Each[S ~[]E, E any](s S) E              { panic(0) }
func Use(m Maker, b *Box)                    {}
`

// TestCheck: entries that fit are accepted and each kind of mistake is found.
func TestCheck(t *testing.T) {
	pkg := libraryTypes(t)
	tests := []struct{ name, keys, want string }{
		{`["Box.Set"]`, `flow = ["0 -> recv.*.Name"]`, ""},
		{`["Box.Get"]`, `flow = ["recv.Tags[k] -> result", "recv.Tags[] -> result"]`, ""},
		{`["Printf"]`, "sink = \"log\"\ndata = [\"printf(0, 1[])\"]", ""},
		{`["Map"]`, `calls = ["1(0[], unknown)"]`, ""},
		{`["All"]`, `yields = ["0[k]", "0[]"]`, ""},
		{`["Each"]`, `flow = ["0[] -> result"]`, ""},
		{`["Use"]`, `calls = ["0!Make(unknown) -> 1.*.@made"]`, ""},
		{`["Boks.Set"]`, ``, "no such function"},
		{`["Box.Sett"]`, ``, "no method Sett"},
		{`["Outer.Set"]`, ``, "declared as lib.Box.Set"},
		{`["Renamed.Close"]`, ``, "declared as lib.Other.Close"},
		{`["Kept.Make"]`, ``, ""},
		{`["Printf"]`, `flow = ["recv.* -> 1[]"]`, "no receiver"},
		{`["Two"]`, `flow = ["0 -> result"]`, "no 0"},
		{`["Two"]`, `flow = ["result -> result2"]`, "no result2"},
		{`["Box.Get"]`, `flow = ["recv.* -> result"]`, ".* does not apply"},
		{`["Box.Get"]`, `flow = ["recv.Nome -> result"]`, "no field Nome"},
		{`["Map"]`, `flow = ["0[k] -> 0[]"]`, "[k] does not apply"},
		{`["Box.Set"]`, `flow = ["0 -> recv.*.Tags[=7]"]`, "no argument 7"},
		{`["Printf"]`, "sink = \"log\"\ndata = [\"text(1)\"]", "variadic argument 1 needs []"},
		{`["Map"]`, "sink = \"log\"\ndata = [\"printf(0, 0[])\"]", "the format is a []int"},
		{`["Map"]`, `calls = ["1(0[])"]`, "called with 1 arguments"},
		{`["Use"]`, `calls = ["0!Mike(unknown)"]`, "no method Mike"},
		{`["Each"]`, `yields = ["0[]"]`, "no iterator"},
		{`["Box.Get"]`, `flow = ["recv.Name -> write(recv.In)"]`, ""},
		{`["Box.Get"]`, `flow = ["recv.Name -> write(recv.Tags)"]`, "no method Write"},
	}
	has := func(_, name string) bool { return name == "Maker.Make" }
	for _, test := range tests {
		tab := parseTable(t, "t.toml", []byte("path = [\"lib\"]\n[[func]]\nname = "+test.name+"\n"+test.keys))
		errs := check(pkg, tab.funcs("lib")[0], has)
		if test.want == "" && len(errs) > 0 {
			t.Errorf("%s %s: unexpected %q", test.name, test.keys, errs)
		}
		matches := func(msg string) bool { return strings.Contains(msg, test.want) }
		if test.want != "" && !slices.ContainsFunc(errs, matches) {
			t.Errorf("%s %s: got %q, want %q", test.name, test.keys, errs, test.want)
		}
	}
}

func libraryTypes(t *testing.T) *types.Package {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "lib.go", library, 0)
	if err != nil {
		t.Fatal(err)
	}
	cfg := types.Config{Importer: importer.Default()}
	pkg, err := cfg.Check("lib", fset, []*ast.File{file}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return pkg
}
