// Package transaction runs closures in a transaction helper: a finding stands where the
// record is handed on, not where a closure is made.
package transaction

import (
	"fmt"
	"log"
)

type Session struct {
	ID string
	IP string `pii:"ip"`
}

type store interface {
	Get(id string) (*Session, error)
	Update(s Session) error
}

type db struct{ debug bool }

func (d *db) Get(id string) (*Session, error) { return &Session{ID: id}, nil }
func (d *db) Update(s Session) error {
	log.Printf("update %v", s) // want `ip from Session.IP reaches log.Printf`
	return nil
}

func (d *db) exec(v any) error {
	log.Printf("exec %v", v)
	return fmt.Errorf("could not exec %#v", v)
}

type persister struct{ db *db }

func (p *persister) Get(id string) (*Session, error) { return &Session{ID: id}, nil }
func (p *persister) Update(s Session) error          { return p.db.exec(&s) } // want `ip from Session.IP reaches log.Printf` `ip from Session.IP reaches fmt.Errorf`

func parse(p store) func(string) (any, error) {
	return func(tok string) (any, error) {
		s, err := p.Get(tok)
		if err != nil {
			return nil, err
		}
		return s.ID, p.Update(*s)
	}
}

type handler func(string) error

func middleware(p store) func(next handler) handler {
	return func(next handler) handler {
		return func(tok string) error {
			f := parse(p)
			_, err := f(tok)
			return err
		}
	}
}

func transaction(fn func(tx *db) error) error { return fn(&db{}) }

func Handle(s Session) error {
	return transaction(func(tx *db) error {
		p := &persister{tx}
		return p.Update(s)
	})
}

var _ = middleware
