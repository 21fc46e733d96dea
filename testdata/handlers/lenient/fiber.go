package lenient

import (
	jwtware "github.com/gofiber/contrib/jwt"
	jwt3 "github.com/gofiber/contrib/v3/jwt"
	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/basicauth"
	"github.com/gofiber/fiber/v2/middleware/keyauth"
	fiber3 "github.com/gofiber/fiber/v3"
	basic3 "github.com/gofiber/fiber/v3/middleware/basicauth"
	keyauth3 "github.com/gofiber/fiber/v3/middleware/keyauth"

	"handlers/people"
)

// Fiber has handlers for refused callers, some of which go on.
func Fiber() error {
	app := fiber.New()
	off := app.Group("/off", jwtware.New(jwtware.Config{
		SigningKey:   jwtware.SigningKey{Key: []byte("x")},
		ErrorHandler: func(c *fiber.Ctx, err error) error { return c.Next() },
	}))
	off.Get("/a", func(c *fiber.Ctx) error { return c.JSON(people.Find(c.Params("id"))) }) // want `reach fiber.Ctx.JSON`
	off.Get("/user", func(c *fiber.Ctx) error {
		if c.Locals("user") == nil {
			return c.SendStatus(401)
		}
		return c.JSON(people.Find(c.Params("id")))
	})
	some := app.Group("/some", jwtware.New(jwtware.Config{
		SigningKey: jwtware.SigningKey{Key: []byte("x")},
		ErrorHandler: func(c *fiber.Ctx, err error) error {
			if err.Error() == "missing" {
				return c.Next()
			}
			return c.SendStatus(401)
		},
	}))
	some.Get("/b", func(c *fiber.Ctx) error { return c.JSON(people.Find(c.Params("id"))) }) // want `reach fiber.Ctx.JSON`
	on := app.Group("/on", jwtware.New(jwtware.Config{
		SigningKey:   jwtware.SigningKey{Key: []byte("x")},
		ErrorHandler: func(c *fiber.Ctx, err error) error { return c.Status(401).SendString("who are you?") },
	}))
	on.Get("/c", func(c *fiber.Ctx) error { return c.JSON(people.Find(c.Params("id"))) })
	key := app.Group("/key", keyauth.New(keyauth.Config{
		Validator:    func(c *fiber.Ctx, key string) (bool, error) { return people.IsVerified(key), nil },
		ErrorHandler: func(c *fiber.Ctx, err error) error { return c.Next() },
	}))
	key.Get("/d", func(c *fiber.Ctx) error { return c.JSON(people.Find(c.Params("id"))) }) // want `reach fiber.Ctx.JSON`
	keyOn := app.Group("/keyon", keyauth.New(keyauth.Config{
		Validator:      func(c *fiber.Ctx, key string) (bool, error) { return people.IsVerified(key), nil },
		SuccessHandler: func(c *fiber.Ctx) error { return c.Next() },
		ErrorHandler:   func(c *fiber.Ctx, err error) error { return c.SendStatus(401) },
	}))
	keyOn.Get("/e", func(c *fiber.Ctx) error { return c.JSON(people.Find(c.Params("id"))) })
	basic := app.Group("/basic", basicauth.New(basicauth.Config{
		Users:        map[string]string{"a": "b"},
		Unauthorized: func(c *fiber.Ctx) error { return c.Next() },
	}))
	basic.Get("/f", func(c *fiber.Ctx) error { return c.JSON(people.Find(c.Params("id"))) }) // want `reach fiber.Ctx.JSON`
	return app.Listen(":1")
}

// Fiber3 likewise.
func Fiber3() error {
	app := fiber3.New()
	key := app.Group("/key", keyauth3.New(keyauth3.Config{
		Validator:    func(c fiber3.Ctx, key string) (bool, error) { return people.IsVerified(key), nil },
		ErrorHandler: func(c fiber3.Ctx, err error) error { return c.Next() },
	}))
	key.Get("/a", func(c fiber3.Ctx) error { return c.JSON(people.Find(c.Params("id"))) }) // want `reach fiber.Ctx.JSON`
	on := app.Group("/on", keyauth3.New(keyauth3.Config{
		Validator:    func(c fiber3.Ctx, key string) (bool, error) { return people.IsVerified(key), nil },
		ErrorHandler: func(c fiber3.Ctx, err error) error { return c.SendStatus(401) },
	}))
	on.Get("/b", func(c fiber3.Ctx) error { return c.JSON(people.Find(c.Params("id"))) })
	basic := app.Group("/basic", basic3.New(basic3.Config{
		Users:        map[string]string{"a": "b"},
		Unauthorized: func(c fiber3.Ctx) error { return c.Next() },
	}))
	basic.Get("/c", func(c fiber3.Ctx) error { return c.JSON(people.Find(c.Params("id"))) }) // want `reach fiber.Ctx.JSON`
	token := app.Group("/token", jwt3.New(jwt3.Config{
		SigningKey: jwt3.SigningKey{Key: []byte("x")},
		Next:       func(c fiber3.Ctx) bool { return c.Path() == "/token/open" },
	}))
	token.Get("/open", func(c fiber3.Ctx) error { return c.JSON(people.Find(c.Params("id"))) }) // want `reach fiber.Ctx.JSON`
	token.Get("/me", func(c fiber3.Ctx) error { return c.JSON(people.Find(c.Params("id"))) })
	return app.Listen(":1")
}
