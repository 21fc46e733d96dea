// Package models checks the library tables against the libraries: each entry
// must name a function that is there, and places that it has.
package models

import (
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"
)

// skipped are packages whose modules cannot be had here, with the way in which
// their entries were checked instead.
var skipped = map[string]string{
	"github.com/beego/beego/v2/core/logs":       "no module to be had: compared with core/logs/log.go by eye",
	"github.com/tendermint/tendermint/libs/log": "the former name of github.com/cometbft/cometbft/libs/log",
	"github.com/cometbft/cometbft/libs/log":     "62 MB for eleven functions: compared with v1.0.1 by this test before it was left out",
	"emperror.dev/errors":                       "no module to be had: compared with the repository by eye",
	"github.com/m-mizutani/masq":                "no module to be had: compared with the repository by eye",
	"github.com/ory/x/logrusx":                  "hundreds of modules for nine methods: compared with logrusx/helper.go by eye",
	"cosmossdk.io/log":                          "no module to be had: compared with log/logger.go of the repository by eye",
	"cosmossdk.io/core/log":                     "the same interface in the newer place, see cosmossdk.io/log",
}

// TestEntries compares all entries with the types of the real libraries.
func TestEntries(t *testing.T) {
	pkgs, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	tables := readTables(t)
	has := func(pkgPath, name string) bool {
		return slices.ContainsFunc(tables, func(tab table) bool {
			return slices.Contains(tab.paths, pkgPath) && tab.model.Func(pkgPath, name) != nil
		})
	}
	for _, tab := range tables {
		t.Run(strings.TrimSuffix(tab.file, ".toml"), func(t *testing.T) {
			for _, path := range tab.paths {
				checkPackage(t, tab, path, pkgs[path], has)
			}
		})
	}
}

func checkPackage(t *testing.T, tab table, path string, pkg *types.Package, has entries) {
	switch {
	case skipped[path] != "":
		return
	case pkg == nil:
		t.Errorf("%s: package %s cannot be loaded", tab.file, path)
		return
	}
	for _, fn := range tab.funcs(path) {
		for _, msg := range check(pkg, fn, has) {
			t.Errorf("%s:%d: %s.%s: %s", tab.file, fn.Line, path, fn.Name, msg)
		}
	}
	for name, g := range tab.model.Package(path).Globals {
		if _, ok := pkg.Scope().Lookup(name).(*types.Var); !ok {
			t.Errorf("%s:%d: %s has no variable %s", tab.file, g.Line, path, name)
		}
	}
}

// TestNoPackageTwice: the program knows one file for each package.
func TestNoPackageTwice(t *testing.T) {
	seen := map[string]string{}
	for _, tab := range readTables(t) {
		for _, path := range tab.paths {
			if other := seen[path]; other != "" {
				t.Errorf("%s is described in %s and %s", path, other, tab.file)
			}
			seen[path] = tab.file
		}
	}
}

// TestSkipped: a reason to skip must still be needed.
func TestSkipped(t *testing.T) {
	described := map[string]bool{}
	for _, tab := range readTables(t) {
		for _, path := range tab.paths {
			described[path] = true
		}
	}
	for path := range skipped {
		if !described[path] {
			t.Errorf("%s is skipped but in no table", path)
		}
	}
}

// TestLibs: libs.go names exactly the packages that are checked, so that no
// module is required in vain.
func TestLibs(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "libs.go", nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	imported := map[string]bool{}
	for _, imp := range file.Imports {
		imported[strings.Trim(imp.Path.Value, `"`)] = true
	}
	for _, tab := range readTables(t) {
		for _, path := range tab.paths {
			wanted := skipped[path] == "" && !strings.Contains(path, "/internal")
			if wanted != imported[path] {
				t.Errorf("%s: %s imported by libs.go: %t", tab.file, path, imported[path])
			}
			delete(imported, path)
		}
	}
	for path := range imported {
		t.Errorf("libs.go imports %s, which is in no table", path)
	}
}
