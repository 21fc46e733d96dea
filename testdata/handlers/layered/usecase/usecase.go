// Package usecase knows neither the web nor the database: what its calls prove, only
// those know who put it together.
package usecase

import (
	"context"
	"fmt"

	"handlers/layered/domain"
)

type logins struct {
	sessions domain.Sessions
	users    domain.Users
	kept     func(ctx context.Context, id string) (*domain.Session, error)
}

// NewLogins returns who finds out about callers.
func NewLogins(s domain.Sessions, u domain.Users, kept func(context.Context, string) (*domain.Session, error)) domain.Logins {
	return &logins{s, u, kept}
}

func (l *logins) Current(ctx context.Context, id string) (*domain.User, error) {
	s, err := l.sessions.ByID(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("no session: %w", err)
	}
	return l.users.ByID(ctx, s.UserID)
}

// Careless takes whoever it is for the first user.
func (l *logins) Careless(ctx context.Context, id string) (*domain.User, error) {
	s, err := l.sessions.ByID(ctx, id)
	if err != nil {
		s = &domain.Session{UserID: 1}
	}
	return l.users.ByID(ctx, s.UserID)
}

func (l *logins) Known(ctx context.Context, email string) (*domain.User, error) {
	return l.users.ByEmail(ctx, email)
}

func (l *logins) Is(ctx context.Context, id string) bool {
	_, err := l.sessions.ByID(ctx, id)
	return err == nil
}

func (l *logins) Kept(ctx context.Context, id string) (*domain.User, error) {
	s, err := l.kept(ctx, id)
	if err != nil {
		return nil, err
	}
	return l.users.ByID(ctx, s.UserID)
}
