// Command modulelists gives modules their middleware, and a router to all of them.
package main

import (
	"net/http"

	"github.com/go-chi/chi/v5"

	"handlers/modulelists/api"
)

func main() {
	r := chi.NewRouter()
	api.Register(r, api.NewUsers(api.Auth{}))
	go http.ListenAndServe(":1", r) // want `api.Users.open is reached by callers who are not verified: email from Person.Email`

	other := chi.NewRouter()
	api.Register(other, api.NewUsers(api.Nobody{}))
	http.ListenAndServe(":2", other) // want `api.Users.open is reached by callers` `api.Users.show is reached by callers who are not verified: email from Person.Email`
}
