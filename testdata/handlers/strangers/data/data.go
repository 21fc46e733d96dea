package data

import (
	"context"
	"database/sql"
	"errors"
)

type Customer struct {
	ID      string `json:"id"`
	Name    string `json:"name" pii:"name"`
	Email   string `json:"email" pii:"email"`
	Address string `json:"address" pii:"address"`
	Secret  string `json:"-" pii:"credential"`
	Hash    []byte `json:"-"`
}

type Store struct{ DB *sql.DB }

var ErrNone = errors.New("no such customer")

func (s *Store) Customer(ctx context.Context, id string) (*Customer, error) {
	var c Customer
	err := s.DB.QueryRowContext(ctx, "SELECT id, name, email, address FROM customers WHERE id = $1", id).Scan(&c.ID, &c.Name, &c.Email, &c.Address)
	if err != nil {
		return nil, err
	}
	return &c, nil
}

func (s *Store) ByEmail(ctx context.Context, email string) (*Customer, error) {
	var c Customer
	row := s.DB.QueryRowContext(ctx, "SELECT id, name, email, address, hash FROM customers WHERE email = $1", email)
	if err := row.Scan(&c.ID, &c.Name, &c.Email, &c.Address, &c.Hash); err != nil {
		return nil, err
	}
	return &c, nil
}

func (s *Store) All(ctx context.Context) ([]Customer, error) {
	rows, err := s.DB.QueryContext(ctx, "SELECT id, name, email, address FROM customers")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Customer
	for rows.Next() {
		var c Customer
		if err := rows.Scan(&c.ID, &c.Name, &c.Email, &c.Address); err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, rows.Err()
}
