// Package routerkeys reads the variables of routes.
package routerkeys

import (
	"log"
	"net/http"

	"github.com/go-chi/chi/v5"
	"github.com/gorilla/mux"
	"github.com/julienschmidt/httprouter"
)

func chiHandler(w http.ResponseWriter, r *http.Request) {
	log.Print(chi.URLParam(r, "email")) // want `email from chi.URLParam\(r, "email"\) reaches log.Print without redaction`
	log.Print(chi.URLParam(r, "id"))
}

func gorilla(w http.ResponseWriter, r *http.Request) {
	log.Print(mux.Vars(r)["email"]) // want `email from mux.Vars\(r\)\["email"\] reaches log.Print`
	vars := mux.Vars(r)
	log.Print(vars["phone"]) // want `phone from vars\["phone"\] reaches log.Print`
	log.Print(vars["id"])
}

func julien(w http.ResponseWriter, r *http.Request, ps httprouter.Params) {
	log.Print(ps.ByName("email")) // want `email from ps.ByName\("email"\) reaches log.Print`
	log.Print(ps.ByName("id"))
}
