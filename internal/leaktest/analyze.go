package leaktest

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/piivet/piivet/analyzers"
	"github.com/piivet/piivet/internal/policy"
)

// Finding is one diagnostic on a generated line.
type Finding struct {
	Kind    string   // log or error
	Line    string   // file:line, as rt writes them
	Names   []string // Type.Field of each source that it names
	Message string
}

// analyzer analyses packages in this process. Types of libraries come from
// export data.
type analyzer struct {
	all    []*analysis.Analyzer
	fset   *token.FileSet
	std    types.Importer
	shared map[string]*packages.Package // packages of the module that all batches use
}

func newAnalyzer(l *Lab) (*analyzer, error) {
	all, err := analyzers.All(policy.Default())
	if err != nil {
		return nil, err
	}
	exports, err := l.exports()
	if err != nil {
		return nil, err
	}
	a := &analyzer{all: all, fset: token.NewFileSet(), shared: map[string]*packages.Package{}}
	a.std = importer.ForCompiler(a.fset, "gc", func(path string) (io.ReadCloser, error) {
		if file := exports[path]; file != "" {
			return os.Open(file)
		}
		return nil, fmt.Errorf("no export data of %s", path)
	})
	for _, name := range []string{"rt", "rtlog"} {
		if err := a.loadShared(l.dir, name); err != nil {
			return nil, err
		}
	}
	return a, nil
}

// exports finds the export data of what programs may import.
func (l *Lab) exports() (map[string]string, error) {
	args := []string{"list", "-export", "-deps", "-f", "{{.ImportPath}} {{.Export}}"}
	for _, path := range knownImports {
		if l.Libs == "" && strings.Contains(strings.Split(path, "/")[0], ".") && path != module+"/rt" {
			continue
		}
		args = append(args, path)
	}
	out, err := l.command(5*time.Minute, "go", args...)
	if err != nil {
		return nil, err
	}
	m := map[string]string{}
	for line := range strings.Lines(string(out)) {
		path, file, _ := strings.Cut(strings.TrimSpace(line), " ")
		m[path] = file
	}
	return m, nil
}

// loadShared loads a package of the module from source, if it is there.
func (a *analyzer) loadShared(dir, name string) error {
	files, err := filepath.Glob(filepath.Join(dir, name, "*.go"))
	if err != nil || len(files) == 0 {
		return err
	}
	texts := map[string]string{}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		texts[filepath.Base(f)] = string(b)
	}
	p, err := a.load(module+"/"+name, texts, nil)
	a.shared[p.PkgPath] = p
	return err
}

// load parses and checks a package. Local are packages of its batch.
func (a *analyzer) load(path string, texts map[string]string, local map[string]*packages.Package) (*packages.Package, error) {
	p := &packages.Package{
		ID: path, PkgPath: path, Name: path[strings.LastIndexByte(path, '/')+1:], Fset: a.fset, Imports: map[string]*packages.Package{},
		TypesSizes: types.SizesFor("gc", runtime.GOARCH), Module: &packages.Module{Path: module, GoVersion: "1.26.0"},
		TypesInfo: &types.Info{
			Types: map[ast.Expr]types.TypeAndValue{}, Instances: map[*ast.Ident]types.Instance{}, Defs: map[*ast.Ident]types.Object{},
			Uses: map[*ast.Ident]types.Object{}, Implicits: map[ast.Node]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{},
			Scopes: map[ast.Node]*types.Scope{}, FileVersions: map[*ast.File]string{},
		},
	}
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		f, err := parser.ParseFile(a.fset, name, texts[name], parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return p, err
		}
		p.Syntax = append(p.Syntax, f)
		p.GoFiles = append(p.GoFiles, name)
	}
	conf := types.Config{GoVersion: "go1.26", Sizes: p.TypesSizes, Importer: importerFunc(func(path string) (*types.Package, error) {
		for _, m := range []map[string]*packages.Package{local, a.shared} {
			if dep := m[path]; dep != nil {
				p.Imports[path] = dep
				return dep.Types, nil
			}
		}
		return a.std.Import(path)
	})}
	var errs []error
	conf.Error = func(err error) { errs = append(errs, err) }
	p.Types, _ = conf.Check(path, a.fset, p.Syntax, p.TypesInfo)
	if len(errs) > 0 {
		return p, typeErrors(errs, texts)
	}
	return p, nil
}

// typeErrors words what the checker has against generated text.
func typeErrors(errs []error, texts map[string]string) error {
	msg := ""
	for _, err := range errs[:min(5, len(errs))] {
		msg += err.Error() + "\n"
		if te, ok := err.(types.Error); ok {
			posn := te.Fset.Position(te.Pos)
			if lines := strings.Split(texts[posn.Filename], "\n"); posn.Line <= len(lines) {
				msg += "\t" + strings.TrimSpace(lines[posn.Line-1]) + "\n"
			}
		}
	}
	return fmt.Errorf("generated text does not compile:\n%s", msg)
}

type importerFunc func(string) (*types.Package, error)

func (f importerFunc) Import(path string) (*types.Package, error) { return f(path) }

// run analyses packages and hands the findings out to their programs.
func (a *analyzer) run(pkgs []*pkg, verdicts map[string]*Verdict) error {
	var roots []*packages.Package
	for _, p := range pkgs {
		local := map[string]*packages.Package{}
		for _, i := range []int{1, 0} {
			if len(p.files[i]) == 0 {
				continue
			}
			loaded, err := a.load(p.path(i), p.files[i], local)
			if err != nil {
				return err
			}
			local[loaded.PkgPath] = loaded
			roots = append(roots, loaded)
		}
	}
	g, err := checker.Analyze(a.all, roots, nil)
	if err != nil {
		return err
	}
	for _, act := range g.Roots {
		if act.Err != nil {
			return fmt.Errorf("%s: %w", act.Package.PkgPath, act.Err)
		}
		kind := strings.TrimPrefix(act.Analyzer.Name, "pii")
		if kind != "log" && kind != "error" {
			continue // not about what comes out of the sinks that programs have
		}
		for _, d := range act.Diagnostics {
			posn := a.fset.Position(d.Pos)
			id := strings.TrimSuffix(strings.TrimSuffix(posn.Filename, ".go"), "l")
			if v := verdicts[id]; v != nil {
				v.Findings = append(v.Findings, Finding{Kind: kind, Line: fmt.Sprintf("%s:%d", posn.Filename, posn.Line), Names: sources(d.Message), Message: d.Message})
			}
		}
	}
	return nil
}

var source = regexp.MustCompile(` from ([\w.\[\]]+)`)

// sources lists the fields that a message names.
func sources(message string) (names []string) {
	for _, m := range source.FindAllStringSubmatch(message, -1) {
		names = append(names, m[1])
	}
	return names
}
