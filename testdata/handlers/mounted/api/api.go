// Package api registers its routes on a router of its callers, and keeps one of
// its own.
package api

import (
	"io"
	"net/http"

	"github.com/gofiber/fiber/v2"

	"handlers/people"
)

// Email tells an address to anybody; who registers this package's routes is told.
func Email(w http.ResponseWriter, r *http.Request) { io.WriteString(w, people.Find("1").Email) }

// Name does the same.
func Name(w http.ResponseWriter, r *http.Request) { io.WriteString(w, people.Find("1").Name) }

// Register mounts a router of its own.
func Register(r *http.ServeMux) {
	sub := http.NewServeMux()
	sub.HandleFunc("/in/email", Email)
	r.Handle("/in/", http.StripPrefix("/x", sub))
	r.Handle("/deep/", deeper())
}

func deeper() http.Handler {
	sub := http.NewServeMux()
	for _, row := range table {
		sub.Handle(row.path, row.handler)
	}
	return sub
}

var table = []struct {
	path    string
	handler http.HandlerFunc
}{
	{"/deep/name", Name},
}

// App is served by others, and judged here: its handler is nobody else's.
var App = fiber.New()

func init() {
	App.Get("/email", func(c *fiber.Ctx) error {
		return c.SendString(people.Find("1").Email) // want `email from Person.Email reaches fiber.Ctx.SendString before the caller is verified`
	})
}
