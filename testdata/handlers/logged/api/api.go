// Package api has handlers that log through an interface, as most of a service's code
// does, and the routes to them.
package api

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"handlers/people"
)

// Logger is what the program logs with.
type Logger interface {
	Infof(format string, args ...any)
	Errorf(format string, args ...any)
}

// Handlers make the handlers of a service.
type Handlers interface {
	Open() echo.HandlerFunc
	Mine() echo.HandlerFunc
	Other() echo.HandlerFunc
}

type handlers struct {
	log Logger
}

// New makes handlers.
func New(log Logger) Handlers { return &handlers{log} }

// trace logs many a thing.
func (h *handlers) trace(c echo.Context, what string, n int) {
	h.log.Infof("begin %s", what)
	h.log.Infof("path %s", c.Path())
	h.log.Infof("real ip %d", n)
	h.log.Errorf("no cookie in %s", what)
	h.log.Errorf("no header %d in %s", n, what)
	h.log.Infof("method %s", c.Request().Method)
	h.log.Errorf("end of %s %s", what, c.Request().Method)
}

// Open answers everybody.
func (h *handlers) Open() echo.HandlerFunc {
	return func(c echo.Context) error {
		h.trace(c, "open", 1)
		h.log.Errorf("opened %s", c.Param("id"))
		h.log.Infof("opened %d", len(c.Param("id")))
		return c.JSON(http.StatusOK, people.Find(c.Param("id")))
	}
}

// Mine answers whom it knows.
func (h *handlers) Mine() echo.HandlerFunc {
	return func(c echo.Context) error {
		h.trace(c, "mine", 2)
		if err := people.Verify(c.Request()); err != nil {
			h.log.Errorf("who is that? %s", err)
			h.log.Infof("refused %v", err)
			return echo.ErrUnauthorized
		}
		return c.JSON(http.StatusOK, people.Find(c.Param("id")))
	}
}

// Other answers everybody as well.
func (h *handlers) Other() echo.HandlerFunc {
	return func(c echo.Context) error {
		h.trace(c, "other", 3)
		h.log.Infof("other %s", c.Param("other"))
		return c.String(http.StatusOK, people.Find(c.Param("id")).Email)
	}
}

// check is middleware.
func check(log Logger) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			log.Infof("to check %s", c.Path())
			if err := people.Verify(c.Request()); err != nil {
				log.Errorf("refused %s: %s", c.Path(), err)
				return echo.ErrUnauthorized
			}
			log.Errorf("passed %s", c.Path())
			return next(c)
		}
	}
}

// Routes registers them, several times.
func Routes(e *echo.Echo, h Handlers, log Logger) {
	e.GET("/open/:id", h.Open())
	e.GET("/mine/:id", h.Mine())
	for _, g := range []*echo.Group{e.Group("/a"), e.Group("/b"), e.Group("/c")} {
		g.GET("/mine/:id", h.Mine())
		g.GET("/checked/:id", h.Open(), check(log))
		g.PUT("/checked/:id", h.Mine(), check(log))
	}
	e.GET("/other/:id", h.Other())
}
