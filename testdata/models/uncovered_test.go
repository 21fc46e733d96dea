package models

import (
	"flag"
	"go/types"
	"strings"
	"testing"

	"github.com/piivet/piivet/internal/model"
)

var uncovered = flag.Bool("uncovered", false, "list the functions of described packages that take data and have no entry")

// TestUncovered helps whoever brings a library up to date: whatever it lists is
// clean because no entry says otherwise, and should be clean in truth.
func TestUncovered(t *testing.T) {
	if !*uncovered {
		t.Skip("a list for the eye: run with -uncovered -v")
	}
	pkgs, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	for _, tab := range readTables(t) {
		for _, path := range tab.paths {
			described := tab.model.Package(path)
			if pkgs[path] == nil || described.Default != model.Clean {
				continue
			}
			for _, fn := range functions(pkgs[path]) {
				if _, name := model.NameOf(fn); described.Funcs[name] == nil && takesData(fn.Signature()) {
					t.Logf("%s: %s.%s%s", tab.file, path, name, strings.TrimPrefix(fn.Signature().String(), "func"))
				}
			}
		}
	}
}

// functions returns the exported functions and methods that a package declares.
func functions(pkg *types.Package) []*types.Func {
	var list []*types.Func
	for _, name := range pkg.Scope().Names() {
		switch obj := pkg.Scope().Lookup(name).(type) {
		case *types.Func:
			list = append(list, obj)
		case *types.TypeName:
			list = append(list, methods(obj)...)
		}
	}
	exported := list[:0]
	for _, fn := range list {
		if fn.Exported() {
			exported = append(exported, fn)
		}
	}
	return exported
}

func methods(tn *types.TypeName) []*types.Func {
	named, ok := tn.Type().(*types.Named)
	if !ok || tn.IsAlias() || !tn.Exported() {
		return nil
	}
	var list []*types.Func
	for m := range named.Methods() {
		list = append(list, m)
	}
	if iface, ok := named.Underlying().(*types.Interface); ok {
		for m := range iface.ExplicitMethods() {
			list = append(list, m)
		}
	}
	return list
}

// takesData reports whether a parameter can hold text.
func takesData(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		t := p.Type()
		if s, ok := t.Underlying().(*types.Slice); ok {
			t = s.Elem()
		}
		b, isBasic := t.Underlying().(*types.Basic)
		iface, isIface := t.Underlying().(*types.Interface)
		switch {
		case isBasic && (b.Info()&types.IsString != 0 || b.Kind() == types.Byte):
			return true
		case isIface && (iface.Empty() || t.String() == "error"):
			return true
		}
	}
	return false
}
