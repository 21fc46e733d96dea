package optional

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"

	"handlers/people"
)

// What middleware leaves in the request for verified callers alone is theirs wherever
// it comes out, also where nobody asks whether it is there.

type userKey struct{}

func withUser(ctx context.Context, u *people.Person) context.Context {
	return context.WithValue(ctx, userKey{}, u)
}

func userOf(ctx context.Context) (*people.Person, bool) {
	u, ok := ctx.Value(userKey{}).(*people.Person)
	return u, ok && u != nil
}

// rememberAll lets everybody pass, on three ways.
func rememberAll(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c, err := r.Cookie("token")
		if err != nil {
			next.ServeHTTP(w, r)
			return
		}
		if people.VerifyToken(c.Value) != nil {
			next.ServeHTTP(w, r)
			return
		}
		next.ServeHTTP(w, r.WithContext(withUser(r.Context(), find(r.FormValue("id")))))
	})
}

func withoutAsking(w http.ResponseWriter, r *http.Request) {
	u, _ := userOf(r.Context())
	json.NewEncoder(w).Encode(page{Title: "news", User: u})
}

func perhapsGreeted(w http.ResponseWriter, r *http.Request) {
	data := map[string]any{"title": "news"}
	if u, ok := userOf(r.Context()); ok {
		data["email"] = u.Email
	}
	json.NewEncoder(w).Encode(data)
}

func asItIs(w http.ResponseWriter, r *http.Request) {
	json.NewEncoder(w).Encode(map[string]any{"me": r.Context().Value(userKey{})})
}

func otherwiseAnybody(w http.ResponseWriter, r *http.Request) {
	u, ok := userOf(r.Context())
	if !ok {
		u = find("editor")
	}
	json.NewEncoder(w).Encode(page{User: u}) // want `reach json.Encoder.Encode before the caller is verified`
}

func contexts() error {
	mux := http.NewServeMux()
	mux.HandleFunc("/asking", withoutAsking)
	mux.HandleFunc("/greeted", perhapsGreeted)
	mux.HandleFunc("/is", asItIs)
	mux.HandleFunc("/otherwise", otherwiseAnybody)
	return http.ListenAndServe(":8090", rememberAll(mux))
}

func ginRemember(c *gin.Context) {
	if people.Verify(c.Request) == nil {
		c.Set("user", find(c.GetHeader("Id")))
	}
	c.Next()
}

func ginUser(c *gin.Context) *people.Person {
	v, ok := c.Get("user")
	if !ok {
		return nil
	}
	return v.(*people.Person)
}

func ginContexts() error {
	r := gin.New()
	r.Use(ginRemember)
	r.GET("/page", func(c *gin.Context) {
		u, _ := c.Get("user")
		c.HTML(200, "page", gin.H{"user": u})
	})
	r.GET("/data", func(c *gin.Context) { c.JSON(200, page{User: ginUser(c)}) })
	r.GET("/somebody", func(c *gin.Context) {
		u := ginUser(c)
		if u == nil {
			u = find("editor")
		}
		c.JSON(200, page{User: u}) // want `reach gin.Context.JSON before the caller is verified`
	})
	return r.Run()
}

func echoRemember(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if people.Verify(c.Request()) == nil {
			c.Set("user", find(c.FormValue("id")))
		}
		return next(c)
	}
}

func echoContexts() error {
	e := echo.New()
	e.Use(echoRemember)
	e.GET("/page", func(c echo.Context) error { return c.Render(200, "page", map[string]any{"user": c.Get("user")}) })
	e.GET("/data", func(c echo.Context) error {
		u, _ := c.Get("user").(*people.Person)
		return c.JSON(200, page{User: u})
	})
	return e.Start(":8091")
}

func fiberRemember(c *fiber.Ctx) error {
	if people.VerifyToken(c.Get("Authorization")) == nil {
		c.Locals("user", find(c.Get("Id")))
	}
	return c.Next()
}

func fiberContexts() error {
	app := fiber.New()
	app.Use(fiberRemember)
	app.Get("/page", func(c *fiber.Ctx) error { return c.Render("page", fiber.Map{"user": c.Locals("user")}) })
	app.Get("/data", func(c *fiber.Ctx) error {
		u, _ := c.Locals("user").(*people.Person)
		return c.JSON(page{User: u})
	})
	return app.Listen(":8092")
}
