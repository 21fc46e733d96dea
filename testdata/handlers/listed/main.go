// Command listed serves routes that it knows by lists of interfaces.
package main

import (
	"handlers/listed/accounts"
	"handlers/listed/routes"
	"handlers/listed/server"
	"handlers/people"
)

type store struct{}

func (store) Get(id string) (people.Person, error) { return people.Find(id), nil }

func main() {
	go guarded()
	s := &server.Server{Addr: ":8080", Router: routes.Compose(accounts.New(store{}))}
	_ = s.Start() // want `accounts.get is reached by callers who are not verified: name from Person.Name and email from Person.Email` `accounts.name is reached by callers who are not verified: name from Person.Name`
}

func guarded() {
	s := &server.Server{Addr: ":8082", Router: routes.Compose(accounts.New(store{}))}
	_ = s.Guard()
}
