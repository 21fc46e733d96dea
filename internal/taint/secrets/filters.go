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
