// Package api is what a generator makes of a description of an API: an interface for the
// handlers, and functions that register them behind middleware that others choose.
package api

import (
	"context"
	"net/http"

	"github.com/go-chi/chi/v5"
)

type scopesKey string

// TokenScopes says under which key a request has the scopes that an operation asks for.
const TokenScopes scopesKey = "token.Scopes"

// Server has the handlers.
type Server interface {
	GetPerson(w http.ResponseWriter, r *http.Request, id string)
	FindPerson(w http.ResponseWriter, r *http.Request, id string)
}

// Middleware is put around each handler.
type Middleware func(http.Handler) http.Handler

// Options are for [HandlerWithOptions].
type Options struct {
	BaseURL     string
	Router      chi.Router
	Middlewares []Middleware
}

type wrapper struct {
	server      Server
	middlewares []Middleware
}

func (s *wrapper) getPerson(w http.ResponseWriter, r *http.Request) {
	id := chi.URLParam(r, "id")
	r = r.WithContext(context.WithValue(r.Context(), TokenScopes, []string{"read"}))
	handler := http.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.server.GetPerson(w, r, id)
	}))
	for _, m := range s.middlewares {
		handler = m(handler)
	}
	handler.ServeHTTP(w, r)
}

func (s *wrapper) findPerson(w http.ResponseWriter, r *http.Request) {
	id := chi.URLParam(r, "id")
	handler := http.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.server.FindPerson(w, r, id)
	}))
	for _, m := range s.middlewares {
		handler = m(handler)
	}
	handler.ServeHTTP(w, r)
}

// Handler registers without options.
func Handler(s Server) http.Handler { return HandlerWithOptions(s, Options{}) }

// HandlerWithOptions registers.
func HandlerWithOptions(s Server, options Options) http.Handler {
	r := options.Router
	if r == nil {
		r = chi.NewRouter()
	}
	w := wrapper{server: s, middlewares: options.Middlewares}
	r.Group(func(r chi.Router) { r.Get(options.BaseURL+"/people/{id}", w.getPerson) })
	r.Group(func(r chi.Router) { r.Get(options.BaseURL+"/found/{id}", w.findPerson) })
	return r
}
