// Package store fills what it gives back from rows and documents, of which no
// more is known than the types.
package store

import (
	"database/sql"
	"encoding/json"

	"flow/cross/filled_elsewhere/model"
)

// Queryer has no implementation here.
type Queryer interface {
	Get(dst any, query string, args ...any) error
	Select(dst any, query string, args ...any) error
}

// Store reads users.
type Store struct {
	DB  *sql.DB
	Q   Queryer
	raw []byte
}

// ByID reads into memory of its own.
func (s *Store) ByID(id string) (*model.User, error) {
	var u model.User
	if err := s.Q.Get(&u, "select * from users where id = ?", id); err != nil {
		return nil, err
	}
	return &u, nil
}

// Value returns what it read.
func (s *Store) Value(id string) (u model.User, err error) {
	err = s.DB.QueryRow("select id, email from users where id = ?", id).Scan(&u.ID, &u.Email)
	return u, err
}

// All reads a list.
func (s *Store) All() ([]model.User, error) {
	var us []model.User
	err := s.Q.Select(&us, "select * from users")
	return us, err
}

// ByKey reads into a map of pointers.
func (s *Store) ByKey() map[string]*model.User {
	out := map[string]*model.User{}
	us, _ := s.All()
	for i := range us {
		out[us[i].ID] = &us[i]
	}
	return out
}

// Decode fills what it is given.
func Decode(data []byte, v any) error { return json.Unmarshal(data, v) }

// Load names only a type parameter.
func Load[T any](q Queryer, id string) (*T, error) {
	var v T
	err := q.Get(&v, id)
	return &v, err
}

// LoadAll is Load for lists.
func LoadAll[T any](q Queryer) ([]T, error) {
	var vs []T
	err := q.Select(&vs, "")
	return vs, err
}

// Empty fills nothing.
func Empty(id string) *model.User {
	u := model.User{ID: id}
	return &u
}
