// Command cmd serves handlers of types that it cannot name: their package is not imported
// here.
package main

import (
	"context"
	"errors"
	"net/http"

	"handlers/hidden/api"
	"handlers/people"
)

type store struct{}

func (store) Get(_ context.Context, id string) (people.Person, error) {
	p := people.Find(id)
	if p.ID == "" {
		return p, errors.New("nobody")
	}
	return p, nil
}

func main() {
	a := api.New(store{})
	go http.ListenAndServe(":1", api.Routes(a)) // want `api.API.show is reached by` `api.API.shown is reached by`
	go http.ListenAndServe(":2", api.Guarded(a))
	go http.ListenAndServe(":3", api.Named(a))
	http.ListenAndServe(":4", api.Opened(a)) // want `api.API.show is reached by`
}
