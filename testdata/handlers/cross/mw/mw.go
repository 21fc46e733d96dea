// Package mw has middleware and checks for other packages.
package mw

import (
	"errors"
	"log"
	"net/http"

	"handlers/people"
)

// RequireUser verifies.
func RequireUser(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := User(r); err != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// User says who calls.
func User(r *http.Request) (string, error) {
	if r.Header.Get("Authorization") == "" {
		return "", errors.New("no token")
	}
	if err := people.Verify(r); err != nil {
		return "", err
	}
	return "1", nil
}

// Logged does not verify.
func Logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Println(r.Method)
		next.ServeHTTP(w, r)
	})
}

// Require takes what verifies.
func Require(check func(*http.Request) bool) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if !check(r) {
				w.WriteHeader(401)
				return
			}
			next.ServeHTTP(w, r)
		})
	}
}

// Tokens is an authenticator.
type Tokens struct{}

// Check verifies.
func (Tokens) Check(r *http.Request) error { return people.Verify(r) }

// Anybody is an authenticator that lets everybody through.
type Anybody struct{}

// Check does not verify.
func (Anybody) Check(r *http.Request) error { return nil }
