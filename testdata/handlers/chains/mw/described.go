package mw

import (
	"net/http"

	"handlers/people"
)

// Handler is one that returns its error.
type Handler interface {
	Serve(w http.ResponseWriter, r *http.Request) error
	http.Handler
}

// Func is a function as such a handler.
type Func func(w http.ResponseWriter, r *http.Request) error

// Serve calls f.
func (f Func) Serve(w http.ResponseWriter, r *http.Request) error { return f(w, r) }

// ServeHTTP calls f.
func (f Func) ServeHTTP(w http.ResponseWriter, r *http.Request) { _ = f(w, r) }

// Described is middleware that gets to know which route it stands before.
type Described func(method, pattern string, h Handler) Handler

// Describe makes one of several.
func Describe(list ...Described) Described {
	return func(method, pattern string, h Handler) Handler {
		for i := range list {
			h = list[len(list)-i-1](method, pattern, h)
		}
		return h
	}
}

// Known lets nobody through who is not verified.
func Known(_, _ string, h Handler) Handler {
	return Func(func(w http.ResponseWriter, r *http.Request) error {
		if err := people.Verify(r); err != nil {
			return err
		}
		return h.Serve(w, r)
	})
}

// Counted lets everybody through.
func Counted(_, pattern string, h Handler) Handler {
	return Func(func(w http.ResponseWriter, r *http.Request) error {
		w.Header().Set("X-Route", pattern)
		return h.Serve(w, r)
	})
}
