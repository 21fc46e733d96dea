// Command delegates has middleware that hands requests on to other middleware.
package main

import (
	"fmt"
	"net/http"

	"github.com/gofiber/fiber/v2"
	fiber3 "github.com/gofiber/fiber/v3"
	"github.com/labstack/echo/v4"

	"handlers/people"
)

func main() {
	go serveFiber(known, everybody, tells)
	go serveFiber3(known3)
	go serveEcho(knownEcho, everybodyEcho)
	serve(knownHTTP, everybodyHTTP)
}

func known(c *fiber.Ctx) error {
	if people.VerifyToken(c.Get("Authorization")) != nil {
		return fiber.ErrUnauthorized
	}
	return c.Next()
}

func everybody(c *fiber.Ctx) error { return c.Next() }

func tells(c *fiber.Ctx) error { return people.VerifyToken(c.Get("Authorization")) }

func serveFiber(auth, all, check fiber.Handler) {
	app := fiber.New()
	guarded := app.Group("/guarded")
	guarded.Use(func(c *fiber.Ctx) error { return auth(c) })
	guarded.Get("/", func(c *fiber.Ctx) error { return c.JSON(people.Find(c.Query("id"))) })
	checked := app.Group("/checked")
	checked.Use(func(c *fiber.Ctx) error {
		if err := check(c); err != nil {
			return err
		}
		return c.Next()
	})
	checked.Get("/", func(c *fiber.Ctx) error { return c.JSON(people.Find(c.Query("id"))) })
	open := app.Group("/open")
	open.Use(func(c *fiber.Ctx) error { return all(c) })
	open.Get("/", func(c *fiber.Ctx) error {
		return c.JSON(people.Find(c.Query("id"))) // want `name from Person.Name and email from Person.Email reach fiber.Ctx.JSON before the caller is verified`
	})
	either := app.Group("/either")
	either.Use(func(c *fiber.Ctx) error {
		if c.Method() == fiber.MethodOptions {
			return all(c)
		}
		return auth(c)
	})
	either.All("/", func(c *fiber.Ctx) error {
		return c.JSON(people.Find(c.Query("id"))) // want `name from Person.Name and email from Person.Email reach fiber.Ctx.JSON before the caller is verified`
	})
	_ = app.Listen(":8080")
}

func known3(c fiber3.Ctx) error {
	if people.VerifyToken(c.Get("Authorization")) != nil {
		return fiber3.ErrUnauthorized
	}
	return c.Next()
}

func serveFiber3(auth fiber3.Handler) {
	app := fiber3.New()
	app.Use(func(c fiber3.Ctx) error { return auth(c) })
	app.Get("/", func(c fiber3.Ctx) error { return c.JSON(people.Find(c.Query("id"))) })
	_ = app.Listen(":8081")
}

func knownEcho(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if people.Verify(c.Request()) != nil {
			return echo.ErrUnauthorized
		}
		return next(c)
	}
}

func everybodyEcho(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error { return next(c) }
}

func serveEcho(auth, all echo.MiddlewareFunc) {
	e := echo.New()
	guarded := e.Group("/guarded")
	guarded.Use(func(next echo.HandlerFunc) echo.HandlerFunc { return auth(next) })
	guarded.GET("/", func(c echo.Context) error { return c.JSON(http.StatusOK, people.Find(c.QueryParam("id"))) })
	open := e.Group("/open")
	open.Use(func(next echo.HandlerFunc) echo.HandlerFunc { return all(next) })
	open.GET("/", func(c echo.Context) error {
		return c.JSON(http.StatusOK, people.Find(c.QueryParam("id"))) // want `name from Person.Name and email from Person.Email reach echo.Context.JSON before the caller is verified`
	})
	_ = e.Start(":8082")
}

func knownHTTP(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) == nil {
			next.ServeHTTP(w, r)
		}
	})
}

func everybodyHTTP(next http.Handler) http.Handler { return next }

func serve(auth, all func(http.Handler) http.Handler) {
	named := func(next http.Handler) http.Handler { return auth(next) }
	open := func(next http.Handler) http.Handler { return all(next) }
	http.Handle("/guarded", named(http.HandlerFunc(mine)))
	http.Handle("/open", open(http.HandlerFunc(anybodys)))
	_ = http.ListenAndServe(":8083", nil)
}

func mine(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, people.Find(r.FormValue("id")).Name)
}

func anybodys(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, people.Find(r.FormValue("id")).Name) // want `name from Person.Name reaches fmt.Fprintln before the caller is verified`
}
