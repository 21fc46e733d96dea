// Package bothways has checks that the operator may switch off. Both ways count, as the
// policy says nothing else.
package bothways

import (
	"net/http"
	"os"

	"handlers/people"
)

func auth(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if os.Getenv("NO_AUTH") != "" || people.Verify(r) == nil {
			next(w, r)
		}
	}
}

func composed(next http.HandlerFunc) http.HandlerFunc {
	if os.Getenv("NO_AUTH") != "" {
		return next
	}
	return auth(next)
}

func toAll(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte(people.Find(r.PathValue("id")).Email)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func toAllByComposed(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte(people.Find(r.PathValue("id")).Email)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func serve() error {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /a/{id}", auth(toAll))
	mux.HandleFunc("GET /b/{id}", composed(toAllByComposed))
	return http.ListenAndServe(":1", mux)
}
