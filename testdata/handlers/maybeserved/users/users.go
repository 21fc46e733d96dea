// Package users has a module of the application.
package users

import "github.com/gofiber/fiber/v3"

type User struct {
	Email string `pii:"email"`
}

var users = map[string]User{}

type Module struct{}

func New() *Module { return &Module{} }

func (m *Module) RegisterRoutes(r fiber.Router) {
	show(r)
}

func show(r fiber.Router) {
	r.Get("/me", func(c fiber.Ctx) error { return c.JSON(users["a"]) })
}
