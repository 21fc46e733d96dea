// Command cmd has the store.
package main

import (
	"context"
	"net/http"

	"handlers/people"
	"handlers/servicevalues/api"
)

type store struct{}

func (store) Get(_ context.Context, id string) (people.Person, error) { return people.Find(id), nil }

func main() {
	go http.ListenAndServe(":1", guarded(api.Routes(store{})))
	http.ListenAndServe(":2", api.Routes(store{})) // want `api.users.GetUser is reached by callers who are not verified: email from Person.Email`
}

func guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) != nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
