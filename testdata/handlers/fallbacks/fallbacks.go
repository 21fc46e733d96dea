// Package fallbacks has handlers for requests that no route gets.
package fallbacks

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

func person() people.Person { return people.Find("1") }

func requireGin(c *gin.Context) {
	if people.Verify(c.Request) != nil {
		c.AbortWithStatus(401)
	}
}

func requireHTTP(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) == nil {
			next.ServeHTTP(w, r)
		}
	})
}

func requireEcho(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if err := people.Verify(c.Request()); err != nil {
			return err
		}
		return next(c)
	}
}

// Gin has them on the engine; its middleware stands before them, that of groups
// does not.
func Gin() {
	r := gin.New()
	g := r.Group("/safe", requireGin)
	g.GET("/x", func(c *gin.Context) { c.JSON(200, person()) })
	r.NoRoute(func(c *gin.Context) {
		c.JSON(404, person()) // want `reach gin.Context.JSON before the caller is verified`
	})
	r.NoMethod(requireGin, func(c *gin.Context) { c.JSON(405, person()) })
	r.Run()

	s := gin.New()
	s.Use(requireGin)
	s.NoRoute(func(c *gin.Context) { c.JSON(404, person()) })
	s.NoMethod(noMethod)
	s.Run()
}

func noMethod(c *gin.Context) { c.JSON(405, person()) }

// Chi has them on each router.
func Chi() {
	r := chi.NewRouter()
	r.NotFound(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
	})
	r.MethodNotAllowed(chiMethod)
	http.ListenAndServe(":1", r)

	s := chi.NewRouter()
	s.Use(requireHTTP)
	s.NotFound(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
	http.ListenAndServe(":1", s)
}

func chiMethod(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
}

// Gorilla has them in fields; middleware does not stand before them.
func Gorilla() {
	r := mux.NewRouter()
	r.Use(requireHTTP)
	r.NotFoundHandler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
	})
	r.MethodNotAllowedHandler = http.HandlerFunc(gorillaMethod)
	http.ListenAndServe(":1", r)

	s := mux.NewRouter()
	s.NotFoundHandler = requireHTTP(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) }))
	http.ListenAndServe(":1", s)

	t := mux.NewRouter()
	t.NotFoundHandler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
	http.ListenAndServe(":1", requireHTTP(t))
}

func gorillaMethod(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
}

// HTTPRouter has them in fields.
func HTTPRouter() {
	r := httprouter.New()
	r.NotFound = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
	})
	r.PanicHandler = func(w http.ResponseWriter, r *http.Request, v any) {
		fmt.Fprint(w, person().Email) // want `email from Person.Email reaches fmt.Fprint`
	}
	http.ListenAndServe(":1", r)

	s := httprouter.New()
	s.NotFound = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
	s.MethodNotAllowed = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, person().Email) })
	http.ListenAndServe(":1", requireHTTP(s))
}

// Echo has a route for them, and a handler for errors outside of all middleware.
func Echo() {
	e := echo.New()
	e.Use(requireEcho)
	e.HTTPErrorHandler = func(err error, c echo.Context) {
		c.JSON(500, person()) // want `reach echo.Context.JSON`
	}
	e.RouteNotFound("/*", func(c echo.Context) error { return c.JSON(404, person()) })
	e.Start(":1")

	o := echo.New()
	o.HTTPErrorHandler = onError
	o.RouteNotFound("/*", func(c echo.Context) error {
		return c.JSON(404, person()) // want `reach echo.Context.JSON`
	})
	g := o.Group("/g")
	g.RouteNotFound("/*", func(c echo.Context) error { return c.JSON(404, person()) }, requireEcho)
	o.Start(":1")
}

func onError(err error, c echo.Context) {
	c.JSON(500, person()) // want `reach echo.Context.JSON`
}

// Fiber2 ends with a handler that calls nothing else.
func Fiber2() {
	app := fiber2.New(fiber2.Config{ErrorHandler: func(c *fiber2.Ctx, err error) error {
		return c.JSON(person()) // want `reach fiber.Ctx.JSON`
	}})
	app.Use(func(c *fiber2.Ctx) error {
		return c.JSON(person()) // want `reach fiber.Ctx.JSON`
	})
	app.Listen(":1")

	safe := fiber2.New()
	safe.Use(func(c *fiber2.Ctx) error {
		if !people.IsVerified(c.Get("Authorization")) {
			return c.SendStatus(401)
		}
		return c.Next()
	})
	safe.Use(func(c *fiber2.Ctx) error { return c.JSON(person()) })
	safe.All("*", func(c *fiber2.Ctx) error { return c.JSON(person()) })
	safe.Listen(":1")
}

// Fiber3 likewise.
func Fiber3() {
	app := fiber.New(fiber.Config{ErrorHandler: onFiberError})
	app.Add([]string{"GET"}, "/x", func(c fiber.Ctx) error {
		return c.JSON(person()) // want `reach fiber.Ctx.JSON`
	})
	app.All("/y", func(c fiber.Ctx) error {
		return c.JSON(person()) // want `reach fiber.Ctx.JSON`
	})
	app.Use(func(c fiber.Ctx) error {
		return c.JSON(person()) // want `reach fiber.Ctx.JSON`
	})
	app.Listen(":1")
}

func onFiberError(c fiber.Ctx, err error) error {
	return c.JSON(person()) // want `reach fiber.Ctx.JSON`
}
