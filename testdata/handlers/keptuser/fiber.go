package keptuser

import (
	fiber2 "github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v3"

	"handlers/people"
)

func fiberOptional(c *fiber2.Ctx) error {
	if people.VerifyToken(c.Get("Authorization")) == nil {
		c.Locals("user", &User{ID: "1"})
	}
	return c.Next()
}

// Fiber has fiber's routes.
func Fiber() *fiber2.App {
	app := fiber2.New()
	app.Use(fiberOptional)
	app.Get("/checked", func(c *fiber2.Ctx) error {
		u, ok := c.Locals("user").(*User)
		if !ok {
			return fiber2.ErrUnauthorized
		}
		return c.JSON(people.Find(u.ID))
	})
	app.Get("/nil", func(c *fiber2.Ctx) error {
		if c.Locals("user") == nil {
			return fiber2.ErrUnauthorized
		}
		return c.JSON(people.Find("1"))
	})
	app.Get("/other", func(c *fiber2.Ctx) error {
		if c.Locals("other") != nil {
			return fiber2.ErrUnauthorized
		}
		return c.JSON(people.Find("1")) // want `email from Person.Email`
	})
	return app
}

// Fiber3 has fiber v3's routes.
func Fiber3() *fiber.App {
	app := fiber.New()
	app.Use(func(c fiber.Ctx) error {
		if people.VerifyToken(c.Get("Authorization")) == nil {
			c.Locals("user", &User{ID: "1"})
			fiber.Locals[string](c, "id", "1")
		}
		return c.Next()
	})
	app.Get("/checked", func(c fiber.Ctx) error {
		if _, ok := c.Locals("user").(*User); !ok {
			return fiber.ErrUnauthorized
		}
		return c.JSON(people.Find("1"))
	})
	app.Get("/generic", func(c fiber.Ctx) error {
		id := fiber.Locals[string](c, "id")
		if id == "" {
			return fiber.ErrUnauthorized
		}
		return c.JSON(people.Find(id))
	})
	app.Get("/unchecked", func(c fiber.Ctx) error {
		id := fiber.Locals[string](c, "id")
		return c.JSON(people.Find(id)) // want `email from Person.Email`
	})
	return app
}

// ServeFiber serves both.
func ServeFiber() error {
	go Fiber3().Listen(":8084")
	return Fiber().Listen(":8083")
}
