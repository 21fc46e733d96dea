package render

import (
	"go/types"

	"github.com/piivet/piivet/internal/access"
)

// Selectors that need no operand.
var (
	deref  = access.Sel{Kind: access.Deref}
	elem   = access.Sel{Kind: access.Elem}
	mapKey = access.Sel{Kind: access.MapKey}
)

// field selects field i.
func field(i int) access.Sel { return access.Sel{Kind: access.Field, N: i} }

// under is the underlying type, or the type parameter itself: its constraint
// says nothing about the dynamic type.
func under(t types.Type) types.Type {
	if tp, ok := types.Unalias(t).(*types.TypeParam); ok {
		return tp
	}
	return t.Underlying()
}

// isByte reports whether t's kind is uint8, named or not.
func isByte(t types.Type) bool {
	b, ok := under(t).(*types.Basic)
	return ok && b.Kind() == types.Uint8
}

// isString reports whether t's kind is string, named or not.
func isString(t types.Type) bool {
	b, ok := under(t).(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// isInteger reports whether t's kind is one of the integers, uintptr included.
func isInteger(t types.Type) bool {
	b, ok := under(t).(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

// isDynamic reports whether only the dynamic type of a value of type t is
// what a formatter sees.
func isDynamic(t types.Type) bool {
	switch under(t).(type) {
	case *types.Interface, *types.TypeParam:
		return true
	}
	return false
}

// isInterface reports whether t is an interface and no type parameter.
func isInterface(t types.Type) bool {
	_, ok := under(t).(*types.Interface)
	return ok
}

// isNamed reports whether t is the named type pkg.name.
func isNamed(t types.Type, name string) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && typeName(named) == name
}

// isBasic reports whether t is a predeclared type like string itself, not one
// that is named after it: what a type switch sees.
func isBasic(t types.Type) bool {
	b, ok := types.Unalias(t).(*types.Basic)
	return ok && b.Kind() != types.UnsafePointer
}

// isBytes reports whether t is []byte itself.
func isBytes(t types.Type) bool {
	s, ok := types.Unalias(t).(*types.Slice)
	return ok && isBasic(s.Elem()) && isByte(s.Elem())
}

// sliceOf is the element type of an unnamed slice type, or nil.
func sliceOf(t types.Type) types.Type {
	if s, ok := types.Unalias(t).(*types.Slice); ok {
		return s.Elem()
	}
	return nil
}

// pointerTo is the element type of an unnamed pointer type, or nil.
func pointerTo(t types.Type) types.Type {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		return p.Elem()
	}
	return nil
}

// elemOf is the element type of a pointer, or nil.
func elemOf(t types.Type) types.Type {
	if ptr, ok := under(t).(*types.Pointer); ok {
		return ptr.Elem()
	}
	return nil
}
