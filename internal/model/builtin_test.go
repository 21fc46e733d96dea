package model

import (
	"go/types"
	"maps"
	"path"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
)

// parseFile reads one embedded file.
func parseFile(t *testing.T, name string) *Table {
	t.Helper()
	data, err := files.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	table, err := Parse(name, data)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func tableFiles(t *testing.T, prefix string) []string {
	t.Helper()
	entries, err := files.ReadDir("tables")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), prefix) {
			names = append(names, path.Join("tables", e.Name()))
		}
	}
	return names
}

// The index is made without parsing, so it must be compared with the truth.
func TestIndexMatchesFiles(t *testing.T) {
	want := map[string]string{}
	for _, name := range tableFiles(t, "") {
		for pkgPath := range parseFile(t, name).exact {
			if other := want[pkgPath]; other != "" {
				t.Errorf("%s is described by %s and %s", pkgPath, other, name)
			}
			want[pkgPath] = name
		}
	}
	got := index(stdFiles)
	maps.Copy(got, index(libFiles))
	for pkgPath, file := range want {
		if got[pkgPath] != file {
			t.Errorf("index has %q for %s, want %s", got[pkgPath], pkgPath, file)
		}
		if found := Builtin().lazy.file(pkgPath); found != file {
			t.Errorf("%s was found in %q, want %s", pkgPath, found, file)
		}
		delete(got, pkgPath)
	}
	for pkgPath, file := range got {
		if !isUnversioned(pkgPath, want) {
			t.Errorf("index has %s in %s, which does not describe it", pkgPath, file)
		}
	}
}

// Whether a file speaks of routes is guessed from its text.
func TestRoutingWithoutParsing(t *testing.T) {
	for _, name := range tableFiles(t, "") {
		for pkgPath, p := range parseFile(t, name).exact {
			l := newLibrary()
			if got := l.routing(pkgPath); got != p.routing {
				t.Errorf("%s: routing is %v, want %v", pkgPath, got, p.routing)
			}
		}
	}
}

// isUnversioned reports whether the path is that of a described package but for
// a major version.
func isUnversioned(pkgPath string, described map[string]string) bool {
	for d := range described {
		if unversioned(d) == pkgPath {
			return true
		}
	}
	return false
}

// The tables must know each package of the library, so that none of its
// functions is taken for one that must be analysed.
func TestStandardLibraryIsDescribed(t *testing.T) {
	pkgs, err := packages.Load(&packages.Config{Mode: packages.NeedName}, "std")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pkgs {
		internal := strings.HasPrefix(p.PkgPath, "vendor/") || slices.Contains(strings.Split(p.PkgPath, "/"), "internal")
		if !internal && Builtin().Package(p.PkgPath) == nil {
			t.Errorf("%s is in no table", p.PkgPath)
		}
	}
	if len(pkgs) < 150 {
		t.Errorf("only %d packages found", len(pkgs))
	}
}

// Every entry for the standard library must fit what the library declares.
func TestStandardTablesMatchLibrary(t *testing.T) {
	described := map[string]*Package{}
	for _, name := range tableFiles(t, "std_") {
		maps.Copy(described, parseFile(t, name).exact)
	}
	for pkgPath, pkg := range loadTypes(t, slices.Sorted(maps.Keys(described))) {
		if err := described[pkgPath].Check(pkg); err != nil {
			t.Errorf("%s:\n%v", pkgPath, err)
		}
	}
}

func loadTypes(t *testing.T, paths []string) map[string]*types.Package {
	t.Helper()
	paths = slices.DeleteFunc(paths, func(p string) bool { return p == universe })
	cfg := &packages.Config{Mode: packages.NeedName | packages.NeedTypes}
	pkgs, err := packages.Load(cfg, paths...)
	if err != nil {
		t.Fatal(err)
	}
	loaded := map[string]*types.Package{universe: types.NewPackage(universe, universe)}
	for _, p := range pkgs {
		for _, e := range p.Errors {
			t.Errorf("%s: %v", p.PkgPath, e)
		}
		if p.Types != nil {
			loaded[p.PkgPath] = p.Types
		}
	}
	if len(loaded) != len(paths)+1 {
		t.Errorf("loaded %d packages of %d", len(loaded), len(paths))
	}
	return loaded
}

// TestSections wants what is parsed of a file for one package to say the same of it as
// the whole file.
func TestSections(t *testing.T) {
	l := newLibrary()
	for _, name := range tableFiles(t, "") {
		whole := parseFile(t, name)
		for pkgPath, p := range whole.exact {
			if got := l.lookup(pkgPath); !reflect.DeepEqual(got, p) {
				t.Errorf("%s: another package is found by its path", pkgPath)
			}
			next := unversioned(pkgPath) + "/v77"
			if got := l.lookup(next); !reflect.DeepEqual(got, whole.own(next)) && l.file(next) == name {
				t.Errorf("%s: another package is found by the path of its next version", pkgPath)
			}
		}
	}
}
