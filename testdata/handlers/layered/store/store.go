// Package store keeps records in a database.
package store

import (
	"context"
	"database/sql"

	"handlers/layered/domain"
)

type sessions struct{ db *sql.DB }

// NewSessions returns the logins in a database.
func NewSessions(db *sql.DB) domain.Sessions { return &sessions{db} }

func (s *sessions) ByID(ctx context.Context, sessionID string) (*domain.Session, error) {
	found := &domain.Session{}
	row := s.db.QueryRowContext(ctx, "SELECT id, user_id FROM sessions WHERE id = $1", sessionID)
	if err := row.Scan(&found.ID, &found.UserID); err != nil {
		return nil, err
	}
	return found, nil
}

type users struct{ db *sql.DB }

// NewUsers returns the accounts in a database.
func NewUsers(db *sql.DB) domain.Users { return &users{db} }

func (s *users) ByID(ctx context.Context, id int) (*domain.User, error) {
	u := &domain.User{}
	err := s.db.QueryRowContext(ctx, "SELECT id, email FROM users WHERE id = $1", id).Scan(&u.ID, &u.Email)
	return u, err
}

func (s *users) ByEmail(ctx context.Context, email string) (*domain.User, error) {
	u := &domain.User{}
	err := s.db.QueryRowContext(ctx, "SELECT id, email FROM users WHERE email = $1", email).Scan(&u.ID, &u.Email)
	return u, err
}
