package truth

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unsafe"
)

// maxDepth bounds the values of recursive types.
const maxDepth = 7

// Filler makes values full of canaries.
type Filler struct {
	// Dynamics are the types that interfaces are filled with.
	Dynamics []reflect.Type
	// Special fills values of types whose fields cannot be set at will.
	Special map[reflect.Type]func(v reflect.Value, next func() string)

	seed   int
	next   int
	sparse bool
}

// Seeds says how many different values there are of typ: one for each dynamic
// type that an interface in it may hold.
func (f *Filler) Seeds(typ reflect.Type) int {
	if hasInterface(typ, nil) {
		return len(f.Dynamics)
	}
	return 1
}

// hasInterface reports whether values of type t hold interfaces.
func hasInterface(t reflect.Type, seen []reflect.Type) bool {
	if slices.Contains(seen, t) {
		return false
	}
	seen = append(seen, t)
	switch t.Kind() {
	case reflect.Interface:
		return true
	case reflect.Pointer, reflect.Slice, reflect.Array:
		return hasInterface(t.Elem(), seen)
	case reflect.Map:
		return hasInterface(t.Key(), seen) || hasInterface(t.Elem(), seen)
	case reflect.Struct:
		for i := range t.NumField() {
			if hasInterface(t.Field(i).Type, seen) {
				return true
			}
		}
	}
	return false
}

// Value makes an addressable value of type typ. A sparse one has no pointers,
// slices and maps below the top.
func (f *Filler) Value(typ reflect.Type, seed int, sparse bool) reflect.Value {
	f.seed, f.next, f.sparse = seed, 0, sparse
	v := reflect.New(typ).Elem()
	f.fill(v, 0)
	return v
}

// canary gives the next canary's number.
func (f *Filler) canary() int {
	if f.next++; f.next >= maxCanaries {
		panic(fmt.Sprintf("more than %d canaries in one value", maxCanaries))
	}
	return f.next
}

// open makes a value settable that was reached through unexported fields.
func open(v reflect.Value) reflect.Value {
	return reflect.NewAt(v.Type(), unsafe.Pointer(v.UnsafeAddr())).Elem()
}

// fill sets v.
func (f *Filler) fill(v reflect.Value, depth int) {
	if special, ok := f.Special[v.Type()]; ok {
		special(v, func() string { return stringCanary(f.canary()) })
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(stringCanary(f.canary()))
	case reflect.Int, reflect.Int32, reflect.Int64:
		v.SetInt(intCanary(f.canary()))
	case reflect.Uint, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		v.SetUint(uint64(intCanary(f.canary())))
	case reflect.Struct:
		for i := range v.NumField() {
			if tag := v.Type().Field(i).Tag; f.sparse && strings.Contains(string(tag), ",omit") {
				continue // what an encoder refuses may be left out
			}
			f.fill(open(v.Field(i)), depth+1)
		}
	case reflect.Array:
		f.fillArray(v, depth)
	case reflect.Interface:
		f.fillInterface(v, depth)
	default:
		f.fillReference(v, depth)
	}
}

// fillArray sets the elements; an array of bytes gets a canary of its own.
func (f *Filler) fillArray(v reflect.Value, depth int) {
	if v.Type().Elem().Kind() == reflect.Uint8 {
		f.fillBytes(v)
		return
	}
	for i := range v.Len() {
		f.fill(v.Index(i), depth+1)
	}
}

// fillBytes writes a canary into a list of bytes.
func (f *Filler) fillBytes(v reflect.Value) {
	for i, b := range []byte(stringCanary(f.canary())) {
		if i < v.Len() {
			v.Index(i).SetUint(uint64(b))
		}
	}
}

// fillReference sets kinds that may be nil.
func (f *Filler) fillReference(v reflect.Value, depth int) {
	if depth > maxDepth || f.sparse && depth > 0 {
		return
	}
	t := v.Type()
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(t.Elem()))
		f.fill(v.Elem(), depth+1)
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			v.Set(reflect.MakeSlice(t, len(stringCanary(0)), len(stringCanary(0))))
			f.fillBytes(v)
			return
		}
		v.Set(reflect.MakeSlice(t, 2, 2))
		f.fill(v.Index(0), depth+1)
		f.fill(v.Index(1), depth+1)
	case reflect.Map:
		key, elem := reflect.New(t.Key()).Elem(), reflect.New(t.Elem()).Elem()
		f.fill(key, depth+1)
		f.fill(elem, depth+1)
		v.Set(reflect.MakeMap(t))
		if key.Comparable() {
			v.SetMapIndex(key, elem)
		}
	case reflect.Chan:
		v.Set(reflect.MakeChan(t, 1))
	}
}

// fillInterface puts one of the dynamic types into v.
func (f *Filler) fillInterface(v reflect.Value, depth int) {
	if depth > maxDepth || f.sparse && depth > 0 {
		return
	}
	fit := slices.DeleteFunc(slices.Clone(f.Dynamics), func(t reflect.Type) bool { return !t.Implements(v.Type()) })
	if len(fit) == 0 {
		return
	}
	elem := reflect.New(fit[f.seed%len(fit)]).Elem()
	f.fill(elem, depth+1)
	v.Set(elem)
}
