// Package routes registers handlers without knowing their store.
package routes

import (
	"net/http"

	"handlers/laterstore/api"
	"handlers/laterstore/mw"
)

// Open lets everybody pass.
func Open(a *api.API) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /people/{id}", mw.Logged(http.HandlerFunc(a.Get))) // want `api.API.Get is reached by callers who are not verified: name from Person.Name and email from Person.Email reach json.Encoder.Encode`
	return mux
}

// Closed does not.
func Closed(a *api.API) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /people/{id}", mw.Logged(mw.Verified(http.HandlerFunc(a.Get))))
	return mux
}
