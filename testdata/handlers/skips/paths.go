package skips

import (
	"fmt"
	"net/http"

	"github.com/gorilla/mux"

	"handlers/people"
)

func wholePath(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func wholeBanner(w http.ResponseWriter, _ *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
}

func below(w http.ResponseWriter, _ *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
}

// Whole has routes of which the path stands alone, and one that has its beginning.
func Whole() http.Handler {
	r := mux.NewRouter()
	r.Use(byPrefix)
	r.Methods("GET").Path("/news/today").HandlerFunc(wholePath)
	r.Path("/news/banner").Methods("GET").HandlerFunc(wholeBanner)
	r.NewRoute().PathPrefix("/news/old").HandlerFunc(below)
	inner := r.PathPrefix("/inner").Subrouter()
	inner.Methods("GET").Path("/{day}/news").HandlerFunc(wholePath)
	return r
}
