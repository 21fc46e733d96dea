// Package wrappedapp registers handlers that another package put a check around.
package wrappedapp

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"handlers/wrappedapp/guard"
)

type user struct {
	ID    string
	Email string `json:"email" pii:"email"`
}

type store struct{ users map[string]user }

type app struct {
	store *store
	guard *guard.Guard
	title string
}

func (a *app) known(c echo.Context) error { return c.JSON(http.StatusOK, a.store.users[c.Param("id")]) }

func (a *app) open(c echo.Context) error {
	return c.JSON(http.StatusOK, a.store.users[c.Param("id")]) // want `email from user.Email reaches echo.Context.JSON before the caller is verified`
}

func (a *app) routes(e *echo.Echo) {
	perm := a.guard.Perm
	api := e.Group("/api")
	api.GET("/users/:id", perm(a.known, "read"))
	api.PUT("/users/:id", a.guard.Perm(a.guard.Log(a.known), "write"))
	api.GET("/me/:id", a.guard.Log(a.open))
}

func serve() error {
	a := &app{store: &store{users: map[string]user{}}, guard: guard.New(), title: "users"}
	e := echo.New()
	a.routes(e)
	return e.Start(":8080")
}

var _ = serve
