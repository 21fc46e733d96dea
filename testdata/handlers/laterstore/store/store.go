// Package store keeps people behind an interface.
package store

import "handlers/people"

// Store finds people.
type Store interface {
	Find(id string) (people.Person, error)
}

type memory struct{ all map[string]people.Person }

func (m *memory) Find(id string) (people.Person, error) { return m.all[id], nil }

// InMemory is a store of these.
func InMemory(all map[string]people.Person) Store { return &memory{all} }
