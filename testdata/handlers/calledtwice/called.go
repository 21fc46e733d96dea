// Package calledtwice registers its routes through functions that it calls once for
// each.
package calledtwice

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"handlers/people"
)

func email(r *http.Request) []byte { return []byte(people.Find(r.PathValue("id")).Email) }

func add(mux *http.ServeMux, path string, h http.HandlerFunc) { mux.HandleFunc("GET "+path, h) }

func first(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func second(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func serve() error {
	mux := http.NewServeMux()
	add(mux, "/first/{id}", first)
	add(mux, "/second/{id}", second)
	return http.ListenAndServe(":1", mux)
}

// nested calls through one more function, and has middleware before some of its calls.
func nested() error {
	r := chi.NewRouter()
	both(r, "/a", open, alsoOpen)
	r.Group(func(r chi.Router) {
		r.Use(require)
		both(r, "/b", closed, alsoClosed)
	})
	return http.ListenAndServe(":1", r)
}

func both(r chi.Router, path string, get, head http.HandlerFunc) {
	on(r, path, get)
	on(r, path+"/head", head)
}

func on(r chi.Router, path string, h http.HandlerFunc) { r.Get(path, h) }

func require(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) == nil {
			next.ServeHTTP(w, r)
		}
	})
}

func open(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func alsoOpen(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func closed(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func alsoClosed(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }
