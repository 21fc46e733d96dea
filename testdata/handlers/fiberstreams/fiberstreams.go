// Package fiberstreams writes bodies as they go, as fiber v2 and v3 have it.
package fiberstreams

import (
	"bufio"
	"fmt"
	"strconv"

	fiber2 "github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v3"
	"github.com/valyala/fasthttp"

	"handlers/people"
)

// App2 serves with fiber v2.
func App2() *fiber2.App {
	app := fiber2.New()
	app.Get("/events", events2)
	app.Get("/count", count2)
	app.Get("/guarded", requireUser2, guarded2)
	return app
}

func events2(c *fiber2.Ctx) error {
	c.Set("Content-Type", "text/event-stream")
	c.Context().SetBodyStreamWriter(fasthttp.StreamWriter(func(w *bufio.Writer) { // want `email from Person.Email reaches fasthttp.RequestCtx.SetBodyStreamWriter before the caller is verified`
		fmt.Fprintf(w, "data: %s\n\n", people.Find("1").Email)
		w.Flush()
	}))
	return nil
}

func count2(c *fiber2.Ctx) error {
	c.Context().SetBodyStreamWriter(func(w *bufio.Writer) {
		w.WriteString(strconv.Itoa(len(people.Find("1").Email)))
	})
	return nil
}

func requireUser2(c *fiber2.Ctx) error {
	if err := people.VerifyToken(c.Get("Authorization")); err != nil {
		return c.SendStatus(fiber2.StatusUnauthorized)
	}
	return c.Next()
}

func guarded2(c *fiber2.Ctx) error {
	c.Context().SetBodyStreamWriter(func(w *bufio.Writer) { w.WriteString(people.Find("1").Email) })
	return nil
}

// App serves with fiber v3.
func App() *fiber.App {
	app := fiber.New()
	app.Get("/events", events)
	app.Get("/raw", raw)
	app.Get("/guarded", requireUser, guarded)
	return app
}

func events(c fiber.Ctx) error {
	return c.SendStreamWriter(func(w *bufio.Writer) { // want `email from Person.Email reaches fiber.Ctx.SendStreamWriter before the caller is verified`
		w.WriteString("data: " + people.Find("1").Email + "\n\n")
	})
}

func raw(c fiber.Ctx) error {
	c.RequestCtx().SetBodyStreamWriter(write) // want `name from Person.Name reaches fasthttp.RequestCtx.SetBodyStreamWriter before the caller is verified`
	return nil
}

func write(w *bufio.Writer) { fmt.Fprintln(w, people.Find("1").Name) }

func requireUser(c fiber.Ctx) error {
	if err := people.VerifyToken(c.Get("Authorization")); err != nil {
		return fiber.ErrUnauthorized
	}
	return c.Next()
}

func guarded(c fiber.Ctx) error { return c.SendStreamWriter(write) }
