// Package samevariable reads a package variable of which a helper gave something back
// before.
package samevariable

import (
	"fmt"
	"net/http"

	"handlers/people"
)

var members = map[string]*people.Person{}

func caller(r *http.Request) *people.Person {
	if people.Verify(r) != nil {
		return nil
	}
	return members[r.Header.Get("X-Member")]
}

// Routes serves them.
func Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/host", host)
	mux.HandleFunc("/stranger", stranger)
	mux.HandleFunc("/me", me)
	return mux
}

func host(w http.ResponseWriter, r *http.Request) {
	if caller(r) == nil {
		fmt.Fprintln(w, "welcome")
	}
	fmt.Fprintln(w, members["host"].Email) // want `email from Person.Email reaches fmt.Fprintln before the caller is verified`
}

func stranger(w http.ResponseWriter, r *http.Request) {
	p := caller(r)
	if p == nil {
		p = members["host"]
	}
	fmt.Fprintln(w, p.Email) // want `email from Person.Email reaches fmt.Fprintln before the caller is verified`
}

func me(w http.ResponseWriter, r *http.Request) {
	if p := caller(r); p != nil {
		fmt.Fprintln(w, p.Email, members["host"].Email)
	}
}
