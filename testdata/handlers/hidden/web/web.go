// Package web has routers and handlers of its own.
package web

import (
	"encoding/json"
	"net/http"

	"handlers/people"
)

// Middleware stands before handlers.
type Middleware func(http.Handler) http.Handler

// Chain is middleware in its order.
type Chain []Middleware

// Then puts a chain before a handler.
func (c Chain) Then(h http.Handler) http.Handler {
	for i := len(c) - 1; i >= 0; i-- {
		h = c[i](h)
	}
	return h
}

// With is a chain with more behind it.
func (c Chain) With(m ...Middleware) Chain { return append(append(Chain{}, c...), m...) }

// HandlerE is a handler that may fail.
type HandlerE func(http.ResponseWriter, *http.Request) error

func (h HandlerE) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := h(w, r); err != nil {
		w.WriteHeader(http.StatusInternalServerError)
	}
}

// Mux has its ServeHTTP from what it embeds.
type Mux struct {
	*http.ServeMux
	base Chain
}

// NewMux gives a router.
func NewMux(m ...Middleware) *Mux { return &Mux{http.NewServeMux(), m} }

// Do registers a handler behind all of this middleware.
func (m *Mux) Do(pattern string, h HandlerE, more ...Middleware) {
	m.Handle(pattern, m.base.With(more...).Then(h))
}

// Sub gives a router for the paths behind a prefix.
func (m *Mux) Sub(prefix string, more ...Middleware) *Mux {
	s := &Mux{http.NewServeMux(), m.base.With(more...)}
	m.ServeMux.Handle(prefix+"/", http.StripPrefix(prefix, s.ServeMux))
	return s
}

// Write answers.
func Write(w http.ResponseWriter, v any) { _ = json.NewEncoder(w).Encode(v) }

// Auth knows who calls.
func Auth(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := people.Verify(r); err != nil {
			http.Error(w, "unauthorized", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Logged passes all requests on.
func Logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { next.ServeHTTP(w, r) })
}

type guarded struct{ next http.Handler }

func (g guarded) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if people.Verify(r) == nil {
		g.next.ServeHTTP(w, r)
	}
}

type named struct {
	name string
	guarded
}

// Guard is a handler whose type nobody else sees, and Named one that embeds it.
func Guard(h http.Handler) http.Handler { return &guarded{h} }

// Named is Guard with a name.
func Named(h http.Handler) http.Handler { return &named{"api", guarded{h}} }

type open struct{ http.Handler }

// Open is a handler whose type nobody else sees, which passes all requests on.
func Open(h http.Handler) http.Handler { return &open{h} }
