// Package routes lays out the routes of a service: which handlers they have and what
// stands before them its callers say.
package routes

import (
	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
)

// Layout has what the routes are made of.
type Layout struct {
	App                       *fiber.App
	Check, Mine, Theirs, News fiber.Handler
}

// Setup registers all routes.
func (l *Layout) Setup() {
	l.open()
	l.closed()
}

func (l *Layout) open() { l.App.Get("/news", l.News) }

func (l *Layout) closed() {
	l.App.Use(l.Check)
	l.App.Get("/mine", l.Mine)
	l.App.Post("/theirs", l.Theirs)
}

// Two registers a route behind what is given, and one before that.
func Two(r *gin.Engine, before, behind, check gin.HandlerFunc) {
	r.GET("/before", before)
	r.Use(check)
	r.GET("/behind", behind)
}
