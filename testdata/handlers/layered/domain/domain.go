// Package domain has the records of a service, and what its layers ask of each other.
package domain

import "context"

// User has an account.
type User struct {
	ID    int
	Email string `pii:"email"`
}

// Session is somebody's login.
type Session struct {
	ID     string
	UserID int
}

// Sessions keeps logins.
type Sessions interface {
	ByID(ctx context.Context, sessionID string) (*Session, error)
}

// Users keeps accounts.
type Users interface {
	ByID(ctx context.Context, id int) (*User, error)
	ByEmail(ctx context.Context, email string) (*User, error)
}

// Logins finds out who calls.
type Logins interface {
	Current(ctx context.Context, id string) (*User, error)
	Careless(ctx context.Context, id string) (*User, error)
	Known(ctx context.Context, email string) (*User, error)
	Is(ctx context.Context, id string) bool
	Kept(ctx context.Context, id string) (*User, error)
}
