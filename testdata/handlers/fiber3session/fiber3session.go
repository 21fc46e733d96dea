// Package fiber3session asks the session of fiber v3 who has logged in.
package fiber3session

import (
	"github.com/gofiber/fiber/v3"
	"github.com/gofiber/fiber/v3/middleware/session"

	"handlers/people"
)

// App serves everything below.
func App(store *session.Store) *fiber.App {
	s := &server{store}
	app := fiber.New()
	app.Use(session.New())
	app.Get("/profile", profile)
	app.Get("/seen", seen)
	app.Get("/stored", s.stored)
	app.Get("/guarded", requireUser, guarded)
	return app
}

type server struct{ store *session.Store }

func profile(c fiber.Ctx) error {
	id, ok := session.FromContext(c).Get("user_id").(string)
	if !ok {
		return c.Redirect().To("/login")
	}
	return c.JSON(people.Find(id))
}

// seen looks for what strangers have as well.
func seen(c fiber.Ctx) error {
	id, ok := session.FromContext(c).Get("last_seen").(string)
	if !ok {
		return c.SendStatus(fiber.StatusNotFound)
	}
	return c.JSON(people.Find(id)) // want `name from Person.Name and email from Person.Email reach fiber.Ctx.JSON`
}

func (s *server) stored(c fiber.Ctx) error {
	sess, err := s.store.Get(c)
	if err != nil {
		return err
	}
	if sess.Get("user_id") == nil {
		return c.SendStatus(fiber.StatusUnauthorized)
	}
	return c.JSON(people.Find("1"))
}

func requireUser(c fiber.Ctx) error {
	if session.FromContext(c).Get("user_id") == nil {
		return fiber.ErrUnauthorized
	}
	return c.Next()
}

func guarded(c fiber.Ctx) error { return c.JSON(people.Find("1")) }
