// Package web registers routes on a router that lies in a field of what it is given.
package web

import (
	"log/slog"
	"math/rand"
	"net/http"

	"github.com/gorilla/sessions"
	"github.com/labstack/echo/v4"
)

type User struct {
	Email string `json:"email" pii:"email"`
}

type App struct {
	Server *echo.Echo
	Theme  *Theme
}

var users = map[string]*User{"1": {Email: "kim@example.com"}}

type Theme struct{ Dark bool }

const (
	loggerKey   = "logger"
	languageKey = "language"
	sessionKey  = "session"
	themeKey    = "theme"
	traceKey    = "trace"
	userKey     = "user"
)

func logger(c echo.Context) *slog.Logger {
	if l, ok := c.Get(loggerKey).(*slog.Logger); ok {
		return l
	}
	return slog.Default()
}

// setLogger leaves a logger in the request, made of the one that is there.
func setLogger(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		c.Set(loggerKey, logger(c).With("path", c.Path()))
		return next(c)
	}
}

// theme leaves how pages look, unless another step did.
func theme(t *Theme) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if c.Get(themeKey) == nil {
				c.Set(themeKey, t)
			}
			return next(c)
		}
	}
}

// language leaves the one that is asked for, if any is.
func language(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if l := c.QueryParam("lang"); l != "" {
			c.Set(languageKey, l)
		}
		return next(c)
	}
}

// trace leaves a number for the request, if it has none.
func trace(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if c.Get(traceKey) == nil {
			c.Set(traceKey, rand.Int())
		}
		return next(c)
	}
}

// load leaves the user in the request of whom there is a session, and lets all others
// pass, too.
func load(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		store, ok := c.Get(sessionKey).(sessions.Store)
		if !ok {
			return next(c)
		}
		session, _ := store.Get(c.Request(), "login")
		if id, ok := session.Values["id"].(string); ok {
			c.Set(userKey, users[id])
		}
		return next(c)
	}
}

func withSessions(store sessions.Store) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			c.Set(sessionKey, store)
			return next(c)
		}
	}
}

// known lets those through of whom there is a user.
func known(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if c.Get(userKey) == nil {
			return echo.NewHTTPError(http.StatusUnauthorized)
		}
		return next(c)
	}
}

func Build(a *App) {
	g := a.Server.Group("")
	g.Use(setLogger, theme(a.Theme), language, trace, withSessions(sessions.NewCookieStore([]byte("key"))), load)
	g.GET("/users/:id", func(c echo.Context) error {
		return c.JSON(http.StatusOK, users[c.Param("id")])
	})
	g.GET("/own/users/:id", func(c echo.Context) error {
		return c.JSON(http.StatusOK, users[c.Param("id")])
	}, known)
}
