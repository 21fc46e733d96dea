// Package fiberprefixes has middleware and apps below paths.
package fiberprefixes

import (
	"strings"

	"github.com/gofiber/fiber/v3"

	"handlers/people"
)

func requireUser(c fiber.Ctx) error {
	if err := people.VerifyToken(c.Get("Authorization")); err != nil {
		return c.SendStatus(fiber.StatusUnauthorized)
	}
	return c.Next()
}

// Lists has middleware below several paths.
func Lists() error {
	app := fiber.New()
	app.Use([]string{"/in", "/own"}, requireUser)
	app.Get("/in/:id", func(c fiber.Ctx) error { return c.JSON(people.Find("1")) })
	app.Get("/own/:id", func(c fiber.Ctx) error { return c.JSON(people.Find("1")) })
	app.Get("/out/:id", func(c fiber.Ctx) error {
		return c.JSON(people.Find("1")) // want `name from Person.Name and email from Person.Email reach fiber.Ctx.JSON`
	})
	return app.Listen(":3000")
}

// Somewhere has middleware below a path that nobody knows.
func Somewhere(prefix string) error {
	app := fiber.New()
	app.Use(prefix, requireUser)
	app.Get("/in/:id", func(c fiber.Ctx) error {
		return c.JSON(people.Find("1")) // want `name from Person.Name and email from Person.Email reach fiber.Ctx.JSON`
	})
	return app.Listen(":3000")
}

// filtered lets everybody see what is free, by the whole path of a request.
func filtered(c fiber.Ctx) error {
	if strings.HasPrefix(c.Path(), "/shop/free") {
		return c.Next()
	}
	return requireUser(c)
}

func shop() *fiber.App {
	app := fiber.New()
	app.Use(filtered)
	app.Get("/free", func(c fiber.Ctx) error {
		return c.JSON(people.Find("1")) // want `name from Person.Name and email from Person.Email reach fiber.Ctx.JSON`
	})
	app.Get("/paid", func(c fiber.Ctx) error { return c.JSON(people.Find("1")) })
	return app
}

// Mounted serves an app below a path.
func Mounted() error {
	app := fiber.New()
	app.Use("/shop", shop())
	return app.Listen(":3000")
}
