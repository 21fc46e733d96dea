// Package routes has routes as values, in lists behind an interface.
package routes

import "net/http"

// Handler returns its error.
type Handler func(w http.ResponseWriter, r *http.Request) error

// Route is one of them.
type Route struct {
	Method, Pattern string
	Handler         Handler
}

// Router has routes.
type Router interface{ Routes() []Route }

// Func is a function as a router.
type Func func() []Route

// Routes calls f.
func (f Func) Routes() []Route { return f() }

// Compose makes one of several.
func Compose(list ...Router) Router {
	return Func(func() []Route {
		var out []Route
		for _, r := range list {
			out = append(out, r.Routes()...)
		}
		return out
	})
}
