// Package httpapi has handlers that other packages register.
package httpapi

import (
	"encoding/json"
	"fmt"
	"net/http"

	"handlers/people"
)

// Profile is verified by its routes, or not.
func Profile(w http.ResponseWriter, r *http.Request) {
	json.NewEncoder(w).Encode(people.Find("1"))
}

// Open is registered without verification.
func Open(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

// Checked verifies by itself.
func Checked(w http.ResponseWriter, r *http.Request) {
	if people.Verify(r) != nil {
		return
	}
	fmt.Fprint(w, people.Find("1").Email)
}

// API has handlers as methods.
type API struct{ Auth Authenticator }

// Authenticator is bound by main.
type Authenticator interface{ Check(r *http.Request) error }

// Card is a method value on its way to a router.
func (a *API) Card(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Card) }

// Name asks an interface.
func (a *API) Name(w http.ResponseWriter, r *http.Request) {
	if err := a.Auth.Check(r); err != nil {
		http.Error(w, "no", 401)
		return
	}
	fmt.Fprint(w, people.Find("1").Name)
}

// Made gives a handler.
func (a *API) Made() http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Name) }
}

// Show is a helper that handlers of other packages call.
func Show(w http.ResponseWriter, p people.Person) { fmt.Fprint(w, p.Email) }

// Reply is told what to write.
func Reply(w http.ResponseWriter, v any) { json.NewEncoder(w).Encode(v) }

func unused(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, people.Find("1").Email) // want `in a handler that is never registered`
}
