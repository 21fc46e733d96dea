// Package svc calls an interface.
package svc

import "flow/cross/pending_widened/model"

// Sender is what svc needs.
type Sender interface{ Send(to string) }

// Service keeps it.
type Service struct{ sender Sender }

// New makes a service.
func New(s Sender) *Service { return &Service{sender: s} }

// Welcome sends to the address.
func (s *Service) Welcome(c model.Customer) { s.sender.Send(c.Email) }
