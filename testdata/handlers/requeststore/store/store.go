// Package store says what handlers may ask.
package store

import (
	"net/http"
	"sync"

	"handlers/people"
)

// Token is a key of somebody.
type Token struct{ UserID string }

// Store finds.
type Store interface {
	GetAPIToken(tokenID string) (Token, error)
	GetToken(userID string) (Token, error)
	GetDeviceToken(deviceToken string) (Token, error)
	FindByToken(kind, token string) (*people.Person, error)
	AddToken(token string) (Token, error)
}

var stores sync.Map // by request

// Keep keeps the store for a request.
func Keep(r *http.Request, s Store) { stores.Store(r, s) }

// Of is the store for a request.
func Of(r *http.Request) Store {
	s, _ := stores.Load(r)
	return s.(Store)
}
