// Command routegroups has routes in bundles of go-pkgz/routegroup.
package main

import (
	"fmt"
	"net/http"

	"github.com/go-pkgz/routegroup"

	"handlers/people"
)

func auth(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) != nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func skipping(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/v1/public" && people.Verify(r) != nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func logged(next http.Handler) http.Handler { return next }

func main() {
	router := routegroup.New(http.NewServeMux())
	router.Use(logged)
	router.HandleFunc("GET /open", open)
	router.Handle("GET /handler", http.HandlerFunc(handler))
	router.HandleRootFunc("GET", root)
	router.NotFoundHandler(missing)

	api := router.Mount("/api")
	api.Use(logged, auth)
	api.HandleFunc("GET /guarded", guarded)
	api.Group().HandleFunc("GET /below", below)

	router.With(auth).HandleFunc("GET /with", with)
	router.Group().HandleFunc("GET /grouped", grouped)
	router.Route(func(b *routegroup.Bundle) {
		b.Use(auth)
		b.HandleFunc("GET /configured", configured)
	})
	router.HandleFunc("GET /behind", behind)

	v1 := router.Mount("/v1")
	v1.Use(skipping)
	v1.HandleFunc("GET /public", public)
	v1.HandleFunc("GET /private", private)

	go http.ListenAndServe(":1", router)

	mux := http.NewServeMux()
	routegroup.Mount(mux, "/shared").HandleFunc("/other", other)
	http.ListenAndServe(":2", mux)
}

func open(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `before the caller is verified`
}

func handler(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `before the caller is verified`
}

func root(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `before the caller is verified`
}

func missing(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `before the caller is verified`
}

func guarded(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email)
}

func below(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email)
}

func with(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email)
}

func grouped(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `before the caller is verified`
}

func configured(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email)
}

func behind(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `before the caller is verified`
}

func public(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `before the caller is verified`
}

func private(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email)
}

func other(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `before the caller is verified`
}
