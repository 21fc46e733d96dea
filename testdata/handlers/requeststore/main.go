// Command requeststore has a store for each request.
package main

import (
	"errors"
	"net/http"

	"handlers/people"
	"handlers/requeststore/api"
	"handlers/requeststore/store"
)

type memory map[string]store.Token

var errNone = errors.New("there is none")

func (m memory) get(key string) (store.Token, error) {
	t, ok := m[key]
	if !ok {
		return t, errNone
	}
	return t, nil
}

func (m memory) GetAPIToken(tokenID string) (store.Token, error)  { return m.get(tokenID) }
func (m memory) GetToken(userID string) (store.Token, error)      { return m.get(userID) }
func (m memory) GetDeviceToken(token string) (store.Token, error) { return m.get(token) }
func (m memory) AddToken(token string) (store.Token, error) {
	m[token] = store.Token{}
	return m[token], nil
}
func (m memory) FindByToken(kind, _ string) (*people.Person, error) {
	return &people.Person{ID: kind}, nil
}

func main() {
	r := api.Route()
	r.Use(func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			store.Keep(r, memory{})
			next.ServeHTTP(w, r)
		})
	})
	http.ListenAndServe("localhost:8080", r)
}
