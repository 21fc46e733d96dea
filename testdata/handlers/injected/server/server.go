// Package server makes a router of what it is given.
package server

import (
	"github.com/gin-gonic/gin"

	"handlers/injected/mw"
	"handlers/injected/routes"
	"handlers/injected/shown"
)

// Server has the router.
type Server struct{ Engine *gin.Engine }

// New makes a server.
func New(m mw.Middleware, p shown.People) *Server {
	e := gin.New()
	e.Use(gin.Logger())
	routes.Add(e.Group("/api"), m, p)
	return &Server{Engine: e}
}

// Start serves.
func (s *Server) Start() error { return s.Engine.Run(":8000") }
