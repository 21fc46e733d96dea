// Package shownerrors has functions that know nothing of requests, and handlers that call
// them and show the errors that they return.
package shownerrors

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"

	"handlers/people"
)

type failure struct {
	Status  int    `json:"-"`
	Message string `json:"message"`
}

func (f failure) Error() string { return f.Message }

func check(_ context.Context, id string) error {
	p := people.Find(id)
	//pii:allow error the tests are about responses
	return failure{http.StatusConflict, fmt.Sprintf("%s is in the team", p.Name)}
}

func quiet(_ context.Context, id string) error {
	if people.Find(id).ID == "" {
		return failure{http.StatusNotFound, "nobody"}
	}
	return nil
}

func shown(w http.ResponseWriter, err error) {
	var f failure
	if !errors.As(err, &f) {
		f = failure{http.StatusInternalServerError, "internal error"}
	}
	w.WriteHeader(f.Status)
	json.NewEncoder(w).Encode(f)
}

func plain(f func(context.Context, string) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := f(r.Context(), r.PathValue("id")); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
		}
	}
}

func structured[T any](decode func(*http.Request) (T, error), f func(context.Context, T) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		in, err := decode(r)
		if err != nil {
			http.Error(w, "bad request", http.StatusBadRequest)
			return
		}
		if err := f(r.Context(), in); err != nil {
			shown(w, err)
		}
	})
}

func hidden(f func(context.Context, string) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if f(r.Context(), r.PathValue("id")) != nil {
			http.Error(w, "failed", http.StatusBadRequest)
		}
	}
}

func id(r *http.Request) (string, error) { return r.PathValue("id"), nil }

func known(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) != nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Serve serves them.
func Serve() error {
	mux := http.NewServeMux()
	mux.HandleFunc("/plain/{id}", plain(check))           // want `name from Person.Name reaches http.Error before the caller is verified`
	mux.Handle("/structured/{id}", structured(id, check)) // want `name from Person.Name reaches json.Encoder.Encode before the caller is verified`
	mux.Handle("/known/{id}", known(structured(id, check)))
	mux.Handle("/quiet/{id}", structured(id, quiet))
	mux.HandleFunc("/hidden/{id}", hidden(check))
	return http.ListenAndServe(":8080", mux)
}
