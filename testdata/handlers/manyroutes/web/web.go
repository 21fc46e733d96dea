// Package web registers more routes behind many steps than a summary has room for.
package web

import (
	"log/slog"
	"math/rand"
	"net/http"

	"github.com/labstack/echo/v4"
)

type User struct {
	Email string `json:"email" pii:"email"`
}

type App struct {
	Server *echo.Echo
	Theme  *Theme
}

var users = map[string]*User{"1": {Email: "kim@example.com"}}

type Theme struct{ Dark bool }

const (
	loggerKey   = "logger"
	languageKey = "language"
	themeKey    = "theme"
	traceKey    = "trace"
)

func logger(c echo.Context) *slog.Logger {
	if l, ok := c.Get(loggerKey).(*slog.Logger); ok {
		return l
	}
	return slog.Default()
}

// setLogger leaves a logger in the request, made of the one that is there.
func setLogger(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		c.Set(loggerKey, logger(c).With("path", c.Path()))
		return next(c)
	}
}

// theme leaves how pages look, unless another step did.
func theme(t *Theme) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if c.Get(themeKey) == nil {
				c.Set(themeKey, t)
			}
			return next(c)
		}
	}
}

// language leaves the one that is asked for, if any is.
func language(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if l := c.QueryParam("lang"); l != "" {
			c.Set(languageKey, l)
		}
		return next(c)
	}
}

// trace leaves a number for the request, if it has none.
func trace(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if c.Get(traceKey) == nil {
			c.Set(traceKey, rand.Int())
		}
		return next(c)
	}
}

type kind struct {
	path string
	show echo.HandlerFunc
}

var kinds0 = []kind{
	{"/a0/:id", show}, {"/a1/:id", show}, {"/a2/:id", show}, {"/a3/:id", show}, {"/a4/:id", show}, {"/a5/:id", show}, {"/a6/:id", show}, {"/a7/:id", show}, {"/a8/:id", show}, {"/a9/:id", show}, {"/a10/:id", show}, {"/a11/:id", show},
	{"/a12/:id", show}, {"/a13/:id", show}, {"/a14/:id", show}, {"/a15/:id", show}, {"/a16/:id", show}, {"/a17/:id", show}, {"/a18/:id", show}, {"/a19/:id", show}, {"/a20/:id", show}, {"/a21/:id", show}, {"/a22/:id", show}, {"/a23/:id", show},
	{"/a24/:id", show}, {"/a25/:id", show}, {"/a26/:id", show}, {"/a27/:id", show}, {"/a28/:id", show}, {"/a29/:id", show}, {"/a30/:id", show}, {"/a31/:id", show}, {"/a32/:id", show}, {"/a33/:id", show}, {"/a34/:id", show}, {"/a35/:id", show},
	{"/a36/:id", show}, {"/a37/:id", show}, {"/a38/:id", show}, {"/a39/:id", show}, {"/a40/:id", show}, {"/a41/:id", show}, {"/a42/:id", show}, {"/a43/:id", show}, {"/a44/:id", show}, {"/a45/:id", show}, {"/a46/:id", show}, {"/a47/:id", show},
	{"/a48/:id", show}, {"/a49/:id", show}, {"/a50/:id", show}, {"/a51/:id", show}, {"/a52/:id", show}, {"/a53/:id", show}, {"/a54/:id", show}, {"/a55/:id", show}, {"/a56/:id", show}, {"/a57/:id", show}, {"/a58/:id", show}, {"/a59/:id", show},
}

var kinds1 = []kind{
	{"/b0/:id", show}, {"/b1/:id", show}, {"/b2/:id", show}, {"/b3/:id", show}, {"/b4/:id", show}, {"/b5/:id", show}, {"/b6/:id", show}, {"/b7/:id", show}, {"/b8/:id", show}, {"/b9/:id", show}, {"/b10/:id", show}, {"/b11/:id", show},
	{"/b12/:id", show}, {"/b13/:id", show}, {"/b14/:id", show}, {"/b15/:id", show}, {"/b16/:id", show}, {"/b17/:id", show}, {"/b18/:id", show}, {"/b19/:id", show}, {"/b20/:id", show}, {"/b21/:id", show}, {"/b22/:id", show}, {"/b23/:id", show},
	{"/b24/:id", show}, {"/b25/:id", show}, {"/b26/:id", show}, {"/b27/:id", show}, {"/b28/:id", show}, {"/b29/:id", show}, {"/b30/:id", show}, {"/b31/:id", show}, {"/b32/:id", show}, {"/b33/:id", show}, {"/b34/:id", show}, {"/b35/:id", show},
	{"/b36/:id", show}, {"/b37/:id", show}, {"/b38/:id", show}, {"/b39/:id", show}, {"/b40/:id", show}, {"/b41/:id", show}, {"/b42/:id", show}, {"/b43/:id", show}, {"/b44/:id", show}, {"/b45/:id", show}, {"/b46/:id", show}, {"/b47/:id", show},
	{"/b48/:id", show}, {"/b49/:id", show}, {"/b50/:id", show}, {"/b51/:id", show}, {"/b52/:id", show}, {"/b53/:id", show}, {"/b54/:id", show}, {"/b55/:id", show}, {"/b56/:id", show}, {"/b57/:id", show}, {"/b58/:id", show}, {"/b59/:id", show},
}

var kinds2 = []kind{
	{"/c0/:id", show}, {"/c1/:id", show}, {"/c2/:id", show}, {"/c3/:id", show}, {"/c4/:id", show}, {"/c5/:id", show}, {"/c6/:id", show}, {"/c7/:id", show}, {"/c8/:id", show}, {"/c9/:id", show}, {"/c10/:id", show}, {"/c11/:id", show},
	{"/c12/:id", show}, {"/c13/:id", show}, {"/c14/:id", show}, {"/c15/:id", show}, {"/c16/:id", show}, {"/c17/:id", show}, {"/c18/:id", show}, {"/c19/:id", show}, {"/c20/:id", show}, {"/c21/:id", show}, {"/c22/:id", show}, {"/c23/:id", show},
	{"/c24/:id", show}, {"/c25/:id", show}, {"/c26/:id", show}, {"/c27/:id", show}, {"/c28/:id", show}, {"/c29/:id", show}, {"/c30/:id", show}, {"/c31/:id", show}, {"/c32/:id", show}, {"/c33/:id", show}, {"/c34/:id", show}, {"/c35/:id", show},
	{"/c36/:id", show}, {"/c37/:id", show}, {"/c38/:id", show}, {"/c39/:id", show}, {"/c40/:id", show}, {"/c41/:id", show}, {"/c42/:id", show}, {"/c43/:id", show}, {"/c44/:id", show}, {"/c45/:id", show}, {"/c46/:id", show}, {"/c47/:id", show},
	{"/c48/:id", show}, {"/c49/:id", show}, {"/c50/:id", show}, {"/c51/:id", show}, {"/c52/:id", show}, {"/c53/:id", show}, {"/c54/:id", show}, {"/c55/:id", show}, {"/c56/:id", show}, {"/c57/:id", show}, {"/c58/:id", show}, {"/c59/:id", show},
}

var kinds3 = []kind{
	{"/d0/:id", show}, {"/d1/:id", show}, {"/d2/:id", show}, {"/d3/:id", show}, {"/d4/:id", show}, {"/d5/:id", show}, {"/d6/:id", show}, {"/d7/:id", show}, {"/d8/:id", show}, {"/d9/:id", show}, {"/d10/:id", show}, {"/d11/:id", show},
	{"/d12/:id", show}, {"/d13/:id", show}, {"/d14/:id", show}, {"/d15/:id", show}, {"/d16/:id", show}, {"/d17/:id", show}, {"/d18/:id", show}, {"/d19/:id", show}, {"/d20/:id", show}, {"/d21/:id", show}, {"/d22/:id", show}, {"/d23/:id", show},
	{"/d24/:id", show}, {"/d25/:id", show}, {"/d26/:id", show}, {"/d27/:id", show}, {"/d28/:id", show}, {"/d29/:id", show}, {"/d30/:id", show}, {"/d31/:id", show}, {"/d32/:id", show}, {"/d33/:id", show}, {"/d34/:id", show}, {"/d35/:id", show},
	{"/d36/:id", show}, {"/d37/:id", show}, {"/d38/:id", show}, {"/d39/:id", show}, {"/d40/:id", show}, {"/d41/:id", show}, {"/d42/:id", show}, {"/d43/:id", show}, {"/d44/:id", show}, {"/d45/:id", show}, {"/d46/:id", show}, {"/d47/:id", show},
	{"/d48/:id", show}, {"/d49/:id", show}, {"/d50/:id", show}, {"/d51/:id", show}, {"/d52/:id", show}, {"/d53/:id", show}, {"/d54/:id", show}, {"/d55/:id", show}, {"/d56/:id", show}, {"/d57/:id", show}, {"/d58/:id", show}, {"/d59/:id", show},
}

var kinds4 = []kind{
	{"/e0/:id", show}, {"/e1/:id", show}, {"/e2/:id", show}, {"/e3/:id", show}, {"/e4/:id", show}, {"/e5/:id", show}, {"/e6/:id", show}, {"/e7/:id", show}, {"/e8/:id", show}, {"/e9/:id", show}, {"/e10/:id", show}, {"/e11/:id", show},
	{"/e12/:id", show}, {"/e13/:id", show}, {"/e14/:id", show}, {"/e15/:id", show}, {"/e16/:id", show}, {"/e17/:id", show}, {"/e18/:id", show}, {"/e19/:id", show}, {"/e20/:id", show}, {"/e21/:id", show}, {"/e22/:id", show}, {"/e23/:id", show},
	{"/e24/:id", show}, {"/e25/:id", show}, {"/e26/:id", show}, {"/e27/:id", show}, {"/e28/:id", show}, {"/e29/:id", show}, {"/e30/:id", show}, {"/e31/:id", show}, {"/e32/:id", show}, {"/e33/:id", show}, {"/e34/:id", show}, {"/e35/:id", show},
	{"/e36/:id", show}, {"/e37/:id", show}, {"/e38/:id", show}, {"/e39/:id", show}, {"/e40/:id", show}, {"/e41/:id", show}, {"/e42/:id", show}, {"/e43/:id", show}, {"/e44/:id", show}, {"/e45/:id", show}, {"/e46/:id", show}, {"/e47/:id", show},
	{"/e48/:id", show}, {"/e49/:id", show}, {"/e50/:id", show}, {"/e51/:id", show}, {"/e52/:id", show}, {"/e53/:id", show}, {"/e54/:id", show}, {"/e55/:id", show}, {"/e56/:id", show}, {"/e57/:id", show}, {"/e58/:id", show}, {"/e59/:id", show},
}

var kinds5 = []kind{
	{"/f0/:id", show}, {"/f1/:id", show}, {"/f2/:id", show}, {"/f3/:id", show}, {"/f4/:id", show}, {"/f5/:id", show}, {"/f6/:id", show}, {"/f7/:id", show}, {"/f8/:id", show}, {"/f9/:id", show}, {"/f10/:id", show}, {"/f11/:id", show},
	{"/f12/:id", show}, {"/f13/:id", show}, {"/f14/:id", show}, {"/f15/:id", show}, {"/f16/:id", show}, {"/f17/:id", show}, {"/f18/:id", show}, {"/f19/:id", show}, {"/f20/:id", show}, {"/f21/:id", show}, {"/f22/:id", show}, {"/f23/:id", show},
	{"/f24/:id", show}, {"/f25/:id", show}, {"/f26/:id", show}, {"/f27/:id", show}, {"/f28/:id", show}, {"/f29/:id", show}, {"/f30/:id", show}, {"/f31/:id", show}, {"/f32/:id", show}, {"/f33/:id", show}, {"/f34/:id", show}, {"/f35/:id", show},
	{"/f36/:id", show}, {"/f37/:id", show}, {"/f38/:id", show}, {"/f39/:id", show}, {"/f40/:id", show}, {"/f41/:id", show}, {"/f42/:id", show}, {"/f43/:id", show}, {"/f44/:id", show}, {"/f45/:id", show}, {"/f46/:id", show}, {"/f47/:id", show},
	{"/f48/:id", show}, {"/f49/:id", show}, {"/f50/:id", show}, {"/f51/:id", show}, {"/f52/:id", show}, {"/f53/:id", show}, {"/f54/:id", show}, {"/f55/:id", show}, {"/f56/:id", show}, {"/f57/:id", show}, {"/f58/:id", show}, {"/f59/:id", show},
}

var kinds6 = []kind{
	{"/g0/:id", show}, {"/g1/:id", show}, {"/g2/:id", show}, {"/g3/:id", show}, {"/g4/:id", show}, {"/g5/:id", show}, {"/g6/:id", show}, {"/g7/:id", show}, {"/g8/:id", show}, {"/g9/:id", show}, {"/g10/:id", show}, {"/g11/:id", show},
	{"/g12/:id", show}, {"/g13/:id", show}, {"/g14/:id", show}, {"/g15/:id", show}, {"/g16/:id", show}, {"/g17/:id", show}, {"/g18/:id", show}, {"/g19/:id", show}, {"/g20/:id", show}, {"/g21/:id", show}, {"/g22/:id", show}, {"/g23/:id", show},
	{"/g24/:id", show}, {"/g25/:id", show}, {"/g26/:id", show}, {"/g27/:id", show}, {"/g28/:id", show}, {"/g29/:id", show}, {"/g30/:id", show}, {"/g31/:id", show}, {"/g32/:id", show}, {"/g33/:id", show}, {"/g34/:id", show}, {"/g35/:id", show},
	{"/g36/:id", show}, {"/g37/:id", show}, {"/g38/:id", show}, {"/g39/:id", show}, {"/g40/:id", show}, {"/g41/:id", show}, {"/g42/:id", show}, {"/g43/:id", show}, {"/g44/:id", show}, {"/g45/:id", show}, {"/g46/:id", show}, {"/g47/:id", show},
	{"/g48/:id", show}, {"/g49/:id", show}, {"/g50/:id", show}, {"/g51/:id", show}, {"/g52/:id", show}, {"/g53/:id", show}, {"/g54/:id", show}, {"/g55/:id", show}, {"/g56/:id", show}, {"/g57/:id", show}, {"/g58/:id", show}, {"/g59/:id", show},
}

func show(c echo.Context) error { return c.JSON(http.StatusOK, users[c.Param("id")]) }

func Build(a *App) {
	g := a.Server.Group("")
	g.Use(setLogger, theme(a.Theme), language, trace)
	for _, k := range kinds0 {
		g.GET(k.path, k.show)
	}
	for _, k := range kinds1 {
		g.GET(k.path, k.show)
	}
	for _, k := range kinds2 {
		g.GET(k.path, k.show)
	}
	for _, k := range kinds3 {
		g.GET(k.path, k.show)
	}
	for _, k := range kinds4 {
		g.GET(k.path, k.show)
	}
	for _, k := range kinds5 {
		g.GET(k.path, k.show)
	}
	for _, k := range kinds6 {
		g.GET(k.path, k.show)
	}
}
