package sockets

import (
	"github.com/gofiber/contrib/websocket"
	"github.com/gofiber/fiber/v2"

	"handlers/people"
)

// Fiber has handlers that get the connection.
func Fiber() error {
	app := fiber.New()
	app.Get("/ws", websocket.New(func(c *websocket.Conn) {
		_ = c.WriteJSON(people.Find(c.Params("id"))) // want `reach websocket.Conn.WriteJSON before`
	}))
	app.Get("/msg", websocket.New(func(c *websocket.Conn) {
		for {
			mt, _, err := c.ReadMessage()
			if err != nil {
				return
			}
			if err := c.WriteMessage(mt, []byte(people.Find(c.Params("id")).Email)); err != nil { // want `reaches websocket.Conn.WriteMessage before`
				return
			}
		}
	}, websocket.Config{}))
	app.Get("/named", websocket.New(named))
	own := app.Group("/own", func(c *fiber.Ctx) error {
		if !people.IsVerified(c.Get("Authorization")) {
			return c.SendStatus(401)
		}
		return c.Next()
	})
	own.Get("/ws", websocket.New(func(c *websocket.Conn) {
		_ = c.WriteJSON(people.Find(c.Params("id")))
	}))
	app.Get("/inside", websocket.New(func(c *websocket.Conn) {
		if people.VerifyToken(c.Headers("Authorization")) != nil {
			return
		}
		_ = c.WriteJSON(people.Find(c.Params("id")))
	}))
	return app.Listen(":1")
}

func named(c *websocket.Conn) {
	w, err := c.NextWriter(websocket.TextMessage)
	if err != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(c.Query("id")).Email)) // want `email from Person.Email reaches`
	_ = w.Close()
}

// FiberLocals looks for what middleware left.
func FiberLocals() error {
	app := fiber.New()
	app.Use(func(c *fiber.Ctx) error {
		if !people.IsVerified(c.Get("Authorization")) {
			return c.Next()
		}
		c.Locals("user", people.Find("1"))
		return c.Next()
	})
	app.Get("/local", websocket.New(func(c *websocket.Conn) {
		u, ok := c.Locals("user").(people.Person)
		if !ok {
			return
		}
		_ = c.WriteJSON(u)
	}))
	return app.Listen(":1")
}
