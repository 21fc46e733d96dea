// Package users knows users, and one that stands for nobody.
package users

import "database/sql"

// User is who calls.
type User struct {
	ID    int64  `json:"id"`
	Email string `json:"email" pii:"email"`
}

// Anonymous stands for who did not log in.
var Anonymous = &User{}

// Root is somebody.
var Root = &User{ID: 1}

// IsAnonymous reports whether nobody logged in.
func (u *User) IsAnonymous() bool { return u == Anonymous }

// Known reports whether somebody did.
func (u *User) Known() bool { return !u.IsAnonymous() }

// IsRoot asks for somebody.
func (u *User) IsRoot() bool { return u == Root }

// Store has them.
type Store struct{ DB *sql.DB }

// ForToken finds who has a token.
func (s Store) ForToken(hash []byte) (*User, error) {
	query := `
		SELECT users.id, users.email FROM users
		INNER JOIN tokens ON users.id = tokens.user_id
		WHERE tokens.hash = $1 AND tokens.scope = $2`
	var u User
	if err := s.DB.QueryRow(query, hash, "login").Scan(&u.ID, &u.Email); err != nil {
		return nil, err
	}
	return &u, nil
}

// Get finds anybody.
func (s Store) Get(id string) (*User, error) {
	var u User
	err := s.DB.QueryRow("SELECT id, email FROM users WHERE id = $1", id).Scan(&u.ID, &u.Email)
	return &u, err
}
