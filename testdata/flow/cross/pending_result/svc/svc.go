// Package svc logs what implementations bound elsewhere give back.
package svc

import (
	"fmt"
	"log"
	"log/slog"

	"flow/cross/pending_result/model"
)

// Describer makes a text of a customer.
type Describer interface {
	Describe(c *model.Customer) string
}

// Directory looks a text up.
type Directory interface {
	Contact(id string) (string, error)
	Region(id string) string
}

// Card has no tags.
type Card struct{ Title, Line string }

// Printer makes cards.
type Printer interface{ Card(id string) Card }

// Service keeps them.
type Service struct {
	D Describer
	R Directory
	P Printer
}

// Welcome logs a text that an implementation made of the customer.
func (s *Service) Welcome(c *model.Customer) { log.Println("welcome", s.D.Describe(c)) }

// Contact goes through a helper and an error.
func (s *Service) Contact(id string) error {
	to, err := s.contact(id)
	if err != nil {
		return err
	}
	return fmt.Errorf("cannot reach %s", to)
}

func (s *Service) contact(id string) (string, error) {
	to, err := s.R.Contact(id)
	if err != nil {
		return "", err
	}
	return "<" + to + ">", nil
}

// Region logs the other method's result.
func (s *Service) Region(id string) { slog.Info("region", "region", s.R.Region(id)) }

// Print logs one field of a result.
func (s *Service) Print(id string) {
	c := s.P.Card(id)
	log.Print(c.Line)
}

// Lookup hands it on to whoever asks.
func (s *Service) Lookup(id string) string { return s.R.Region(id) }
