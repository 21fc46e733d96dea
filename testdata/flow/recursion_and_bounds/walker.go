// Package bounds has functions that are much work to follow.
package bounds

import (
	"encoding/json"
	"fmt"
	"log"
	"reflect"
	"strings"
	"unsafe"
)

// Customer is tagged as users tag their types.
type Customer struct {
	ID    string
	Email string `pii:"email"`
}

// fill is a decoder by reflection: recursive in many ways.
func fill(v reflect.Value, text string, depth int) {
	if depth > 6 {
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(strings.Repeat(text, depth))
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(len(text)))
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), text, depth+1)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fallthrough
	case reflect.Array:
		for i := range v.Len() {
			fill(v.Index(i), text, depth+1)
		}
	case reflect.Map:
		fillMap(v, text, depth)
	case reflect.Struct:
		fillStruct(v, text, depth)
	}
}

func fillMap(v reflect.Value, text string, depth int) {
	v.Set(reflect.MakeMap(v.Type()))
	key, elem := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
	fill(key, text, depth+1)
	fill(elem, text, depth+1)
	v.SetMapIndex(key, elem)
}

func fillStruct(v reflect.Value, text string, depth int) {
	for i := range v.NumField() {
		f, field := v.Type().Field(i), v.Field(i)
		if !f.IsExported() {
			field = reflect.NewAt(field.Type(), unsafe.Pointer(field.UnsafeAddr())).Elem()
		}
		fill(field, fmt.Sprint(text, f.Name), depth+1)
	}
}

// Load gives a filled T.
func Load[T any](text string) T {
	var v T
	fill(reflect.ValueOf(&v).Elem(), text, 0)
	return v
}

// Encoded gives one as text.
func Encoded[T any](text string) []byte {
	b, err := json.Marshal(Load[T](text))
	if err != nil {
		panic(err)
	}
	return b
}

// What stands behind a call that is too much work must be looked at, and what
// it may have filled is what its type says.
func loaded(c Customer) {
	fill(reflect.ValueOf(&c).Elem(), "x", 0)
	log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
	d := Load[Customer]("x")
	log.Println(d.Email) // want `email from Customer.Email reaches log.Println`
	log.Println(len(Encoded[Customer]("x")))
	log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
	var e Customer
	_ = json.Unmarshal(Encoded[Customer]("x"), &e)
	log.Println(e.Email) // want `email from Customer.Email reaches log.Println`
}
