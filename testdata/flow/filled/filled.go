// Package filled hands pointers to code whose writes cannot be seen: decoders,
// binders, row readers. What they point to may hold anything afterwards, so its
// type says what is personal.
package filled

import (
	"encoding/json"
	"log"
)

// User is tagged as users tag their types.
type User struct {
	ID    string
	Email string `pii:"email"`
}

// Binder has no implementation here.
type Binder interface {
	Bind(v any) error
	BindUser(u *User) error
	Name(id string) string
}

func unknownMethod(b Binder) {
	var u User
	log.Println(u)
	b.Bind(&u)
	log.Println(u.Email) // want `email from User.Email reaches log.Println`
	log.Println(u.ID)
}

func unknownTyped(b Binder) {
	var u User
	b.BindUser(&u)
	log.Println(u) // want `email from User.Email reaches log.Println`
}

func unknownFunction(bind func(any) error) {
	u := new(User)
	bind(u)
	log.Println(u) // want `email from User.Email reaches log.Println`
}

func literal(b Binder) {
	u := &User{ID: "1"}
	if err := b.Bind(u); err == nil {
		log.Println(u.Email) // want `email from User.Email reaches log.Println`
	}
	log.Println(u.ID)
}

func embedded(b Binder) {
	var req struct {
		User
		Page int
	}
	b.Bind(&req)
	log.Println(req.Email) // want `email from User.Email reaches log.Println`
	log.Println(req.Page)
}

func list(b Binder) {
	var us []User
	b.Bind(&us)
	for _, u := range us {
		log.Println(u.Email) // want `email from User.Email reaches log.Println`
		log.Println(u.ID)
	}
}

// A value that is handed over as a copy stays what it is.
func byValue(b Binder) {
	u := User{ID: "1"}
	b.Bind(u)
	log.Println(u)
	log.Println(b.Name(u.ID))
}

type handler struct{ b Binder }

func (h *handler) read() (User, error) {
	var u User
	err := h.b.Bind(&u)
	return u, err
}

func result(h *handler) {
	u, err := h.read()
	log.Println(u.ID, err)
	log.Println(u) // want `email from User.Email reaches log.Println`
}

// decode is a helper that does not know the type.
func decode(data []byte, v any) error { return json.Unmarshal(data, v) }

func decodeBody(b Binder, v any) error {
	if err := b.Bind(v); err != nil {
		return err
	}
	return nil
}

func helpers(b Binder, data []byte) {
	var u, v User
	var us []User
	decode(data, &u)
	log.Println(u.Email) // want `email from User.Email reaches log.Println`
	log.Println(u.ID)
	decodeBody(b, &v)
	log.Println(v.Email) // want `email from User.Email reaches log.Println`
	decode(data, &us)
	log.Println(us[0].Email) // want `email from User.Email reaches log.Println`
}

// loader names the type parameter that it fills.
func loader[T any](b Binder) (T, error) {
	var v T
	err := b.Bind(&v)
	return v, err
}

func generic(b Binder) {
	u, _ := loader[User](b)
	log.Println(u.Email) // want `email from User.Email reaches log.Println`
	n, _ := loader[int](b)
	log.Println(n)
}
