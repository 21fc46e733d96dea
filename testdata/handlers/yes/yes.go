// Package yes has middleware of frameworks that asks a function whether somebody may
// pass: some of these say yes to everybody.
package yes

import (
	"crypto/subtle"
	"errors"

	"github.com/gofiber/fiber/v3"
	"github.com/gofiber/fiber/v3/middleware/basicauth"
	"github.com/gofiber/fiber/v3/middleware/keyauth"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"

	"handlers/people"
)

func always(_, _ string, _ echo.Context) (bool, error) { return true, nil }

func same(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }

// Echo has one group for each function.
func Echo() {
	e := echo.New()
	a := e.Group("/literal", middleware.BasicAuth(func(user, pass string, c echo.Context) (bool, error) {
		c.Set("user", user)
		return true, nil
	}))
	a.GET("/one", func(c echo.Context) error {
		return c.JSON(200, people.Find("1")) // want `reach echo.Context.JSON before the caller is verified`
	})
	b := e.Group("/named", middleware.BasicAuth(always))
	b.GET("/one", func(c echo.Context) error {
		return c.JSON(200, people.Find("1")) // want `reach echo.Context.JSON`
	})
	d := e.Group("/config")
	d.Use(middleware.KeyAuthWithConfig(middleware.KeyAuthConfig{
		KeyLookup: "header:X-Key",
		Validator: func(string, echo.Context) (bool, error) { return true, nil },
	}))
	d.GET("/one", func(c echo.Context) error {
		return c.JSON(200, people.Find("1")) // want `reach echo.Context.JSON`
	})
	e.GET("/key", func(c echo.Context) error { return c.JSON(200, people.Find("1")) },
		middleware.KeyAuth(func(key string, c echo.Context) (bool, error) { return same(key, "key"), nil }))
	e.GET("/branch", func(c echo.Context) error { return c.JSON(200, people.Find("1")) },
		middleware.BasicAuth(func(user, pass string, c echo.Context) (bool, error) {
			if same(user, "joe") && same(pass, "secret") {
				return true, nil
			}
			return false, nil
		}))
	e.GET("/error", func(c echo.Context) error { return c.JSON(200, people.Find("1")) },
		middleware.KeyAuth(func(key string, c echo.Context) (bool, error) {
			if !same(key, "key") {
				return true, errors.New("unknown key")
			}
			return true, nil
		}))
	e.Logger.Fatal(e.Start(":8080"))
}

// Fiber has them in structures.
func Fiber() error {
	app := fiber.New()
	a := app.Group("/basic", basicauth.New(basicauth.Config{
		Authorizer: func(user, pass string, c fiber.Ctx) bool { return true },
	}))
	a.Get("/one", func(c fiber.Ctx) error {
		return c.JSON(people.Find("1")) // want `reach fiber.Ctx.JSON before the caller is verified`
	})
	b := app.Group("/key", keyauth.New(keyauth.Config{
		Validator: func(c fiber.Ctx, key string) (bool, error) { return true, nil },
	}))
	b.Get("/one", func(c fiber.Ctx) error {
		return c.JSON(people.Find("1")) // want `reach fiber.Ctx.JSON`
	})
	d := app.Group("/users", basicauth.New(basicauth.Config{Users: map[string]string{"joe": "secret"}}))
	d.Get("/one", func(c fiber.Ctx) error { return c.JSON(people.Find("1")) })
	e := app.Group("/checked", keyauth.New(keyauth.Config{
		Validator: func(c fiber.Ctx, key string) (bool, error) { return same(key, "key"), nil },
	}))
	e.Get("/one", func(c fiber.Ctx) error { return c.JSON(people.Find("1")) })
	return app.Listen(":3000")
}
