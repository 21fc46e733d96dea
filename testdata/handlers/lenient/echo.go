package lenient

import (
	"errors"

	"github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"

	"handlers/people"
)

// EchoJWT goes on where the error handler gives no error, if it is told to.
func EchoJWT() error {
	e := echo.New()
	off := e.Group("/off", echojwt.WithConfig(echojwt.Config{
		SigningKey:             []byte("x"),
		ContinueOnIgnoredError: true,
		ErrorHandler:           func(c echo.Context, err error) error { return nil },
	}))
	off.GET("/a", func(c echo.Context) error { return c.JSON(200, people.Find(c.Param("id"))) }) // want `reach echo.Context.JSON`
	off.GET("/user", func(c echo.Context) error {
		if _, ok := c.Get("user").(*jwt.Token); !ok {
			return echo.ErrUnauthorized
		}
		return c.JSON(200, people.Find(c.Param("id")))
	})
	some := e.Group("/some", echojwt.WithConfig(echojwt.Config{
		SigningKey:             []byte("x"),
		ContinueOnIgnoredError: true,
		ErrorHandler: func(c echo.Context, err error) error {
			if errors.Is(err, echojwt.ErrJWTMissing) {
				return nil
			}
			return echo.ErrUnauthorized
		},
	}))
	some.GET("/b", func(c echo.Context) error { return c.JSON(200, people.Find(c.Param("id"))) }) // want `reach echo.Context.JSON`
	on := e.Group("/on", echojwt.WithConfig(echojwt.Config{
		SigningKey:   []byte("x"),
		ErrorHandler: func(c echo.Context, err error) error { return c.NoContent(401) },
	}))
	on.GET("/c", func(c echo.Context) error { return c.JSON(200, people.Find(c.Param("id"))) })
	strict := e.Group("/strict", echojwt.WithConfig(echojwt.Config{
		SigningKey:             []byte("x"),
		ContinueOnIgnoredError: true,
		ErrorHandler:           func(c echo.Context, err error) error { return echo.ErrUnauthorized },
	}))
	strict.GET("/d", func(c echo.Context) error { return c.JSON(200, people.Find(c.Param("id"))) })
	unread := e.Group("/unread", echojwt.WithConfig(echojwt.Config{
		ParseTokenFunc: func(c echo.Context, token string) (any, error) { return token, nil },
	}))
	unread.GET("/f", func(c echo.Context) error { return c.JSON(200, people.Find(c.Param("id"))) }) // want `reach echo.Context.JSON`
	none := e.Group("/none", echojwt.WithConfig(echojwt.Config{SigningKey: []byte("x"), ContinueOnIgnoredError: true}))
	none.GET("/e", func(c echo.Context) error { return c.JSON(200, people.Find(c.Param("id"))) })
	return e.Start(":1")
}

// EchoKey likewise.
func EchoKey() error {
	e := echo.New()
	off := e.Group("/off", middleware.KeyAuthWithConfig(middleware.KeyAuthConfig{
		Validator:              func(key string, c echo.Context) (bool, error) { return people.IsVerified(key), nil },
		ContinueOnIgnoredError: true,
		ErrorHandler:           func(err error, c echo.Context) error { return nil },
	}))
	off.GET("/a", func(c echo.Context) error { return c.JSON(200, people.Find(c.Param("id"))) }) // want `reach echo.Context.JSON`
	on := e.Group("/on", middleware.KeyAuthWithConfig(middleware.KeyAuthConfig{
		Validator:    func(key string, c echo.Context) (bool, error) { return people.IsVerified(key), nil },
		ErrorHandler: func(err error, c echo.Context) error { return nil },
	}))
	on.GET("/a", func(c echo.Context) error { return c.JSON(200, people.Find(c.Param("id"))) })
	cfg := echojwt.Config{SigningKey: []byte("x")}
	cfg.ErrorHandler = func(c echo.Context, err error) error { return nil }
	cfg.ContinueOnIgnoredError = true
	m, err := cfg.ToMiddleware()
	if err != nil {
		return err
	}
	set := e.Group("/set", m)
	set.GET("/a", func(c echo.Context) error { return c.JSON(200, people.Find(c.Param("id"))) }) // want `reach echo.Context.JSON`
	return e.Start(":1")
}
