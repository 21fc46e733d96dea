// Package nobody leaves a user in each request: one that stands for nobody where nobody
// logged in.
package nobody

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"net/http"

	"handlers/nobody/users"
)

type app struct{ store users.Store }

type userKey struct{}

func with(r *http.Request, u *users.User) *http.Request {
	return r.WithContext(context.WithValue(r.Context(), userKey{}, u))
}

func user(r *http.Request) *users.User {
	u, ok := r.Context().Value(userKey{}).(*users.User)
	if !ok {
		panic("no user in the request")
	}
	return u
}

func (a *app) authenticate(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token := r.Header.Get("Authorization")
		if token == "" {
			next.ServeHTTP(w, with(r, users.Anonymous))
			return
		}
		hash := sha256.Sum256([]byte(token))
		u, err := a.store.ForToken(hash[:])
		if err != nil {
			http.Error(w, "invalid token", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, with(r, u))
	})
}

func required(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if user(r).IsAnonymous() {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

func (a *app) show(w http.ResponseWriter, r *http.Request) {
	u, err := a.store.Get(r.PathValue("id"))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	json.NewEncoder(w).Encode(u)
}

func (a *app) compared(w http.ResponseWriter, r *http.Request) {
	if user(r) == users.Anonymous {
		return
	}
	u, _ := a.store.Get(r.PathValue("id"))
	json.NewEncoder(w).Encode(u)
}

func (a *app) known(w http.ResponseWriter, r *http.Request) {
	u, _ := a.store.Get(r.PathValue("id"))
	if user(r).Known() {
		json.NewEncoder(w).Encode(u)
	}
}

func (a *app) wrongWay(w http.ResponseWriter, r *http.Request) {
	u, _ := a.store.Get(r.PathValue("id"))
	if user(r).IsAnonymous() {
		json.NewEncoder(w).Encode(u) // want `email from User.Email reaches json.Encoder.Encode before the caller is verified`
	}
}

// notNil asks for nil, which nobody leaves there.
func (a *app) notNil(w http.ResponseWriter, r *http.Request) {
	u, _ := a.store.Get(r.PathValue("id"))
	if user(r) != nil {
		json.NewEncoder(w).Encode(u) // want `email from User.Email reaches json.Encoder.Encode before the caller is verified`
	}
}

// notRoot lets all others pass.
func (a *app) notRoot(w http.ResponseWriter, r *http.Request) {
	u, _ := a.store.Get(r.PathValue("id"))
	if !user(r).IsRoot() {
		json.NewEncoder(w).Encode(u) // want `email from User.Email reaches json.Encoder.Encode before the caller is verified`
	}
}

func (a *app) open(w http.ResponseWriter, r *http.Request) {
	u, _ := a.store.Get(r.PathValue("id"))
	json.NewEncoder(w).Encode(u) // want `email from User.Email reaches json.Encoder.Encode before the caller is verified`
}

// Serve serves them.
func Serve(s users.Store) error {
	a := &app{s}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /users/{id}", required(a.show))
	mux.HandleFunc("GET /compared/{id}", a.compared)
	mux.HandleFunc("GET /known/{id}", a.known)
	mux.HandleFunc("GET /wrong/{id}", a.wrongWay)
	mux.HandleFunc("GET /notnil/{id}", a.notNil)
	mux.HandleFunc("GET /notroot/{id}", a.notRoot)
	mux.HandleFunc("GET /open/{id}", a.open)
	return http.ListenAndServe(":8080", a.authenticate(mux))
}
