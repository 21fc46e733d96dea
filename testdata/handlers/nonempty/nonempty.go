// Package nonempty asks of whom it finds in the request that it is somebody, by the length
// of a text and by what it equals.
package nonempty

import (
	"context"
	"fmt"
	"net/http"

	"handlers/people"
)

type key struct{}

func optional(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) == nil {
			r = r.WithContext(context.WithValue(r.Context(), key{}, r.FormValue("user")))
		}
		next(w, r)
	}
}

func user(r *http.Request) string {
	s, _ := r.Context().Value(key{}).(string)
	return s
}

func long(w http.ResponseWriter, r *http.Request) {
	if len(user(r)) > 0 {
		fmt.Fprint(w, people.Find("1").Email)
	}
}

func short(w http.ResponseWriter, r *http.Request) {
	if len(user(r)) < 5 {
		fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
	}
}

func admin(w http.ResponseWriter, r *http.Request) {
	if user(r) != "admin" {
		http.Error(w, "no", http.StatusForbidden)
		return
	}
	fmt.Fprint(w, people.Find("1").Email)
}

func anyone(w http.ResponseWriter, r *http.Request) {
	if user(r) == "blocked" {
		http.Error(w, "no", http.StatusForbidden)
		return
	}
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
}

// Routes serves them all.
func Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/long", optional(long))
	mux.HandleFunc("/short", optional(short))
	mux.HandleFunc("/admin", optional(admin))
	mux.HandleFunc("/anyone", optional(anyone))
	return mux
}
