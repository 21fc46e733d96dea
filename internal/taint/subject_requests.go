package taint

import (
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/piivet/piivet/internal/taint/shape"
	"github.com/piivet/piivet/internal/taint/value"
)

// Handlers that return their response get what the request names as parameters: the
// message of a remote procedure, the input of an operation, the arguments of a GraphQL
// field. What a function is, only its registration tells; its shape tells enough for
// marks, which count for nothing where nobody registers it.

// asks are the marks of identifiers that a request names.
func (f *frame) asks(ls []*value.Label) []string {
	names := subjectMarks(ls, asked)
	params := f.askedParams()
	for _, l := range ls {
		if l.Root.Kind == value.Param && slices.Contains(params, l.Root.N) && (len(l.Path) > 0 || f.names(f.top.Params[l.Root.N].Type())) {
			name := f.mark(asked, f.fn.Pos(), itoa(l.Root.N)+l.Path.String()).Root.Name
			f.e.subjects.guessed[name] = true
			names = append(names, name)
		}
	}
	return names
}

// askedParams are the numbers of the parameters that hold what the request names.
func (f *frame) askedParams() []int {
	s := f.e.subjects
	if out, ok := s.params[f.fn]; ok {
		return out
	}
	var out []int
	first := len(f.fn.Params) - f.fn.Signature.Params().Len()
	for _, n := range requestParams(f.fn) {
		out = append(out, first+n)
	}
	s.params[f.fn] = out
	return out
}

// requestParams are the parameters of a handler's signature that hold what the request
// names.
func requestParams(fn *ssa.Function) (out []int) {
	sig := fn.Signature
	n, res := sig.Params().Len(), sig.Results()
	if n < 2 || res.Len() != 2 || !shape.IsError(res.At(1).Type()) || shape.TypeBase(sig.Params().At(0).Type()) != "Context" {
		return nil
	}
	in := shape.Pointed(sig.Params().At(1).Type())
	if n == 2 && shape.IsStruct(in) && shape.IsStruct(shape.Pointed(res.At(0).Type())) && (sig.Recv() != nil || readsRequest(in)) {
		return []int{1}
	}
	if !isResolver(sig) {
		return nil
	}
	for i := 1; i < n; i++ {
		if t := sig.Params().At(i).Type(); identifies(t) || i > 1 || shape.IsStruct(t) {
			out = append(out, i) // a pointer that comes first is the object whose field is asked for
		}
	}
	return out
}

// readsRequest reports whether a struct is the input of an operation: tags say which
// part of the request its fields are.
func readsRequest(t types.Type) bool {
	if t == nil {
		return false
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for i := range st.NumFields() {
		tag := reflect.StructTag(st.Tag(i))
		for _, key := range []string{"path", "query"} {
			if _, ok := tag.Lookup(key); ok {
				return true
			}
		}
	}
	return false
}

// isResolver reports whether a method is one of what gqlgen calls a resolver.
func isResolver(sig *types.Signature) bool {
	return sig.Recv() != nil && strings.HasSuffix(shape.TypeBase(sig.Recv().Type()), "Resolver")
}
