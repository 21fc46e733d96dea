// Package echo5forms registers routes and looks for callers in the ways that only echo v5 has.
package echo5forms

import (
	"net/http"

	"github.com/labstack/echo/v5"

	"handlers/people"
)

func requireUser(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c *echo.Context) error {
		if people.Verify(c.Request()) != nil {
			return echo.ErrUnauthorized
		}
		return next(c)
	}
}

func open(c *echo.Context) error {
	return c.JSON(200, people.Find("1")) // want `name from Person.Name and email from Person.Email reach echo.Context.JSON`
}

func shut(c *echo.Context) error { return c.JSON(200, people.Find("1")) }

// Literals has routes that are literals.
func Literals() error {
	e := echo.New()
	g := e.Group("/g")
	if _, err := e.AddRoute(echo.Route{Method: http.MethodGet, Path: "/open", Handler: open}); err != nil {
		return err
	}
	g.AddRoute(echo.Route{Method: http.MethodGet, Path: "/shut", Handler: shut, Middlewares: []echo.MiddlewareFunc{requireUser}})
	return e.Start(":1")
}

// Hosts has a router for each host.
func Hosts() error {
	api := echo.New()
	api.Use(requireUser)
	api.GET("/", func(c *echo.Context) error { return c.JSON(200, people.Find("1")) })
	blog := echo.New()
	blog.GET("/", func(c *echo.Context) error {
		return c.JSON(200, people.Find("1")) // want `name from Person.Name and email from Person.Email reach echo.Context.JSON`
	})
	return echo.NewVirtualHostHandler(map[string]*echo.Echo{"api": api, "blog": blog}).Start(":1")
}

type caller struct{ id string }

// leaveUser lets everybody pass.
func leaveUser(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c *echo.Context) error {
		if people.Verify(c.Request()) == nil {
			c.Set("caller", &caller{"1"})
		}
		c.Set("language", "en")
		return next(c)
	}
}

func me(c *echo.Context) error {
	u, err := echo.ContextGet[*caller](c, "caller")
	if err != nil {
		return echo.ErrUnauthorized.Wrap(err)
	}
	return c.JSON(200, people.Find(u.id))
}

func mine(c *echo.Context) error {
	u, err := echo.ContextGet[*caller](c, "caller")
	if err != nil && c.QueryParam("strict") != "" {
		return echo.ErrUnauthorized
	}
	return c.JSON(200, people.Find(u.id)) // want `name from Person.Name and email from Person.Email reach echo.Context.JSON`
}

func other(c *echo.Context) error {
	if _, err := echo.ContextGet[string](c, "language"); err != nil {
		return echo.ErrBadRequest
	}
	return c.JSON(200, people.Find("1")) // want `name from Person.Name and email from Person.Email reach echo.Context.JSON`
}

func whatever(c *echo.Context) error {
	u, err := echo.ContextGetOr(c, "caller", &caller{"guest"})
	if err != nil {
		return err
	}
	return c.JSON(200, people.Find(u.id)) // want `name from Person.Name and email from Person.Email reach echo.Context.JSON`
}

// Left looks for what middleware left.
func Left() error {
	e := echo.New()
	e.Use(leaveUser)
	e.GET("/me", me)
	e.GET("/mine", mine)
	e.GET("/other", other)
	e.GET("/whatever", whatever)
	return e.Start(":1")
}
