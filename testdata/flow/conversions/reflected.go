package conversions

import (
	"encoding/json"
	"log"
	"reflect"
)

// setFields writes by reflection, as decoders do.
func setFields(v any) {
	rv := reflect.ValueOf(v).Elem()
	for i := range rv.NumField() {
		rv.Field(i).SetString("text")
	}
}

func setDeep(v reflect.Value) {
	for i := range v.NumField() {
		v.Field(i).Set(reflect.ValueOf("text"))
	}
}

func decode(b []byte, v any) { _ = json.Unmarshal(b, v) }

func reflected(b []byte) {
	var c Customer
	log.Println(c)
	setFields(&c)
	log.Println(c.ID)
	log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
	var d Customer
	setDeep(reflect.ValueOf(&d).Elem())
	log.Println(d.Email) // want `email from Customer.Email reaches log.Println`
	var e Customer
	decode(b, &e)
	log.Println(e.Email) // want `email from Customer.Email reaches log.Println`
	f := made[Customer]()
	log.Println(f.Email) // want `email from Customer.Email reaches log.Println`
	var g Customer
	log.Println(reflect.ValueOf(&g).Elem().NumField(), g)
}

func made[T any]() T {
	var v T
	setFields(&v)
	return v
}
