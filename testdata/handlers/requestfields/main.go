// Package requestfields has a user in a context of its own, which middleware of another package fills.
package main

import (
	"encoding/json"
	"net/http"

	"handlers/people"
	"handlers/requestfields/auth"
	"handlers/requestfields/web"
)

func show(c *web.Context) {
	json.NewEncoder(c.Writer()).Encode(people.Find(c.Request().FormValue("id")))
}

func open(c *web.Context) {
	json.NewEncoder(c.Writer()).Encode(people.Find(c.Request().FormValue("id"))) // want `name from Person.Name and email from Person.Email reach json.Encoder.Encode before the caller is verified`
}

func asked(c *web.Context) {
	if c.User() == nil {
		http.Error(c.Writer(), "who are you?", http.StatusUnauthorized)
		return
	}
	json.NewEncoder(c.Writer()).Encode(people.Find(c.Request().FormValue("id")))
}

func guessed(c *web.Context) {
	if c.User() == nil {
		return
	}
	json.NewEncoder(c.Writer()).Encode(people.Find(c.Request().FormValue("id"))) // want `name from Person.Name and email from Person.Email reach json.Encoder.Encode before the caller is verified`
}

func named(c *web.Context) {
	if c.Role != "" {
		return
	}
	json.NewEncoder(c.Writer()).Encode(people.Find(c.Request().FormValue("id"))) // want `name from Person.Name and email from Person.Email reach json.Encoder.Encode before the caller is verified`
}

// with makes the context of each request.
func with(first web.Middleware, h web.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c := web.New(w, r)
		first(c, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { h(c) })).ServeHTTP(w, r)
	})
}

func required(c *web.Context, next http.Handler) http.Handler {
	return auth.Authenticate(c, auth.Required(c, next))
}

func main() {
	mux := http.NewServeMux()
	mux.Handle("/show", with(required, show))
	mux.Handle("/open", with(auth.Authenticate, open))
	mux.Handle("/asked", with(auth.Authenticate, asked))
	mux.Handle("/guessed", with(auth.Guess, guessed))
	mux.Handle("/named", with(auth.Authenticate, named))
	http.ListenAndServe("localhost:1", mux)
}
