package served

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
	fiber2 "github.com/gofiber/fiber/v2"
	fiber3 "github.com/gofiber/fiber/v3"
	"github.com/gorilla/mux"
	"github.com/labstack/echo/v4"
)

// Any serves a router and lists its routes, as "METHOD /path", as far as the
// router tells them.
func Any(router any) (routes []string) {
	add := func(method, path string) { routes = append(routes, method+" "+path) }
	switch r := router.(type) {
	case *fiber2.App:
		Fiber2(r)
		for _, route := range r.GetRoutes(true) {
			add(route.Method, route.Path)
		}
		return routes
	case *fiber3.App:
		Fiber3(r)
		for _, route := range r.GetRoutes(true) {
			add(route.Method, route.Path)
		}
		return routes
	case *gin.Engine:
		for _, route := range r.Routes() {
			add(route.Method, route.Path)
		}
	case *echo.Echo:
		for _, route := range r.Routes() {
			add(route.Method, route.Path)
		}
	case chi.Routes:
		chi.Walk(r, func(method, path string, _ http.Handler, _ ...func(http.Handler) http.Handler) error {
			add(method, strings.ReplaceAll(path, "/*", ""))
			return nil
		})
	case *mux.Router:
		r.Walk(func(route *mux.Route, _ *mux.Router, _ []*mux.Route) error {
			if path, err := route.GetPathTemplate(); err == nil {
				add("GET", path)
			}
			return nil
		})
	}
	HTTP(router.(http.Handler))
	return routes
}
