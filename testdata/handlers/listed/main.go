// Command listed serves routes that it knows by lists of interfaces.
package main

import (
	"context"

	"handlers/listed/accounts"
	"handlers/listed/routes"
	"handlers/listed/server"
	"handlers/people"
)

type store struct{}

func (store) Get(id string) (people.Person, error) { return people.Find(id), nil }

func main() {
	go guarded()
	_ = open(context.Background(), ":8080")
}

func open(_ context.Context, addr string) error {
	s := &server.Server{Addr: addr, Router: routes.Compose(accounts.New(store{}))}
	return s.Start() // want `accounts.get is reached by callers who are not verified: name from Person.Name and email from Person.Email` `accounts.name is reached by callers who are not verified: name from Person.Name`
}

func guarded() {
	s := &server.Server{Addr: ":8082", Router: routes.Compose(accounts.New(store{}))}
	_ = s.Guard()
}
