// Command varrouters keeps routers in package variables.
package main

import (
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/gofiber/fiber/v3"
	"github.com/gorilla/mux"
	"github.com/labstack/echo/v4"

	"handlers/people"
)

// check is set once, in a variable that is not known when the routes are first
// looked at.
var check = people.VerifyToken

func vouch(token string) error { return check(token) }

var (
	app     = fiber.New()
	engine  = gin.New()
	server  = echo.New()
	router  = chi.NewRouter()
	gorilla = mux.NewRouter()
)

func init() {
	app.Get("/before", fiberBefore)
	app.Use(fiberAuth)
	app.Get("/behind", fiberBehind)
	engine.GET("/before", ginBefore)
	engine.Use(ginAuth)
	engine.GET("/behind", ginBehind)
	server.GET("/open", echoOpen)
	g := server.Group("/in", echoAuth)
	g.GET("/behind", echoBehind)
}

func init() {
	router.Get("/healthz", healthz)
	router.Group(func(r chi.Router) {
		r.Use(httpAuth)
		r.Get("/behind", chiBehind)
	})
	gorilla.Use(httpAuth)
	guarded := gorilla.PathPrefix("/x").Subrouter()
	guarded.Handle("/y", httpAuth(profile{"x"}))
}

func main() {
	go app.Listen(":8080")
	go engine.Run(":8081")
	go server.Start(":8082")
	go http.ListenAndServe(":8083", router)
	log.Fatal(http.ListenAndServe(":8084", gorilla))
}

func fiberAuth(c fiber.Ctx) error {
	if err := vouch(c.Get("Authorization")); err != nil {
		return c.SendStatus(http.StatusUnauthorized)
	}
	return c.Next()
}

func ginAuth(c *gin.Context) {
	if err := vouch(c.GetHeader("Authorization")); err != nil {
		c.AbortWithStatus(http.StatusUnauthorized)
		return
	}
	c.Next()
}

func echoAuth(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if err := vouch(c.Request().Header.Get("Authorization")); err != nil {
			return echo.ErrUnauthorized
		}
		return next(c)
	}
}

func httpAuth(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := vouch(r.Header.Get("Authorization")); err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func fiberBefore(c fiber.Ctx) error {
	return c.SendString(people.Find("1").Email) // want `email from Person.Email reaches fiber.Ctx.SendString before the caller is verified$`
}

func fiberBehind(c fiber.Ctx) error { return c.SendString(people.Find("1").Email) }

func ginBefore(c *gin.Context) {
	c.String(200, people.Find("1").Email) // want `email from Person.Email reaches gin.Context.String before the caller is verified$`
}

func ginBehind(c *gin.Context) { c.String(200, people.Find("1").Email) }

func echoOpen(c echo.Context) error {
	return c.String(200, people.Find("1").Email) // want `email from Person.Email reaches echo.Context.String before the caller is verified$`
}

func echoBehind(c echo.Context) error { return c.String(200, people.Find("1").Email) }

func healthz(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified$`
}

func chiBehind(w http.ResponseWriter, r *http.Request) { w.Write([]byte(people.Find("1").Email)) }

// profile answers requests itself; all that registers it stands behind a check.
type profile struct{ id string }

func (p profile) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte(people.Find(p.id).Email))
}
