// Package negroniroutes has stacks of handlers.
package negroniroutes

import (
	"net/http"

	"github.com/urfave/negroni"

	"handlers/people"
)

func show(w http.ResponseWriter, r *http.Request) {
	_, _ = w.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
}

// Serve serves a stack.
func Serve() {
	mux := http.NewServeMux()
	mux.HandleFunc("/a", show)
	n := negroni.Classic()
	n.UseHandler(mux)
	n.Run(":1")
}

// ServeOn serves a stack.
func ServeOn() error {
	mux := http.NewServeMux()
	mux.HandleFunc("/a", func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write([]byte(people.Find("1").Email))
	})
	n := negroni.New(negroni.NewRecovery(), negroni.HandlerFunc(auth))
	n.UseHandler(mux)
	return http.ListenAndServe(":1", n)
}

// ServeFunc serves a stack.
func ServeFunc() error {
	mux := http.NewServeMux()
	mux.HandleFunc("/a", func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write([]byte(people.Find("1").Email))
	})
	n := negroni.New()
	n.UseFunc(auth)
	n.UseHandler(mux)
	return http.ListenAndServe(":1", n)
}

// ServePart serves a stack.
func ServePart() error {
	mux := http.NewServeMux()
	mux.Handle("/a", negroni.New(negroni.HandlerFunc(auth), negroni.Wrap(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write([]byte(people.Find("1").Email))
	}))))
	mux.Handle("/b", negroni.New(negroni.NewLogger(), negroni.WrapFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
	})))
	return http.ListenAndServe(":1", mux)
}

// ServeWith serves a stack.
func ServeWith() error {
	common := negroni.New(negroni.NewRecovery())
	mux := http.NewServeMux()
	mux.Handle("/a", common.With(negroni.HandlerFunc(auth), negroni.WrapFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write([]byte(people.Find("1").Email))
	})))
	mux.Handle("/b", common.With(negroni.WrapFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
	})))
	return http.ListenAndServe(":1", mux)
}

func auth(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
	if people.Verify(r) != nil {
		w.WriteHeader(401)
		return
	}
	next(w, r)
}

func lax(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) {
	_ = people.Verify(r)
	next(w, r)
}

// ServeLax serves a stack.
func ServeLax() error {
	n := negroni.New()
	n.UseFunc(lax)
	n.UseHandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write([]byte(people.Find("1").Email)) // want `email from Person.Email reaches`
	})
	return http.ListenAndServe(":1", n)
}
