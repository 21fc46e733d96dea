// Package model has an object with personal data: none of it is in its kind.
package model

import (
	"flow/cross/pending_kinds/base"
	"flow/cross/pending_kinds/meta"
	"flow/cross/pending_kinds/scheme"
)

type Spec struct{ Name, Secret string }

// Server is an object.
type Server struct {
	base.Type
	Label string
	Owner string `pii:"name"`
	Spec  struct {
		Size int
		Key  string `pii:"credential"`
	}
}

// Copy copies.
func (s *Server) Copy() scheme.Object {
	if s == nil {
		return nil
	}
	out := new(Server)
	*out = *s
	return out
}

func register(s *scheme.Scheme) {
	s.Add(meta.Name{Group: "servers", Version: "v1"}, &Server{})
}

func upgrade(s *scheme.Scheme, in *Server) error {
	_, err := s.Convert(in, meta.Name{Version: "v2"})
	return err
}

func find(s *scheme.Scheme, in *Server) (meta.Name, error) { return s.KindOf(in) }
