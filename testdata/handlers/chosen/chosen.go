// Package chosen has functions that are told by a word or a number which handler they give back.
package chosen

import (
	"net/http"

	"github.com/julienschmidt/httprouter"

	"handlers/people"
)

type rule int

const (
	anyone rule = iota
	user
	admin
)

func write(w http.ResponseWriter, text string) { _, _ = w.Write([]byte(text)) }

// guard leaves a handler as it is if anyone may ask.
func guard(who rule, h http.HandlerFunc) http.HandlerFunc {
	if who == anyone {
		return h
	}
	return func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		h(w, r)
	}
}

func toUsers(w http.ResponseWriter, r *http.Request) { write(w, people.Find("1").Name) }

func toAnyone(w http.ResponseWriter, r *http.Request) {
	write(w, people.Find("1").Name) // want `name from Person.Name reaches http.ResponseWriter.Write`
}

// One by one.
func single() error {
	mux := http.NewServeMux()
	mux.HandleFunc("/a", guard(user, toUsers))
	mux.HandleFunc("/b", guard(anyone, toAnyone))
	return http.ListenAndServe(":1", mux)
}

// role is asked again for each request.
func role(who rule, h httprouter.Handle) httprouter.Handle {
	if who == anyone {
		return h
	}
	return func(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
		err := people.Verify(r)
		switch {
		case err != nil:
			w.WriteHeader(http.StatusUnauthorized)
		case who == admin && r.Header.Get("X-Role") != "admin":
			w.WriteHeader(http.StatusForbidden)
		default:
			h(w, r, ps)
		}
	}
}

func get(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
	write(w, people.Find("1").Name)
}

func drop(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
	write(w, people.Find("1").Name)
}

func open(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
	write(w, people.Find("1").Name) // want `name from Person.Name reaches http.ResponseWriter.Write`
}

var endpoints = []struct {
	path string
	who  rule
	h    httprouter.Handle
}{
	{"/get", user, get},
	{"/open", anyone, open},
	{"/drop", admin, drop},
}

// In a table.
func table() error {
	r := httprouter.New()
	for _, e := range endpoints {
		r.GET(e.path, role(e.who, e.h))
	}
	return http.ListenAndServe(":1", r)
}

// Serve serves all of it.
func Serve() []error { return []error{single(), table()} }
