package tables

import (
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/gorilla/mux"
)

type middleware func(http.HandlerFunc) http.HandlerFunc

func wrapClosed(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func wrapOpen(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func wrapLogged(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

// eachItsOwn has middleware in a field, nil for open routes.
func eachItsOwn() error {
	r := mux.NewRouter()
	for _, rt := range []struct {
		path string
		h    http.HandlerFunc
		wrap middleware
	}{
		{path: "/wrap/closed/{id}", h: wrapClosed, wrap: requireAuth},
		{path: "/wrap/open/{id}", h: wrapOpen},
		{path: "/wrap/logged/{id}", h: wrapLogged, wrap: logged},
	} {
		if rt.wrap != nil {
			r.HandleFunc(rt.path, rt.wrap(rt.h)).Methods(http.MethodGet)
		} else {
			r.HandleFunc(rt.path, rt.h).Methods(http.MethodGet)
		}
	}
	return http.ListenAndServe(":1", r)
}

func listClosed(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func listOpen(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func listEmpty(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

// lists has a list of middleware for each route.
func lists() error {
	mux := http.NewServeMux()
	for _, rt := range []struct {
		path string
		h    http.HandlerFunc
		mws  []middleware
	}{
		{"/list/closed/{id}", listClosed, []middleware{logged, requireAuth}},
		{"/list/open/{id}", listOpen, []middleware{logged}},
		{"/list/empty/{id}", listEmpty, nil},
	} {
		h := rt.h
		for i := len(rt.mws) - 1; i >= 0; i-- {
			h = rt.mws[i](h)
		}
		mux.HandleFunc(rt.path, h)
	}
	return http.ListenAndServe(":1", mux)
}

func chiClosed(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func chiOpen(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func chiAuth(next http.Handler) http.Handler { return requireAuth(next.ServeHTTP) }

type chiRoute struct {
	method, path string
	middlewares  []func(http.Handler) http.Handler
	handler      http.HandlerFunc
}

func chiRoutes() []chiRoute {
	return []chiRoute{
		{method: "GET", path: "/chi/closed/{id}", middlewares: chi.Middlewares{chiAuth}, handler: chiClosed},
		{method: "GET", path: "/chi/open/{id}", handler: chiOpen},
	}
}

// listsOfChi gets its table from a function.
func listsOfChi() error {
	r := chi.NewRouter()
	for _, rt := range chiRoutes() {
		r.With(rt.middlewares...).Method(rt.method, rt.path, rt.handler)
	}
	return http.ListenAndServe(":1", r)
}

func guardClosed(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func guardOpen(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

// looked finds its middleware in a map.
func looked() error {
	guards := map[string]middleware{"none": logged, "user": requireAuth}
	mux := http.NewServeMux()
	for path, rt := range map[string]struct {
		guard string
		h     http.HandlerFunc
	}{
		"/guard/closed/{id}": {"user", guardClosed},
		"/guard/open/{id}":   {"none", guardOpen},
	} {
		mux.HandleFunc("GET "+path, guards[rt.guard](rt.h))
	}
	return http.ListenAndServe(":1", mux)
}
