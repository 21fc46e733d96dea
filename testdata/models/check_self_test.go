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
	tests := []struct{ entry, want string }{
		{`name = ["Box.Set"]` + "\n" + `flow = ["0 -> recv.*.Name"]`, ""},
		{`name = ["Box.Get"]` + "\n" + `flow = ["recv.Tags[k] -> result", "recv.Tags[] -> result"]`, ""},
		{`name = ["Printf"]` + "\n" + `sink = "log"` + "\n" + `data = ["printf(0, 1[])"]`, ""},
		{`name = ["Map"]` + "\n" + `calls = ["1(0[], unknown)"]`, ""},
		{`name = ["All"]` + "\n" + `yields = ["0[k]", "0[]"]`, ""},
		{`name = ["Each"]` + "\n" + `flow = ["0[] -> result"]`, ""},
		{`name = ["Use"]` + "\n" + `calls = ["0!Make(unknown) -> 1.*.@made"]`, ""},
		{`name = ["Boks.Set"]`, "has no Boks"},
		{`name = ["Box.Sett"]`, "no method Sett"},
		{`name = ["Outer.Set"]`, "declared by lib.Box"},
		{`name = ["Box"]`, "no function"},
		{`name = ["Printf.Set"]`, "no type"},
		{`name = ["Printf"]` + "\n" + `flow = ["recv.* -> 1[]"]`, "no receiver"},
		{`name = ["Two"]` + "\n" + `flow = ["0 -> result"]`, "no argument 0"},
		{`name = ["Two"]` + "\n" + `flow = ["result -> result2"]`, "no result 2"},
		{`name = ["Box.Get"]` + "\n" + `flow = ["recv.* -> result"]`, ".* does not go with"},
		{`name = ["Box.Get"]` + "\n" + `flow = ["recv.Nome -> result"]`, "no exported field Nome"},
		{`name = ["Box.Get"]` + "\n" + `flow = ["recv.hidden -> result"]`, "no exported field hidden"},
		{`name = ["Box.Get"]` + "\n" + `flow = ["recv.Name[] -> result"]`, "[] does not go with"},
		{`name = ["Map"]` + "\n" + `flow = ["0[k] -> 0[]"]`, "[k] does not go with"},
		{`name = ["Box.Set"]` + "\n" + `flow = ["0 -> recv.*.Tags[=7]"]`, "[=N] does not go with"},
		{`name = ["Printf"]` + "\n" + `sink = "log"` + "\n" + `data = ["print(1)"]`, "variadic argument 1 needs []"},
		{`name = ["Printf"]` + "\n" + `sink = "log"` + "\n" + `data = ["printf(1[], 1[])"]`, ""},
		{`name = ["Map"]` + "\n" + `sink = "log"` + "\n" + `data = ["printf(0, 0[])"]`, "the format is a []int"},
		{`name = ["Map"]` + "\n" + `calls = ["1(0[])"]`, "call has 1 arguments"},
		{`name = ["Map"]` + "\n" + `calls = ["0(0[])"]`, "cannot call"},
		{`name = ["Use"]` + "\n" + `calls = ["0!Mike(unknown)"]`, "cannot call Mike"},
		{`name = ["Use"]` + "\n" + `calls = ["1!Set(unknown) -> 1.*"]`, "has no result"},
		{`name = ["Map"]` + "\n" + `yields = ["0[]"]`, "no result"},
		{`name = ["Each"]` + "\n" + `yields = ["0[]"]`, "is no iterator"},
		{`name = ["Box.Get"]` + "\n" + `flow = ["read(recv.In) -> result"]`, ""},
		{`name = ["Box.Get"]` + "\n" + `flow = ["read(recv.Name) -> result"]`, "no method Read"},
		{`name = ["Box.Get"]` + "\n" + `flow = ["recv.Name -> write(recv.In)"]`, "no method Write"},
	}
	for _, test := range tests {
		tab := parseTable(t, "t.toml", []byte("path = [\"lib\"]\n[[func]]\n"+test.entry))
		errs := check(pkg, tab.funcs("lib")[0], func(string, string) bool { return false })
		if test.want == "" && len(errs) > 0 {
			t.Errorf("%s: unexpected %q", test.entry, errs)
		}
		matches := func(msg string) bool { return strings.Contains(msg, test.want) }
		if test.want != "" && !slices.ContainsFunc(errs, matches) {
			t.Errorf("%s: got %q, want %q", test.entry, errs, test.want)
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
