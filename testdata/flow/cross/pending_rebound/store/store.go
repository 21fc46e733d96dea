// Package store is given its logger, and hands it on.
package store

import "flow/cross/pending_rebound/model"

// Logger is implemented elsewhere.
type Logger interface {
	Infof(format string, args ...any)
	With(kv ...any) Logger
}

// Store keeps its logger.
type Store struct{ log Logger }

// New makes a store.
func New(l Logger) *Store { return &Store{log: l.With("in", "store")} }

// Find prints what it found.
func (s *Store) Find(c *model.Customer) bool {
	s.log.Infof("found %s", c.ID)
	s.log.Infof("found %s", c.Email)
	return c.Email != ""
}

// Finder is what a service needs.
type Finder interface{ Find(*model.Customer) bool }

// Service finds with whatever it is given.
type Service struct{ finder Finder }

// Serve makes a service.
func Serve(f Finder) *Service { return &Service{finder: f} }

// Login asks the finder.
func (s *Service) Login(c *model.Customer) bool { return s.finder.Find(c) }
