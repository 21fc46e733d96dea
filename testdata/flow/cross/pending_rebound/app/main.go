// Command app brings a logger that gives back loggers of its kind. What the store
// hands it is told where the first of them is bound, and nowhere else.
package main

import (
	"log"

	"flow/cross/pending_rebound/model"
	"flow/cross/pending_rebound/store"
)

type printer struct{ kv []any }

func (p printer) Infof(format string, args ...any) { log.Printf(format, args...) }
func (p printer) With(kv ...any) store.Logger      { return printer{append(p.kv, kv...)} }

// muted has the same methods and says nothing.
type muted struct{}

func (muted) Infof(string, ...any)       {}
func (m muted) With(...any) store.Logger { return m }

// tee binds values of its own kind only, so that is where it is told.
type tee struct{ n int }

func (t *tee) Infof(format string, args ...any) { log.Printf(format, args...) }

func (t *tee) With(...any) store.Logger {
	if t.n > 3 {
		return t // want `email from Customer.Email reaches log.Printf`
	}
	return &tee{t.n + 1}
}

func handle(s *store.Service) func(*model.Customer) {
	return func(c *model.Customer) { s.Login(c) }
}

func main() {
	st := store.New(printer{}) // want `email from Customer.Email reaches log.Printf`
	s := store.Serve(st)
	s.Login(&model.Customer{ID: "3"})
	h := handle(s)
	h(new(model.Customer))
	register(handle(store.Serve(st)))
	register(handle(store.Serve(store.New(muted{}))))
	st.Find(&model.Customer{})
}

func register(f func(*model.Customer)) { f(&model.Customer{}) }
