package models

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/piivet/piivet/internal/model"
	"golang.org/x/tools/go/packages"
)

const tablesDir = "../../internal/model/tables"

// table is one library file with the packages that it describes.
type table struct {
	file  string
	paths []string // import paths, in the order of the file
	model *model.Table
}

// readTables reads all library tables.
func readTables(t *testing.T) []table {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(tablesDir, "lib_*.toml"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no library tables: %v", err)
	}
	var list []table
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, parseTable(t, filepath.Base(file), data))
	}
	return list
}

func parseTable(t *testing.T, file string, data []byte) table {
	t.Helper()
	parsed, err := model.Parse(file, data)
	if err != nil {
		t.Fatal(err)
	}
	paths, err := importPaths(data)
	if err != nil {
		t.Fatal(err)
	}
	return table{file: file, paths: paths, model: parsed}
}

// bare reports whether a table says nothing of single names in a package, so
// that there is nothing to compare.
func (tab table) bare(path string) bool {
	p := tab.model.Package(path)
	return len(p.Funcs)+len(p.Globals)+len(p.Types) == 0
}

// funcs returns the entries of a package in the order of their names.
func (tab table) funcs(path string) []*model.Func {
	pkg := tab.model.Package(path)
	var list []*model.Func
	for _, name := range slices.Sorted(maps.Keys(pkg.Funcs)) {
		list = append(list, pkg.Funcs[name])
	}
	return list
}

// modules are the directories whose go.mod requires the described libraries, and
// whose libs.go names their packages. Those that hand data on to others are
// large, and are in the module of the corpus that shows them.
var modules = []string{".", outboundModule}

const outboundModule = "../outboundlibs"

// loaded has the types of all packages that the tables describe.
var loaded = sync.OnceValues(func() (map[string]*types.Package, error) {
	outbound, err := imported(outboundModule)
	if err != nil {
		return nil, err
	}
	described, err := describedPaths()
	if err != nil {
		return nil, err
	}
	own, err := imported(".")
	if err != nil {
		return nil, err
	}
	others := slices.DeleteFunc(described, func(path string) bool {
		inside := strings.Contains(path, "/internal") // what nobody can import
		return skipped[path] != "" || slices.Contains(outbound, path) || !inside && !slices.Contains(own, path)
	})
	all, err := load(".", others)
	if err != nil {
		return nil, err
	}
	more, err := load(outboundModule, outbound)
	maps.Copy(all, more)
	return all, err
})

// describedPaths returns the packages of all library tables.
func describedPaths() ([]string, error) {
	files, err := filepath.Glob(filepath.Join(tablesDir, "lib_*.toml"))
	if err != nil {
		return nil, err
	}
	var paths []string
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		described, err := importPaths(data)
		if err != nil {
			return nil, err
		}
		paths = append(paths, described...)
	}
	return paths, nil
}

// imported returns the packages that the libs.go of a module names.
func imported(dir string) ([]string, error) {
	file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, "libs.go"), nil, parser.ImportsOnly)
	if err != nil {
		return nil, err
	}
	var paths []string
	for _, imp := range file.Imports {
		paths = append(paths, strings.Trim(imp.Path.Value, `"`))
	}
	return paths, nil
}

// importPaths returns the packages that a table file describes.
func importPaths(data []byte) ([]string, error) {
	var file struct {
		Path  []string
		Model []struct{ Path []string }
	}
	if err := toml.Unmarshal(data, &file); err != nil {
		return nil, err
	}
	paths := file.Path
	for _, m := range file.Model {
		paths = append(paths, m.Path...)
	}
	return paths, nil
}

// load type-checks packages and what they import from source without function
// bodies, which is quicker than compiling them and needs no C compiler.
func load(dir string, paths []string) (map[string]*types.Package, error) {
	cfg := &packages.Config{
		Dir: dir,
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports |
			packages.NeedDeps | packages.NeedTypes | packages.NeedSyntax,
		Env:       append(os.Environ(), "CGO_ENABLED=0", "GOWORK=off"),
		ParseFile: parseDeclarations,
	}
	pkgs, err := packages.Load(cfg, paths...)
	if err != nil {
		return nil, err
	}
	byPath := map[string]*types.Package{}
	for _, pkg := range pkgs {
		// Missing bodies and unused imports give type errors that say nothing of
		// the declarations. A package that cannot be found has no scope.
		if pkg.Types != nil && len(pkg.CompiledGoFiles) > 0 {
			byPath[pkg.PkgPath] = pkg.Types
		}
	}
	return byPath, nil
}

func parseDeclarations(fset *token.FileSet, name string, src []byte) (*ast.File, error) {
	file, err := parser.ParseFile(fset, name, src, parser.SkipObjectResolution)
	if file == nil {
		return nil, err
	}
	for _, d := range file.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil {
			fn.Body.List = nil
		}
	}
	return file, err
}
