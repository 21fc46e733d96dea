// Package fiberadaptors serves handlers and middleware of net/http with fiber.
package fiberadaptors

import (
	"net/http"

	fiber2 "github.com/gofiber/fiber/v2"
	adaptor2 "github.com/gofiber/fiber/v2/middleware/adaptor"
	"github.com/gofiber/fiber/v3"
	"github.com/gofiber/fiber/v3/middleware/adaptor"

	"handlers/people"
)

func requireUser(c fiber.Ctx) error {
	if err := people.VerifyToken(c.Get("Authorization")); err != nil {
		return c.SendStatus(fiber.StatusUnauthorized)
	}
	return c.Next()
}

func shown(w http.ResponseWriter, r *http.Request) {
	_, _ = w.Write([]byte(people.Find("1").Name)) // want `name from Person.Name reaches http.ResponseWriter.Write`
}

func hidden(w http.ResponseWriter, r *http.Request) {
	_, _ = w.Write([]byte(people.Find("1").Name))
}

func requireToken(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if people.VerifyToken(r.Header.Get("Authorization")) != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func counted(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { next.ServeHTTP(w, r) })
}

// Adapted has handlers and middleware of net/http.
func Adapted() error {
	app := fiber.New()
	app.Get("/shown", adaptor.HTTPHandlerFunc(shown))
	app.Get("/hidden", requireUser, adaptor.HTTPHandler(http.HandlerFunc(hidden)))
	app.Use("/counted", adaptor.HTTPMiddleware(counted))
	app.Get("/counted/x", func(c fiber.Ctx) error {
		return c.JSON(people.Find("1")) // want `name from Person.Name and email from Person.Email reach fiber.Ctx.JSON`
	})
	app.Use("/token", adaptor.HTTPMiddleware(requireToken))
	app.Get("/token/x", func(c fiber.Ctx) error { return c.JSON(people.Find("1")) })
	return http.ListenAndServe(":3000", adaptor.FiberApp(app))
}

func shown2(w http.ResponseWriter, r *http.Request) {
	_, _ = w.Write([]byte(people.Find("1").Name)) // want `name from Person.Name reaches http.ResponseWriter.Write`
}

// Adapted2 has them in fiber v2.
func Adapted2() error {
	app := fiber2.New()
	app.Get("/shown", adaptor2.HTTPHandlerFunc(shown2))
	app.Get("/hidden", adaptor2.HTTPMiddleware(requireToken), adaptor2.HTTPHandlerFunc(hidden))
	return app.Listen(":3000")
}
