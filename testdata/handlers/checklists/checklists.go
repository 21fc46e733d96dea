// Package checklists makes one check after the other, of lists that functions get.
package checklists

import (
	"errors"
	"fmt"
	"net/http"

	"handlers/people"
)

type check func(*http.Request) error

func notBlocked(r *http.Request) error {
	if r.Header.Get("X-Blocked") != "" {
		return errors.New("blocked")
	}
	return nil
}

func all(r *http.Request, checks ...check) error {
	for _, c := range checks {
		if err := c(r); err != nil {
			return err
		}
	}
	return nil
}

// first is content if one of the checks is.
func first(r *http.Request, checks ...check) error {
	err := errors.New("no check")
	for _, c := range checks {
		if err = c(r); err == nil {
			return nil
		}
	}
	return err
}

// butFirst leaves one out.
func butFirst(r *http.Request, checks ...check) error {
	for i, c := range checks {
		if i == 0 {
			continue
		}
		if err := c(r); err != nil {
			return err
		}
	}
	return nil
}

func guard(checks ...check) func(http.HandlerFunc) http.HandlerFunc {
	return func(next http.HandlerFunc) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			for _, c := range checks {
				if err := c(r); err != nil {
					w.WriteHeader(http.StatusUnauthorized)
					return
				}
			}
			next(w, r)
		}
	}
}

// looseGuard goes on whatever it finds.
func looseGuard(checks ...check) func(http.HandlerFunc) http.HandlerFunc {
	return func(next http.HandlerFunc) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			for _, c := range checks {
				if err := c(r); err != nil {
					w.WriteHeader(http.StatusUnauthorized)
					break
				}
			}
			next(w, r)
		}
	}
}

type rule interface{ allows(*http.Request) bool }

type open struct{}

func (open) allows(*http.Request) bool { return true }

type known struct{}

func (known) allows(r *http.Request) bool { return people.Verify(r) == nil }

type gate struct{ rules []rule }

func (g *gate) before(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		for _, rule := range g.rules {
			if !rule.allows(r) {
				w.WriteHeader(http.StatusForbidden)
				return
			}
		}
		next(w, r)
	}
}

// Serve serves them.
func Serve(lax bool) error {
	mux := http.NewServeMux()
	for path, h := range map[string]http.HandlerFunc{"/a": everyCheck, "/n": noCheck, "/o": oneCheck, "/f": firstCheck, "/b": leftOut, "/m": maybe} {
		mux.HandleFunc(path, h)
	}
	mux.HandleFunc("/g", guard(notBlocked, people.Verify)(guarded))
	mux.HandleFunc("/gn", guard(notBlocked)(unguarded))
	mux.HandleFunc("/gl", looseGuard(people.Verify)(loose))
	mux.HandleFunc("/r", (&gate{[]rule{open{}, known{}}}).before(ruled))
	mux.HandleFunc("/ro", (&gate{[]rule{open{}}}).before(unruled))
	var some []check
	if !lax {
		some = append(some, people.Verify)
	}
	mux.HandleFunc("/s", guard(some...)(sometimes))
	rules := []check{people.Verify}
	if lax {
		rules = nil
	}
	late := func() []check { return rules }
	mux.HandleFunc("/l", guard(late()...)(emptied))
	g := &gate{[]rule{known{}}}
	if lax {
		g.rules = nil
	}
	mux.HandleFunc("/ge", g.before(emptiedGate))
	return http.ListenAndServe("localhost:8080", mux)
}

func everyCheck(w http.ResponseWriter, r *http.Request) {
	if err := all(r, notBlocked, people.Verify); err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	fmt.Fprint(w, people.Find("1").Email)
}

func noCheck(w http.ResponseWriter, r *http.Request) {
	if all(r) == nil {
		fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before`
	}
}

func oneCheck(w http.ResponseWriter, r *http.Request) {
	if all(r, notBlocked) == nil {
		fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before`
	}
}

func firstCheck(w http.ResponseWriter, r *http.Request) {
	if first(r, notBlocked, people.Verify) == nil {
		fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before`
	}
}

func leftOut(w http.ResponseWriter, r *http.Request) {
	if butFirst(r, people.Verify, notBlocked) == nil {
		fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before`
	}
}

func maybe(w http.ResponseWriter, r *http.Request) {
	checks := []check{notBlocked}
	if r.FormValue("strict") != "" {
		checks = append(checks, people.Verify)
	}
	if all(r, checks...) == nil {
		fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before`
	}
}

func guarded(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func unguarded(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) } // want `email from Person.Email reaches fmt.Fprint before`

func loose(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) } // want `email from Person.Email reaches fmt.Fprint before`

func ruled(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) }

func unruled(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) } // want `email from Person.Email reaches fmt.Fprint before`

func sometimes(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) } // want `email from Person.Email reaches fmt.Fprint before`

func emptied(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) } // want `email from Person.Email reaches fmt.Fprint before`

func emptiedGate(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, people.Find("1").Email) } // want `email from Person.Email reaches fmt.Fprint before`
