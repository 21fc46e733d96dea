// Package errorhandlers has types of functions that answer requests by a method of their
// own, which shows the caller what the function returns.
package errorhandlers

import (
	"errors"
	"fmt"
	"net/http"

	"handlers/people"
)

type handler func(w http.ResponseWriter, r *http.Request) error

type failure struct {
	code    int
	message string
}

func (f *failure) Error() string { return f.message }

func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	err := h(w, r)
	var f *failure
	switch {
	case errors.As(err, &f):
		http.Error(w, f.message, f.code)
	case err != nil:
		http.Error(w, "sorry", http.StatusInternalServerError)
	}
}

func reminded(w http.ResponseWriter, r *http.Request) error {
	//pii:allow error the tests are about responses
	return &failure{200, fmt.Sprintf("we wrote to %s", people.Find(r.FormValue("id")).Email)}
}

func refused(w http.ResponseWriter, r *http.Request) error {
	return &failure{403, "not for you"}
}

func hidden(w http.ResponseWriter, r *http.Request) error {
	//pii:allow error the tests are about responses
	return errors.New(people.Find(r.FormValue("id")).Email) // whatever is no failure is not shown
}

type greeting func(r *http.Request) string

func (g greeting) ServeHTTP(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, g(r)) }

func hello(r *http.Request) string { return "hello " + people.Find(r.FormValue("id")).Name }

// textual shows whatever the error says.
func textual(h func(w http.ResponseWriter, r *http.Request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := h(w, r); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
		}
	}
}

func reminded2(w http.ResponseWriter, r *http.Request) error {
	//pii:allow error the tests are about responses
	return fmt.Errorf("we wrote to %s", people.Find(r.FormValue("id")).Email)
}

func verified(h handler) handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		if people.Verify(r) != nil {
			return &failure{401, "who are you?"}
		}
		return h(w, r)
	}
}

func serve() error {
	mux := http.NewServeMux()
	mux.Handle("/reminded", handler(reminded)) // want `email from Person.Email reaches http.Error before the caller is verified`
	mux.Handle("/refused", handler(refused))
	mux.Handle("/hidden", handler(hidden))
	mux.Handle("/hello", greeting(hello))      // want `name from Person.Name reaches fmt.Fprint before the caller is verified`
	mux.Handle("/textual", textual(reminded2)) // want `email from Person.Email reaches http.Error before the caller is verified`
	mux.Handle("/verified", verified(reminded))
	return http.ListenAndServe(":8080", mux)
}
