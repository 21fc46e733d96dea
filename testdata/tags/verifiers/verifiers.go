// Package verifiers has functions that are said to verify, some of which let
// everybody through.
package verifiers

import (
	"errors"
	"log"
	"net/http"
)

var errWho = errors.New("who are you?")

//pii:verify
func nobody(r *http.Request) error { // want `nobody is said to verify the caller, but cannot fail`
	return nil
}

//pii:verify
func allTrue(r *http.Request) bool { // want `allTrue is said to verify the caller, but cannot fail`
	if r.Method == "GET" {
		return true
	}
	return true
}

//pii:verify
func delegates(r *http.Request) error { // want `delegates is said to verify the caller, but cannot fail`
	return later(r)
}

func later(r *http.Request) error { return nil }

//pii:verify
func user(r *http.Request) (string, error) { // want `user is said to verify the caller, but cannot fail`
	return r.Header.Get("X-User"), nil
}

//pii:verify
func fails(r *http.Request) error {
	if r.Header.Get("Authorization") == "" {
		return errWho
	}
	return nil
}

//pii:verify
func byAnother(r *http.Request) error { return fails(r) }

//pii:verify
func compares(r *http.Request, want string) bool { return r.Header.Get("Authorization") == want }

//pii:verify
func panics(r *http.Request) error {
	if r.Header.Get("Authorization") == "" {
		panic("no")
	}
	return nil
}

//pii:verify
func dies(r *http.Request) bool {
	if r.Header.Get("Authorization") == "" {
		log.Fatal("no")
	}
	return true
}

//pii:verify
func named(r *http.Request) (err error) {
	defer func() {
		if recover() != nil {
			err = errWho
		}
	}()
	return nil
}

//pii:verify
func session(r *http.Request) *http.Cookie {
	c, _ := r.Cookie("session")
	return c
}
