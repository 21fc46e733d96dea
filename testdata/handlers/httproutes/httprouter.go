// Package httproutes registers handlers with httprouter.
package httproutes

import (
	"fmt"
	"net/http"

	"github.com/julienschmidt/httprouter"

	"handlers/people"
)

// Routes serves everything below.
func Routes() http.Handler {
	r := httprouter.New()
	r.GET("/get", get)
	r.POST("/post", post)
	r.Handle("GET", "/handle", handle)
	r.Handler("GET", "/handler", http.HandlerFunc(handler))
	r.HandlerFunc("GET", "/handlerfunc", handlerFunc)
	r.GET("/safe", requireUser(safe))
	r.GET("/open", logged(open))
	r.GET("/checked/:id", checked)
	r.Handler("GET", "/wrapped", requireHTTP(http.HandlerFunc(wrapped)))
	return r
}

func requireUser(h httprouter.Handle) httprouter.Handle {
	return func(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
		if people.Verify(r) == nil {
			h(w, r, ps)
			return
		}
		http.Error(w, "who are you?", http.StatusUnauthorized)
	}
}

func logged(h httprouter.Handle) httprouter.Handle {
	return func(w http.ResponseWriter, r *http.Request, ps httprouter.Params) { h(w, r, ps) }
}

func requireHTTP(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) == nil {
			next.ServeHTTP(w, r)
		}
	})
}

func get(w http.ResponseWriter, r *http.Request, _ httprouter.Params) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func post(w http.ResponseWriter, r *http.Request, _ httprouter.Params) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func handle(w http.ResponseWriter, r *http.Request, _ httprouter.Params) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func handler(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func handlerFunc(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func safe(w http.ResponseWriter, r *http.Request, _ httprouter.Params) {
	fmt.Fprint(w, people.Find("1").Email)
}

func open(w http.ResponseWriter, r *http.Request, _ httprouter.Params) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches`
}

func checked(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
	if people.Verify(r) != nil {
		return
	}
	fmt.Fprint(w, people.Find(ps.ByName("id")).Email)
}

func wrapped(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }
