// Package mw has middleware, and ways to apply several of them.
package mw

import (
	"log"
	"net/http"
	"slices"

	"handlers/people"
)

// Middleware goes before a handler.
type Middleware = func(http.Handler) http.Handler

// Auth verifies.
func Auth(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Log does not.
func Log(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Println(r.Method)
		next.ServeHTTP(w, r)
	})
}

// Kept verifies, and is kept in a variable.
var Kept = func(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if vouch(r.Header.Get("Authorization")) != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

var verifier = people.VerifyToken

func vouch(token string) error { return verifier(token) }

// Guard has middleware as a method.
type Guard struct{ realm string }

// Guards is one.
var Guards = &Guard{"x"}

// Auth verifies.
func (g *Guard) Auth(next http.Handler) http.Handler { return Auth(next) }

// Chain counts down.
func Chain(h http.Handler, before ...Middleware) http.Handler {
	for i := len(before) - 1; i >= 0; i-- {
		h = before[i](h)
	}
	return h
}

// Apply ranges.
func Apply(before []Middleware, h http.Handler) http.Handler {
	for _, m := range before {
		h = m(h)
	}
	return h
}

// Stack is a list.
type Stack []Middleware

// Then ranges over an iterator.
func (s Stack) Then(h http.Handler) http.Handler {
	for _, m := range slices.Backward(s) {
		h = m(h)
	}
	return h
}

// Compose makes one of several.
func Compose(before ...Middleware) Middleware {
	return func(h http.Handler) http.Handler {
		for i := range before {
			h = before[len(before)-1-i](h)
		}
		return h
	}
}

// Set collects.
type Set struct{ all []Middleware }

// Use adds.
func (s *Set) Use(ms ...Middleware) { s.all = append(s.all, ms...) }

// Wrap applies all of it.
func (s *Set) Wrap(h http.Handler) http.Handler {
	for i := len(s.all) - 1; i >= 0; i-- {
		h = s.all[i](h)
	}
	return h
}
