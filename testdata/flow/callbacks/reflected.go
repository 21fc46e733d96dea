package callbacks

import (
	"errors"
	"log"
	"reflect"
	"strings"
)

type signup struct{ Customer Customer }

type renamed struct{ ID string }

// bus finds the handler of a message by its type.
type bus struct{ handlers map[reflect.Type]any }

func (b *bus) on(h any) { b.handlers[reflect.TypeOf(h).In(0)] = h }

func (b *bus) send(msg any) error {
	h, ok := b.handlers[reflect.TypeOf(msg)]
	if !ok {
		return errors.New("nobody listens")
	}
	out := reflect.ValueOf(h).Call([]reflect.Value{reflect.ValueOf(msg)})
	err, _ := out[0].Interface().(error)
	return err
}

func busy(c Customer) {
	b := &bus{handlers: map[reflect.Type]any{}}
	b.on(func(m signup) error {
		log.Println(m.Customer.Email) // want `email from Customer.Email reaches log.Println`
		log.Println(m.Customer.ID)
		return errors.New("no more accounts")
	})
	b.on(func(m renamed) error {
		log.Println(m.ID)
		return nil
	})
	if err := b.send(signup{c}); err != nil {
		log.Println(err)
	}
	if err := b.send(renamed{c.ID}); err != nil {
		log.Println(err)
	}
}

// dispatch calls what others registered, with what it was given.
func dispatch(h any, args ...any) ([]reflect.Value, error) {
	in := make([]reflect.Value, len(args))
	for i, a := range args {
		in[i] = reflect.ValueOf(a)
	}
	out := reflect.ValueOf(h).Call(in)
	if err, ok := out[len(out)-1].Interface().(error); ok && err != nil {
		return nil, err
	}
	return out, nil
}

var registered = map[string]any{}

func byName(c Customer, name string) {
	if _, err := dispatch(registered[name], &c); err != nil {
		log.Println(err)
	}
}

func shortened(list ...string) (string, error) { return strings.Join(list, ", "), nil }

func called(c Customer) {
	out := reflect.ValueOf(strings.ToUpper).Call([]reflect.Value{reflect.ValueOf(c.Email)})
	log.Println(out[0].String()) // want `email from Customer.Email reaches log.Println`
	log.Println(out[0])          // want `email from Customer.Email reaches log.Println`
	n := reflect.ValueOf(func(s string, add int) int { return len(s) + add }).Call([]reflect.Value{reflect.ValueOf("x"), reflect.ValueOf(2)})
	log.Println(n[0].Int())
	list := reflect.ValueOf(shortened).Call([]reflect.Value{reflect.ValueOf(c.Email), reflect.ValueOf(c.ID)})
	log.Println(list[0].Interface()) // want `email from Customer.Email reaches log.Println`
	if err, ok := list[1].Interface().(error); ok {
		log.Println(err)
	}
	text := reflect.ValueOf(c).MethodByName("String").Call(nil)
	log.Println(len(text))
}
