// Package roundtrip takes values apart by reflection and puts them together again, as
// mappers of records do: pointers inside still print as addresses.
package roundtrip

import (
	"log"
	"reflect"
)

type Person struct {
	Name string `pii:"name"`
}

type Account struct {
	Email string `pii:"email"`
	Owner *Person
}

type model struct{ Value any }

func (m *model) each(fn func(*model)) {
	v := reflect.Indirect(reflect.ValueOf(m.Value))
	if v.Kind() == reflect.Slice {
		for i := 0; i < v.Len(); i++ {
			fn(&model{Value: v.Index(i).Addr().Interface()})
		}
		return
	}
	fn(m)
}

func save(v any) {
	(&model{Value: v}).each(func(m *model) { log.Printf("insert %v", m.Value) })
}

func plain(v any) { log.Printf("insert %v", v) }

func Plain(a Account)    { plain(&a) }            // want `email from Account.Email reaches log.Printf`
func One(a Account)      { save(&a) }             // want `email from Account.Email reaches log.Printf`
func Many(a []Account)   { save(&a) }             // want `email from Account.Email reaches log.Printf`
func Direct(a []Account) { log.Printf("%v", &a) } // want `email from Account.Email reaches log.Printf`
