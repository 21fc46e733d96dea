// Package boxedwords compares what a session has with a word.
package boxedwords

import (
	"github.com/gofiber/fiber/v3"
	"github.com/gofiber/fiber/v3/middleware/session"

	"handlers/people"
)

func signedIn(c fiber.Ctx) error {
	if session.FromContext(c).Get("authenticated") != true {
		return c.Redirect().To("/login")
	}
	return c.Next()
}

func notOut(c fiber.Ctx) error {
	if session.FromContext(c).Get("authenticated") == false {
		return c.Redirect().To("/login")
	}
	return c.Next()
}

func notIn(c fiber.Ctx) error {
	if session.FromContext(c).Get("authenticated") != false {
		return c.Redirect().To("/login")
	}
	return c.Next()
}

// Serve serves all of them.
func Serve() error {
	app := fiber.New()
	app.Use(session.New())
	app.Get("/in", signedIn, func(c fiber.Ctx) error { return c.JSON(people.Find("1")) })
	app.Get("/out", notOut, func(c fiber.Ctx) error {
		return c.JSON(people.Find("1")) // want `name from Person.Name and email from Person.Email reach fiber.Ctx.JSON`
	})
	app.Get("/new", notIn, func(c fiber.Ctx) error {
		return c.JSON(people.Find("1")) // want `name from Person.Name and email from Person.Email reach fiber.Ctx.JSON`
	})
	return app.Listen(":1")
}
