// Package keptuser has middleware that leaves in the request who calls, and
// handlers that look.
package keptuser

import (
	"net/http"

	"handlers/keptuser/who"
	"handlers/people"
)

// Optional lets everybody pass; those with a good token are known behind it.
func Optional(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) == nil {
			r = r.WithContext(who.With(r.Context(), &who.User{ID: "1"}))
		}
		next.ServeHTTP(w, r)
	})
}

// Guests makes everybody somebody.
func Guests(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u := &who.User{}
		if people.Verify(r) == nil {
			u = &who.User{ID: "1"}
		}
		next.ServeHTTP(w, r.WithContext(who.With(r.Context(), u)))
	})
}

// MayBeNil puts nil there for strangers.
func MayBeNil(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var u *who.User
		if people.Verify(r) == nil {
			u = &who.User{ID: "1"}
		}
		next.ServeHTTP(w, r.WithContext(who.With(r.Context(), u)))
	})
}

// Routes are those of net/http.
func Routes() *http.ServeMux {
	mux := http.NewServeMux()
	mux.Handle("/checked", Optional(http.HandlerFunc(checked)))
	mux.Handle("/must", Optional(http.HandlerFunc(must)))
	mux.Handle("/unchecked", Optional(http.HandlerFunc(unchecked)))
	mux.Handle("/inverted", Optional(http.HandlerFunc(inverted)))
	mux.Handle("/guests", Guests(http.HandlerFunc(guests)))
	mux.Handle("/nil", MayBeNil(http.HandlerFunc(nilChecked)))
	mux.Handle("/nilmust", MayBeNil(http.HandlerFunc(nilMust)))
	mux.Handle("/required", Optional(required(http.HandlerFunc(plain))))
	mux.Handle("/requiredguest", Guests(required(http.HandlerFunc(plainGuest))))
	return mux
}

// Serve serves them.
func Serve() error { return http.ListenAndServe(":8080", Routes()) }

func required(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if who.From(r.Context()) == nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func checked(w http.ResponseWriter, r *http.Request) {
	if u := who.From(r.Context()); u != nil {
		w.Write([]byte(people.Find(u.ID).Email))
		return
	}
	http.Error(w, "no", http.StatusUnauthorized)
}

func must(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte(people.Find(who.Must(r.Context()).ID).Email))
}

func unchecked(w http.ResponseWriter, r *http.Request) {
	if u := who.From(r.Context()); u == nil {
		w.Header().Set("X-Guest", "1")
	}
	w.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
}

func inverted(w http.ResponseWriter, r *http.Request) {
	if u := who.From(r.Context()); u != nil {
		return
	}
	w.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
}

func guests(w http.ResponseWriter, r *http.Request) {
	if u := who.From(r.Context()); u != nil {
		w.Write([]byte(people.Find(u.ID).Email)) // want `email from Person.Email reaches`
	}
}

func nilChecked(w http.ResponseWriter, r *http.Request) {
	if u := who.From(r.Context()); u != nil {
		w.Write([]byte(people.Find("1").Email))
	}
}

func nilMust(w http.ResponseWriter, r *http.Request) {
	who.Must(r.Context())
	w.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
}

func plain(w http.ResponseWriter, r *http.Request) { w.Write([]byte(people.Find("1").Email)) }

func plainGuest(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
}
