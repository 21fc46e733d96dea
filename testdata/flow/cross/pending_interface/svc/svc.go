// Package svc calls an interface that nothing implements yet.
package svc

import "flow/cross/pending_interface/model"

// Notifier is implemented elsewhere.
type Notifier interface{ Notify(text string) }

// Counter is another interface that is given less.
type Counter interface{ Count(id string) }

// Service keeps both.
type Service struct {
	Notifier Notifier
	Counter  Counter
}

// New makes a service.
func New(n Notifier, c Counter) *Service { return &Service{Notifier: n, Counter: c} }

// Welcome hands the address to one and the id to the other.
func (s *Service) Welcome(c model.Customer) {
	s.Notifier.Notify(c.Email)
	s.Counter.Count(c.ID)
}
