// Package api has handlers over a store that somebody else makes.
package api

import (
	"encoding/json"
	"net/http"

	"handlers/laterstore/store"
)

// API answers with what a store has.
type API struct{ store store.Store }

// New is an API over a store.
func New(s store.Store) *API { return &API{s} }

// Get shows one person.
func (a *API) Get(w http.ResponseWriter, r *http.Request) {
	p, err := a.store.Find(r.PathValue("id"))
	if err != nil { // which says nothing of who calls: a store that is told an id does not know
		http.NotFound(w, r)
		return
	}
	json.NewEncoder(w).Encode(p)
}
