// Command cmd serves a generated API behind a check that only some operations ask for.
package main

import (
	"encoding/json"
	"log"
	"net/http"

	"handlers/generated/api"
	"handlers/people"
)

type server struct{}

func (server) GetPerson(w http.ResponseWriter, r *http.Request, id string) {
	json.NewEncoder(w).Encode(people.Find(id))
}

func (server) FindPerson(w http.ResponseWriter, r *http.Request, id string) {
	json.NewEncoder(w).Encode(people.Find(id)) // want `reach json.Encoder.Encode before the caller is verified`
}

func scoped(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Context().Value(api.TokenScopes) == nil {
			next.ServeHTTP(w, r)
			return
		}
		if people.Verify(r) != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// nobody calls what would serve without the check.
func unchecked() http.Handler { return api.Handler(server{}) }

func main() {
	h := api.HandlerWithOptions(server{}, api.Options{BaseURL: "/v1", Middlewares: []api.Middleware{scoped}})
	log.Fatal(http.ListenAndServe(":8080", h))
}
