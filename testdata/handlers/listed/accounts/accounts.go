// Package accounts gives its handlers away in lists: whoever registers them has the last
// word.
package accounts

import (
	"encoding/json"
	"net/http"

	"handlers/listed/routes"
	"handlers/people"
)

// Store finds people.
type Store interface {
	Get(id string) (people.Person, error)
}

// New makes a router.
func New(s Store) *Router { return &Router{s} }

// Router has the routes of accounts.
type Router struct{ store Store }

// Routes lists them.
func (r *Router) Routes() []routes.Route {
	return []routes.Route{
		{Method: "GET", Pattern: "/customers/{id}", Handler: get(r.store)},
		{Method: "GET", Pattern: "/customers/{id}/name", Handler: name(r.store)},
	}
}

func get(s Store) routes.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		p, err := s.Get(r.PathValue("id"))
		if err != nil {
			return err
		}
		return json.NewEncoder(w).Encode(p)
	}
}

func name(s Store) routes.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		p, err := s.Get(r.PathValue("id"))
		if err != nil {
			return err
		}
		return json.NewEncoder(w).Encode(p.Name)
	}
}
