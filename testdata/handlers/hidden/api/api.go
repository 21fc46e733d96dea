// Package api has handlers whose data comes from a store that only main knows, and gives
// away routers as handlers.
package api

import (
	"context"
	"net/http"

	"handlers/hidden/web"
	"handlers/people"
)

// Store has people.
type Store interface {
	Get(ctx context.Context, id string) (people.Person, error)
}

// API answers requests.
type API struct{ s Store }

// New gives an API.
func New(s Store) *API { return &API{s} }

func (a *API) show(w http.ResponseWriter, r *http.Request) error {
	p, err := a.s.Get(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	web.Write(w, p)
	return nil
}

func (a *API) shown(w http.ResponseWriter, r *http.Request) error { return a.show(w, r) }

func (a *API) staff(w http.ResponseWriter, r *http.Request) error { return a.show(w, r) }

// Routes has one open route, and a router for staff.
func Routes(a *API) http.Handler {
	m := web.NewMux(web.Logged)
	m.Do("GET /open/{id}", a.show)
	m.Do("GET /staff/{id}", a.staff, web.Auth, web.Logged)
	m.Do("GET /logged/{id}", a.staff, web.Logged, web.Auth)
	sub := m.Sub("/kiosk", web.Logged, web.Logged)
	sub.Do("GET /{id}", a.shown)
	in := m.Sub("/in", web.Auth, web.Logged)
	in.Do("GET /{id}", a.staff)
	return m
}

func one(a *API) http.Handler {
	m := web.NewMux()
	m.Do("GET /{id}", a.show)
	return m
}

// Guarded stands behind a check, in types that only package web can name.
func Guarded(a *API) http.Handler { return web.Guard(one(a)) }

// Named is the same, once more embedded.
func Named(a *API) http.Handler { return web.Named(one(a)) }

// Opened is behind none.
func Opened(a *API) http.Handler { return web.Open(one(a)) }
