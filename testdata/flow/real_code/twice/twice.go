// Package twice builds errors that several callers hand on: they are reported once.
package twice

import (
	"encoding/json"
	"fmt"
	"strings"
)

type Claims struct {
	Sub   string
	Email string `pii:"email"`
	Name  string `pii:"name"`
}

type UserData struct{ Meta *Claims }

func (u *UserData) direct() error { return fmt.Errorf("bad %v", *u.Meta) } // want `email from Claims.Email and name from Claims.Name reach fmt.Errorf`

func (u *UserData) flat() error {
	b, _ := json.Marshal(u.Meta)
	return fmt.Errorf("bad %s", b) // want `email from Claims.Email and name from Claims.Name reach fmt.Errorf`
}

func decode(in any) error { return fmt.Errorf("cannot decode %v", in) }

func (u *UserData) through() error {
	if err := decode(*u.Meta); err != nil { // want `email from Claims.Email and name from Claims.Name reach fmt.Errorf`
		return fmt.Errorf("could not convert: %w", err)
	}
	return nil
}

func a(u *UserData) error { return u.direct() }
func b(u *UserData) error { return u.flat() }
func c(u *UserData) error { return u.through() }

func d(u *UserData) error {
	u.Meta.Email = strings.ToLower(u.Meta.Email)
	if err := u.direct(); err != nil {
		return err
	}
	if err := u.flat(); err != nil {
		return err
	}
	return u.through()
}

func e(u *UserData) error { return d(u) }
