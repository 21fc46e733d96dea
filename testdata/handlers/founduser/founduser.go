// Package founduser has middleware that puts nil into the request for strangers, and
// pages that greet who is there.
package founduser

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"handlers/people"
)

type user struct{ id string }

type (
	userKey  struct{}
	nameKey  struct{}
	guestKey struct{}
)

// parse gives nil for those who say nothing, and an error for those who lie.
func parse(r *http.Request) (*user, error) {
	token := r.Header.Get("Authorization")
	if token == "" {
		return nil, nil
	}
	if err := people.VerifyToken(token); err != nil {
		return nil, err
	}
	return &user{r.FormValue("id")}, nil
}

func keep(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		u, err := parse(r)
		if err != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		ctx := context.WithValue(r.Context(), userKey{}, u)
		name := ""
		if u != nil {
			name = u.id
		} else {
			u = &user{}
		}
		ctx = context.WithValue(ctx, nameKey{}, name)
		next.ServeHTTP(w, r.WithContext(context.WithValue(ctx, guestKey{}, u)))
	})
}

func current(r *http.Request) (*user, error) {
	u, ok := r.Context().Value(userKey{}).(*user)
	if !ok || u == nil {
		return nil, errors.New("nobody")
	}
	return u, nil
}

func greet(w http.ResponseWriter, r *http.Request) {
	text := "hello"
	if u, err := current(r); err == nil {
		text += people.Find(u.id).Email
	}
	fmt.Fprint(w, text)
}

func greetByName(w http.ResponseWriter, r *http.Request) {
	text := "hello"
	if name, _ := r.Context().Value(nameKey{}).(string); name != "" {
		text += people.Find(name).Email
	}
	fmt.Fprint(w, text)
}

// greetAll takes a nil pointer for somebody.
func greetAll(w http.ResponseWriter, r *http.Request) {
	text := "hello"
	if u, ok := r.Context().Value(userKey{}).(*user); ok {
		text += people.Find(u.id).Email
	}
	fmt.Fprint(w, text) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
}

// greetGuests takes guests for somebody.
func greetGuests(w http.ResponseWriter, r *http.Request) {
	text := "hello"
	if u, _ := r.Context().Value(guestKey{}).(*user); u != nil {
		text += people.Find(u.id).Email
	}
	fmt.Fprint(w, text) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
}

// Routes serves them all.
func Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/greet", greet)
	mux.HandleFunc("/name", greetByName)
	mux.HandleFunc("/all", greetAll)
	mux.HandleFunc("/guests", greetGuests)
	return keep(mux)
}
