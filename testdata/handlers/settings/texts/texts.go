// Package texts has middleware that is told by a text, a number or a list whom it lets
// pass.
package texts

import (
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"

	"handlers/people"
)

func email(r *http.Request) []byte { return []byte(people.Find(r.PathValue("id")).Email) }

// auth lets everybody pass where no key is asked for.
func auth(scheme string) func(http.HandlerFunc) http.HandlerFunc {
	return func(next http.HandlerFunc) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			if scheme != "" && people.Verify(r) != nil {
				http.Error(w, "no", http.StatusUnauthorized)
				return
			}
			next(w, r)
		}
	}
}

func known(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func toAll(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func computed(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func direct(scheme string) error {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /a/{id}", auth("bearer")(known))
	mux.HandleFunc("GET /b/{id}", auth("")(toAll))
	mux.HandleFunc("GET /c/{id}", auth(scheme)(computed))
	return http.ListenAndServe(":1", mux)
}

// mode verifies in one of three modes.
func mode(name string) gin.HandlerFunc {
	return func(c *gin.Context) {
		if name == "open" {
			c.Next()
			return
		}
		if people.Verify(c.Request) != nil {
			c.AbortWithStatus(http.StatusUnauthorized)
		}
	}
}

// named hands its setting on.
func named(name string) gin.HandlerFunc { return mode(name) }

func ginKnown(c *gin.Context) { c.JSON(200, people.Find(c.Param("id")).Email) }

func ginToAll(c *gin.Context) {
	c.JSON(200, people.Find(c.Param("id")).Email) // want `email from Person.Email reaches gin.Context.JSON before the caller is verified`
}

func gins() error {
	r := gin.New()
	r.GET("/a/:id", mode("closed"), ginKnown)
	r.GET("/b/:id", named("strict"), ginKnown)
	r.GET("/c/:id", named("open"), ginToAll)
	return r.Run()
}

// level lets everybody pass on level 0.
func level(n int) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if n == 0 {
				return next(c)
			}
			if people.Verify(c.Request()) != nil {
				return echo.ErrUnauthorized
			}
			return next(c)
		}
	}
}

// only lets everybody pass where no method is named.
func only(methods ...string) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if len(methods) > 0 && (people.Verify(c.Request()) != nil || !slices.Contains(methods, c.Request().Method)) {
				return echo.ErrUnauthorized
			}
			return next(c)
		}
	}
}

func echoKnown(c echo.Context) error { return c.JSON(200, people.Find(c.Param("id")).Email) }

func echoToAll(c echo.Context) error {
	return c.JSON(200, people.Find(c.Param("id")).Email) // want `email from Person.Email reaches echo.Context.JSON before the caller is verified`
}

func echoUnlisted(c echo.Context) error {
	return c.JSON(200, people.Find(c.Param("id")).Email) // want `email from Person.Email reaches echo.Context.JSON before the caller is verified`
}

func echoes() error {
	e := echo.New()
	e.GET("/a/:id", echoKnown, level(1))
	e.GET("/b/:id", echoToAll, level(0))
	e.GET("/c/:id", echoKnown, only("GET", "HEAD"))
	e.GET("/d/:id", echoUnlisted, only())
	return e.Start(":1")
}
