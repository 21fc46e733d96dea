package tables

import (
	"net/http"

	"github.com/gofiber/fiber/v2"
	"github.com/julienschmidt/httprouter"

	"handlers/people"
)

// built is a route that is put together step by step.
type built struct {
	verb, path string
	secure     func(http.Handler) http.Handler
	handler    http.Handler
}

func get(path string) *built { return &built{verb: "GET", path: path} }

func (b *built) securedWith(mw func(http.Handler) http.Handler) *built {
	b.secure = mw
	return b
}

func (b *built) handle(h http.HandlerFunc) *built {
	if b.secure != nil {
		b.handler = b.secure(h)
	} else {
		b.handler = h
	}
	return b
}

func noCheck(h http.Handler) http.Handler { return h }

func attach(r *httprouter.Router, routes ...*built) {
	for _, b := range routes {
		r.Handler(b.verb, b.path, b.handler)
	}
}

func builtClosed(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func builtOpen(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func builtBare(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func builders() error {
	routes := []*built{
		get("/built/open").securedWith(noCheck).handle(builtOpen),
		get("/built/closed").securedWith(chiAuth).handle(builtClosed),
	}
	routes = append(routes, get("/built/bare").handle(builtBare))
	r := httprouter.New()
	attach(r, routes...)
	return http.ListenAndServe(":1", r)
}

type fiberRoute struct {
	path    string
	handler fiber.Handler
	auth    bool
}

type option func(*fiberRoute)

func secured() option { return func(r *fiberRoute) { r.auth = true } }

func newRoute(path string, h fiber.Handler, opts ...option) fiberRoute {
	r := fiberRoute{path: path, handler: h}
	for _, o := range opts {
		o(&r)
	}
	return r
}

func fiberAuth(c *fiber.Ctx) error {
	if people.VerifyToken(c.Get("Authorization")) != nil {
		return c.SendStatus(fiber.StatusUnauthorized)
	}
	return c.Next()
}

func optionClosed(c *fiber.Ctx) error { return c.SendString(people.Find(c.Params("id")).Email) }

func optionOpen(c *fiber.Ctx) error {
	return c.SendString(people.Find(c.Params("id")).Email) // want `email from Person.Email reaches fiber.Ctx.SendString before the caller is verified`
}

// optioned has options for its routes.
func optioned() error {
	app := fiber.New()
	for _, rt := range []fiberRoute{
		newRoute("/option/closed/:id", optionClosed, secured()),
		newRoute("/option/open/:id", optionOpen),
	} {
		if rt.auth {
			app.Get(rt.path, fiberAuth, rt.handler)
		} else {
			app.Get(rt.path, rt.handler)
		}
	}
	return app.Listen(":1")
}
