// Package app serves modules.
package app

import (
	"net/http"

	"github.com/gofiber/fiber/v3"
)

type server interface {
	Start()
	Group(prefix string) fiber.Router
}

type Module interface{ RegisterRoutes(r fiber.Router) }

type httpServer struct{ app *fiber.App }

func newServer() server { return &httpServer{fiber.New()} }

func (s *httpServer) Start() {
	go func() {
		if err := s.app.Listen(":80"); err != nil && err != http.ErrServerClosed {
			panic(err)
		}
	}()
}

func (s *httpServer) Group(p string) fiber.Router { return s.app.Group(p) }

type App struct{ s server }

func New() *App { return &App{newServer()} }

func (a *App) Register(ms ...Module) {
	for _, m := range ms {
		m.RegisterRoutes(a.s.Group("/api"))
	}
}

func (a *App) Run() { a.s.Start() }
