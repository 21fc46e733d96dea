// Package tables keeps its routes in tables, and registers them in loops.
package tables

import (
	"fmt"
	"net/http"

	"handlers/people"
)

func email(r *http.Request) []byte { return []byte(people.Find(r.PathValue("id")).Email) }

// requireAuth goes on only with a caller that it knows.
func requireAuth(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

func logged(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		fmt.Println(r.URL.Path)
		next(w, r)
	}
}

func flagClosed(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func flagOpen(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

// flagged has a flag that says which routes get a check.
func flagged() error {
	mux := http.NewServeMux()
	for _, rt := range []struct {
		pattern string
		handler http.HandlerFunc
		auth    bool
	}{
		{"GET /flag/closed/{id}", flagClosed, true},
		{"GET /flag/open/{id}", flagOpen, false},
	} {
		h := rt.handler
		if rt.auth {
			h = requireAuth(h)
		}
		mux.HandleFunc(rt.pattern, h)
	}
	return http.ListenAndServe(":1", mux)
}

func unsetClosed(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func unsetOpen(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

type route struct {
	Method, Path string
	Handler      http.HandlerFunc
	Public       bool
}

var routes = []route{
	{Method: "GET", Path: "/unset/closed/{id}", Handler: unsetClosed},
	{Method: "GET", Path: "/unset/open/{id}", Handler: unsetOpen, Public: true},
}

// inVariable has its table in a package variable, and a flag that most routes leave out.
func inVariable() error {
	mux := http.NewServeMux()
	for _, rt := range routes {
		if rt.Public {
			mux.HandleFunc(rt.Method+" "+rt.Path, rt.Handler)
			continue
		}
		mux.HandleFunc(rt.Method+" "+rt.Path, requireAuth(rt.Handler))
	}
	return http.ListenAndServe(":1", mux)
}

func pointerClosed(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func pointerOpen(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

// byPointer counts, and its elements are pointers.
func byPointer() error {
	mux := http.NewServeMux()
	list := []*route{
		{Path: "/pointer/closed/{id}", Handler: pointerClosed},
		{Path: "/pointer/open/{id}", Handler: pointerOpen, Public: true},
	}
	for i := range list {
		rt := list[i]
		h := http.Handler(rt.Handler)
		if !rt.Public {
			h = requireAuth(rt.Handler)
		}
		mux.Handle(rt.Path, h)
	}
	return http.ListenAndServe(":1", mux)
}

type role string

const (
	anyone role = "public"
	member role = "member"
)

func roleClosed(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func roleNone(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func roleOpen(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

// byRole says by a constant who may pass; one route has none.
func byRole() error {
	table := [...]struct {
		path    string
		role    role
		handler http.HandlerFunc
	}{
		{"/role/closed/{id}", member, roleClosed},
		{"/role/none/{id}", "", roleNone},
		{"/role/open/{id}", anyone, roleOpen},
	}
	mux := http.NewServeMux()
	for i := 0; i < len(table); i++ {
		rt := table[i]
		switch rt.role {
		case member:
			mux.HandleFunc(rt.path, requireAuth(rt.handler))
		case anyone, "":
			mux.HandleFunc(rt.path, rt.handler)
		}
	}
	return http.ListenAndServe(":1", mux)
}

type limits struct {
	open bool
	rate int
}

type page struct {
	url  string
	show http.HandlerFunc
	limits
}

func pageClosed(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func pageRated(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func pageOpen(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

// embedded has its flag in a struct in the struct.
func embedded() error {
	mux := http.NewServeMux()
	for _, p := range [...]page{
		{url: "/page/closed", show: pageClosed},
		{url: "/page/open", show: pageOpen, limits: limits{open: true}},
		{url: "/page/rated", show: pageRated, limits: limits{rate: 3}},
	} {
		if p.open {
			mux.HandleFunc(p.url, p.show)
		} else {
			mux.HandleFunc(p.url, requireAuth(p.show))
		}
	}
	return http.ListenAndServe(":1", mux)
}
