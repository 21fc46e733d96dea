package taint

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/policy"
	"github.com/piivet/piivet/internal/taint/summary"
)

// hostile are sources that nobody writes by hand, with the number of leaks that
// have to be found in spite of them.
var hostile = []struct {
	name   string
	source func() string
	flows  int
}{
	{"LongFunction", func() string { return longFunction(50_000) }, 2},
	{"WideTypeSwitch", func() string { return wideTypeSwitch(2_000) }, 1},
	{"RecursiveTypes", func() string { return recursiveTypes(400) }, 1},
	{"RecursiveFunctions", func() string { return recursiveFunctions(400) }, 1},
	{"ManyFields", func() string { return manyFields(10_000) }, 2},
	{"ManyImplementations", func() string { return manyImplementations(1_000) }, 1},
	{"DeepClosures", func() string { return deepClosures(200) }, 1},
	{"DeepTypes", func() string { return deepTypes(200) }, 1},
	{"LongChain", func() string { return longChain(3_000) }, 2},
	{"ManyLoops", func() string { return manyLoops(500) }, 1},
	{"LateStore", func() string { return lateStore(12) }, 2},
}

// head declares what all hostile sources use; leak is a leak that must be
// found, whatever else the package holds.
const head = `package p

type Customer struct{ ID string; Email string ` + "`pii:\"email\"`" + ` }

//pii:sink log
func out(v any) {}

func leak(c Customer) { out(c.Email) }

`

func TestHostileSources(t *testing.T) {
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			first := analyzeSource(t, head+h.source())
			if len(first.flows) != h.flows {
				t.Errorf("%d flows, want %d", len(first.flows), h.flows)
			}
			b := newBudget(&analysis.Pass{}, first.stats.Functions)
			if most := b.all + first.stats.Runs*b.late + 100*b.function; first.stats.Steps > most {
				t.Errorf("%d steps, more than %d", first.stats.Steps, most)
			}
			if len(first.fact) > 4<<20 {
				t.Errorf("the fact has %d bytes", len(first.fact))
			}
			if second := analyzeSource(t, head+h.source()); !bytes.Equal(first.fact, second.fact) {
				t.Error("facts differ between two runs")
			}
			t.Log(first.stats.String())
		})
	}
}

type outcome struct {
	flows []*Flow
	fact  []byte
	stats Stats
}

// checkedSource type-checks a package that imports nothing.
func checkedSource(t *testing.T, source string) (*token.FileSet, []*ast.File, *types.Package, *types.Info) {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "p.go", source, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Implicits: map[ast.Node]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{}, Scopes: map[ast.Node]*types.Scope{},
		Instances: map[*ast.Ident]types.Instance{}, FileVersions: map[*ast.File]string{},
	}
	pkg, err := (&types.Config{}).Check("example.com/p", fset, []*ast.File{f}, info)
	if err != nil {
		t.Fatal(err)
	}
	return fset, []*ast.File{f}, pkg, info
}

// analyzeSource runs the engine on a package that imports nothing.
func analyzeSource(t *testing.T, source string) outcome {
	t.Helper()
	fset, files, pkg, info := checkedSource(t, source)
	var o outcome
	pass := &analysis.Pass{
		Fset: fset, Files: files, Pkg: pkg, TypesInfo: info, TypesSizes: types.SizesFor("gc", "amd64"),
		ImportPackageFact: func(*types.Package, analysis.Fact) bool { return false },
		ExportPackageFact: func(f analysis.Fact) { o.fact = f.(*summary.Fact).Data },
	}
	res, err := run(pass, Options{Policy: policy.Default(), Models: model.Builtin()})
	if err != nil {
		t.Fatal(err)
	}
	o.flows, o.stats = res.(*Result).Flows, res.(*Result).Stats
	return o
}

// repeat writes a line for each number.
func repeat(n int, line func(i int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(line(i))
		b.WriteByte('\n')
	}
	return b.String()
}

func longFunction(lines int) string {
	return "func long(c Customer, in []string) {\n\tv := \"\"\n" + repeat(lines, func(i int) string {
		if i%10 == 0 {
			return fmt.Sprintf("\tif len(in) > %d { v += in[%d] }", i, i%100)
		}
		return fmt.Sprintf("\tv += in[%d]", i%100)
	}) + "\tout(v)\n\tout(c.Email)\n}\n"
}

func wideTypeSwitch(cases int) string {
	return repeat(cases, func(i int) string { return fmt.Sprintf("type T%d struct{ A, B string }", i) }) +
		"func pick(v any) string {\n\tswitch v := v.(type) {\n" +
		repeat(cases, func(i int) string { return fmt.Sprintf("\tcase T%d:\n\t\treturn v.A + v.B", i) }) + "\t}\n\treturn \"\"\n}\n"
}

func recursiveTypes(n int) string {
	return repeat(n, func(i int) string {
		return fmt.Sprintf("type T%d struct{ C Customer; Next *T%d; Prev []T%d; Any map[string]*T%d }", i, (i+1)%n, (i+n-1)%n, (i*7+3)%n)
	}) + "func walk(t *T0) *T3 { return t.Next.Next.Next }\n"
}

func recursiveFunctions(n int) string {
	return repeat(n, func(i int) string {
		return fmt.Sprintf("func f%d(p *Customer, q []string, n int) string { if n == 0 { return q[0] }; p.ID = f%d(p, q, n-1); return f%d(p, append(q, p.ID), n-1) + f%d(p, q, n-1) }",
			i, (i+1)%n, (i+n-1)%n, (i*7+3)%n)
	})
}

func manyFields(n int) string {
	return "type wide struct {\n" + repeat(n, func(i int) string { return fmt.Sprintf("\tF%d string `pii:\"email\"`", i) }) + "}\n" +
		"func fill(s []string) (w wide) {\n" + repeat(n, func(i int) string { return fmt.Sprintf("\tw.F%d = s[%d]", i, i%10) }) +
		"\treturn w\n}\nfunc show(w wide) { out(w) }\n"
}

func manyImplementations(n int) string {
	return "type doer interface{ do(c *Customer, s string) string }\n" + repeat(n, func(i int) string {
		return fmt.Sprintf("type I%d struct{ s string }\nfunc (i *I%d) do(c *Customer, s string) string { i.s += s; return c.ID + i.s }", i, i)
	}) + "func all(ds []doer, c *Customer) string {\n\ts := \"\"\n\tfor _, d := range ds { s += d.do(c, s) }\n\treturn s\n}\n"
}

func deepClosures(n int) string {
	return "func deep(s string) func() string {\n\treturn " + strings.Repeat("func() func() string { return ", n) +
		"func() string { return s }" + strings.Repeat(" }()", n) + "\n}\n"
}

func deepTypes(n int) string {
	return "type deepT " + strings.Repeat("[]*struct{ A map[string]", n) + "Customer" + strings.Repeat("; B string }", n) +
		"\nfunc pass(d deepT) any { return d }\n"
}

func longChain(n int) string {
	return repeat(n, func(i int) string { return fmt.Sprintf("func g%d(s string) string { return g%d(s) }", i, i+1) }) +
		fmt.Sprintf("func g%d(s string) string { return s }\nfunc start(c Customer) { out(g0(c.Email)) }\n", n)
}

func manyLoops(n int) string {
	return "func loops(m map[string][]string, c *Customer) {\n\tv := \"\"\n" +
		repeat(n, func(i int) string {
			return fmt.Sprintf("\tfor k, s := range m { for i := range s { s[i] += k + v; v = s[i]; m[v] = append(s, c.ID) } }; m[\"%d\"] = nil", i)
		}) + "}\n"
}

// lateStore has a package run out of steps before a function stores what one reads
// that was looked at in the beginning.
func lateStore(n int) string {
	return "var hook func()\n\nfunc early(c Customer, in []string) {\n\thook()\n\tv := \"\"\n" +
		repeat(1_000, func(i int) string { return fmt.Sprintf("\tif len(in) > %d { v += in[%d] }", i, i%100) }) + "\tout(v)\n\tout(c.Email)\n}\n" +
		repeat(n, func(i int) string {
			return strings.Replace(manyLoops(500), "func loops(", fmt.Sprintf("func loops%d(", i), 1)
		}) +
		"func late() { hook = func() {} }\n"
}
