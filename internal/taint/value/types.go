package value

import (
	"go/types"
	"strconv"
	"strings"

	"github.com/piivet/piivet/internal/access"
)

// StepType returns the type of the part of a t that s selects, or nil. Slots
// and dynamic types have none.
func StepType(t types.Type, s access.Sel) types.Type {
	if t == nil {
		return nil
	}
	switch u := types.Unalias(t).Underlying().(type) {
	case *types.Struct:
		if s.Kind == access.Field && s.N < u.NumFields() {
			return u.Field(s.N).Type()
		}
	case *types.Pointer:
		if s.Kind == access.Deref {
			return u.Elem()
		}
		return nil
	case *types.Array:
		return elemType(u.Elem(), s)
	case *types.Slice:
		return elemType(u.Elem(), s)
	case *types.Chan:
		return elemType(u.Elem(), s)
	case *types.Map:
		if s.Kind == access.MapKey {
			return u.Key()
		}
		return elemType(u.Elem(), s)
	case *types.Basic:
		if u.Info()&types.IsString != 0 && s.Kind == access.Elem {
			return types.Typ[types.Byte]
		}
	case *types.Tuple:
		if s.Kind == access.Index && s.N < u.Len() {
			return u.At(s.N).Type()
		}
	}
	return nil
}

func elemType(elem types.Type, s access.Sel) types.Type {
	switch s.Kind {
	case access.Elem, access.Index, access.Key:
		return elem
	}
	return nil
}

// TypeString writes t with full package paths and with type parameters as $N,
// their index, so that a summary of a generic function can be read by callers
// that know the type arguments.
func TypeString(t types.Type) string {
	w := typeWriter{}
	return w.str(t)
}

type typeWriter struct{}

func (w typeWriter) str(t types.Type) string {
	switch t := types.Unalias(t).(type) {
	case *types.TypeParam:
		return "$" + strconv.Itoa(t.Index())
	case *types.Pointer:
		return "*" + w.str(t.Elem())
	case *types.Slice:
		return "[]" + w.str(t.Elem())
	case *types.Array:
		return "[" + strconv.FormatInt(t.Len(), 10) + "]" + w.str(t.Elem())
	case *types.Map:
		return "map[" + w.str(t.Key()) + "]" + w.str(t.Elem())
	case *types.Chan:
		return "chan " + w.str(t.Elem())
	case *types.Named:
		return w.named(t)
	case *types.Signature:
		return w.signature(t)
	case *types.Struct:
		return w.structure(t)
	}
	return types.TypeString(t, nil)
}

// signature writes a function type without the names of its parameters, which
// are no part of it.
func (w typeWriter) signature(t *types.Signature) string {
	s := "func" + w.tuple(t.Params(), t.Variadic())
	if t.Results().Len() > 0 {
		s += w.tuple(t.Results(), false)
	}
	return s
}

func (w typeWriter) tuple(t *types.Tuple, variadic bool) string {
	list := make([]string, t.Len())
	for i := range list {
		list[i] = w.str(t.At(i).Type())
	}
	if variadic {
		list[len(list)-1] = "..." + list[len(list)-1]
	}
	return "(" + strings.Join(list, ",") + ")"
}

// structure writes a struct type; an embedded field has the name "_.".
func (w typeWriter) structure(t *types.Struct) string {
	list := make([]string, t.NumFields())
	for i := range list {
		name := t.Field(i).Name()
		if t.Field(i).Embedded() {
			name = "_."
		}
		list[i] = name + " " + w.str(t.Field(i).Type())
		if tag := t.Tag(i); tag != "" {
			list[i] += strconv.Quote(tag)
		}
	}
	return "struct{" + strings.Join(list, ";") + "}"
}

func (w typeWriter) named(t *types.Named) string {
	name := t.Obj().Name()
	if pkg := t.Obj().Pkg(); pkg != nil {
		name = pkg.Path() + "." + name
	}
	if args := t.TypeArgs(); args.Len() > 0 {
		name += "["
		for i := range args.Len() {
			if i > 0 {
				name += ","
			}
			name += w.str(args.At(i))
		}
		return name + "]"
	}
	if params := t.TypeParams(); params.Len() > 0 {
		name += "["
		for i := range params.Len() {
			if i > 0 {
				name += ","
			}
			name += "$" + strconv.Itoa(i)
		}
		return name + "]"
	}
	return name
}
