package taint

import (
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/access"
	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/summary"
	"github.com/piivet/piivet/internal/taint/value"
)

// A directive of a schema is middleware of single fields. The code that is
// generated for such a field has the call of the resolver and, around it, calls
// of functions that stand in a struct of the schema's configuration. Which ones
// these are is read from the form of that code, and importers are told: what the
// functions do is known where the schema is made.

// guard is one directive: the type of the schema, and the numbers of the fields
// in which it holds the directive's function.
type guard struct {
	schema      string
	outer, name int
}

func (g guard) String() string {
	return g.schema + "#" + strconv.Itoa(g.outer) + "#" + strconv.Itoa(g.name)
}

func readGuard(s string) guard {
	schema, rest, _ := strings.Cut(s, "#")
	outer, name, _ := strings.Cut(rest, "#")
	g := guard{schema: schema}
	g.outer, _ = strconv.Atoi(outer)
	g.name, _ = strconv.Atoi(name)
	return g
}

func (g guard) path() access.Path {
	return access.Path{{Kind: access.Field, N: g.outer}, {Kind: access.Field, N: g.name}}
}

// fieldRule is what generated code says of a field with a resolver or a directive:
// the type of its object, empty for fields of the roots, and its directives, the
// outermost first.
type fieldRule struct {
	object string
	guards []guard
}

func (r fieldRule) String() string {
	out := r.object
	for _, g := range r.guards {
		out += "\n" + g.String()
	}
	return out
}

func readRule(s string) fieldRule {
	lines := strings.Split(s, "\n")
	r := fieldRule{object: lines[0]}
	for _, l := range lines[1:] {
		r.guards = append(r.guards, readGuard(l))
	}
	return r
}

// resolverKey names a resolver by its interface and its method.
func resolverKey(iface types.Type, method string) string {
	return value.TypeString(iface) + "." + method
}

// plainKey stands before the name of a field that is read from an object, without
// a resolver.
const plainKey = "="

// schemaRules are those of the fields that generated code of this package
// resolves.
func (e *engine) schemaRules() map[string]fieldRule {
	out := map[string]fieldRule{}
	for _, fn := range e.ordered {
		if fn.Parent() != nil || fn.Signature.Recv() == nil || fn.Signature.Params().Len() == 0 {
			continue
		}
		g := fieldCode{pkg: e.pass.Pkg, object: objectOf(fn)}
		g.read(fn)
		if key := g.key(); key != "" {
			slices.Reverse(g.guards)
			out[key] = fieldRule{g.objectName(), g.guards}
		}
	}
	return out
}

// objectOf is the type of the object whose field a function resolves, which is
// its last parameter, or nil.
func objectOf(fn *ssa.Function) *types.Named {
	n, _ := types.Unalias(shape.Pointed(fn.Params[len(fn.Params)-1].Type())).(*types.Named)
	if n == nil || len(fn.Params) < 4 {
		return nil
	}
	return n
}

// fieldCode is what the code for one field of a schema does.
type fieldCode struct {
	pkg       *types.Package
	object    *types.Named // nil: a root, or none that has a name
	resolvers []string
	guards    []guard // in the order in which the code has them: the innermost first
	fields    []string
}

func (g *fieldCode) read(fn *ssa.Function) {
	for _, b := range fn.Blocks {
		for _, i := range b.Instrs {
			switch i := i.(type) {
			case *ssa.Call:
				g.call(i.Common())
			case *ssa.FieldAddr:
				g.field(i)
			}
		}
	}
	for _, a := range fn.AnonFuncs {
		g.read(a)
	}
}

func (g *fieldCode) call(c *ssa.CallCommon) {
	if c.IsInvoke() {
		if root, ok := c.Value.(*ssa.Call); ok && root.Call.IsInvoke() && resolversOf(root.Call.Method) != nil {
			g.resolvers = append(g.resolvers, resolverKey(c.Value.Type(), c.Method.Name()))
		}
		return
	}
	load, ok := c.Value.(*ssa.UnOp)
	if !ok || !isDirective(c.Signature()) {
		return
	}
	if name, ok := load.X.(*ssa.FieldAddr); ok {
		if outer, ok := name.X.(*ssa.FieldAddr); ok {
			g.guards = append(g.guards, guard{schemaType(g.pkg, outer.X.Type()), outer.Field, name.Field})
		}
	}
}

func (g *fieldCode) field(a *ssa.FieldAddr) {
	if _, v := shape.FieldOf(a); v != nil {
		if n, ok := types.Unalias(shape.Pointed(a.X.Type())).(*types.Named); ok {
			g.fields = append(g.fields, n.Obj().Name()+"."+v.Name())
		}
	}
}

// key names the field: by its one resolver, or, if it has directives, by what is
// read from the object.
func (g *fieldCode) key() string {
	switch {
	case len(g.resolvers) == 1:
		return g.resolvers[0]
	case len(g.resolvers) > 1 || len(g.guards) == 0 || g.object == nil:
		return ""
	}
	key := ""
	for _, f := range g.fields {
		owner, name, _ := strings.Cut(f, ".")
		switch {
		case owner != g.object.Obj().Name():
		case key == "":
			key = plainKey + fieldName(owner, name)
		case key != plainKey+fieldName(owner, name):
			return ""
		}
	}
	return key
}

func (g *fieldCode) objectName() string {
	if g.object == nil {
		return ""
	}
	return value.TypeString(g.object)
}

// schemaType names the package's type of schemas, given what holds a directive.
// That may be a generic type of which the package makes its own.
func schemaType(pkg *types.Package, holder types.Type) string {
	held := shape.Pointed(holder)
	if n, ok := types.Unalias(held).(*types.Named); ok && n.Obj().Pkg() != pkg {
		for _, name := range pkg.Scope().Names() {
			t, ok := pkg.Scope().Lookup(name).(*types.TypeName)
			if ok && !t.IsAlias() && types.Identical(t.Type().Underlying(), held.Underlying()) {
				return value.TypeString(types.NewPointer(t.Type()))
			}
		}
	}
	return value.TypeString(holder)
}

// isDirective reports whether a function is called as directives are: with the
// context, the object and what resolves the field.
func isDirective(sig *types.Signature) bool {
	return sig.Params().Len() >= 3 && isContext(sig.Params().At(0).Type()) && types.IsInterface(sig.Params().At(1).Type()) &&
		resolves(sig) && resolvesField(sig.Params().At(2).Type())
}

func resolvesField(t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	return ok && sig.Params().Len() == 1 && isContext(sig.Params().At(0).Type()) && resolves(sig)
}

// resolves reports whether a function returns anything, and an error.
func resolves(sig *types.Signature) bool {
	r := sig.Results()
	return r.Len() == 2 && types.IsInterface(r.At(0).Type()) && shape.IsError(r.At(1).Type())
}

// ruleOf is what is known of a field, of this package's schema or another's.
func (e *engine) ruleOf(key string) (fieldRule, bool) {
	if r, ok := e.ownRules()[key]; ok {
		return r, true
	}
	for _, t := range e.facts.order {
		if d, ok := t.Get(summary.GuardKey + key); ok {
			return readRule(string(d)), true
		}
	}
	return fieldRule{}, false
}

func (e *engine) ownRules() map[string]fieldRule {
	if e.rules == nil {
		e.rules = e.schemaRules()
	}
	return e.rules
}

// rules tells importers of the schema's fields, and hands on those of imports.
func (x *exporter) rules() {
	for _, t := range x.e.facts.order {
		for _, e := range t.Entries {
			if strings.HasPrefix(e.Key, summary.GuardKey) {
				x.entries[e.Key] = e.Data
			}
		}
	}
	for key, r := range x.e.ownRules() {
		x.entries[summary.GuardKey+key] = []byte(r.String())
	}
}
