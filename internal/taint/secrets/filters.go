package secrets

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/model"
	"github.com/piivet/piivet/internal/sqlcolumns"
	"github.com/piivet/piivet/internal/taint/shape"
)

// Stores of a program often take what they look for as a struct, of which those fields
// count that are set: users.Find(ctx, UserFilter{APIKey: &key}). How the query is put
// together, nobody can read from its text.

// filterEnds are the words that the type of such a struct ends in, finders those that the
// name of such a method begins with.
var (
	filterEnds = []string{"filter", "filters", "query", "criteria", "where", "search", "lookup", "selector", "condition", "conditions", "predicate"}
	finders    = []string{"find", "get", "list", "lookup", "search", "fetch", "load", "query", "select", "first", "one", "by"}
)

// filteredBy reports whether a result of a call with this property is what a store has
// under a secret in a filter: a list that is not empty, or one record. That there was no
// error says so only of one record.
func filteredBy(c *ssa.Call, result int, o model.Outcome) bool {
	obj := shape.Called(c)
	if obj == nil || !beginsWith(obj.Name(), finders) || !slices.ContainsFunc(ownArgs(c), isSecretFilter) {
		return false
	}
	res := obj.Signature().Results()
	switch t := res.At(result).Type(); {
	case shape.IsError(t):
		return o == model.IsNil && result > 0 && isRecord(res.At(0).Type())
	case isRecord(t):
		return o == model.NotNil
	default:
		_, list := t.Underlying().(*types.Slice)
		return list && o == model.NotZero
	}
}

// foundByName reports whether a result of a call with this property is what a store has under
// a secret, as the names of the method and of its parameter say: Store(r).GetAPIToken(tokenID).
// That counts for stores behind an interface that the request has: what they are, nobody sees.
func foundByName(c *ssa.Call, obj *types.Func, result int, o model.Outcome) bool {
	if !c.Call.IsInvoke() || !ofRequest(c.Call.Value) || !namedAfterSecret(obj) || !takesSecret(c, obj.Signature().Params()) {
		return false
	}
	res := obj.Signature().Results()
	switch t := res.At(result).Type(); {
	case shape.IsError(t):
		return o == model.IsNil && result > 0 && shape.IsStruct(shape.Pointed(res.At(0).Type()))
	case shape.IsBool(t):
		return o == model.IsTrue && result > 0
	default:
		return o == model.NotNil && isRecord(t)
	}
}

// namedAfterSecret reports whether a method of an interface says by its name that it looks
// something up that has to do with a secret.
func namedAfterSecret(obj types.Object) bool {
	fn, ok := obj.(*types.Func)
	if !ok || !beginsWith(fn.Name(), finders) || !holdsSecrets(fn.Name()) {
		return false
	}
	recv := fn.Signature().Recv()
	return recv != nil && types.IsInterface(recv.Type())
}

// ofRequest reports whether a value was got out of a request, or of its context, by a function.
func ofRequest(v ssa.Value) bool {
	for range maxBack {
		switch x := v.(type) {
		case *ssa.TypeAssert:
			v = x.X
		case *ssa.Extract:
			v = x.Tuple
		case *ssa.ChangeInterface:
			v = x.X
		case *ssa.Call:
			return slices.ContainsFunc(append(slices.Clone(x.Call.Args), x.Call.Value), func(a ssa.Value) bool {
				return slices.Contains([]string{"Request", "Context", "Ctx"}, typeName(a.Type()))
			})
		default:
			return false
		}
	}
	return false
}

// takesSecret reports whether a parameter is called after a secret, and gets what the code does
// not have. There must be no other that names what is looked up.
func takesSecret(c *ssa.Call, params *types.Tuple) bool {
	found := false
	for i, arg := range c.Call.Args {
		if !shape.IsText(arg.Type()) || i >= params.Len() {
			continue
		}
		if !IsName(withoutID(params.At(i).Name())) || !brought(unboxed(arg)) {
			return false
		}
		found = true
	}
	return found
}

// withoutID is a name without an end that says that it is one's number: tokenID.
func withoutID(name string) string {
	return strings.TrimSuffix(strings.TrimSuffix(name, "ID"), "Id")
}

// listFound is filteredBy for the length of a list.
func listFound(v ssa.Value, o model.Outcome) bool {
	list := shape.LengthOf(v)
	if list == nil || o != model.NotZero {
		return false
	}
	c, result := shape.ResultOf(list)
	return c != nil && filteredBy(c, result, o)
}

func isRecord(t types.Type) bool {
	return shape.IsPointer(t) && shape.IsStruct(shape.Pointed(t))
}

func beginsWith(name string, words []string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(name, w) })
}

// isSecretFilter reports whether an argument is a struct that is written here, called a
// filter, in which a secret is set that the code does not have.
func isSecretFilter(v ssa.Value) bool {
	name := sqlcolumns.Squashed(typeName(v.Type()))
	if !shape.IsStruct(shape.Pointed(v.Type())) || !slices.ContainsFunc(filterEnds, func(w string) bool { return strings.HasSuffix(name, w) }) {
		return false
	}
	return slices.ContainsFunc(comparisons(v), func(c comparison) bool { return IsName(c.name) && broughtAt(c.with) })
}

// broughtAt is brought for a text, or for the variable behind a pointer.
func broughtAt(v ssa.Value) bool {
	v = unboxed(v)
	if a, ok := v.(*ssa.Alloc); ok {
		for _, r := range *a.Referrers() {
			if s, ok := r.(*ssa.Store); ok && s.Addr == ssa.Value(a) && !brought(s.Val) {
				return false
			}
		}
		return true
	}
	return shape.IsText(v.Type()) && brought(v) || shape.IsPointer(v.Type()) && shape.ConstOf(v) == nil
}
