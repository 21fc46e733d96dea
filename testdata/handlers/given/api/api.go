// Package api has handlers and routers, and leaves it to others who may see
// them.
package api

import (
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	fiber2 "github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v3"
	"github.com/gorilla/mux"
	"github.com/julienschmidt/httprouter"
	"github.com/labstack/echo/v4"

	"handlers/people"
)

// Person tells of somebody.
func Person(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find(r.PathValue("id")).Email)
}

// GinPerson is for gin.
func GinPerson(c *gin.Context) { c.String(200, people.Find(c.Param("id")).Email) }

// EchoPerson is for echo.
func EchoPerson(c echo.Context) error { return c.String(200, people.Find(c.Param("id")).Email) }

// FiberPerson is for fiber.
func FiberPerson(c fiber.Ctx) error { return c.SendString(people.Find(c.Params("id")).Email) }

// Fiber2Person is for fiber v2.
func Fiber2Person(c *fiber2.Ctx) error { return c.SendString(people.Find(c.Params("id")).Email) }

// Mux is net/http's.
func Mux() *http.ServeMux {
	m := http.NewServeMux()
	m.HandleFunc("GET /people/{id}", Person)
	return m
}

// Handler hides what it is.
func Handler() http.Handler {
	m := http.NewServeMux()
	m.HandleFunc("GET /people/{id}", Person)
	return m
}

// Chi is chi's.
func Chi() chi.Router {
	r := chi.NewRouter()
	r.Get("/people/{id}", Person)
	return r
}

// Gorilla is gorilla/mux's.
func Gorilla() *mux.Router {
	r := mux.NewRouter()
	r.HandleFunc("/people/{id}", Person)
	return r
}

// HTTPRouter is httprouter's.
func HTTPRouter() *httprouter.Router {
	r := httprouter.New()
	r.HandlerFunc("GET", "/people/:id", Person)
	return r
}

// Gin is gin's.
func Gin() *gin.Engine {
	r := gin.New()
	r.GET("/people/:id", GinPerson)
	return r
}

// GinInto adds to gin's router.
func GinInto(r gin.IRouter) {
	g := r.Group("/people")
	g.GET("/:id", GinPerson)
}

// Echo is echo's.
func Echo() *echo.Echo {
	e := echo.New()
	e.GET("/people/:id", EchoPerson)
	return e
}

// EchoInto adds to a group.
func EchoInto(g *echo.Group) {
	g.GET("/people/:id", EchoPerson)
}

// Fiber is fiber's.
func Fiber() *fiber.App {
	app := fiber.New()
	app.Get("/people/:id", FiberPerson)
	return app
}

// FiberInto adds to fiber's router.
func FiberInto(r fiber.Router) {
	r.Get("/people/:id", FiberPerson)
}

// Fiber2 is that of fiber v2.
func Fiber2() *fiber2.App {
	app := fiber2.New()
	app.Get("/people/:id", Fiber2Person)
	return app
}

// Fiber2Into adds to it.
func Fiber2Into(r fiber2.Router) {
	r.Get("/people/:id", Fiber2Person)
}

// Server has a router.
type Server struct{ router *http.ServeMux }

// NewServer has routes already.
func NewServer() *Server {
	s := &Server{router: http.NewServeMux()}
	s.routes()
	return s
}

// Mixed has a handler that no other package can get at: it is judged here.
func Mixed() http.Handler {
	m := http.NewServeMux()
	m.HandleFunc("GET /people/{id}", Person)
	m.HandleFunc("GET /hidden/{id}", hidden)
	return m
}

func hidden(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find(r.PathValue("id")).Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
}

func (s *Server) routes() { s.router.HandleFunc("GET /people/{id}", Person) }

// ServeHTTP hands on.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.router.ServeHTTP(w, r) }

// Shared is everybody's.
var Shared = http.NewServeMux()

func init() { Shared.HandleFunc("GET /people/{id}", Person) }
