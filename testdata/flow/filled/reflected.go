package filled

import (
	"log"
	"reflect"
)

func fill(dst any, s string) {
	v := reflect.ValueOf(dst).Elem()
	for i := range v.NumField() {
		v.Field(i).SetString(s)
	}
}

func fillSlice(dst any, s string) {
	v := reflect.ValueOf(dst).Elem()
	e := reflect.New(v.Type().Elem())
	fill(e.Interface(), s)
	v.Set(reflect.Append(v, e.Elem()))
}

// scanInto collects pointers to fields, as row readers do.
func scanInto(dst any, scan func(...any) error) error {
	v := reflect.Indirect(reflect.ValueOf(dst))
	var ptrs []any
	for i := range v.NumField() {
		ptrs = append(ptrs, v.Field(i).Addr().Interface())
	}
	return scan(ptrs...)
}

func byReflection() {
	var u User
	fill(&u, "x")
	log.Println(u.Email) // want `email from User.Email reaches log.Println`
	log.Println(u.ID)
}

func sliceByReflection() {
	var us []User
	fillSlice(&us, "x")
	log.Println(us[0].Email) // want `email from User.Email reaches log.Println`
	log.Println(us[0].ID)
}

func load() User {
	var us []User
	fillSlice(&us, "x")
	return us[0]
}

func returned() {
	u := load()
	log.Println(u.Email) // want `email from User.Email reaches log.Println`
	log.Println(u)       // want `email from User.Email reaches log.Println`
}

func scanned(scan func(...any) error) {
	var u User
	scanInto(&u, scan)
	log.Println(u) // want `email from User.Email reaches log.Println`
}

// What is only read by reflection stays as it is.
func readOnly(s string) {
	u := User{ID: s}
	v := reflect.ValueOf(&u).Elem()
	for i := range v.NumField() {
		log.Println(v.Field(i).Kind())
	}
	log.Println(u)
}

func set(id string) {
	var u User
	reflect.ValueOf(&u).Elem().Set(reflect.ValueOf(User{ID: id}))
	log.Println(u)
}

func copied(from User) {
	var u User
	reflect.ValueOf(&u).Elem().Set(reflect.ValueOf(from))
	log.Println(u) // want `email from User.Email reaches log.Println`
}
