// Package fiberroutes registers handlers with fiber.
package fiberroutes

import (
	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/basicauth"
	"github.com/gofiber/fiber/v2/middleware/recover"

	"handlers/people"
)

// App serves everything below.
func App() *fiber.App {
	app := fiber.New()
	app.Use(recover.New())
	app.Use(logged)
	app.Get("/get", get)
	app.Post("/post", post)
	app.All("/all", all)
	app.Get("/perroute", requireUser, perRoute)
	app.Get("/perlogged", logged, perLogged)
	app.Get("/made", made(), behindMade)
	app.Get("/notnext", notNext, behindNotNext)
	app.Get("/ignored", ignored, behindIgnored)
	app.Get("/literal", func(c *fiber.Ctx) error {
		return c.JSON(people.Find("1")) // want `name from Person.Name and email from Person.Email reach fiber.Ctx.JSON`
	})
	app.Get("/basic", basicauth.New(basicauth.Config{}), basic)
	api := app.Group("/api")
	api.Get("/before", before)
	api.Use(requireUser)
	api.Get("/after", after)
	private := app.Group("/private", requireUser)
	private.Get("/one", privateOne)
	private.Group("/deep").Get("/two", privateTwo)
	app.Route("/route", func(r fiber.Router) {
		r.Get("/open", routeOpen)
		r.Use(requireUser)
		r.Get("/safe", routeSafe)
	})
	app.Use("/prefix", requireUser)
	app.Get("/prefix/one", prefixed)
	app.Get("/text", text)
	app.Get("/send", send)
	app.Get("/set", set)
	app.Get("/cookie", cookie)
	app.Get("/writef", writef)
	app.Get("/render", render)
	app.Get("/redirect", redirect)
	app.Get("/id", id)
	app.Get("/checked", checked)
	register(app)
	return app
}

func logged(c *fiber.Ctx) error { return c.Next() }

func requireUser(c *fiber.Ctx) error {
	if err := people.VerifyToken(c.Get("Authorization")); err != nil {
		return c.SendStatus(fiber.StatusUnauthorized)
	}
	return c.Next()
}

func made() fiber.Handler {
	return func(c *fiber.Ctx) error {
		if people.IsVerified(c.Get("Authorization")) {
			return c.Next()
		}
		return fiber.ErrUnauthorized
	}
}

func notNext(c *fiber.Ctx) error { return c.SendStatus(404) }

func ignored(c *fiber.Ctx) error {
	_ = people.VerifyToken(c.Get("Authorization"))
	return c.Next()
}

func get(c *fiber.Ctx) error {
	return c.JSON(people.Find("1")) // want `reach fiber.Ctx.JSON before the caller is verified`
}

func post(c *fiber.Ctx) error {
	return c.Status(201).JSON(fiber.Map{"person": people.Find("1")}) // want `reach fiber.Ctx.JSON`
}

func all(c *fiber.Ctx) error {
	return c.JSON(people.Find("1").Email) // want `email from Person.Email reaches`
}

func perRoute(c *fiber.Ctx) error { return c.JSON(people.Find("1")) }

func perLogged(c *fiber.Ctx) error {
	return c.JSON(people.Find("1").Email) // want `email from Person.Email reaches`
}

func behindMade(c *fiber.Ctx) error { return c.JSON(people.Find("1")) }

// A false alarm: that nothing goes on is taken for something that was not seen.
func behindNotNext(c *fiber.Ctx) error {
	return c.JSON(people.Find("1")) // want `reach fiber.Ctx.JSON`
}

func behindIgnored(c *fiber.Ctx) error {
	return c.JSON(people.Find("1").Email) // want `email from Person.Email reaches`
}

func prefixed(c *fiber.Ctx) error { return c.JSON(people.Find("1")) }

func basic(c *fiber.Ctx) error { return c.JSON(people.Find("1")) }

func before(c *fiber.Ctx) error {
	return c.JSON(people.Find("1").Email) // want `email from Person.Email reaches`
}

func after(c *fiber.Ctx) error { return c.JSON(people.Find("1")) }

func privateOne(c *fiber.Ctx) error { return c.JSON(people.Find("1")) }

func privateTwo(c *fiber.Ctx) error { return c.JSON(people.Find("1")) }

func routeOpen(c *fiber.Ctx) error {
	return c.JSON(people.Find("1").Email) // want `email from Person.Email reaches`
}

func routeSafe(c *fiber.Ctx) error { return c.JSON(people.Find("1")) }

func text(c *fiber.Ctx) error {
	return c.SendString(people.Find("1").Email) // want `email from Person.Email reaches fiber.Ctx.SendString`
}

func send(c *fiber.Ctx) error {
	return c.Send([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
}

func set(c *fiber.Ctx) error {
	c.Set("X-Mail", people.Find("1").Email) // want `email from Person.Email reaches`
	return nil
}

func cookie(c *fiber.Ctx) error {
	c.Cookie(&fiber.Cookie{Name: "mail", Value: people.Find("1").Email}) // want `email from Person.Email reaches`
	return nil
}

func writef(c *fiber.Ctx) error {
	_, err := c.Writef("%s", people.Find("1").Email) // want `email from Person.Email reaches`
	return err
}

func render(c *fiber.Ctx) error {
	return c.Render("page", people.Find("1")) // want `reach fiber.Ctx.Render`
}

func redirect(c *fiber.Ctx) error {
	return c.Redirect("/?mail=" + people.Find("1").Email) // want `email from Person.Email reaches`
}

func id(c *fiber.Ctx) error { return c.JSON(people.Find("1").ID) }

func checked(c *fiber.Ctx) error {
	if err := people.VerifyToken(c.Get("Authorization")); err != nil {
		return err
	}
	return c.JSON(people.Find("1"))
}

func register(r fiber.Router) {
	r.Get("/registered", registered)
	r.Group("/reg", requireUser).Get("/safe", registeredSafe)
}

func registered(c *fiber.Ctx) error {
	return c.JSON(people.Find("1").Email) // want `email from Person.Email reaches`
}

func registeredSafe(c *fiber.Ctx) error { return c.JSON(people.Find("1")) }

func listen() error {
	app := fiber.New()
	app.Use(requireUser)
	app.Get("/one", listened)
	return app.Listen(":8080")
}

func listened(c *fiber.Ctx) error { return c.JSON(people.Find("1")) }

func listenOpen() error {
	app := fiber.New()
	app.Get("/one", listenedOpen)
	return app.Listen(":8080")
}

func listenedOpen(c *fiber.Ctx) error {
	return c.JSON(people.Find("1").Email) // want `email from Person.Email reaches`
}

var _ = []any{listen, listenOpen}
