// Package auth has middleware of each framework.
package auth

import (
	"net/http"

	"github.com/gin-gonic/gin"
	fiber2 "github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v3"
	"github.com/labstack/echo/v4"

	"handlers/people"
)

// HTTP is for net/http and what is built on it.
func HTTP(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Gin is gin's.
func Gin() gin.HandlerFunc {
	return func(c *gin.Context) {
		if people.Verify(c.Request) != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
			return
		}
		c.Next()
	}
}

// GinInto puts it before a router.
func GinInto(r gin.IRouter) { r.Use(Gin()) }

// Echo is echo's.
func Echo(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if people.Verify(c.Request()) != nil {
			return echo.ErrUnauthorized
		}
		return next(c)
	}
}

// Fiber is fiber's.
func Fiber(c fiber.Ctx) error {
	if people.VerifyToken(c.Get("Authorization")) != nil {
		return fiber.ErrUnauthorized
	}
	return c.Next()
}

// Fiber2 is that of fiber v2.
func Fiber2(c *fiber2.Ctx) error {
	if people.VerifyToken(c.Get("Authorization")) != nil {
		return fiber2.ErrUnauthorized
	}
	return c.Next()
}
