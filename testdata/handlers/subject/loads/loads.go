// Package loads finds the records that requests name, for handlers of other
// packages.
package loads

import (
	"context"
	"errors"
	"net/http"

	"handlers/people"
)

// User is who calls.
type User struct {
	ID   string
	Role string
}

type userKey struct{}

// Known lets only those through who are known.
func Known(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := people.Verify(r); err != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		u := &User{ID: r.Header.Get("X-User")}
		next(w, r.WithContext(context.WithValue(r.Context(), userKey{}, u)))
	}
}

// Caller is who calls.
func Caller(ctx context.Context) *User {
	u, _ := ctx.Value(userKey{}).(*User)
	return u
}

// Any finds whoever the request names.
func Any(r *http.Request) (*people.Person, error) {
	p := people.Find(r.PathValue("id"))
	if p.ID == "" {
		return nil, errors.New("not found")
	}
	return &p, nil
}

// Into puts whoever the request names where the caller wants it.
func Into(r *http.Request, p *people.Person) { *p = people.Find(r.PathValue("id")) }

// Own finds who calls, and nobody else.
func Own(r *http.Request) (*people.Person, error) {
	id := r.PathValue("id")
	if id != Caller(r.Context()).ID {
		return nil, errors.New("not yours")
	}
	p := people.Find(id)
	return &p, nil
}

// AtDesk finds whoever the request names, for the people at the desk.
func AtDesk(r *http.Request) (*people.Person, error) {
	if Caller(r.Context()).Role != "desk" {
		return nil, errors.New("not for you")
	}
	p := people.Find(r.PathValue("id"))
	return &p, nil
}
