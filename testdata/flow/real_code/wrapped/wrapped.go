// Package wrapped has handlers behind middleware that puts the user into the context.
package wrapped

import (
	"context"
	"log"
	"log/slog"
	"net/http"
)

type User struct {
	ID   string
	Name string `pii:"username"`
}

type key struct{}

type middleware struct{ load func(token string) *User }

func (m middleware) check(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u := m.load(r.Header.Get("Authorization"))
		if u == nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key{}, u.Name)))
	})
}

type service struct{}

func (service) token(w http.ResponseWriter, r *http.Request) {
	slog.Debug("token", "user", r.Context().Value(key{}))
}

func (service) tags(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusNoContent) }

func routes(m middleware, s service) http.Handler {
	checked := func(h http.HandlerFunc) http.Handler { return m.check(h) }
	mux := http.NewServeMux()
	mux.Handle("GET /token", checked(s.token)) // want `username from User.Name reaches slog.Debug`
	mux.Handle("GET /tags", checked(s.tags))
	return mux
}

func twice(s string) string { log.Println(s); return s }

func both(u User) {
	twice(twice(u.Name)) // want `username from User.Name reaches log.Println`
}
