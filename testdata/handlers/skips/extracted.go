package skips

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"handlers/people"
)

type extracting struct {
	Skipper func(echo.Context) bool
}

// tokens finds a token by a function that it was made with, and asks a second one where
// there is none.
func tokens(c extracting) echo.MiddlewareFunc {
	extract := fromHeader("Token ")
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(ctx echo.Context) error {
			if _, err := extract(ctx); err != nil {
				if c.Skipper != nil {
					if c.Skipper(ctx) {
						return next(ctx)
					}
				}
				return echo.ErrUnauthorized
			}
			if err := people.Verify(ctx.Request()); err != nil {
				return echo.ErrForbidden
			}
			return next(ctx)
		}
	}
}

func fromHeader(scheme string) func(echo.Context) (string, error) {
	return func(c echo.Context) (string, error) {
		auth := c.Request().Header.Get("Authorization")
		if len(auth) > len(scheme) && auth[:len(scheme)] == scheme {
			return auth[len(scheme):], nil
		}
		return "", echo.ErrUnauthorized
	}
}

// Extracted asks two functions one after the other whether somebody may pass.
func Extracted() error {
	e := echo.New()
	g := e.Group("/articles", tokens(extracting{Skipper: func(c echo.Context) bool {
		return c.Request().Method == http.MethodGet && c.Path() != "/articles/feed"
	}}))
	g.POST("", func(c echo.Context) error { return c.JSON(200, person()) })
	g.GET("/feed", func(c echo.Context) error { return c.JSON(200, person()) })
	g.GET("/:slug", func(c echo.Context) error {
		return c.JSON(200, person()) // want `reach echo.Context.JSON`
	})
	u := e.Group("/user", tokens(extracting{})) // no function that may let somebody pass
	u.GET("", func(c echo.Context) error { return c.JSON(200, person()) })
	f := e.Group("/staff", unless(nil))
	f.GET("", func(c echo.Context) error { return c.JSON(200, person()) })
	d := e.Group("/help", withDefault(extracting{}))
	d.GET("", func(c echo.Context) error {
		return c.JSON(200, person()) // want `reach echo.Context.JSON`
	})
	return e.Start(":1")
}

func unless(skip func(echo.Context) bool) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if skip != nil && skip(c) {
				return next(c)
			}
			if err := people.Verify(c.Request()); err != nil {
				return err
			}
			return next(c)
		}
	}
}

func withDefault(c extracting) echo.MiddlewareFunc {
	if c.Skipper == nil {
		c.Skipper = func(echo.Context) bool { return true }
	}
	return tokens(c)
}
