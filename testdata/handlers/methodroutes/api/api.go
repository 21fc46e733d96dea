// Package api has a server whose routes are methods of it, wrapped by middleware. They lead to
// the server, and to its router: but they stand behind that, and not before it.
package api

import (
	"io"
	"net/http"

	"github.com/gorilla/mux"

	"handlers/people"
)

// Server answers all requests by its router.
type Server struct{ handler http.Handler }

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// Email stands behind a check.
func (s *Server) Email(w http.ResponseWriter, r *http.Request) {
	io.WriteString(w, people.Find("1").Email)
}

func (s *Server) open(w http.ResponseWriter, r *http.Request) {
	io.WriteString(w, people.Find("1").Email) // want `email from Person.Email reaches io.WriteString before the caller is verified`
}

func logged(next http.Handler) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { next.ServeHTTP(w, r) }
}

func use(h http.HandlerFunc, list ...func(http.Handler) http.HandlerFunc) http.HandlerFunc {
	for _, m := range list {
		h = m(h)
	}
	return h
}

func checked(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) == nil {
			next.ServeHTTP(w, r)
		}
	})
}

// New has a check before some routes.
func New() *Server {
	s := &Server{}
	root := mux.NewRouter()
	sub := root.PathPrefix("/in").Subrouter()
	sub.Use(checked)
	sub.HandleFunc("/email", use(s.Email, logged))
	sub.HandleFunc("/again", use(func(w http.ResponseWriter, r *http.Request) { s.Email(w, r) }, logged))
	root.HandleFunc("/open", use(s.open, logged))
	s.handler = root
	return s
}
