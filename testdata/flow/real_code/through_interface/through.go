// Package through runs a closure through the method of an interface: one finding,
// where the record is handed on.
package through

import (
	"context"
	"fmt"
	"log"
)

type Email struct {
	ID      string
	Address string `pii:"email"`
}

type conn struct{ n int }

func (c *conn) exec(v any) error {
	log.Printf("exec %v", v)
	return fmt.Errorf("could not exec %#v", v)
}

func (c *conn) tx(ctx context.Context, fn func(*conn) error) error { return fn(c) }

type persister interface {
	Transaction(fn func(*conn) error) error
	Emails(c *conn) emails
}

type emails interface{ Update(e Email) error }

type store struct{ c *conn }

func (s *store) Transaction(fn func(*conn) error) error { return s.c.tx(context.Background(), fn) }
func (s *store) Emails(c *conn) emails                  { return &emailStore{c} }

type emailStore struct{ c *conn }

func (s *emailStore) Update(e Email) error { return s.c.exec(&e) } // want `email from Email.Address reaches log.Printf` `email from Email.Address reaches fmt.Errorf`

type handler struct{ p persister }

func (h *handler) Handle(e *Email) error {
	return h.p.Transaction(func(c *conn) error {
		return h.primary(e, c)
	})
}

func (h *handler) primary(e *Email, c *conn) error { return h.p.Emails(c).Update(*e) } // nothing new here
