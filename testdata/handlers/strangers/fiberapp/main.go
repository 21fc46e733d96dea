package main

import (
	"fmt"
	"log"
	"strings"

	"handlers/strangers/auth"
	"handlers/strangers/data"

	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/basicauth"
	"github.com/gofiber/fiber/v2/middleware/keyauth"
	"github.com/gofiber/fiber/v2/middleware/logger"
	"github.com/gofiber/fiber/v2/middleware/session"
)

var db = &data.Store{}
var sess = session.New()

type userHandler struct{ s *data.Store }

func NewUserHandler(r fiber.Router, s *data.Store) {
	h := &userHandler{s}
	r.Get("", h.list)
	r.Get("/:id", protected, h.one)
}
func (h *userHandler) list(c *fiber.Ctx) error {
	all, err := h.s.All(c.Context())
	if err != nil {
		return c.Status(500).JSON(&fiber.Map{"status": "fail"})
	}
	return c.Status(200).JSON(&fiber.Map{"status": "success", "data": all}) // want "before the caller is verified"
}
func (h *userHandler) one(c *fiber.Ctx) error {
	cu, _ := h.s.Customer(c.UserContext(), c.Params("id"))
	return c.JSON(cu)
}
func protected(c *fiber.Ctx) error {
	raw := strings.TrimPrefix(c.Get("Authorization"), "Bearer ")
	cl, err := auth.ParseToken(raw)
	if err != nil {
		return c.Status(fiber.StatusUnauthorized).JSON(fiber.Map{"status": "fail"})
	}
	c.Locals("user", &auth.User{ID: cl.Subject})
	return c.Next()
}
func soft(c *fiber.Ctx) error {
	if cl, err := auth.ParseToken(c.Get("Authorization")); err == nil {
		c.Locals("user", &auth.User{ID: cl.Subject})
	}
	return c.Next()
}
func me(c *fiber.Ctx) error {
	u, ok := c.Locals("user").(*auth.User)
	if !ok {
		return fiber.ErrUnauthorized
	}
	cu, _ := db.Customer(c.Context(), u.ID)
	return c.JSON(cu)
}
func meOpen(c *fiber.Ctx) error {
	cu, _ := db.Customer(c.Context(), c.Query("id"))
	return c.SendString(fmt.Sprintf("hi %s", cu.Name)) // want "before the caller is verified"
}
func sessOK(c *fiber.Ctx) error {
	s, err := sess.Get(c)
	if err != nil {
		return err
	}
	if s.Get("user_id") == nil {
		return c.SendStatus(401)
	}
	all, _ := db.All(c.Context())
	return c.XML(all)
}
func render(c *fiber.Ctx) error {
	all, _ := db.All(c.Context())
	return c.Render("index", fiber.Map{"all": all}) // want "before the caller is verified"
}

func main() {
	app := fiber.New(fiber.Config{})
	app.Use(logger.New())
	api := app.Group("/api", logger.New())
	v1 := api.Group("/v1")
	NewUserHandler(v1.Group("/users"), db)
	app.Get("/me", soft, me)
	app.Get("/meopen", soft, meOpen)
	app.Get("/sess", sessOK)
	app.Get("/render", render)
	ad := app.Group("/admin", basicauth.New(basicauth.Config{Users: map[string]string{"a": "b"}}))
	ad.Get("/all", func(c *fiber.Ctx) error {
		all, _ := db.All(c.Context())
		return c.JSON(all)
	})
	k := app.Group("/key", keyauth.New(keyauth.Config{Validator: func(c *fiber.Ctx, s string) (bool, error) {
		if _, err := auth.ParseToken(s); err != nil {
			return false, keyauth.ErrMissingOrMalformedAPIKey
		}
		return true, nil
	}}))
	k.Get("/all", func(c *fiber.Ctx) error {
		all, _ := db.All(c.Context())
		return c.JSON(all)
	})
	app.Route("/route", func(r fiber.Router) {
		r.Get("/open", func(c *fiber.Ctx) error {
			all, _ := db.All(c.Context())
			return c.JSON(all) // want "before the caller is verified"
		})
		r.Use(protected)
		r.Get("/safe", func(c *fiber.Ctx) error {
			all, _ := db.All(c.Context())
			return c.JSON(all)
		})
	})
	micro := fiber.New()
	micro.Get("/doe", func(c *fiber.Ctx) error {
		all, _ := db.All(c.Context())
		return c.JSON(all) // want "before the caller is verified"
	})
	app.Mount("/john", micro)
	app.Use(protected)
	app.Get("/late", func(c *fiber.Ctx) error {
		all, _ := db.All(c.Context())
		return c.JSON(all)
	})
	log.Fatal(app.Listen(":3000"))
}
