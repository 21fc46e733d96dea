package errwrap

import (
	"errors"
	"fmt"
	"log"
)

type duplicate struct{ c *Customer }

func (d *duplicate) Error() string { return "duplicate " + d.c.Email }

type repo interface{ put(c *Customer) error }

type memory map[string]*Customer

func (m memory) put(c *Customer) error {
	if m[c.ID] != nil {
		return &duplicate{c} // want `email from Customer.Email reaches error type duplicate`
	}
	m[c.ID] = c
	return nil
}

// An error that one of several implementations reported where it built it is not
// reported where it is noisy, wherever the others come from.

func asked(r repo, c *Customer) {
	err := r.put(c)
	log.Println(err)
	log.Println(c.ID, err)
}

type noisy struct {
	repo
	l *log.Logger
}

func (r noisy) put(c *Customer) error {
	err := r.repo.put(c)
	r.l.Printf("put %s: %v", c.ID, err)
	return err
}

type counted struct {
	next repo
	n    int
}

func (r *counted) put(c *Customer) error {
	r.n++
	if err := r.next.put(c); err != nil {
		log.Printf("put %d: %v", r.n, err)
		return fmt.Errorf("put %s: %w", c.ID, err)
	}
	return nil
}

func wired(c *Customer) {
	var r repo = noisy{repo: &counted{next: memory{}}, l: log.Default()}
	if err := r.put(c); err != nil {
		log.Println(err)
		var d *duplicate
		if errors.As(err, &d) {
			log.Println(d)
			log.Println(d.c.ID)
			log.Println(d.c.Email) // want `email from Customer.Email reaches log.Println`
		}
	}
}

// refused is no error before it is looked at as one.
type refused struct{ c *Customer }

func (r *refused) Error() string { return "refused " + r.c.Email }

func anyway(r repo, c *Customer) {
	var x any = &refused{c}
	err := r.put(c)
	if e, ok := x.(error); ok {
		err = e
	}
	log.Println(err) // want `email from Customer.Email reaches log.Println`
}
