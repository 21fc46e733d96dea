// Package laterresults checks with functions whose results deferred functions may
// change.
package laterresults

import (
	"errors"
	"fmt"
	"net/http"
	"os"

	"handlers/people"
)

// Routes serves them all.
func Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/forgets", func(w http.ResponseWriter, r *http.Request) {
		if forgets(r) == nil {
			fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
		}
	})
	mux.HandleFunc("/says", func(w http.ResponseWriter, r *http.Request) {
		if says(r) {
			fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
		}
	})
	mux.HandleFunc("/called", func(w http.ResponseWriter, r *http.Request) {
		err := people.Verify(r)
		func() { err = nil }()
		if err == nil {
			fmt.Fprint(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprint before the caller is verified`
		}
	})
	mux.HandleFunc("/closes", func(w http.ResponseWriter, r *http.Request) {
		if closes(r) == nil {
			fmt.Fprint(w, people.Find("1").Email)
		}
	})
	mux.HandleFunc("/joins", func(w http.ResponseWriter, r *http.Request) {
		if joins(r) == nil {
			fmt.Fprint(w, people.Find("1").Email)
		}
	})
	mux.HandleFunc("/wraps", func(w http.ResponseWriter, r *http.Request) {
		if wraps(r) == nil {
			fmt.Fprint(w, people.Find("1").Email)
		}
	})
	mux.HandleFunc("/panics", func(w http.ResponseWriter, r *http.Request) {
		if panics(r) == nil {
			fmt.Fprint(w, people.Find("1").Email)
		}
	})
	mux.HandleFunc("/both", func(w http.ResponseWriter, r *http.Request) {
		if err := errors.Join(r.ParseForm(), people.Verify(r)); err == nil {
			fmt.Fprint(w, people.Find("1").Email)
		}
	})
	return mux
}

func forgets(r *http.Request) (err error) {
	defer func() { err = nil }()
	return people.Verify(r)
}

func says(r *http.Request) (ok bool) {
	defer func() { ok = r.Method == http.MethodGet }()
	return people.Verify(r) == nil
}

func closes(r *http.Request) (err error) {
	f, err := os.Open("keys")
	if err != nil {
		return err
	}
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	return people.Verify(r)
}

func joins(r *http.Request) (err error) {
	defer func() { err = errors.Join(err, r.Body.Close()) }()
	return people.Verify(r)
}

func wraps(r *http.Request) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("verify: %w", err)
		}
	}()
	return people.Verify(r)
}

func panics(r *http.Request) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	return people.Verify(r)
}
