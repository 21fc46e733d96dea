package senterrors

import (
	"errors"
	"fmt"

	fiber2 "github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v3"

	"handlers/people"
)

// Fiber answers with the text of any error.
func Fiber() error {
	app := fiber.New()
	app.Get("/locked", fiberLocked)
	app.Get("/wrapped", fiberWrapped)
	app.Get("/middle", fiberMiddle, fiberPlain)
	app.Get("/plain", fiberPlain)
	app.Get("/behind", requireFiber, fiberBehind)
	app.Group("/group").Get("/locked", func(c fiber.Ctx) error {
		//pii:allow error the tests are about responses
		return fiber.NewError(423, people.Find("1").Email) // want `email from Person.Email reaches the error handler of fiber`
	})
	app.Use(func(c fiber.Ctx) error {
		//pii:allow error the tests are about responses
		return errors.New("nothing here but " + people.Find("1").Name) // want `name from Person.Name reaches the error handler of fiber`
	})
	return app.Listen(":3000")
}

func requireFiber(c fiber.Ctx) error {
	if err := people.VerifyToken(c.Get("Authorization")); err != nil {
		return fiber.NewError(fiber.StatusUnauthorized, err.Error())
	}
	return c.Next()
}

func fiberLocked(c fiber.Ctx) error {
	p := people.Find(c.Params("id"))
	//pii:allow error the tests are about responses
	return fiber.NewError(fiber.StatusLocked, "locked: "+p.Email) // want `email from Person.Email reaches the error handler of fiber before the caller is verified`
}

func fiberWrapped(c fiber.Ctx) error {
	if err := mail(people.Find("1")); err != nil {
		return fmt.Errorf("mail: %w", err) // want `email from Person.Email reaches the error handler of fiber`
	}
	return c.SendStatus(204)
}

//pii:allow error the tests are about responses
func mail(p people.Person) error { return fmt.Errorf("no mail for %s", p.Email) }

func fiberMiddle(c fiber.Ctx) error {
	if c.Params("id") == "" {
		//pii:allow error the tests are about responses
		return fiber.NewError(400, people.Find("1").Email) // want `email from Person.Email reaches the error handler of fiber`
	}
	return c.Next()
}

func fiberPlain(c fiber.Ctx) error {
	if people.Find("1").Email == "" {
		return fiber.ErrNotFound
	}
	return c.SendStatus(204)
}

//pii:allow error the tests are about responses
func fiberBehind(c fiber.Ctx) error { return fiber.NewError(423, people.Find("1").Email) }

// OwnFiber has a handler for errors that says nothing of them.
func OwnFiber() error {
	app := fiber.New(fiber.Config{ErrorHandler: func(c fiber.Ctx, err error) error { return c.SendStatus(500) }})
	//pii:allow error the tests are about responses
	app.Get("/locked", func(c fiber.Ctx) error { return fiber.NewError(423, people.Find("1").Email) })
	//pii:allow error the tests are about responses
	app.Group("/group").Get("/locked", func(c fiber.Ctx) error { return errors.New(people.Find("1").Email) })
	return app.Listen(":3000")
}

// Fiber2 is the same of the version before.
func Fiber2() error {
	app := fiber2.New(fiber2.Config{AppName: "people"})
	app.Get("/locked", func(c *fiber2.Ctx) error {
		//pii:allow error the tests are about responses
		return fiber2.NewError(423, "locked: "+people.Find("1").Email) // want `email from Person.Email reaches the error handler of fiber`
	})
	app.Post("/other", func(c *fiber2.Ctx) error {
		//pii:allow error the tests are about responses
		return fmt.Errorf("locked: %s", people.Find("1").Name) // want `name from Person.Name reaches the error handler of fiber`
	})
	return app.Listen(":3000")
}
