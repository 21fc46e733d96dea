package models

import (
	"fmt"
	"go/types"
	"slices"
	"strings"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/model"
)

// checker compares one entry with the declaration of its function.
type checker struct {
	fn   *model.Func
	sig  *types.Signature
	errs []string
}

// entries answers whether any table has an entry for a function.
type entries func(pkgPath, name string) bool

// check returns what is wrong with an entry.
func check(pkg *types.Package, fn *model.Func, has entries) []string {
	obj, err := find(pkg, fn.Name, has)
	if err != nil {
		return []string{err.Error()}
	}
	c := &checker{fn: fn, sig: obj.Signature()}
	for _, f := range fn.Flows {
		c.source(f.Src)
		c.dest(f.Dst)
	}
	for _, src := range slices.Concat(fn.Data, fn.Yields) {
		c.source(src)
	}
	c.data()
	for _, call := range fn.Calls {
		c.call(call)
	}
	for _, p := range slices.Concat(fn.Clears, fn.Opaque) {
		c.place(p)
	}
	if fn.Through != nil {
		c.place(*fn.Through)
	}
	if len(fn.Yields) > 0 {
		c.yields()
	}
	return c.errs
}

// find looks a function or method up under the name that a call of it has: a
// promoted method is known by the type that declares it. A type that has moved
// and left an alias or an equal interface behind may keep its entries, for
// programs with the older version, if the new place has them too.
func find(pkg *types.Package, name string, has entries) (*types.Func, error) {
	typeName, method, isMethod := strings.Cut(name, ".")
	obj := pkg.Scope().Lookup(typeName)
	if obj == nil {
		return nil, fmt.Errorf("%s has no %s", pkg.Path(), typeName)
	}
	if !isMethod {
		if fn, ok := obj.(*types.Func); ok {
			return fn, nil
		}
		return nil, fmt.Errorf("%s is no function", name)
	}
	tn, ok := obj.(*types.TypeName)
	if !ok {
		return nil, fmt.Errorf("%s is no type", typeName)
	}
	found, _, _ := types.LookupFieldOrMethod(tn.Type(), true, pkg, method)
	fn, ok := found.(*types.Func)
	if !ok {
		return nil, fmt.Errorf("type %s has no method %s", typeName, method)
	}
	ownerPkg, owner := receiver(fn)
	moved := (tn.IsAlias() || types.IsInterface(tn.Type())) && has(ownerPkg, owner+"."+method)
	if owner == typeName && ownerPkg == pkg.Path() || moved {
		return fn, nil
	}
	return nil, fmt.Errorf("method %s is declared by %s.%s", name, ownerPkg, owner)
}

// receiver returns the type that declares a method.
func receiver(fn *types.Func) (pkgPath, name string) {
	t := fn.Signature().Recv().Type()
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	if n, ok := types.Unalias(t).(*types.Named); ok && n.Obj().Pkg() != nil {
		return n.Obj().Pkg().Path(), n.Obj().Name()
	}
	return "", t.String()
}

func (c *checker) errorf(format string, args ...any) {
	c.errs = append(c.errs, fmt.Sprintf(format, args...))
}

// source checks the places of a source and that they fit its form.
func (c *checker) source(src model.Source) {
	var ts []types.Type
	for _, p := range src.Places {
		ts = append(ts, c.place(p))
	}
	switch src.Form {
	case model.Printf:
		if ts[0] != nil && !types.IsInterface(ts[0]) && !isString(ts[0]) {
			c.errorf("printf: the format is a %s", ts[0])
		}
	case model.Read:
		c.hasMethod(ts[0], "Read", "read")
	case model.Seq, model.Seq1:
		c.iterator(ts[0], src.Form == model.Seq1)
	}
}

// data checks that a variadic argument is taken apart: printed as the slice
// that it is in the callee, formatters would treat it as one value.
func (c *checker) data() {
	for _, src := range c.fn.Data {
		last := src.Places
		if len(last) == 0 || !c.sig.Variadic() {
			continue
		}
		p := last[len(last)-1]
		if p.Root == model.Arg && p.Index == c.sig.Params().Len()-1 && len(p.Path) == 0 {
			c.errorf("variadic argument %d needs []", p.Index)
		}
	}
}

func (c *checker) dest(d model.Dest) {
	t := c.place(d.Place)
	if d.Write {
		c.hasMethod(t, "Write", "write")
	}
}

func (c *checker) call(call model.Call) {
	for _, arg := range call.Args {
		c.source(arg)
	}
	if call.Dst != nil {
		c.dest(*call.Dst)
	}
	t := c.place(call.Fn)
	if t == nil {
		return
	}
	sig, ok := t.Underlying().(*types.Signature)
	if call.Method != "" {
		sig, ok = methodOf(t, call.Method)
	}
	if !ok && saysLittle(t) {
		return
	}
	switch {
	case !ok:
		c.errorf("cannot call %s of type %s", call.Method, t)
	case sig.Params().Len() != len(call.Args):
		c.errorf("call has %d arguments, the function %s takes %d", len(call.Args), sig, sig.Params().Len())
	case call.Dst != nil && sig.Results().Len() == 0:
		c.errorf("call of %s has no result", sig)
	}
}

// saysLittle reports whether t is any or error, whose dynamic types are known to
// have methods besides.
func saysLittle(t types.Type) bool {
	iface, ok := t.Underlying().(*types.Interface)
	return ok && (iface.Empty() || types.Identical(t, types.Universe.Lookup("error").Type()))
}

func (c *checker) yields() {
	if c.sig.Results().Len() == 0 {
		c.errorf("yields: no result")
		return
	}
	c.iterator(c.sig.Results().At(0).Type(), len(c.fn.Yields) > 1)
}

// iterator checks that t is a push iterator, of two values if pair is set.
func (c *checker) iterator(t types.Type, pair bool) {
	if t == nil {
		return
	}
	sig, ok := t.Underlying().(*types.Signature)
	if !ok || sig.Params().Len() != 1 {
		c.errorf("%s is no iterator", t)
		return
	}
	yield, ok := sig.Params().At(0).Type().Underlying().(*types.Signature)
	if !ok || yield.Params().Len() == 0 || pair && yield.Params().Len() < 2 {
		c.errorf("%s is no such iterator", t)
	}
}

// hasMethod checks that the value at a place can be read from or written to.
func (c *checker) hasMethod(t types.Type, name, form string) {
	if t == nil {
		return
	}
	if _, ok := methodOf(t, name); !ok {
		c.errorf("%s: %s has no method %s", form, t, name)
	}
}

func methodOf(t types.Type, name string) (*types.Signature, bool) {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name)
	if fn, ok := obj.(*types.Func); ok {
		return fn.Signature(), true
	}
	return nil, false
}

// place checks a place and returns its type, nil where that is open: behind a
// slot, an interface or a type parameter.
func (c *checker) place(p model.Place) types.Type {
	t, ok := c.root(p)
	if !ok {
		return nil
	}
	for _, sel := range p.Path {
		if t == nil {
			return nil
		}
		t = c.step(t, sel)
	}
	return t
}

func (c *checker) root(p model.Place) (types.Type, bool) {
	switch p.Root {
	case model.Recv:
		if c.sig.Recv() == nil {
			c.errorf("recv: a function has no receiver")
			return nil, false
		}
		return c.sig.Recv().Type(), true
	case model.Arg:
		return c.tuple("argument", c.sig.Params(), p.Index)
	case model.Result:
		return c.tuple("result", c.sig.Results(), p.Index)
	}
	return nil, true
}

func (c *checker) tuple(what string, vars *types.Tuple, i int) (types.Type, bool) {
	if i >= vars.Len() {
		c.errorf("there is no %s %d, only %d", what, i, vars.Len())
		return nil, false
	}
	return vars.At(i).Type(), true
}

// step goes one selector on.
func (c *checker) step(t types.Type, sel model.Sel) types.Type {
	if _, isParam := t.(*types.TypeParam); isParam || types.IsInterface(t) || sel.Kind == access.Slot {
		return c.openStep(t, sel)
	}
	u := t.Underlying()
	switch sel.Kind {
	case access.Deref:
		if ptr, ok := u.(*types.Pointer); ok {
			return ptr.Elem()
		}
	case access.Elem:
		if e, ok := elem(u); ok {
			return e
		}
	case access.MapKey, access.Key:
		return c.mapStep(t, sel)
	case access.Field:
		if st, ok := u.(*types.Struct); ok {
			return c.field(st, sel.Name)
		}
	}
	c.errorf("%s does not go with type %s", kindNames[sel.Kind], t)
	return nil
}

// openStep is a step on what an interface or type parameter holds. Where a core
// type is known, as in S ~[]E, it is followed.
func (c *checker) openStep(t types.Type, sel model.Sel) types.Type {
	tp, ok := t.(*types.TypeParam)
	if !ok || sel.Kind == access.Slot {
		return nil
	}
	iface := tp.Constraint().Underlying().(*types.Interface)
	if iface.NumEmbeddeds() != 1 {
		return nil
	}
	if union, ok := iface.EmbeddedType(0).(*types.Union); ok && union.Len() == 1 {
		return c.step(union.Term(0).Type(), sel)
	}
	return nil
}

func (c *checker) mapStep(t types.Type, sel model.Sel) types.Type {
	m, isMap := t.Underlying().(*types.Map)
	switch {
	case isMap && sel.Kind == access.MapKey:
		return m.Key()
	case isMap && sel.Arg < c.sig.Params().Len():
		return m.Elem()
	}
	c.errorf("%s does not go with type %s", kindNames[sel.Kind], t)
	return nil
}

func (c *checker) field(st *types.Struct, name string) types.Type {
	for f := range st.Fields() {
		if f.Name() == name && f.Exported() {
			return f.Type()
		}
	}
	c.errorf("struct has no exported field %s", name)
	return nil
}

var kindNames = map[access.Kind]string{
	access.Deref: ".*", access.Elem: "[]", access.MapKey: "[k]", access.Key: "[=N]", access.Field: ".Field",
}

func elem(u types.Type) (types.Type, bool) {
	switch u := u.(type) {
	case *types.Slice:
		return u.Elem(), true
	case *types.Array:
		return u.Elem(), true
	case *types.Map:
		return u.Elem(), true
	case *types.Chan:
		return u.Elem(), true
	}
	return nil, false
}

func isString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}
