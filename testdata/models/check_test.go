package models

import (
	"fmt"
	"go/types"
	"strings"

	"github.com/piivet/piivet/internal/model"
)

// entries answers whether any table has an entry for a function.
type entries func(pkgPath, name string) bool

// check returns what is wrong with an entry: the places are compared with the
// signature by the model package itself, as the engine resolves them; here it is
// stricter where a slip would otherwise pass as something open.
func check(pkg *types.Package, fn *model.Func, has entries) []string {
	obj, err := find(pkg, fn.Name, has)
	if fn.Gone != "" { // for programs with an older version
		if err == nil {
			return []string{"it is not gone"}
		}
		return nil
	}
	if err != nil {
		return []string{err.Error()}
	}
	var errs []string
	sig := obj.Signature()
	if err := fn.Check(sig); err != nil {
		errs = strings.Split(err.Error(), "\n")
	}
	for _, src := range fn.Data {
		errs = append(errs, checkData(sig, src)...)
	}
	for _, call := range fn.Calls {
		errs = append(errs, checkMethod(sig, call)...)
	}
	return errs
}

// find looks a function or method up under the name that a call of it has: a
// promoted method is known by the type that declares it. A type that has moved
// and left an alias or an equal interface behind may keep its entries, for
// programs with the older version, if the new place has them too.
func find(pkg *types.Package, name string, has entries) (*types.Func, error) {
	if fn := model.Lookup(pkg, name); fn != nil {
		return fn, nil
	}
	typeName, method, _ := strings.Cut(name, ".")
	tn, ok := pkg.Scope().Lookup(typeName).(*types.TypeName)
	if !ok {
		return nil, fmt.Errorf("%s has no such function", pkg.Path())
	}
	found, _, _ := types.LookupFieldOrMethod(tn.Type(), true, pkg, method)
	fn, ok := found.(*types.Func)
	if !ok {
		return nil, fmt.Errorf("type %s has no method %s", typeName, method)
	}
	path, declared := model.NameOf(fn)
	if (tn.IsAlias() || types.IsInterface(tn.Type())) && has(path, declared) {
		return fn, nil
	}
	return nil, fmt.Errorf("it is declared as %s.%s", path, declared)
}

// checkData checks that a variadic argument is taken apart: printed as the slice
// that it is in the callee, a formatter would treat it as one value. A format
// must be text.
func checkData(sig *types.Signature, src model.Source) []string {
	if len(src.Places) == 0 {
		return nil
	}
	var errs []string
	last := src.Places[len(src.Places)-1]
	if sig.Variadic() && last.Root == model.Arg && last.Index == sig.Params().Len()-1 && len(last.Path) == 0 {
		errs = append(errs, fmt.Sprintf("variadic argument %d needs []", last.Index))
	}
	_, format, err := src.Places[0].Resolve(sig)
	if src.Form == model.Printf && err == nil && format != nil && !isText(format) {
		errs = append(errs, fmt.Sprintf("the format is a %s", format))
	}
	return errs
}

// isText reports whether t is a string or an interface that may hold one.
func isText(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return types.IsInterface(t) || ok && b.Info()&types.IsString != 0
}

// checkMethod checks that an interface with methods has the one that is called.
// Of error and any it is known that dynamic types have more.
func checkMethod(sig *types.Signature, call model.Call) []string {
	_, t, err := call.Fn.Resolve(sig)
	if call.Method == "" || err != nil || t == nil {
		return nil
	}
	iface, ok := t.Underlying().(*types.Interface)
	if !ok || iface.Empty() || types.Identical(t, types.Universe.Lookup("error").Type()) {
		return nil
	}
	if obj, _, _ := types.LookupFieldOrMethod(t, true, nil, call.Method); obj == nil {
		return []string{fmt.Sprintf("%s has no method %s", t, call.Method)}
	}
	return nil
}
