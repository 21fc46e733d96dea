// Package echo5routes registers handlers with version 5 of echo.
package echo5routes

import (
	"context"
	"errors"
	"net/http"

	"github.com/labstack/echo/v5"
	"github.com/labstack/echo/v5/middleware"

	"handlers/people"
)

// Serve serves everything below.
func Serve() error {
	e := echo.New()
	e.Use(middleware.Recover())
	e.GET("/get", get)
	e.Match([]string{"GET", "PUT"}, "/match", match)
	e.GET("/perroute", perRoute, requireUser)
	e.GET("/basic", basic, middleware.BasicAuth(func(c *echo.Context, user, pass string) (bool, error) { return false, nil }))
	e.GET("/literal", func(c *echo.Context) error {
		return c.JSON(200, people.Find("1")) // want `name from Person.Name and email from Person.Email reach echo.Context.JSON`
	})
	admin := e.Group("/admin", requireUser)
	admin.GET("/one", adminOne)
	open := e.Group("/open")
	open.GET("/two", openTwo)
	e.GET("/failed", failed)
	return echo.StartConfig{Address: ":8080"}.Start(context.Background(), e)
}

func requireUser(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c *echo.Context) error {
		if err := people.Verify(c.Request()); err != nil {
			return echo.NewHTTPError(http.StatusUnauthorized, "who are you?")
		}
		return next(c)
	}
}

func get(c *echo.Context) error {
	return c.String(200, people.Find(c.Param("id")).Email) // want `email from Person.Email reaches echo.Context.String`
}

func match(c *echo.Context) error {
	return c.JSON(200, people.Find("1")) // want `name from Person.Name and email from Person.Email reach echo.Context.JSON`
}

func perRoute(c *echo.Context) error { return c.JSON(200, people.Find("1")) }

func basic(c *echo.Context) error { return c.JSON(200, people.Find("1")) }

func adminOne(c *echo.Context) error { return c.JSON(200, people.Find("1")) }

func openTwo(c *echo.Context) error {
	_, err := c.Response().Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches http.ResponseWriter.Write`
	return err
}

func failed(c *echo.Context) error {
	if c.QueryParam("email") == "" {
		return errors.New("no email")
	}
	return c.String(200, c.QueryParam("email"))
}
