// Package app fills in the field.
package app

import (
	"flow/cross/pending_field/svc"
	"flow/cross/pending_field/whologs"
	"flow/cross/pending_field/whylogs"
)

func byLiteral() *svc.Service {
	return &svc.Service{Name: "x", Auditor: whologs.Auditor{}}
}

func byAssignment(s *svc.Service) {
	s.Auditor = whologs.Auditor{}
	s.Auditor = whylogs.Auditor{} // want `email from Customer.Email reaches slog.Info`
}

func notBound(s *svc.Service) {
	a := whylogs.Auditor{}
	a.Audit(s.Name, "started")
}
