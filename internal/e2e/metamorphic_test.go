package e2e

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
)

// constants are the places where an identity function hides a constant that the
// engine reads: the text of a format or a template, the key of an attribute, the names that a
// mask knows. docs/accuracy.md names that among the approximations.
var constants = regexp.MustCompile(`^(cross/)?(keys|printf_\w+|masking_\w+|variadic_wrappers)/|^formatting/(fmtverbs\.go:94 |templates/)`)

// ordered are programs in which an operand is read after the calls beside it. A change
// that puts a call or a variable around it has it read before them.
var ordered = regexp.MustCompile(`^evaluation_order/`)

// TestMetamorphic changes programs in ways that change nothing of what they do,
// and wants the same findings on the same lines. PIIVET_TEST_DIR names the
// directory of another module whose types are tagged.
func TestMetamorphic(t *testing.T) {
	if testing.Short() {
		t.Skip("runs go vet many times")
	}
	dirs := []string{inside(t, "examples/shop"), inside(t, "testdata/flow")}
	if d := os.Getenv("PIIVET_TEST_DIR"); d != "" {
		dirs = []string{d}
	}
	for _, dir := range dirs {
		want := lines(dir, vet(t, dir, "-piitag=false", "./..."))
		for _, c := range changes {
			t.Run(filepath.Base(dir)+"/"+c.name, func(t *testing.T) {
				changed := t.TempDir()
				n := change(t, dir, changed, c)
				if n == 0 {
					t.Fatal("nothing was changed")
				}
				t.Logf("%d places changed", n)
				before, after := want, lines(changed, vet(t, changed, "-piitag=false", "./..."))
				before = slices.DeleteFunc(asWritten(before), ordered.MatchString)
				after = slices.DeleteFunc(asWritten(after), ordered.MatchString)
				if c.identity {
					before = slices.DeleteFunc(before, constants.MatchString)
					after = slices.DeleteFunc(after, constants.MatchString)
				}
				compare(t, "before", before, "after", after)
			})
		}
	}
}

// asWritten takes out of messages what they quote and a change may write in
// another way: new names, and arguments of the call that data come from.
func asWritten(lines []string) []string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = quotedCall.ReplaceAllString(renamed.ReplaceAllString(l, "$1"), "$1(…)")
	}
	slices.Sort(out)
	return out
}

// renamed are the names that a change writes, quotedCall the calls that give
// personal data.
var (
	renamed    = regexp.MustCompile(`\b(\w+)_r\b`)
	quotedCall = regexp.MustCompile(`( from [^ (]+)\([^)]*\)`)
)

// lines says of each finding where it is and what is found there.
func lines(dir string, fs []finding) []string {
	column := regexp.MustCompile(`:\d+$`)
	var out []string
	for _, f := range fs {
		posn := strings.Replace(relative(dir, f.Posn), "zz_", "", 1)
		out = append(out, column.ReplaceAllString(posn, "")+" "+f.Message)
	}
	slices.Sort(out)
	return out
}

// mutation is a change of a program: edits of a file, and a declaration that is
// added behind it.
type mutation struct {
	name     string
	edits    func(p *packages.Package, f *ast.File) []edit
	imports  string // added to the file
	identity bool   // hides constants
	rename   bool   // files are named in another order
}

// edit replaces a part of a file.
type edit struct {
	pos, end token.Pos
	text     string
}

var changes = []mutation{
	{name: "other names", edits: renameLocals},
	{name: "files in another order", rename: true},
	{name: "variable for an argument", edits: func(p *packages.Package, f *ast.File) []edit { return outline(p, f) }},
	{name: "identity in the package", identity: true, edits: func(p *packages.Package, f *ast.File) []edit { return wrap(p, f, "same"+suffix(p, f)) }},
	{name: "identity in another package", identity: true, edits: func(p *packages.Package, f *ast.File) []edit { return wrap(p, f, "metasame.Same") }, imports: "metasame"},
}

// suffix makes the name of a declaration of a file unique in its package.
func suffix(p *packages.Package, f *ast.File) string {
	return fmt.Sprint("Of", slices.Index(p.Syntax, f))
}

// change copies a module with a mutation and counts the edits.
func change(t *testing.T, from, to string, m mutation) (n int) {
	t.Helper()
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	if mod, err := os.ReadFile(filepath.Join(to, "go.mod")); err == nil {
		write(t, to, "go.mod", strings.ReplaceAll(string(mod), "=> ../..", "=> "+root()))
	}
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax | packages.NeedModule, Dir: from}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pkgs {
		for _, f := range p.Syntax {
			old := p.Fset.Position(f.FileStart).Filename
			file := filepath.Join(to, relative(from, old))
			n += m.apply(t, p, f, file)
		}
	}
	if m.imports != "" {
		write(t, mkdir(t, to, m.imports), "same.go", "// Package metasame gives back what it is given.\npackage metasame\n\n// Same is the identity.\nfunc Same[T any](x T) T { return x }\n")
	}
	return n
}

func mkdir(t *testing.T, dir, name string) string {
	t.Helper()
	dir = filepath.Join(dir, name)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	return dir
}

// apply changes one file.
func (m mutation) apply(t *testing.T, p *packages.Package, f *ast.File, file string) int {
	t.Helper()
	if m.rename {
		if slices.Index(p.Syntax, f)%2 == 0 && !strings.HasSuffix(file, "_test.go") {
			if err := os.Rename(file, filepath.Join(filepath.Dir(file), "zz_"+filepath.Base(file))); err != nil {
				t.Fatal(err)
			}
			return 1
		}
		return 0
	}
	edits := m.edits(p, f)
	if len(edits) == 0 {
		return 0
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(edits, func(a, b edit) int { return int(b.pos - a.pos) })
	tf := p.Fset.File(f.FileStart)
	for _, e := range edits {
		text = slices.Replace(text, tf.Offset(e.pos), tf.Offset(e.end), []byte(e.text)...)
	}
	out := string(text)
	if m.imports != "" {
		end := tf.Offset(f.Name.End())
		out = out[:end] + fmt.Sprintf("; import %q", p.Module.Path+"/"+m.imports) + out[end:]
	} else if strings.Contains(out, "same"+suffix(p, f)+"(") {
		out += fmt.Sprintf("\n\nfunc same%s[T any](x T) T { return x }\n", suffix(p, f))
	}
	if err := os.WriteFile(file, []byte(out), 0o666); err != nil {
		t.Fatal(err)
	}
	return len(edits)
}

// renameLocals gives variables inside functions other names.
func renameLocals(p *packages.Package, f *ast.File) (list []edit) {
	named := map[string]bool{} // parameters that a directive names
	for _, c := range f.Comments {
		for _, m := range regexp.MustCompile(`(?m)^//pii:.*param=(\w+)`).FindAllStringSubmatch(comments(c), -1) {
			named[m[1]] = true
		}
	}
	implicit := map[types.Object]bool{} // of type switches: declared by no single identifier
	for _, o := range p.TypesInfo.Implicits {
		implicit[o] = true
	}
	ast.Inspect(f, func(n ast.Node) bool {
		if ts, ok := n.(*ast.TypeSwitchStmt); ok {
			if a, ok := ts.Assign.(*ast.AssignStmt); ok {
				id := a.Lhs[0].(*ast.Ident)
				list = append(list, edit{id.Pos(), id.End(), id.Name + "_r"})
			}
		}
		id, ok := n.(*ast.Ident)
		if !ok || id.Name == "_" || named[id.Name] {
			return true
		}
		v, ok := p.TypesInfo.ObjectOf(id).(*types.Var)
		if ok && !v.IsField() && v.Parent() != nil && v.Parent() != p.Types.Scope() && v.Parent() != types.Universe && v.Pkg() == p.Types {
			list = append(list, edit{id.Pos(), id.End(), id.Name + "_r"})
		} else if ok && implicit[v] {
			list = append(list, edit{id.Pos(), id.End(), id.Name + "_r"})
		}
		return true
	})
	return list
}

// comments is a comment as it is written.
func comments(g *ast.CommentGroup) string {
	var b strings.Builder
	for _, c := range g.List {
		b.WriteString(c.Text + "\n")
	}
	return b.String()
}

// movable says whether an argument can be given through a function or a
// variable: it has a value of a type that can be named, and is no constant,
// whose value may matter.
func movable(p *packages.Package, e ast.Expr) bool {
	tv, ok := p.TypesInfo.Types[e]
	if !ok || !tv.IsValue() || tv.Value != nil || tv.IsNil() {
		return false
	}
	switch e.(type) {
	case *ast.SelectorExpr, *ast.Ident, *ast.IndexExpr, *ast.BinaryExpr:
		_, isFunc := tv.Type.Underlying().(*types.Signature)
		basic, isBasic := tv.Type.Underlying().(*types.Basic)
		return !isFunc && (!isBasic || basic.Info()&types.IsUntyped == 0)
	}
	return false
}

// calls visits the calls of functions and methods, not those of builtins and
// conversions.
func calls(p *packages.Package, n ast.Node, visit func(*ast.CallExpr)) {
	ast.Inspect(n, func(n ast.Node) bool {
		if c, ok := n.(*ast.CallExpr); ok {
			if tv := p.TypesInfo.Types[c.Fun]; !tv.IsType() && !tv.IsBuiltin() {
				visit(c)
			}
		}
		return true
	})
}

// wrap puts arguments into calls of an identity function.
func wrap(p *packages.Package, f *ast.File, name string) (list []edit) {
	for _, d := range f.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok || fn.Body == nil {
			continue
		}
		calls(p, fn.Body, func(c *ast.CallExpr) {
			for i, a := range c.Args {
				if movable(p, a) && !(c.Ellipsis.IsValid() && i == len(c.Args)-1) {
					list = append(list, edit{a.Pos(), a.Pos(), name + "("}, edit{a.End(), a.End(), ")"})
				}
			}
		})
	}
	return list
}

// outline gives the first argument of calls that are statements a variable.
func outline(p *packages.Package, f *ast.File) (list []edit) {
	moved := map[ast.Node]bool{} // their text is copied as it is
	ast.Inspect(f, func(n ast.Node) bool {
		if moved[n] {
			return false
		}
		b, ok := n.(*ast.BlockStmt)
		if !ok {
			return true
		}
		for _, s := range b.List {
			st, ok := s.(*ast.ExprStmt)
			if !ok {
				continue
			}
			c, ok := st.X.(*ast.CallExpr)
			if !ok || len(c.Args) == 0 || p.TypesInfo.Types[c.Fun].IsBuiltin() || c.Ellipsis.IsValid() && len(c.Args) == 1 {
				continue
			}
			if a := c.Args[0]; movable(p, a) && p.Fset.Position(s.Pos()).Line == p.Fset.Position(a.Pos()).Line {
				v := fmt.Sprintf("outlined%d", p.Fset.Position(s.Pos()).Line)
				text := source(p, a)
				moved[a] = true
				list = append(list, edit{s.Pos(), s.Pos(), v + " := " + text + "; "}, edit{a.Pos(), a.End(), v})
			}
		}
		return true
	})
	return list
}

// source is the text of an expression.
func source(p *packages.Package, e ast.Expr) string {
	posn, end := p.Fset.Position(e.Pos()), p.Fset.Position(e.End())
	b, err := os.ReadFile(posn.Filename)
	if err != nil {
		panic(err) // it was read a moment ago
	}
	return string(b[posn.Offset:end.Offset])
}
