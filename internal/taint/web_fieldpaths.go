package taint

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/shape"
)

// A field that is asked may stand in a struct that another one embeds, as the number of
// a record does that all records share.

// at asks the same of another field.
func (a *fieldAsker) at(path []int) *fieldAsker { return &fieldAsker{a.r, path, a.o, a.seen} }

// rest is how the field is reached from an address in the struct behind p; false if it
// does not stand there.
func (a *fieldAsker) rest(v, p ssa.Value) ([]int, bool) {
	var way []int
	for v != p {
		part, ok := v.(*ssa.FieldAddr)
		if !ok {
			return nil, false
		}
		v, way = part.X, append([]int{part.Field}, way...)
	}
	if len(way) > len(a.path) || !slices.Equal(way, a.path[:len(way)]) {
		return nil, false
	}
	return a.path[len(way):], true
}

// fieldAt is the type of the field that a path leads to, nil if it leads nowhere.
func fieldAt(t types.Type, path []int) types.Type {
	for _, n := range path {
		s, ok := t.Underlying().(*types.Struct)
		if !ok {
			return nil
		}
		t = s.Field(n).Type()
	}
	return t
}

// leaves are the paths to the fields of a struct, with its own in front, and to those of
// the structs that it embeds.
func leaves(s *types.Struct) [][]int {
	var out [][]int
	for n := range s.NumFields() {
		out = append(out, []int{n})
	}
	for i := 0; i < len(out) && len(out) < maxAnswerLeaves; i++ {
		if inner := embedded(s, out[i]); inner != nil {
			for n := range inner.NumFields() {
				out = append(out, append(slices.Clone(out[i]), n))
			}
		}
	}
	return out[:min(len(out), maxAnswerLeaves)]
}

// embedded is the struct that is embedded there, nil for other fields.
func embedded(s *types.Struct, path []int) *types.Struct {
	in, ok := fieldAt(s, path[:len(path)-1]).Underlying().(*types.Struct)
	if !ok || !in.Field(path[len(path)-1]).Embedded() {
		return nil
	}
	inner, _ := in.Field(path[len(path)-1]).Type().Underlying().(*types.Struct)
	return inner
}

// leafNumber is the number of a path among the leaves of a struct, or of the one behind a
// pointer; -1 if it is none.
func leafNumber(t types.Type, path []int) int {
	s, ok := shape.Pointed(t).Underlying().(*types.Struct)
	if !ok {
		return -1
	}
	if len(path) == 1 {
		return path[0]
	}
	return slices.IndexFunc(leaves(s), func(leaf []int) bool { return slices.Equal(leaf, path) })
}
