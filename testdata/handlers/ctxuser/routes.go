// Package ctxuser has handlers that look for a user in the context.
package ctxuser

import (
	"net/http"

	"handlers/ctxuser/auth"
	"handlers/people"
)

// Serve serves them.
func Serve() error {
	mux := http.NewServeMux()
	mux.HandleFunc("/user", user)
	mux.HandleFunc("/id", id)
	mux.HandleFunc("/hinted", hinted)
	mux.HandleFunc("/unchecked", unchecked)
	mux.HandleFunc("/inverted", inverted)
	return http.ListenAndServe(":8080", auth.Hint(auth.Middleware(mux)))
}

func user(w http.ResponseWriter, r *http.Request) {
	u := auth.User(r.Context())
	if u == nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	w.Write([]byte(u.Email))
}

func id(w http.ResponseWriter, r *http.Request) {
	id, ok := auth.ID(r.Context())
	if !ok {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	w.Write([]byte(people.Find(id).Email))
}

func hinted(w http.ResponseWriter, r *http.Request) {
	id, ok := auth.Hinted(r.Context())
	if !ok {
		return
	}
	w.Write([]byte(people.Find(id).Email)) // want `email from Person.Email reaches`
}

func unchecked(w http.ResponseWriter, r *http.Request) {
	id, _ := auth.ID(r.Context())
	w.Write([]byte(people.Find(id).Email)) // want `email from Person.Email reaches`
}

func inverted(w http.ResponseWriter, r *http.Request) {
	if _, ok := auth.ID(r.Context()); ok {
		return
	}
	w.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
}
