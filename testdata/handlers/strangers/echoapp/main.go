package main

import (
	"crypto/subtle"
	"net/http"

	"handlers/strangers/auth"
	"handlers/strangers/data"

	"github.com/golang-jwt/jwt/v5"
	echojwt "github.com/labstack/echo-jwt/v4"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
)

type Handler struct{ s *data.Store }

func (h *Handler) open(c echo.Context) error {
	cu, err := h.s.Customer(c.Request().Context(), c.Param("id"))
	if err != nil {
		return echo.NewHTTPError(404, "none")
	}
	return c.JSON(200, cu) // want "before the caller is verified"
}
func (h *Handler) restricted(c echo.Context) error {
	tok := c.Get("user").(*jwt.Token)
	cl := tok.Claims.(*auth.Claims)
	cu, _ := h.s.Customer(c.Request().Context(), cl.Subject)
	return c.JSON(200, cu)
}
func (h *Handler) basic(c echo.Context) error {
	all, _ := h.s.All(c.Request().Context())
	return c.JSONPretty(200, all, " ")
}
func (h *Handler) key(c echo.Context) error {
	all, _ := h.s.All(c.Request().Context())
	return c.XML(200, all)
}
func (h *Handler) custom(c echo.Context) error {
	all, _ := h.s.All(c.Request().Context())
	return c.Render(200, "x", all)
}
func (h *Handler) customOpen(c echo.Context) error {
	all, _ := h.s.All(c.Request().Context())
	return c.Render(200, "x", all) // want "before the caller is verified"
}
func (h *Handler) inner(c echo.Context) error {
	if !auth.Check(c.Request()) {
		return echo.ErrUnauthorized
	}
	all, _ := h.s.All(c.Request().Context())
	return c.JSON(200, map[string]any{"all": all})
}
func (h *Handler) str(c echo.Context) error {
	cu, _ := h.s.Customer(c.Request().Context(), c.QueryParam("id"))
	return c.String(http.StatusOK, "Hello "+cu.Name) // want "before the caller is verified"
}
func (h *Handler) login(c echo.Context) error {
	type req struct {
		Email    string `json:"email" form:"email"`
		Password string `json:"password"`
	}
	var in req
	if err := c.Bind(&in); err != nil {
		return err
	}
	cu, err := auth.Login(c.Request().Context(), h.s, in.Email, in.Password)
	if err != nil {
		return echo.ErrUnauthorized
	}
	return c.JSON(200, echo.Map{"u": cu})
}
func (h *Handler) skipped(c echo.Context) error {
	all, _ := h.s.All(c.Request().Context())
	return c.JSON(200, all) // want "before the caller is verified"
}
func (h *Handler) notSkipped(c echo.Context) error {
	all, _ := h.s.All(c.Request().Context())
	return c.JSON(200, all)
}

func require(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		u, ok := auth.UserOf(c.Request())
		if !ok {
			return c.JSON(401, echo.Map{"error": "x"})
		}
		c.Set("u", u)
		return next(c)
	}
}
func logMW(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if err := next(c); err != nil {
			c.Error(err)
		}
		return nil
	}
}

func (h *Handler) Register(g *echo.Group) {
	g.GET("/custom", h.custom)
}

func main() {
	h := &Handler{&data.Store{}}
	e := echo.New()
	e.Use(middleware.Logger(), middleware.Recover())
	e.GET("/open/:id", h.open)
	r := e.Group("/restricted")
	r.Use(echojwt.WithConfig(echojwt.Config{
		NewClaimsFunc: func(c echo.Context) jwt.Claims { return new(auth.Claims) },
		SigningKey:    []byte("secret"),
	}))
	r.GET("", h.restricted)
	b := e.Group("/basic")
	b.Use(middleware.BasicAuth(func(u, p string, c echo.Context) (bool, error) {
		if subtle.ConstantTimeCompare([]byte(u), []byte("joe")) == 1 &&
			subtle.ConstantTimeCompare([]byte(p), []byte("secret")) == 1 {
			return true, nil
		}
		return false, nil
	}))
	b.GET("/all", h.basic)
	e.GET("/key", h.key, middleware.KeyAuth(func(k string, c echo.Context) (bool, error) {
		return subtle.ConstantTimeCompare([]byte(k), []byte("v")) == 1, nil
	}))
	h.Register(e.Group("/c", require))
	e.GET("/logonly", h.customOpen, logMW)
	e.GET("/inner", h.inner)
	e.GET("/str", h.str)
	e.POST("/login", h.login)
	s := e.Group("/s")
	s.Use(echojwt.WithConfig(echojwt.Config{SigningKey: []byte("x"), Skipper: func(c echo.Context) bool { return c.Path() == "/s/public" }}))
	s.GET("/public", h.skipped)
	s.GET("/private", h.notSkipped)
	e.Add("GET", "/add", func(c echo.Context) error {
		all, _ := h.s.All(c.Request().Context())
		return c.JSON(200, all) // want "before the caller is verified"
	})
	e.Logger.Fatal(e.Start(":1323"))
}
