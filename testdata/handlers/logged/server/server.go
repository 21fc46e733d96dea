// Package server serves what package api has.
package server

import (
	"github.com/labstack/echo/v4"

	"handlers/logged/api"
)

// Server has a router of its own.
type Server struct {
	e   *echo.Echo
	log api.Logger
}

// New makes a server.
func New(log api.Logger) *Server { return &Server{echo.New(), log} }

// Run serves.
func (s *Server) Run() error {
	s.log.Infof("starting")
	api.Routes(s.e, api.New(s.log), s.log)
	return s.e.Start(":8080")
}
