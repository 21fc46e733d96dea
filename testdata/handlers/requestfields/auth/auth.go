// Package auth lets everybody pass, and keeps who calls if it knows.
package auth

import (
	"net/http"

	"handlers/people"
	"handlers/requestfields/web"
)

func user(r *http.Request) (*people.Person, error) {
	if r.Header.Get("Authorization") == "" {
		return nil, nil
	}
	if err := people.Verify(r); err != nil {
		return nil, err
	}
	u := people.Find(r.Header.Get("User"))
	return &u, nil
}

// Authenticate keeps who calls.
func Authenticate(c *web.Context, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u, err := user(r)
		if err != nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		if u != nil {
			c.SetUser(u)
			next.ServeHTTP(w, r)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Guess keeps whom the request names.
func Guess(c *web.Context, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u := people.Find(r.FormValue("user"))
		c.SetUser(&u)
		c.Role = r.FormValue("role")
		next.ServeHTTP(w, r)
	})
}

// Required goes on only with who is known.
func Required(c *web.Context, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if c.User() == nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
