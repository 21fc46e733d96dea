// Program setups hands handlers and middleware over to functions that know where
// they belong.
package main

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"

	"handlers/people"
	"handlers/setups/routes"
)

func check(c *fiber.Ctx) error {
	if people.VerifyToken(c.Get("Authorization")) != nil {
		return fiber.ErrUnauthorized
	}
	return c.Next()
}

func unchecked(c *fiber.Ctx) error {
	_ = people.VerifyToken(c.Get("Authorization"))
	return c.Next()
}

func mine(c *fiber.Ctx) error { return c.JSON(people.Find(c.Query("id"))) }

func theirs(c *fiber.Ctx) error { return c.SendString(people.Find(c.Query("id")).Email) }

func news(c *fiber.Ctx) error {
	return c.SendString(people.Find(c.Query("id")).Name) // want `name from Person.Name reaches fiber.Ctx.SendString before the caller is verified`
}

func loose(c *fiber.Ctx) error {
	return c.SendString(people.Find(c.Query("id")).Email) // want `email from Person.Email reaches fiber.Ctx.SendString before the caller is verified`
}

// direct registers its parameters, as routes of the same package.
func direct(app *fiber.App, check, h fiber.Handler) {
	app.Use("/direct", check)
	app.Get("/direct/x", h)
}

func serveFiber() error {
	app := fiber.New()
	l := routes.Layout{App: app, Check: check, Mine: mine, Theirs: theirs, News: news}
	l.Setup()
	return app.Listen(":8080")
}

func servePlain() error {
	app := fiber.New()
	direct(app, check, func(c *fiber.Ctx) error { return c.JSON(people.Find(c.Query("id"))) })
	return app.Listen(":8081")
}

func serveLoose() error {
	app := fiber.New()
	direct(app, unchecked, loose)
	return app.Listen(":8082")
}

func ginCheck(c *gin.Context) {
	if people.VerifyToken(c.GetHeader("Authorization")) != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Next()
}

func first(c *gin.Context) {
	c.JSON(http.StatusOK, people.Find(c.Query("id"))) // want `name from Person.Name and email from Person.Email reach gin.Context.JSON before the caller is verified`
}

func second(c *gin.Context) { c.JSON(http.StatusOK, people.Find(c.Query("id"))) }

func serveGin() error {
	r := gin.New()
	routes.Two(r, first, second, ginCheck)
	return r.Run(":8083")
}

func main() {
	for _, serve := range []func() error{serveFiber, servePlain, serveLoose, serveGin} {
		go serve()
	}
	select {}
}
