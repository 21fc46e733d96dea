// Package part gives away a part of its router, and verifies nobody: who serves it does that, or not.
package part

import (
	"io"
	"net/http"

	"github.com/gorilla/mux"

	"handlers/people"
)

// Server answers all requests by a part of its router.
type Server struct{ handler http.Handler }

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// Email is for who serves it to judge.
func (s *Server) Email(w http.ResponseWriter, r *http.Request) {
	io.WriteString(w, people.Find("1").Email)
}

// New builds a router, and gives away a part.
func New() *Server {
	s := &Server{}
	sub := mux.NewRouter().PathPrefix("/part").Subrouter()
	sub.HandleFunc("/email", s.Email)
	s.handler = sub
	return s
}
