package model

import (
	"fmt"
	"go/types"
	"strconv"

	"github.com/piivet/piivet/internal/access"
)

// universe stands for the import path of types that no package declares.
const universe = "builtin"

// NameOf returns the import path and name under which a table has a function or
// method. The name of an interface's method has the interface that declares it.
// It is empty for methods of unnamed types.
func NameOf(fn *types.Func) (pkgPath, name string) {
	pkgPath = universe
	if pkg := fn.Pkg(); pkg != nil {
		pkgPath = pkg.Path()
	}
	recv := fn.Signature().Recv()
	if recv == nil {
		return pkgPath, fn.Name()
	}
	t := types.Unalias(recv.Type())
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	if named, ok := t.(*types.Named); ok {
		return pkgPath, named.Obj().Name() + "." + fn.Name()
	}
	return pkgPath, ""
}

// Resolve finds the place in a function of this signature. It returns the path
// behind the root and the type there, nil where no type is known: in slots and
// behind interfaces and type parameters. An access.Key selector gets the number
// of the argument that holds the key, to be replaced at the call. A place of the
// package has only slots.
func (p Place) Resolve(sig *types.Signature) (access.Path, types.Type, error) {
	t, err := p.rootType(sig)
	if err != nil {
		return nil, nil, err
	}
	var path access.Path
	for _, s := range p.Path {
		if s.Kind == access.Key && s.Name == "" && s.Arg >= sig.Params().Len() {
			return nil, nil, fmt.Errorf("no argument %d to take a key from", s.Arg)
		}
		var steps access.Path
		if steps, t, err = s.resolve(t); err != nil {
			return nil, nil, err
		}
		path = append(path, steps...)
	}
	return path, t, nil
}

func (p Place) rootType(sig *types.Signature) (types.Type, error) {
	tuple := sig.Params()
	switch p.Root {
	case Pkg:
		return nil, nil
	case Recv:
		if sig.Recv() == nil {
			return nil, fmt.Errorf("there is no receiver")
		}
		return sig.Recv().Type(), nil
	case Result:
		tuple = sig.Results()
	}
	if p.Index >= tuple.Len() {
		return nil, fmt.Errorf("no %s: there are %d", p, tuple.Len())
	}
	return tuple.At(p.Index).Type(), nil
}

// resolve takes one step from a value of type t. A nil type allows all steps
// but fields, which have no number without a type.
func (s Sel) resolve(t types.Type) (access.Path, types.Type, error) {
	under := core(t)
	step := access.Path{{Kind: s.Kind}}
	switch s.Kind {
	case access.Slot:
		step[0].S = s.Name
		return step, nil, nil
	case access.Field:
		return s.field(t)
	case access.Key:
		step[0].N = s.Arg
		if s.Name != "" {
			step[0].S = strconv.Quote(s.Name)
		}
	}
	if under == nil {
		return step, nil, nil
	}
	if to, ok := s.step(under); ok {
		return step, to, nil
	}
	return nil, nil, fmt.Errorf("%s does not apply to %s", s, t)
}

// step returns what a selector other than a field or slot leads to.
func (s Sel) step(under types.Type) (types.Type, bool) {
	switch u := under.(type) {
	case *types.Pointer:
		return u.Elem(), s.Kind == access.Deref
	case *types.Map:
		if s.Kind == access.MapKey {
			return u.Key(), true
		}
		return u.Elem(), s.Kind == access.Elem || s.Kind == access.Key
	case *types.Slice:
		return u.Elem(), s.Kind == access.Elem
	case *types.Array:
		return u.Elem(), s.Kind == access.Elem
	case *types.Chan:
		return u.Elem(), s.Kind == access.Elem
	}
	return nil, false
}

// field finds a field, promoted ones included.
func (s Sel) field(t types.Type) (access.Path, types.Type, error) {
	if t == nil {
		return nil, nil, fmt.Errorf("field %s of an unknown type", s.Name)
	}
	st, ok := core(t).(*types.Struct)
	if !ok {
		return nil, nil, fmt.Errorf("%s has no fields", t)
	}
	for i := range st.NumFields() {
		if f := st.Field(i); f.Name() == s.Name {
			return access.Path{{Kind: access.Field, N: i}}, f.Type(), nil
		}
	}
	return nil, nil, fmt.Errorf("%s has no field %s", t, s.Name)
}

// core returns the type whose structure t has, nil for an interface and for a
// type parameter that allows several.
func core(t types.Type) types.Type {
	if t == nil {
		return nil
	}
	iface, ok := t.Underlying().(*types.Interface)
	if !ok {
		return t.Underlying()
	}
	if _, isParam := types.Unalias(t).(*types.TypeParam); !isParam || iface.NumEmbeddeds() != 1 {
		return nil
	}
	switch e := types.Unalias(iface.EmbeddedType(0)).(type) {
	case *types.Union:
		if e.Len() == 1 {
			return core(e.Term(0).Type())
		}
		return nil
	case *types.TypeParam:
		return core(e)
	default:
		return core(e)
	}
}
