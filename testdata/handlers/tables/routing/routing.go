// Package routing attaches routes that others put together.
package routing

import (
	"net/http"

	"github.com/gorilla/mux"
)

// Guard decides who may pass.
type Guard func(http.Handler) http.Handler

// Open lets everybody pass.
func Open() Guard {
	return func(h http.Handler) http.Handler { return h }
}

// Path is a route without a guard.
type Path struct{ Verb, Tpl string }

// Get is a route that reads.
func Get(tpl string) *Path { return &Path{Verb: "GET", Tpl: tpl} }

// Guarded is a route without a handler.
type Guarded struct {
	Path
	guard Guard
}

// By adds the guard.
func (p Path) By(g Guard) *Guarded { return &Guarded{p, g} }

// Ready is a route that can be attached.
type Ready struct {
	*Guarded
	handler http.Handler
}

// Do adds the handler.
func (g *Guarded) Do(h http.HandlerFunc) *Ready { return &Ready{g, h} }

// ServeHTTP asks the guard first.
func (r *Ready) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	r.guard(r.handler).ServeHTTP(w, req)
}

// Attach registers routes.
func Attach(router *mux.Router, prefix string, routes ...*Ready) {
	for _, r := range routes {
		router.PathPrefix(prefix).Methods(r.Verb).Path(r.Tpl).Handler(r)
	}
}

// Entry is a line of a table.
type Entry struct {
	Path       string
	Middleware Guard
	Handler    http.HandlerFunc
}

// All registers the lines of a table.
func All(m *http.ServeMux, table []Entry) {
	for _, e := range table {
		m.Handle(e.Path, e.Middleware(e.Handler))
	}
}
