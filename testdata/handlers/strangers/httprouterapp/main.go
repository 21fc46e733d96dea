package main

import (
	"fmt"
	"log"
	"net/http"

	"handlers/strangers/auth"
	"handlers/strangers/data"

	"github.com/julienschmidt/httprouter"
)

var db = &data.Store{}

func BasicAuth(h httprouter.Handle, requiredUser, requiredPassword string) httprouter.Handle {
	return func(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
		user, password, hasAuth := r.BasicAuth()
		if hasAuth && user == requiredUser && password == requiredPassword {
			h(w, r, ps)
		} else {
			w.Header().Set("WWW-Authenticate", "Basic realm=Restricted")
			http.Error(w, http.StatusText(http.StatusUnauthorized), http.StatusUnauthorized)
		}
	}
}
func Token(h httprouter.Handle) httprouter.Handle {
	return func(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
		if !auth.Check(r) {
			w.WriteHeader(401)
			return
		}
		h(w, r, ps)
	}
}
func Index(w http.ResponseWriter, r *http.Request, _ httprouter.Params) {
	all, _ := db.All(r.Context())
	fmt.Fprint(w, all) // want "before the caller is verified"
}
func Hello(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
	c, _ := db.Customer(r.Context(), ps.ByName("name"))
	fmt.Fprintf(w, "hello, %s!\n", c.Email) // want "before the caller is verified"
}
func Safe(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
	c, _ := db.Customer(r.Context(), ps.ByName("name"))
	fmt.Fprintf(w, "hello, %s!\n", c.Email)
}
func Protected(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
	c, _ := db.Customer(r.Context(), ps.ByName("name"))
	fmt.Fprintf(w, "hello, %s!\n", c.Email)
}
func main() {
	router := httprouter.New()
	router.GET("/", Index)
	router.GET("/hello/:name", Hello)
	router.GET("/safe/:name", Token(Safe))
	router.GET("/protected/", BasicAuth(Protected, "u", "p"))
	router.HandlerFunc("GET", "/std", func(w http.ResponseWriter, r *http.Request) {
		ps := httprouter.ParamsFromContext(r.Context())
		c, _ := db.Customer(r.Context(), ps.ByName("name"))
		fmt.Fprintln(w, c) // want "before the caller is verified"
	})
	router.Handler("GET", "/std2", auth.Require(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c, _ := db.Customer(r.Context(), "1")
		fmt.Fprintln(w, c)
	})))
	log.Fatal(http.ListenAndServe(":8080", router))
}
