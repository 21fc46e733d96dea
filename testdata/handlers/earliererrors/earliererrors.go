// Package earliererrors checks only where nothing failed before, and asks one variable at
// the end.
package earliererrors

import (
	"errors"
	"fmt"
	"net/http"

	"handlers/people"
)

var errNobody = errors.New("nobody")

func find(r *http.Request) (*people.Person, error) {
	p := people.Find(r.FormValue("id"))
	if p.ID == "" {
		return nil, errNobody
	}
	return &p, nil
}

func asked(w http.ResponseWriter, r *http.Request) {
	p, err := find(r)
	if err == nil {
		err = people.Verify(r)
	}
	if err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	fmt.Fprint(w, p.Email)
}

func askedSometimes(w http.ResponseWriter, r *http.Request) {
	p, err := find(r)
	if err == nil && r.Method == http.MethodPost {
		err = people.Verify(r)
	}
	if err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	fmt.Fprint(w, p.Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
}

func askedOfFailures(w http.ResponseWriter, r *http.Request) {
	p, err := find(r)
	if err != nil {
		err = people.Verify(r)
	}
	if err != nil {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	fmt.Fprint(w, p.Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
}

func askedByFlag(w http.ResponseWriter, r *http.Request) {
	ok := r.ParseForm() == nil
	if ok {
		ok = people.IsVerified(r.FormValue("token"))
	}
	if !ok {
		http.Error(w, "no", http.StatusUnauthorized)
		return
	}
	fmt.Fprint(w, people.Find("1").Email)
}

// Routes serves them all.
func Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/asked", asked)
	mux.HandleFunc("/sometimes", askedSometimes)
	mux.HandleFunc("/failures", askedOfFailures)
	mux.HandleFunc("/flag", askedByFlag)
	return mux
}
