// Package askedagain asks what verifies several times, through functions that get it from
// others.
package askedagain

import (
	"errors"
	"fmt"
	"net/http"

	"handlers/people"
)

type verifier interface{ Check(token string) error }

type tokens struct{}

func (tokens) Check(token string) error { return people.VerifyToken(token) }

var errGaveUp = errors.New("gave up")

// retried tries again and again.
func retried(v verifier, token string) error {
	for range 3 {
		if v.Check(token) == nil {
			return nil
		}
	}
	return errGaveUp
}

// either takes one of two tokens.
func either(v verifier, r *http.Request) error {
	if v.Check(r.Header.Get("Authorization")) == nil {
		return nil
	}
	if err := v.Check(r.FormValue("token")); err != nil {
		return err
	}
	return nil
}

// shrugged does not look at the second answer.
func shrugged(v verifier, r *http.Request) error {
	if v.Check(r.Header.Get("Authorization")) == nil {
		return nil
	}
	_ = v.Check(r.FormValue("token"))
	return nil
}

// Routes serves them all.
func Routes() http.Handler {
	var v verifier = tokens{}
	mux := http.NewServeMux()
	mux.HandleFunc("/retried", func(w http.ResponseWriter, r *http.Request) {
		if retried(v, r.Header.Get("Authorization")) == nil {
			fmt.Fprint(w, people.Find("1").Email)
		}
	})
	mux.HandleFunc("/either", func(w http.ResponseWriter, r *http.Request) {
		if either(v, r) == nil {
			fmt.Fprint(w, people.Find("1").Email)
		}
	})
	mux.HandleFunc("/shrugged", func(w http.ResponseWriter, r *http.Request) {
		if shrugged(v, r) == nil {
			fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
		}
	})
	return mux
}
