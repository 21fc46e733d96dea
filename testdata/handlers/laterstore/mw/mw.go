// Package mw has middleware that lets everybody pass, and some that does not.
package mw

import (
	"log"
	"net/http"

	"handlers/people"
)

// Logged writes a line for each request.
func Logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		log.Println(r.Method)
		next.ServeHTTP(w, r)
	})
}

// Verified is for known callers.
func Verified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) == nil {
			next.ServeHTTP(w, r)
		}
	})
}
