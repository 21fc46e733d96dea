// Package svc calls an interface in a field and one that is a parameter.
package svc

import "flow/cross/pending_field/model"

// Auditor is implemented elsewhere.
type Auditor interface {
	Audit(who, why string)
}

// Service is filled in by whoever makes it.
type Service struct {
	Name    string
	Auditor Auditor
}

// Close hands on the address as the reason, through a helper.
func (s *Service) Close(c *model.Customer) { s.audit(c.ID, "closed "+c.Email) }

func (s *Service) audit(who, why string) { s.Auditor.Audit(who, why) }
