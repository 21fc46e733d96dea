// Package api answers out of a cache that loads what it does not have. Which cache that
// is, only the program knows.
package api

import (
	"encoding/json"
	"net/http"

	"handlers/people"
)

// Cache has answers, and asks for those that it does not have.
type Cache interface {
	Get(key string, load func() ([]byte, error)) ([]byte, error)
	Count(load func() (int, error)) (int, error)
}

// Store has people.
type Store interface {
	Find(id string) (*people.Person, error)
}

// Server has open routes.
type Server struct {
	Cache Cache
	Store Store
}

func (s *Server) person(w http.ResponseWriter, r *http.Request) {
	data, err := s.Cache.Get(r.URL.Path, func() ([]byte, error) {
		p, err := s.Store.Find(r.PathValue("id"))
		if err != nil {
			return nil, err
		}
		return json.Marshal(p)
	})
	if err != nil {
		http.Error(w, "no", http.StatusNotFound)
		return
	}
	w.Write(data)
}

// id hands the cache a function that has personal data and gives none.
func (s *Server) id(w http.ResponseWriter, r *http.Request) {
	data, err := s.Cache.Get(r.URL.Path, func() ([]byte, error) {
		p, err := s.Store.Find(r.PathValue("id"))
		if err != nil {
			return nil, err
		}
		return json.Marshal(p.ID)
	})
	if err != nil {
		http.Error(w, "no", http.StatusNotFound)
		return
	}
	w.Write(data)
}

// People serves people.
func (s *Server) People() error {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /people/{id}", s.person)
	return http.ListenAndServe("localhost:8080", mux)
}

// IDs serves what is nobody's.
func (s *Server) IDs() error {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /ids/{id}", s.id)
	return http.ListenAndServe("localhost:8081", mux)
}
