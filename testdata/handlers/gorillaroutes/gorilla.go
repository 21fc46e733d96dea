// Package gorillaroutes registers handlers with gorilla/mux.
package gorillaroutes

import (
	"fmt"
	"net/http"

	"github.com/gorilla/mux"

	"handlers/people"
)

// Routes serves everything below.
func Routes() http.Handler {
	r := mux.NewRouter()
	r.HandleFunc("/func", handleFunc)
	r.HandleFunc("/methods", methods).Methods("GET")
	r.Handle("/handle", http.HandlerFunc(handle)).Methods(http.MethodGet).Name("handle")
	r.Handle("/wrapped", requireUser(http.HandlerFunc(wrapped)))
	r.Path("/path").HandlerFunc(path)
	r.Methods("GET").Path("/methodpath").Handler(http.HandlerFunc(methodPath))
	r.NewRoute().Path("/newroute").HandlerFunc(newRoute)
	r.PathPrefix("/prefix/").Handler(http.StripPrefix("/prefix/", http.HandlerFunc(prefix)))
	private := r.PathPrefix("/private").Subrouter()
	private.Use(requireUser)
	private.HandleFunc("/one", privateOne)
	late := r.PathPrefix("/late").Subrouter()
	late.HandleFunc("/one", lateOne).Methods("GET")
	late.Use(logged, requireUser)
	open := r.PathPrefix("/open").Subrouter()
	open.Use(logged)
	open.HandleFunc("/one", openOne)
	deep := private.PathPrefix("/deep").Subrouter()
	deep.HandleFunc("/two", deepTwo)
	mw := &amw{tokens: map[string]string{}}
	viaType := r.PathPrefix("/type").Subrouter()
	viaType.Use(mw.Middleware)
	viaType.HandleFunc("/one", typeOne)
	register(r)
	return r
}

type amw struct{ tokens map[string]string }

// Middleware looks for a token.
func (a *amw) Middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if people.VerifyToken(r.Header.Get("Authorization")) == nil {
			next.ServeHTTP(w, r)
		} else {
			http.Error(w, "Forbidden", http.StatusForbidden)
		}
	})
}

func logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { next.ServeHTTP(w, r) })
}

func requireUser(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) != nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func handleFunc(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func methods(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func handle(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func wrapped(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func path(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func methodPath(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func newRoute(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func prefix(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func privateOne(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func lateOne(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func openOne(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func deepTwo(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func typeOne(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func register(r *mux.Router) {
	r.HandleFunc("/registered", registered)
	s := r.PathPrefix("/reg").Subrouter()
	s.Use(requireUser)
	s.HandleFunc("/safe", registeredSafe)
}

func registered(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func registeredSafe(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func whole() error {
	r := mux.NewRouter()
	r.HandleFunc("/one", wholeOne)
	return http.ListenAndServe(":8080", requireUser(r))
}

func wholeOne(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

var _ = whole
