// Package deferredwrites answers when a handler ends.
package deferredwrites

import (
	"fmt"
	"net/http"

	"handlers/people"
)

func behind(w http.ResponseWriter, r *http.Request) {
	if people.Verify(r) != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	defer func() { fmt.Fprint(w, people.Find("1").Email) }()
	w.WriteHeader(http.StatusOK)
}

func before(w http.ResponseWriter, r *http.Request) {
	defer func() { fmt.Fprint(w, people.Find("1").Email) }() // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
	if people.Verify(r) != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
}

// Routes serves them all.
func Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/behind", behind)
	mux.HandleFunc("/before", before)
	return mux
}
