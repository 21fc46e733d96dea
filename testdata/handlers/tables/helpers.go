package tables

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"handlers/people"
)

// register puts a wrapper around each route that it is given.
func register(mux *http.ServeMux, routes []route, wrap middleware) {
	for _, rt := range routes {
		h := rt.Handler
		if wrap != nil {
			h = wrap(h)
		}
		mux.HandleFunc(rt.Method+" "+rt.Path, h)
	}
}

func twiceClosed(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func twiceOpen(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func twice() error {
	mux := http.NewServeMux()
	register(mux, []route{{Method: "GET", Path: "/twice/closed/{id}", Handler: twiceClosed}}, requireAuth)
	register(mux, []route{{Method: "GET", Path: "/twice/open/{id}", Handler: twiceOpen}}, nil)
	return http.ListenAndServe(":1", mux)
}

// add registers one route.
func add(mux *http.ServeMux, path string, auth bool, h http.HandlerFunc) {
	if auth {
		h = requireAuth(h)
	}
	mux.HandleFunc(path, h)
}

func oneClosed(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func oneOpen(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func oneByOne() error {
	mux := http.NewServeMux()
	add(mux, "/one/closed/{id}", true, oneClosed)
	add(mux, "/one/open/{id}", false, oneOpen)
	return http.ListenAndServe(":1", mux)
}

type server struct {
	echo   *echo.Echo
	routes []echoRoute
}

type echoRoute struct {
	method, path string
	handler      echo.HandlerFunc
	public       bool
}

func echoAuth(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if people.Verify(c.Request()) != nil {
			return echo.ErrUnauthorized
		}
		return next(c)
	}
}

func (s *server) closed(c echo.Context) error {
	return c.String(200, people.Find(c.Param("id")).Email)
}

func (s *server) open(c echo.Context) error {
	return c.String(200, people.Find(c.Param("id")).Email) // want `email from Person.Email reaches echo.Context.String before the caller is verified`
}

func (s *server) handle(method, path string, h echo.HandlerFunc, public bool) {
	s.routes = append(s.routes, echoRoute{method, path, h, public})
}

func (s *server) mount() {
	for _, rt := range s.routes {
		s.mountOne(rt)
	}
}

func (s *server) mountOne(rt echoRoute) {
	if rt.public {
		s.echo.Add(rt.method, rt.path, rt.handler)
		return
	}
	s.echo.Add(rt.method, rt.path, rt.handler, echoAuth)
}

// inField collects its routes in a field.
func inField() error {
	s := &server{echo: echo.New()}
	s.handle("GET", "/field/closed/:id", s.closed, false)
	s.handle("GET", "/field/open/:id", s.open, true)
	s.mount()
	return s.echo.Start(":1")
}
