// Package web answers requests, with consent in place of verification.
package web

import (
	"fmt"
	"net/http"

	"agreed/people"
)

func find(id string) people.Person { return store[id] }

var store map[string]people.Person

func profile(w http.ResponseWriter, r *http.Request) {
	p := load(r.PathValue("id"))
	fmt.Fprintln(w, p.Email) // want `email from Person.Email reaches fmt.Fprintln before the caller is verified`
	fmt.Fprintln(w, p.SSN)   // want `ssn from Person.SSN reaches fmt.Fprintln without redaction or consent`
	if !people.Study(p.ID) {
		return
	}
	fmt.Fprintln(w, p.Email)
	fmt.Fprintln(w, p.SSN)
	fmt.Fprintln(w, p.Bill) // want `email from Person.Bill reaches fmt.Fprintln before the caller is verified`
	show(w, p)
}

func show(w http.ResponseWriter, p *people.Person) {
	fmt.Fprintln(w, p.Email)
	fmt.Fprintln(w, p.SSN)
}

func load(id string) *people.Person {
	p := find(id)
	return &p
}

func shown(w http.ResponseWriter, r *http.Request) {
	p := load(r.PathValue("id"))
	tell(w, p)
}

func tell(w http.ResponseWriter, p *people.Person) {
	fmt.Fprintln(w, p.Email) // want `email from Person.Email reaches fmt.Fprintln before the caller is verified`
	fmt.Fprintln(w, p.SSN)   // want `ssn from Person.SSN reaches fmt.Fprintln without redaction or consent`
}

// Serve serves.
func Serve() error {
	mux := http.NewServeMux()
	mux.HandleFunc("/p/{id}", profile)
	mux.HandleFunc("/s/{id}", shown)
	return http.ListenAndServe(":1", mux)
}
