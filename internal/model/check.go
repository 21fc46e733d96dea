package model

import (
	"errors"
	"fmt"
	"go/types"
	"maps"
	"slices"
	"strings"
)

// Check compares a package's entries with its real declarations: that all names
// exist, that all places resolve, that callbacks take what they are given.
func (p *Package) Check(pkg *types.Package) error {
	var errs []error
	for _, name := range slices.Sorted(maps.Keys(p.Funcs)) {
		f := p.Funcs[name]
		fn := Lookup(pkg, name)
		if fn == nil {
			errs = append(errs, fmt.Errorf("line %d: %s.%s is not declared", f.Line, pkg.Path(), name))
			continue
		}
		if err := f.Check(fn.Signature()); err != nil {
			errs = append(errs, fmt.Errorf("line %d: %s.%s: %w", f.Line, pkg.Path(), name, err))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(p.Types)) {
		if err := p.Types[name].check(pkg); err != nil {
			errs = append(errs, fmt.Errorf("line %d: %w", p.Types[name].Line, err))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(p.Globals)) {
		if _, ok := pkg.Scope().Lookup(name).(*types.Var); !ok {
			errs = append(errs, fmt.Errorf("line %d: no variable %s.%s", p.Globals[name].Line, pkg.Path(), name))
		}
	}
	return errors.Join(errs...)
}

// Lookup finds a function "Func" or a method "Type.Method" that Type itself
// declares; nil if there is none. For a function type "Type" it is a function
// that stands for its values.
func Lookup(pkg *types.Package, name string) *types.Func {
	scope := pkg.Scope()
	if pkg.Path() == universe {
		scope = types.Universe
	}
	typeName, method, isMethod := strings.Cut(name, ".")
	obj := scope.Lookup(typeName)
	if !isMethod {
		return function(obj)
	}
	tn, ok := obj.(*types.TypeName)
	if !ok {
		return nil
	}
	fn, _, _ := types.LookupFieldOrMethod(tn.Type(), true, pkg, method)
	if m, ok := fn.(*types.Func); ok {
		if path, declared := NameOf(m); path == pkg.Path() && declared == name {
			return m
		}
	}
	return nil
}

// function is obj, or stands for the values of a function type.
func function(obj types.Object) *types.Func {
	if fn, ok := obj.(*types.Func); ok {
		return fn
	}
	switch obj.(type) {
	case *types.TypeName, *types.Var:
		if sig, ok := obj.Type().Underlying().(*types.Signature); ok {
			return types.NewFunc(obj.Pos(), obj.Pkg(), obj.Name(), sig)
		}
	}
	return nil
}

// Check compares the entry with a function's signature.
func (f *Func) Check(sig *types.Signature) error {
	c := checker{sig: sig}
	for _, fl := range slices.Concat(f.Flows, f.Keyed, f.Scans) {
		c.in = fl.String()
		c.source(fl.Src)
		c.dest(fl.Dst)
	}
	for _, s := range append(slices.Clone(f.Data), f.Yields...) {
		c.in = s.String()
		c.source(s)
	}
	for _, p := range slices.Concat(f.Clears, f.Opaque, f.Asks, f.Knows) {
		c.in = p.String()
		c.place(p)
	}
	if f.Through != nil {
		c.place(*f.Through)
	}
	for _, call := range f.Calls {
		c.in = call.String()
		c.call(call)
	}
	c.routing(f)
	c.outbound(f)
	if len(f.Yields) > 0 {
		c.in = "yields"
		c.iterator(f.Yields)
	}
	return errors.Join(c.errs...)
}

// checker collects what is wrong with one entry.
type checker struct {
	sig  *types.Signature
	in   string // the expression being looked at
	errs []error
}

// routing checks the places of routers and handlers, and the results that
// prove something.
func (c *checker) routing(f *Func) {
	for _, p := range f.Proves {
		c.in = p.String()
		c.place(Place{Root: Result, Index: p.Result})
	}
	for _, g := range f.Unless {
		c.in = "unless"
		c.place(g.Place)
	}
	r := f.Routing
	if r == nil {
		return
	}
	c.in = "lenient"
	if r.Lenient != nil {
		c.place(*r.Lenient)
	}
	c.in = "router"
	if len(r.Routes)+len(r.Uses) > 0 || r.Group {
		c.place(r.Router)
	}
	for _, ps := range [][]Place{r.Routes, r.Wraps, r.Uses, r.Serves, r.Behind, r.Dispatch, r.Options, r.All, r.Check, r.Skips, r.Refuses} {
		for _, p := range ps {
			c.in = p.String()
			c.place(p)
		}
	}
}

func (c *checker) failf(format string, args ...any) {
	c.errs = append(c.errs, fmt.Errorf("%s: %w", c.in, fmt.Errorf(format, args...)))
}

func (c *checker) place(p Place) types.Type {
	_, t, err := p.Resolve(c.sig)
	if err != nil {
		c.failf("%w", err)
	}
	return t
}

func (c *checker) source(s Source) {
	for i, p := range s.Places {
		t := c.place(p)
		switch s.Form {
		case Print, Println, Slog, ZapSugar, KV, Klog, Logr, Hclog, Printf, Wrapped:
			if i == len(s.Places)-1 && c.isVariadic(p) {
				c.failf("the operands are the elements: write %s[]", p)
			}
		case Read:
			c.hasMethod(t, "Read")
		case Seq:
			c.yieldTypes(t, 1)
		case Seq1:
			c.yieldTypes(t, 2)
		}
	}
}

func (c *checker) isVariadic(p Place) bool {
	return c.sig.Variadic() && p.Root == Arg && p.Index == c.sig.Params().Len()-1 && len(p.Path) == 0
}

func (c *checker) dest(d Dest) {
	t := c.place(d.Place)
	if d.Write {
		c.hasMethod(t, "Write")
	}
}

func (c *checker) hasMethod(t types.Type, name string) *types.Func {
	if t == nil {
		return nil
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name)
	fn, ok := obj.(*types.Func)
	if !ok && core(t) != nil {
		c.failf("%s has no method %s", t, name)
	}
	return fn
}

func (c *checker) call(call Call) {
	for _, a := range call.Args {
		c.source(a)
	}
	if call.Dst != nil {
		c.dest(*call.Dst)
	}
	t := c.place(call.Fn)
	sig, known := c.callee(t, call.Method)
	switch {
	case !known:
	case sig == nil:
		c.failf("%s is no function", t)
	case sig.Params().Len() != len(call.Args) && !call.Spread:
		c.failf("called with %d arguments, %s takes %d", len(call.Args), t, sig.Params().Len())
	case call.Dst != nil && sig.Results().Len() == 0:
		c.failf("%s has no result", t)
	}
}

// callee returns the signature of what is called. It is not known where the
// type is not, nor for a method that only the dynamic type may have.
func (c *checker) callee(t types.Type, method string) (sig *types.Signature, known bool) {
	if t == nil || method == "" && core(t) == nil {
		return nil, false
	}
	if method == "" {
		sig, _ = core(t).(*types.Signature)
		return sig, true
	}
	fn := c.hasMethod(t, method)
	if fn == nil {
		return nil, false
	}
	return fn.Signature(), true
}

func (c *checker) iterator(yields []Source) {
	if c.sig.Results().Len() == 0 {
		c.failf("there is no result")
		return
	}
	c.yieldTypes(c.sig.Results().At(0).Type(), len(yields))
}

// yieldTypes checks that t is an iterator over at least n values.
func (c *checker) yieldTypes(t types.Type, n int) {
	seq, ok := core(t).(*types.Signature)
	if ok && seq.Params().Len() == 1 {
		yield, isFunc := seq.Params().At(0).Type().Underlying().(*types.Signature)
		if isFunc && yield.Params().Len() >= n {
			return
		}
	}
	c.failf("%s is no iterator over %d values", t, n)
}
