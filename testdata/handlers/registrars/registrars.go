// Package registrars registers handlers through methods of its own, which stand
// between the program and the library's router.
package registrars

import (
	"encoding/json"
	"net/http"
)

type user struct {
	ID    string
	Email string `json:"email" pii:"email"`
}

var users map[string]user

type group struct {
	mux  *http.ServeMux
	wrap []func(http.Handler) http.Handler
}

func (g *group) handleFunc(pattern string, h http.HandlerFunc) { g.mux.HandleFunc(pattern, h) }

func (g *group) handle(pattern string, h http.Handler) { g.mux.Handle(pattern, g.wrapped(h)) }

func (g *group) method(pattern string, h http.HandlerFunc) {
	g.mux.HandleFunc(pattern, g.wrapped(h).ServeHTTP)
}

func (g *group) wrapped(h http.Handler) http.Handler {
	for i := len(g.wrap) - 1; i >= 0; i-- {
		h = g.wrap[i](h)
	}
	return h
}

func (g *group) route(configure func(*group)) { configure(&group{mux: g.mux}) }

func first(w http.ResponseWriter, r *http.Request) {
	json.NewEncoder(w).Encode(users[r.PathValue("id")]) // want `email from user.Email reaches json.Encoder.Encode before the caller is verified`
}

func second(w http.ResponseWriter, r *http.Request) {
	json.NewEncoder(w).Encode(users[r.PathValue("id")]) // want `email from user.Email reaches json.Encoder.Encode before the caller is verified`
}

func third(w http.ResponseWriter, r *http.Request) {
	json.NewEncoder(w).Encode(users[r.PathValue("id")]) // want `email from user.Email reaches json.Encoder.Encode before the caller is verified`
}

func fourth(w http.ResponseWriter, r *http.Request) {
	json.NewEncoder(w).Encode(users[r.PathValue("id")]) // want `email from user.Email reaches json.Encoder.Encode before the caller is verified`
}

func fifth(w http.ResponseWriter, r *http.Request) {
	json.NewEncoder(w).Encode(users[r.PathValue("id")]) // want `email from user.Email reaches json.Encoder.Encode before the caller is verified`
}

func sixth(w http.ResponseWriter, r *http.Request) {
	json.NewEncoder(w).Encode(users[r.PathValue("id")]) // want `email from user.Email reaches json.Encoder.Encode before the caller is verified`
}

func nested(w http.ResponseWriter, r *http.Request) {
	json.NewEncoder(w).Encode(users[r.PathValue("id")]) // want `email from user.Email reaches json.Encoder.Encode before the caller is verified`
}

func last(w http.ResponseWriter, r *http.Request) {
	json.NewEncoder(w).Encode(users[r.PathValue("id")]) // want `email from user.Email reaches json.Encoder.Encode before the caller is verified`
}

func empty(w http.ResponseWriter, r *http.Request) { json.NewEncoder(w).Encode(len(users)) }

func serve() error {
	g := &group{mux: http.NewServeMux()}
	g.handleFunc("GET /first/{id}", first)
	g.handleFunc("GET /second/{id}", second)
	g.handle("GET /third/{id}", http.HandlerFunc(third))
	g.handle("GET /fourth/{id}", http.HandlerFunc(fourth))
	g.method("GET /fifth/{id}", fifth)
	g.method("GET /sixth/{id}", sixth)
	g.route(func(g *group) { g.handleFunc("GET /nested/{id}", nested) })
	g.route(func(g *group) { g.handleFunc("GET /last/{id}", last) })
	g.handleFunc("GET /empty", empty)
	return http.ListenAndServe(":8080", g.mux)
}

var _ = serve
