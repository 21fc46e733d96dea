package truth

import (
	"fmt"
	"go/token"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/packages"
)

// Linker finds the go/types type of a reflect type.
type Linker struct {
	packages map[string]*types.Package
	known    map[reflect.Type]types.Type
}

// Load type-checks the packages that the patterns name, seen from dir, and
// links the types that samples have, which are needed for generic instances.
func Load(dir string, patterns ...string) (*Linker, error) {
	cfg := &packages.Config{Mode: packages.NeedName | packages.NeedTypes | packages.NeedImports | packages.NeedDeps, Dir: dir}
	pkgs, err := packages.Load(cfg, patterns...)
	if err != nil {
		return nil, err
	}
	l := &Linker{packages: map[string]*types.Package{}, known: map[reflect.Type]types.Type{}}
	packages.Visit(pkgs, func(p *packages.Package) bool {
		l.packages[p.PkgPath] = p.Types
		if len(p.Errors) > 0 && err == nil {
			err = p.Errors[0]
		}
		return true
	}, nil)
	return l, err
}

// Add links the type of a package-level name with r and all that it consists of.
func (l *Linker) Add(r reflect.Type) {
	l.pair(r, l.named(r))
}

// pair links r with t and what they consist of.
func (l *Linker) pair(r reflect.Type, t types.Type) {
	if _, ok := l.known[r]; ok {
		return
	}
	l.known[r] = t
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		l.pair(r.Elem(), u.Elem())
	case *types.Slice:
		l.pair(r.Elem(), u.Elem())
	case *types.Array:
		l.pair(r.Elem(), u.Elem())
	case *types.Chan:
		l.pair(r.Elem(), u.Elem())
	case *types.Map:
		l.pair(r.Key(), u.Key())
		l.pair(r.Elem(), u.Elem())
	case *types.Struct:
		for i := range u.NumFields() {
			l.pair(r.Field(i).Type, u.Field(i).Type())
		}
	}
}

// TypeOf gives the go/types type of r.
func (l *Linker) TypeOf(r reflect.Type) types.Type {
	t, ok := l.known[r]
	if !ok {
		t = l.build(r)
		l.known[r] = t
	}
	return t
}

// build makes a type from its parts.
func (l *Linker) build(r reflect.Type) types.Type {
	if r.Name() != "" {
		return l.named(r)
	}
	switch r.Kind() {
	case reflect.Pointer:
		return types.NewPointer(l.TypeOf(r.Elem()))
	case reflect.Slice:
		return types.NewSlice(l.TypeOf(r.Elem()))
	case reflect.Array:
		return types.NewArray(l.TypeOf(r.Elem()), int64(r.Len()))
	case reflect.Map:
		return types.NewMap(l.TypeOf(r.Key()), l.TypeOf(r.Elem()))
	case reflect.Chan:
		return types.NewChan(types.SendRecv, l.TypeOf(r.Elem()))
	case reflect.Struct:
		return l.structType(r)
	case reflect.Interface:
		if r.NumMethod() == 0 {
			return types.NewInterfaceType(nil, nil)
		}
	}
	panic(fmt.Sprintf("no go/types type for %s", r))
}

// structType makes a struct type.
func (l *Linker) structType(r reflect.Type) types.Type {
	var fields []*types.Var
	var tags []string
	for i := range r.NumField() {
		f := r.Field(i)
		pkg := types.NewPackage("example.com/wrap", "wrap")
		fields = append(fields, types.NewField(token.NoPos, pkg, f.Name, l.TypeOf(f.Type), f.Anonymous))
		tags = append(tags, string(f.Tag))
	}
	return types.NewStruct(fields, tags)
}

// named looks a named type up.
func (l *Linker) named(r reflect.Type) types.Type {
	if r.PkgPath() == "" {
		if obj := types.Universe.Lookup(r.Name()); obj != nil {
			return obj.Type()
		}
		if r.Kind() == reflect.UnsafePointer {
			return types.Typ[types.UnsafePointer]
		}
	}
	if pkg := l.packages[r.PkgPath()]; pkg != nil {
		if obj := pkg.Scope().Lookup(r.Name()); obj != nil {
			return obj.Type()
		}
	}
	panic(fmt.Sprintf("no go/types type for %s.%s: let a field of the fixtures have it", r.PkgPath(), r.Name()))
}
