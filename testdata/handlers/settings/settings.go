// Package settings has middleware that is told whether everybody may pass.
package settings

import (
	"flag"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	"github.com/labstack/echo/v4"

	"handlers/people"
	"handlers/settings/guard"
)

func email(r *http.Request) []byte { return []byte(people.Find(r.PathValue("id")).Email) }

func auth(required bool) func(http.HandlerFunc) http.HandlerFunc {
	return func(next http.HandlerFunc) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			if err := people.Verify(r); err != nil {
				if required {
					http.Error(w, "no", http.StatusUnauthorized)
					return
				}
			}
			next(w, r)
		}
	}
}

func known(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func toAll(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func asTheFlagSays(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func direct() error {
	required := flag.Bool("required", true, "refuse strangers")
	flag.Parse()
	mux := http.NewServeMux()
	mux.HandleFunc("GET /a/{id}", auth(true)(known))
	mux.HandleFunc("GET /b/{id}", auth(false)(toAll))
	mux.HandleFunc("GET /c/{id}", auth(*required)(asTheFlagSays))
	return http.ListenAndServe(":1", mux)
}

// mode hands its setting on.
func mode(strict bool) func(http.HandlerFunc) http.HandlerFunc { return auth(strict) }

func knownByMode(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func toAllByMode(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func handedOn() error {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /a/{id}", mode(true)(knownByMode))
	mux.HandleFunc("GET /b/{id}", mode(false)(toAllByMode))
	return http.ListenAndServe(":1", mux)
}

func inverted(open bool) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if !open {
				if err := people.Verify(r); err != nil {
					http.Error(w, "no", http.StatusUnauthorized)
					return
				}
			}
			next.ServeHTTP(w, r)
		})
	}
}

func shut(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func open(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func chis() error {
	r := chi.NewRouter()
	r.With(inverted(false)).Get("/a/{id}", shut)
	r.With(inverted(true)).Get("/b/{id}", open)
	return http.ListenAndServe(":1", r)
}

// reversed means the opposite of what it is told.
func reversed(open bool) echo.MiddlewareFunc {
	open = !open
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if !open {
				if err := people.Verify(c.Request()); err != nil {
					return echo.ErrUnauthorized
				}
			}
			return next(c)
		}
	}
}

func optional(open bool) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			err := people.Verify(c.Request())
			if err != nil && !open {
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

func echoReversed(c echo.Context) error {
	return c.JSON(200, people.Find(c.Param("id")).Email) // want `email from Person.Email reaches echo.Context.JSON before the caller is verified`
}

func echoes() error {
	e := echo.New()
	e.GET("/a/:id", echoKnown, optional(false))
	e.GET("/b/:id", echoToAll, optional(true))
	e.GET("/c/:id", echoReversed, reversed(false))
	return e.Start(":1")
}

func guarded(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func traced(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func ginKnown(c *gin.Context) { c.JSON(200, people.Find(c.Param("id")).Email) }

func ginToAll(c *gin.Context) {
	c.JSON(200, people.Find(c.Param("id")).Email) // want `email from Person.Email reaches gin.Context.JSON before the caller is verified`
}

func crossed() error {
	g := guard.New("guard")
	r := chi.NewRouter()
	r.Group(func(r chi.Router) {
		r.Use(g.Auth)
		r.Get("/a/{id}", guarded)
	})
	r.Group(func(r chi.Router) {
		r.Use(g.Trace)
		r.Get("/b/{id}", traced)
	})
	e := gin.New()
	e.GET("/a/:id", guard.Gin(false), ginKnown)
	e.GET("/b/:id", guard.Gin(true), ginToAll)
	go e.Run()
	return http.ListenAndServe(":1", r)
}

var _ = []any{direct, handedOn, chis, echoes, crossed}

func both(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func negated(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func late(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func either(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func always(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func computed(secure bool) func(http.HandlerFunc) http.HandlerFunc {
	debug := flag.Lookup("debug") != nil
	return auth(secure && !debug)
}

func relaxed(secure bool) func(http.HandlerFunc) http.HandlerFunc { return auth(!secure) }

// changing is told one thing, and may do another.
func changing(required bool) func(http.HandlerFunc) http.HandlerFunc {
	if flag.NArg() > 0 {
		required = false
	}
	return auth(required)
}

func constant() func(http.HandlerFunc) http.HandlerFunc {
	required := true
	return func(next http.HandlerFunc) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			if people.Verify(r) != nil && required {
				return
			}
			next(w, r)
		}
	}
}

func more() error {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /a/{id}", computed(true)(both))
	mux.HandleFunc("GET /b/{id}", relaxed(true)(negated))
	mux.HandleFunc("GET /c/{id}", changing(true)(late))
	mux.HandleFunc("GET /d/{id}", constant()(always))
	guard := auth(true)
	if flag.NArg() > 1 {
		guard = auth(flag.NArg() > 2)
	}
	mux.HandleFunc("GET /e/{id}", guard(either))
	return http.ListenAndServe(":1", mux)
}

var _ = more
