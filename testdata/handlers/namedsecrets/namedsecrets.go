// Package namedsecrets has secrets that are values of types of their own, or bytes.
package namedsecrets

import (
	"fmt"
	"net/http"
	"os"

	"handlers/people"
)

type apiKey string

func (k apiKey) required(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("X-API-Key") != string(k) {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

type region string

func (k region) required(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("X-Region") == string(k) {
			next(w, r)
		}
	}
}

type desk struct {
	token []byte
	label []byte
}

func (d *desk) knows(r *http.Request) bool { return r.Header.Get("X-Token") == string(d.token) }

func (d *desk) labelled(r *http.Request) bool { return r.Header.Get("X-Label") == string(d.label) }

func keyed(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func regional(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) } // want `email from Person.Email reaches fmt.Fprint before`

func (d *desk) known(w http.ResponseWriter, r *http.Request) {
	if d.knows(r) {
		fmt.Fprint(w, people.Find("1").Email)
	}
}

func (d *desk) shown(w http.ResponseWriter, r *http.Request) {
	if d.labelled(r) {
		fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before`
	}
}

// Routes serves them.
func Routes(k apiKey, where region, token, label []byte) http.Handler {
	d := &desk{token, label}
	mux := http.NewServeMux()
	mux.HandleFunc("/keyed", k.required(keyed))
	mux.HandleFunc("/regional", where.required(regional))
	mux.HandleFunc("/known", d.known)
	mux.HandleFunc("/shown", d.shown)
	return mux
}

func administered(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Admin-Key") != os.Getenv("ADMIN_KEY") {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	fmt.Fprint(w, people.Find("1").Name)
}

func sorted(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Sort-Key") != os.Getenv("SORT_KEY") {
		return
	}
	fmt.Fprint(w, people.Find("1").Name) // want `name from Person.Name reaches fmt.Fprint before the caller is verified`
}

// Keys serves what keys of several kinds open.
func Keys() error {
	mux := http.NewServeMux()
	mux.HandleFunc("/admin", administered)
	mux.HandleFunc("/sorted", sorted)
	return http.ListenAndServe(":1", mux)
}
