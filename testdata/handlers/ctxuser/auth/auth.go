// Package auth puts the user into the context, for those whom it knows. Others
// are let through: the handlers look for the user.
package auth

import (
	"context"
	"net/http"

	"handlers/people"
)

type contextKey struct{ name string }

var userKey = &contextKey{"user"}

type idKey struct{}

type hintKey int

const hint hintKey = 1

// Middleware knows who has a good token.
func Middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token := r.Header.Get("Authorization")
		if token == "" {
			next.ServeHTTP(w, r)
			return
		}
		if err := people.VerifyToken(token); err != nil {
			http.Error(w, "invalid token", http.StatusForbidden)
			return
		}
		p := people.Find("1")
		ctx := context.WithValue(r.Context(), userKey, &p)
		ctx = context.WithValue(ctx, idKey{}, p.ID)
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// Hint notes who the caller says to be.
func Hint(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := context.WithValue(r.Context(), hint, r.Header.Get("X-User"))
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// User is the user in the context, nil if there is none.
func User(ctx context.Context) *people.Person {
	u, _ := ctx.Value(userKey).(*people.Person)
	return u
}

// ID is the id of the user, if there is one.
func ID(ctx context.Context) (string, bool) {
	id, ok := ctx.Value(idKey{}).(string)
	return id, ok
}

// Hinted is what the caller says to be.
func Hinted(ctx context.Context) (string, bool) {
	id, ok := ctx.Value(hint).(string)
	return id, ok
}
