// Package who keeps a user in a context for others.
package who

import "context"

// User is who calls.
type User struct{ ID string }

type key struct{}

// With puts a user into a context.
func With(ctx context.Context, u *User) context.Context { return context.WithValue(ctx, key{}, u) }

// From finds the user, or nil.
func From(ctx context.Context) *User {
	u, _ := ctx.Value(key{}).(*User)
	return u
}

// Must finds the user, or ends the request.
func Must(ctx context.Context) *User { return ctx.Value(key{}).(*User) }
