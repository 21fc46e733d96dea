// Package letters is a service: it gets what handlers were asked for, and finds out
// itself who calls.
package letters

import (
	"context"
	"database/sql"
	"errors"

	"handlers/subject/loads"
)

// Letter is what somebody wrote.
type Letter struct {
	ID     string `json:"id"`
	Writer string `json:"writer"`
	Text   string `json:"text" pii:"message"`
}

// Store keeps letters.
type Store interface {
	ByID(ctx context.Context, id string) (*Letter, error)
	OfWriter(ctx context.Context, id, writer string) (*Letter, error)
}

// Rows is a store in a database.
type Rows struct{ DB *sql.DB }

// ByID gives anybody's.
func (r *Rows) ByID(ctx context.Context, id string) (*Letter, error) {
	var l Letter
	err := r.DB.QueryRowContext(ctx, "SELECT id, writer, text FROM letters WHERE id = $1", id).Scan(&l.ID, &l.Writer, &l.Text)
	return &l, err
}

// OfWriter gives that of a writer.
func (r *Rows) OfWriter(ctx context.Context, id, writer string) (*Letter, error) {
	var l Letter
	err := r.DB.QueryRowContext(ctx, "SELECT id, writer, text FROM letters WHERE id = $1 AND writer = $2", id, writer).Scan(&l.ID, &l.Writer, &l.Text)
	return &l, err
}

// Service is what handlers call.
type Service struct{ Letters Store }

var errForeign = errors.New("not yours")

// Any gives anybody's.
func (s *Service) Any(ctx context.Context, id string) (*Letter, error) {
	if loads.Caller(ctx) == nil {
		return nil, errForeign
	}
	return s.Letters.ByID(ctx, id)
}

// Queried asks the store for the caller's alone.
func (s *Service) Queried(ctx context.Context, id string) (*Letter, error) {
	return s.Letters.OfWriter(ctx, id, loads.Caller(ctx).ID)
}

// Compared looks whose it is.
func (s *Service) Compared(ctx context.Context, id string) (*Letter, error) {
	l, err := s.Letters.ByID(ctx, id)
	if err != nil || l.Writer != loads.Caller(ctx).ID {
		return nil, errForeign
	}
	return l, nil
}

// Wanted is what a use case gets.
type Wanted struct{ Caller, ID string }

// Use has the shape of a remote procedure, and is none.
func (s *Service) Use(ctx context.Context, w Wanted) (*Letter, error) {
	l, err := s.Letters.ByID(ctx, w.ID)
	if err != nil || l.Writer != w.Caller {
		return nil, errForeign
	}
	return l, nil
}
