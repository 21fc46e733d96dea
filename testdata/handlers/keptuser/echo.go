package keptuser

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"handlers/people"
)

// UserKey is the key of the user.
const UserKey = "auth_user"

func echoAuth(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if err := people.Verify(c.Request()); err != nil {
			c.Set(UserKey, echo.NewHTTPError(http.StatusForbidden, "invalid session"))
			return next(c)
		}
		c.Set(UserKey, User{ID: "1"})
		return next(c)
	}
}

func echoDeny(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		u := c.Get(UserKey)
		if err, ok := u.(*echo.HTTPError); ok {
			return err
		}
		return next(c)
	}
}

func echoNeed(next echo.HandlerFunc, roles ...string) echo.HandlerFunc {
	return func(c echo.Context) error {
		if _, ok := c.Get(UserKey).(User); !ok {
			return echo.ErrForbidden
		}
		return next(c)
	}
}

func echoPretend(next echo.HandlerFunc, roles ...string) echo.HandlerFunc {
	return func(c echo.Context) error {
		if _, ok := c.Get(UserKey).(User); !ok {
			c.Set(UserKey, echo.NewHTTPError(http.StatusForbidden, "invalid session"))
			return next(c)
		}
		return next(c)
	}
}

type echoAPI struct{}

// Echo has echo's routes.
func Echo() *echo.Echo {
	e := echo.New()
	a := &echoAPI{}
	g := e.Group("", echoAuth, echoDeny)
	g.GET("/plain", a.plain)
	g.GET("/plain2", echoPretend(a.plain2, "admin"))
	h := e.Group("/h", echoAuth)
	h.GET("/open", a.open)
	h.GET("/need", echoNeed(a.needed))
	h.GET("/pretend", echoPretend(a.pretended))
	h.GET("/own", a.own)
	h.GET("/wrong", a.wrong)
	e.GET("/deny", a.denied, echoDeny)
	return e
}

// ServeEcho serves them.
func ServeEcho() error { return Echo().Start(":8082") }

func (a *echoAPI) plain(c echo.Context) error { return c.JSON(200, people.Find("1")) }

func (a *echoAPI) plain2(c echo.Context) error { return c.JSON(200, people.Find("1")) }

func (a *echoAPI) open(c echo.Context) error {
	return c.JSON(200, people.Find("1")) // want `email from Person.Email`
}

func (a *echoAPI) needed(c echo.Context) error { return c.JSON(200, people.Find("1")) }

func (a *echoAPI) pretended(c echo.Context) error {
	return c.JSON(200, people.Find("1")) // want `email from Person.Email`
}

func (a *echoAPI) own(c echo.Context) error {
	switch u := c.Get(UserKey).(type) {
	case User:
		return c.JSON(200, people.Find(u.ID))
	case error:
		return u
	}
	return echo.ErrUnauthorized
}

func (a *echoAPI) wrong(c echo.Context) error {
	switch u := c.Get(UserKey).(type) {
	case User:
		return c.NoContent(204)
	default:
		_ = u
		return c.JSON(200, people.Find("1")) // want `email from Person.Email`
	}
}

func (a *echoAPI) denied(c echo.Context) error {
	return c.JSON(200, people.Find("1")) // want `email from Person.Email`
}
