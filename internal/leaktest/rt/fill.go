package rt

import (
	"encoding/json"
	"hash/fnv"
	"os"
	"reflect"
	"strings"
	"unsafe"
)

// Make returns a T in which every tagged field, at any depth, is a canary.
func Make[T any]() T { return source(reflect.TypeFor[T]()).(T) }

// source makes values; that it is a variable keeps from an analysis how.
var source = func(t reflect.Type) any {
	v := reflect.New(t)
	fill(v.Elem(), "", 0)
	return v.Elem().Interface()
}

// JSON is an input from which a T is decoded: an object that names all that
// can be set.
func JSON[T any]() []byte {
	provide(reflect.TypeFor[T]())
	return []byte(os.Getenv("INPUT"))
}

// provide puts the input where programs find it. The way from there to here is
// outside.
func provide(t reflect.Type) {
	b, err := json.Marshal(tree(reflect.ValueOf(source(t))))
	if err != nil {
		panic(err)
	}
	os.Setenv("INPUT", string(b))
}

// tree turns structs into maps by the names that a decoder looks for, so that
// methods have no say.
func tree(v reflect.Value) any {
	switch v.Kind() {
	case reflect.Pointer:
		return tree(v.Elem())
	case reflect.Slice, reflect.Array:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return v.Interface()
		}
		list := []any{}
		for i := range v.Len() {
			list = append(list, tree(v.Index(i)))
		}
		return list
	case reflect.Map:
		m := map[string]any{}
		for _, k := range v.MapKeys() {
			m[k.String()] = tree(v.MapIndex(k))
		}
		return m
	case reflect.Struct:
		m := map[string]any{}
		treeFields(m, v)
		return m
	}
	return v.Interface()
}

// treeFields adds the fields of a struct, and those that it embeds.
func treeFields(m map[string]any, v reflect.Value) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous && v.Field(i).Kind() == reflect.Struct:
			treeFields(m, v.Field(i))
		case f.Anonymous:
			treeFields(m, v.Field(i).Elem())
		case f.IsExported() && name == "":
			m[f.Name] = tree(v.Field(i))
		case f.IsExported():
			m[name] = tree(v.Field(i)) // a decoder ignores the name -
		}
	}
}

// size is how many elements the slices and maps have that programs are given.
var size = full

const full = 3

// fill sets v. Owner is the tagged field that it belongs to.
func fill(v reflect.Value, owner string, depth int) {
	if depth > 6 {
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(text(owner))
	case reflect.Int, reflect.Int64, reflect.Int32, reflect.Uint32, reflect.Uint64:
		if owner != "" {
			v.Set(reflect.ValueOf(int64(number(owner))).Convert(v.Type()))
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), owner, depth+1)
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			v.Set(reflect.ValueOf([]byte(text(owner))).Convert(v.Type()))
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), size, size))
		fallthrough
	case reflect.Array:
		for i := range v.Len() {
			fill(v.Index(i), owner, depth+1)
		}
	case reflect.Map:
		fillMap(v, owner, depth)
	case reflect.Struct:
		fillStruct(v, owner, depth)
	}
}

// fillMap puts elements into a map, under all keys that programs know and one
// that they do not.
func fillMap(v reflect.Value, owner string, depth int) {
	v.Set(reflect.MakeMap(v.Type()))
	for _, k := range []string{"k", "other", "third"}[:size] {
		elem := reflect.New(v.Type().Elem()).Elem()
		fill(elem, owner, depth+1)
		v.SetMapIndex(reflect.ValueOf(k), elem)
	}
}

func fillStruct(v reflect.Value, owner string, depth int) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		field := v.Field(i)
		if !f.IsExported() {
			field = reflect.NewAt(field.Type(), unsafe.Pointer(field.UnsafeAddr())).Elem()
		}
		name := owner
		switch tag, ok := f.Tag.Lookup("pii"); {
		case ok && tag == "-":
			name = ""
		case ok && owner == "":
			typ, _, _ := strings.Cut(v.Type().Name(), "[")
			name = typ + "." + f.Name
		}
		fill(field, name, depth+1)
	}
}

// text is what a string holds: a canary, or something that says nothing.
func text(owner string) string {
	if owner == "" {
		return "plain"
	}
	token := tokenOf(owner)
	return token + "-" + token + "-" + token
}

// tokenOf gives a field a word of letters of its own.
func tokenOf(owner string) string {
	h := hash(owner)
	b := make([]byte, 9)
	for i := range b {
		b[i] = "bcdfghjklmnpqrstvwxz"[h%20]
		h /= 20
	}
	registerWord(owner, string(b))
	return string(b)
}

// number gives a field a number of its own, which is also that of a character
// nobody uses.
func number(owner string) uint32 {
	n := 700000 + uint32(hash(owner)%280000)
	registerNumber(owner, n)
	return n
}

func hash(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return h.Sum64()
}
