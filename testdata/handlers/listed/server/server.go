// Package server serves what is in lists.
package server

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"handlers/listed/routes"
	"handlers/people"
)

// Server has a list.
type Server struct {
	Addr   string
	Router routes.Router
}

// Start serves it for everybody.
func (s *Server) Start() error {
	mux := chi.NewMux()
	for _, rt := range s.Router.Routes() {
		mux.Method(rt.Method, rt.Pattern, plain(rt.Handler))
	}
	return http.ListenAndServe(s.Addr, mux)
}

// Guard serves it for those that it knows.
func (s *Server) Guard() error {
	mux := chi.NewMux()
	for _, rt := range s.Router.Routes() {
		mux.Method(rt.Method, rt.Pattern, plain(known(rt.Handler)))
	}
	return http.ListenAndServe(s.Addr, mux)
}

func plain(h routes.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { _ = h(w, r) })
}

func known(h routes.Handler) routes.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		if err := people.Verify(r); err != nil {
			return err
		}
		return h(w, r)
	}
}
