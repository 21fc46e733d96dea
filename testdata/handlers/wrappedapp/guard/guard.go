// Package guard lets callers through that it knows.
package guard

import (
	"crypto/subtle"
	"net/http"
	"os"
	"slices"

	"github.com/labstack/echo/v4"
)

type Guard struct{ token []byte }

func New() *Guard { return &Guard{token: []byte(os.Getenv("TOKEN"))} }

// Perm puts a check around a handler.
func (g *Guard) Perm(next echo.HandlerFunc, perms ...string) echo.HandlerFunc {
	return func(c echo.Context) error {
		if subtle.ConstantTimeCompare([]byte(c.Request().Header.Get("X-Token")), g.token) != 1 {
			return echo.NewHTTPError(http.StatusUnauthorized)
		}
		if !slices.Contains(perms, c.Param("perm")) {
			return echo.NewHTTPError(http.StatusForbidden)
		}
		return next(c)
	}
}

// Log lets everybody through.
func (g *Guard) Log(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		println(c.Path())
		return next(c)
	}
}
