package skips

import (
	"strings"

	"github.com/gin-gonic/gin"
	fiber2 "github.com/gofiber/fiber/v2"
	basic2 "github.com/gofiber/fiber/v2/middleware/basicauth"
	"github.com/gofiber/fiber/v3"
	"github.com/gofiber/fiber/v3/middleware/basicauth"
	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"

	"handlers/people"
)

// Echo has skippers in the settings of its middleware.
func Echo() error {
	e := echo.New()
	e.Use(middleware.BasicAuthWithConfig(middleware.BasicAuthConfig{
		Skipper: func(c echo.Context) bool {
			return c.Path() == "/login" || strings.HasPrefix(c.Request().URL.Path, "/public")
		},
		Validator: func(user, pass string, c echo.Context) (bool, error) { return false, nil },
	}))
	e.POST("/login", func(c echo.Context) error {
		return c.JSON(200, person()) // want `name from Person.Name and email from Person.Email reach echo.Context.JSON`
	})
	e.GET("/users/:id", func(c echo.Context) error { return c.JSON(200, person()) })
	e.GET("/public/:id", func(c echo.Context) error {
		return c.JSON(200, person()) // want `reach echo.Context.JSON`
	})
	api := e.Group("/api")
	api.GET("/login", func(c echo.Context) error { return c.JSON(200, person()) })
	return e.Start(":1")
}

// EchoSlashes has middleware before the router that takes slashes off.
func EchoSlashes() error {
	e := echo.New()
	e.Pre(middleware.RemoveTrailingSlash())
	e.Use(middleware.KeyAuthWithConfig(middleware.KeyAuthConfig{
		Skipper: func(c echo.Context) bool {
			return c.Path() == "/health" || strings.HasPrefix(c.Request().URL.Path, "/public/")
		},
		Validator: func(key string, c echo.Context) (bool, error) { return people.IsVerified(key), nil },
	}))
	e.GET("/health", func(c echo.Context) error {
		return c.JSON(200, person()) // want `reach echo.Context.JSON`
	})
	e.GET("/me", func(c echo.Context) error { return c.JSON(200, person()) })
	e.GET("/users/:id", func(c echo.Context) error { return c.JSON(200, person()) })
	return e.Start(":1")
}

// EchoGroups has middleware before groups.
func EchoGroups() error {
	e := echo.New()
	g := e.Group("/v1", echojwt.WithConfig(echojwt.Config{SigningKey: []byte("x"), Skipper: skipPing}))
	g.GET("/ping", func(c echo.Context) error {
		return c.JSON(200, person()) // want `reach echo.Context.JSON`
	})
	g.GET("/me", func(c echo.Context) error { return c.JSON(200, person()) })
	d := e.Group("/v2", middleware.KeyAuthWithConfig(middleware.KeyAuthConfig{Skipper: middleware.DefaultSkipper}))
	d.GET("/ping", func(c echo.Context) error { return c.JSON(200, person()) })
	o := e.Group("/v3", middleware.KeyAuthWithConfig(middleware.KeyAuthConfig{Skipper: func(echo.Context) bool { return true }}))
	o.GET("/me", func(c echo.Context) error {
		return c.JSON(200, person()) // want `reach echo.Context.JSON`
	})
	u := e.Group("/v4", own)
	u.GET("/me", func(c echo.Context) error { return c.JSON(200, person()) })
	u.GET("/status", func(c echo.Context) error {
		return c.JSON(200, person()) // want `reach echo.Context.JSON`
	})
	return e.Start(":1")
}

func skipPing(c echo.Context) bool {
	switch c.Path() {
	case "/v1/ping", "/v1/version":
		return true
	}
	return false
}

func own(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if c.Request().RequestURI == "/v4/status" {
			return next(c)
		}
		if err := people.Verify(c.Request()); err != nil {
			return echo.ErrUnauthorized
		}
		return next(c)
	}
}

// Gin compares paths and patterns.
func Gin() error {
	r := gin.Default()
	r.Use(func(c *gin.Context) {
		if c.FullPath() == "/login" || c.Request.URL.Path == "/v1/about" {
			c.Next()
			return
		}
		if people.Verify(c.Request) != nil {
			c.AbortWithStatus(401)
			return
		}
		c.Next()
	})
	r.POST("/login", func(c *gin.Context) {
		c.JSON(200, person()) // want `reach gin.Context.JSON`
	})
	r.GET("/me", func(c *gin.Context) { c.JSON(200, person()) })
	v1 := r.Group("/v1")
	v1.GET("/about", func(c *gin.Context) {
		c.JSON(200, person()) // want `reach gin.Context.JSON`
	})
	v1.GET("/login", func(c *gin.Context) { c.JSON(200, person()) })
	v1.GET("/users/:id", func(c *gin.Context) { c.JSON(200, person()) })
	v1.GET("/:page", func(c *gin.Context) {
		c.JSON(200, person()) // want `reach gin.Context.JSON`
	})
	return r.Run()
}

// Fiber2 has Next in settings.
func Fiber2() error {
	app := fiber2.New()
	app.Use(basic2.New(basic2.Config{
		Next: func(c *fiber2.Ctx) bool { return c.Path() == "/login" },
	}))
	app.Get("/login", func(c *fiber2.Ctx) error {
		return c.JSON(person()) // want `reach fiber.Ctx.JSON`
	})
	app.Get("/me", func(c *fiber2.Ctx) error { return c.JSON(person()) })
	api := app.Group("/api")
	api.Get("/login", func(c *fiber2.Ctx) error { return c.JSON(person()) })
	api.Get("/files/*", func(c *fiber2.Ctx) error { return c.JSON(person()) })
	return app.Listen(":1")
}

// Fiber3 likewise, and middleware of its own.
func Fiber3() error {
	app := fiber.New()
	app.Use("/basic", basicauth.New(basicauth.Config{Next: func(c fiber.Ctx) bool { return strings.HasPrefix(c.Path(), "/basic/open") }}))
	app.Get("/basic/open/x", func(c fiber.Ctx) error {
		return c.JSON(person()) // want `reach fiber.Ctx.JSON`
	})
	app.Get("/basic/me", func(c fiber.Ctx) error { return c.JSON(person()) })
	app.Use(func(c fiber.Ctx) error {
		if c.Path() == "/health" || c.Method() == fiber.MethodOptions {
			return c.Next()
		}
		if !people.IsVerified(c.Get("Authorization")) {
			return c.SendStatus(401)
		}
		return c.Next()
	})
	app.Get("/health", func(c fiber.Ctx) error {
		return c.JSON(person()) // want `reach fiber.Ctx.JSON`
	})
	app.Get("/me", func(c fiber.Ctx) error { return c.JSON(person()) })
	app.Get("/health/", func(c fiber.Ctx) error { // gets /health as well
		return c.JSON(person()) // want `reach fiber.Ctx.JSON`
	})
	app.Add([]string{"GET"}, "/added", func(c fiber.Ctx) error {
		return c.JSON(person()) // want `reach fiber.Ctx.JSON`
	})
	return app.Listen(":1")
}
