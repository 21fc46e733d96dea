// Package store gives out what model declares.
package store

import "flow/cross/indirect_import/model"

// Store keeps customers.
type Store struct{ all map[string]*model.Customer }

// Find gives one.
func (s *Store) Find(id string) (*model.Customer, bool) {
	c, ok := s.all[id]
	return c, ok
}

// All gives all.
func (s *Store) All() []*model.Customer {
	var out []*model.Customer
	for _, c := range s.all {
		out = append(out, c)
	}
	return out
}
