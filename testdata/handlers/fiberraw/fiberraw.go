// Package fiberraw writes with what lies below fiber, and registers several handlers for
// one path.
package fiberraw

import (
	fiber2 "github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v3"

	"handlers/people"
)

// App2 serves with fiber v2.
func App2() *fiber2.App {
	app := fiber2.New()
	app.Get("/raw", raw2)
	app.Get("/id", id2)
	return app
}

func raw2(c *fiber2.Ctx) error {
	p := people.Find("1")
	c.Context().SetBodyString(p.Email)           // want `email from Person.Email reaches fasthttp.RequestCtx.SetBodyString before`
	c.Context().Response.SetBody([]byte(p.Name)) // want `name from Person.Name reaches fasthttp.Response.SetBody before`
	c.Context().SuccessString("text", p.Email)   // want `email from Person.Email reaches fasthttp.RequestCtx.SuccessString before`
	c.Response().Header.Set("X-Name", p.Name)    // want `name from Person.Name reaches fasthttp.ResponseHeader.Set before`
	c.Response().AppendBodyString(p.Email)       // want `email from Person.Email reaches fasthttp.Response.AppendBodyString before`
	return nil
}

func id2(c *fiber2.Ctx) error {
	c.Response().Header.Set("X-ID", people.Find("1").ID)
	c.Context().SetBodyString(people.Find("1").ID)
	return nil
}

// App serves with fiber v3.
func App() *fiber.App {
	app := fiber.New()
	app.Get("/raw", raw)
	app.RouteChain("/checked").All(known).Get(checked)
	app.RouteChain("/open").All(passing).Get(open)
	return app
}

func raw(c fiber.Ctx) error {
	c.Response().SetBodyString(people.Find("1").Email) // want `email from Person.Email reaches fasthttp.Response.SetBodyString before`
	c.RequestCtx().Error(people.Find("1").Email, 400)  // want `email from Person.Email reaches fasthttp.RequestCtx.Error before`
	return nil
}

func known(c fiber.Ctx) error {
	if people.VerifyToken(c.Get("Authorization")) != nil {
		return c.SendStatus(fiber.StatusUnauthorized)
	}
	return c.Next()
}

func passing(c fiber.Ctx) error { return c.Next() }

func checked(c fiber.Ctx) error { return c.JSON(people.Find("1")) }

func open(c fiber.Ctx) error { return c.JSON(people.Find("1")) } // want `name from Person.Name and email from Person.Email reach fiber.Ctx.JSON before`
