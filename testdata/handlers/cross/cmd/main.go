// Command cmd serves what the other packages have.
package main

import (
	"log"
	"net/http"

	"github.com/go-chi/chi/v5"

	"handlers/cross/httpapi"
	"handlers/cross/mw"
	"handlers/cross/routes"
)

func main() {
	go open()
	go wrapped()
	go anybody()
	go chis()
	log.Fatal(http.ListenAndServe(":8080", routes.New(&httpapi.API{Auth: mw.Tokens{}})))
}

func open() {
	mux := http.NewServeMux()
	routes.Register(mux, &httpapi.API{Auth: mw.Tokens{}})
	log.Fatal(http.ListenAndServe(":8081", mux)) // want `httpapi.Open is reached by callers who are not verified`
}

func wrapped() {
	mux := http.NewServeMux()
	routes.Register(mux, &httpapi.API{Auth: mw.Tokens{}})
	log.Fatal(http.ListenAndServe(":8082", mw.RequireUser(mux)))
}

func anybody() {
	api := &httpapi.API{Auth: mw.Anybody{}}
	http.HandleFunc("/name", api.Name) // want `httpapi.API.Name is reached by callers who are not verified`
	log.Fatal(http.ListenAndServe(":8083", nil))
}

func chis() {
	r := chi.NewRouter()
	r.Group(func(r chi.Router) {
		r.Use(mw.RequireUser)
		routes.Chi(r)
	})
	r.Mount("/safe", routes.With(mw.RequireUser))
	go http.ListenAndServe(":8084", r)
	o := chi.NewRouter()
	routes.Chi(o)
	o.Mount("/open", routes.With(mw.Logged))
	log.Fatal(http.ListenAndServe(":8085", o)) // want `httpapi.Open is reached by callers who are not verified`
}
