// Package echoroutes registers handlers with echo.
package echoroutes

import (
	"net/http"
	"strings"

	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"

	"handlers/people"
)

// Routes serves everything below.
func Routes() http.Handler {
	e := echo.New()
	e.Use(middleware.Recover())
	e.Use(logged)
	e.GET("/get", get)
	e.POST("/post", post)
	e.Any("/any", anyMethod)
	e.Add("GET", "/add", add)
	e.Match([]string{"GET", "PUT"}, "/match", match)
	e.GET("/perroute", perRoute, requireUser)
	e.GET("/perlogged", perLogged, logged)
	e.GET("/perboth", perBoth, logged, requireUser)
	e.GET("/made", made, keyed("secret"))
	e.GET("/basic", basic, middleware.BasicAuth(func(user, pass string, c echo.Context) (bool, error) { return false, nil }))
	e.GET("/literal", func(c echo.Context) error {
		return c.JSON(200, people.Find("1")) // want `name from Person.Name and email from Person.Email reach echo.Context.JSON`
	})
	g := e.Group("/group")
	g.GET("/before", before)
	g.Use(requireUser)
	g.GET("/after", after)
	admin := e.Group("/admin", echojwt.WithConfig(echojwt.Config{SigningKey: []byte("secret")}))
	admin.GET("/one", adminOne)
	admin.Group("/deep").GET("/two", adminTwo)
	open := e.Group("/open", logged)
	open.GET("/one", openOne)
	e.GET("/text", text)
	e.GET("/html", html)
	e.GET("/blob", blob)
	e.GET("/stream", stream)
	e.GET("/redirect", redirect)
	e.GET("/header", header)
	e.GET("/cookie", cookie)
	e.GET("/writer", writer)
	e.GET("/render", render)
	e.GET("/xml", asXML)
	e.GET("/id", id)
	e.GET("/checked", checked)
	e.GET("/checked2", checked2)
	e.GET("/wrap", echo.WrapHandler(http.HandlerFunc(wrapped)))
	e.GET("/wrapmw", wrapMW, echo.WrapMiddleware(requireHTTP))
	h := &handlers{}
	h.register(e)
	return e
}

func logged(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		c.Logger().Info(c.Path())
		return next(c)
	}
}

func requireUser(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if err := people.VerifyToken(c.Request().Header.Get("Authorization")); err != nil {
			return echo.NewHTTPError(http.StatusUnauthorized, "who are you?")
		}
		return next(c)
	}
}

func keyed(_ string) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if people.IsVerified(c.Request().Header.Get("Authorization")) {
				return next(c)
			}
			return c.NoContent(401)
		}
	}
}

func requireHTTP(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) != nil {
			w.WriteHeader(401)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func get(c echo.Context) error {
	return c.JSON(200, people.Find("1")) // want `reach echo.Context.JSON before the caller is verified`
}

func post(c echo.Context) error {
	return c.JSONPretty(200, map[string]any{"person": people.Find("1")}, " ") // want `reach echo.Context.JSONPretty`
}

func anyMethod(c echo.Context) error {
	return c.JSON(200, people.Find("1").Email) // want `email from Person.Email reaches`
}

func add(c echo.Context) error {
	return c.JSON(200, people.Find("1").Email) // want `email from Person.Email reaches`
}

func match(c echo.Context) error {
	return c.JSON(200, people.Find("1").Email) // want `email from Person.Email reaches`
}

func perRoute(c echo.Context) error { return c.JSON(200, people.Find("1")) }

func perLogged(c echo.Context) error {
	return c.JSON(200, people.Find("1").Email) // want `email from Person.Email reaches`
}

func perBoth(c echo.Context) error { return c.JSON(200, people.Find("1")) }

func made(c echo.Context) error { return c.JSON(200, people.Find("1")) }

func basic(c echo.Context) error { return c.JSON(200, people.Find("1")) }

func before(c echo.Context) error {
	return c.JSON(200, people.Find("1").Email) // want `email from Person.Email reaches`
}

func after(c echo.Context) error { return c.JSON(200, people.Find("1")) }

func adminOne(c echo.Context) error { return c.JSON(200, people.Find("1")) }

func adminTwo(c echo.Context) error { return c.JSON(200, people.Find("1")) }

func openOne(c echo.Context) error {
	return c.JSON(200, people.Find("1").Email) // want `email from Person.Email reaches`
}

func text(c echo.Context) error {
	return c.String(200, "hello "+people.Find("1").Name) // want `name from Person.Name reaches echo.Context.String`
}

func html(c echo.Context) error {
	return c.HTML(200, "<b>"+people.Find("1").Name) // want `name from Person.Name reaches echo.Context.HTML`
}

func blob(c echo.Context) error {
	return c.Blob(200, "text/plain", []byte(people.Find("1").Name)) // want `name from Person.Name reaches echo.Context.Blob`
}

func stream(c echo.Context) error {
	return c.Stream(200, "text/plain", strings.NewReader(people.Find("1").Name)) // want `name from Person.Name reaches echo.Context.Stream`
}

func redirect(c echo.Context) error {
	return c.Redirect(302, "/?mail="+people.Find("1").Email) // want `email from Person.Email reaches echo.Context.Redirect`
}

func header(c echo.Context) error {
	c.Response().Header().Set("X-Mail", people.Find("1").Email) // want `email from Person.Email reaches`
	return c.NoContent(204)
}

func cookie(c echo.Context) error {
	c.SetCookie(&http.Cookie{Name: "mail", Value: people.Find("1").Email}) // want `email from Person.Email reaches`
	return nil
}

func writer(c echo.Context) error {
	_, err := c.Response().Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
	return err
}

func render(c echo.Context) error {
	return c.Render(200, "page", people.Find("1")) // want `reach echo.Context.Render`
}

func asXML(c echo.Context) error {
	return c.XML(200, people.Find("1")) // want `reach echo.Context.XML`
}

func id(c echo.Context) error { return c.JSON(200, people.Find("1").ID) }

func checked(c echo.Context) error {
	if err := people.Verify(c.Request()); err != nil {
		return echo.ErrUnauthorized
	}
	return c.JSON(200, people.Find("1"))
}

func user(c echo.Context) (string, error) {
	token := c.Request().Header.Get("Authorization")
	if token == "" {
		return "", echo.NewHTTPError(400, "no token")
	}
	if people.VerifyToken(token) != nil {
		return "", echo.ErrUnauthorized
	}
	return "1", nil
}

func checked2(c echo.Context) error {
	id, err := user(c)
	if err != nil {
		return err
	}
	return c.JSON(200, people.Find(id))
}

func wrapped(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
}

func wrapMW(c echo.Context) error {
	return c.JSON(200, people.Find("1"))
}

type handlers struct{}

func (h *handlers) register(e *echo.Echo) {
	e.GET("/value", h.open)
	e.GET("/valuesafe", h.safe, h.auth)
	h.group(e.Group("/hg", h.auth))
}

func (h *handlers) group(g *echo.Group) { g.GET("/one", h.grouped) }

func (h *handlers) auth(next echo.HandlerFunc) echo.HandlerFunc { return requireUser(next) }

func (h *handlers) open(c echo.Context) error {
	return c.JSON(200, people.Find("1").Email) // want `email from Person.Email reaches`
}

func (h *handlers) safe(c echo.Context) error { return c.JSON(200, people.Find("1")) }

func (h *handlers) grouped(c echo.Context) error { return c.JSON(200, people.Find("1")) }

func global() *echo.Echo {
	e := echo.New()
	e.GET("/one", globalOne)
	e.Use(requireUser)
	return e
}

func globalOne(c echo.Context) error { return c.JSON(200, people.Find("1")) }

func start() error {
	e := echo.New()
	e.GET("/one", started)
	return e.Start(":8080")
}

func started(c echo.Context) error {
	return c.JSON(200, people.Find("1").Email) // want `email from Person.Email reaches`
}

var _ = []any{global, start}
