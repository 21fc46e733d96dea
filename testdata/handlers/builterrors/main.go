// Program builterrors refuses callers with errors that a package of its own builds.
package main

import (
	"fmt"
	"net/http"

	"handlers/builterrors/fail"
	"handlers/people"
)

func show(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, people.Find(r.PathValue("id")).Email) // want `email from Person.Email reaches fmt.Fprintln before the caller is verified`
}

func shown(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, people.Find(r.PathValue("id")).Name)
}

func token(r *http.Request) (string, error) {
	t := r.Header.Get("Authorization")
	if t == "" {
		return "", fail.Forbidden("")
	}
	return t, nil
}

// pointed gives a pointer, nil for those who are known.
func pointed(r *http.Request) *fail.Error {
	t, err := token(r)
	if err != nil {
		return fail.Or(err, fail.Unknown)
	}
	if people.VerifyToken(t) != nil {
		return fail.Unknown
	}
	return nil
}

func forbidden(r *http.Request) error {
	if people.VerifyToken(r.Header.Get("Authorization")) != nil {
		return fail.Forbidden("no")
	}
	return nil
}

func wrapped(r *http.Request) error {
	if r.Method == http.MethodOptions {
		return fail.Forbidden(r.Method)
	}
	return fail.Wrap(people.VerifyToken(r.Header.Get("Authorization")), "who are you?")
}

func chosen(r *http.Request) error {
	err := fail.Wrap(fail.Unknown, "unknown")
	if people.VerifyToken(r.Header.Get("Authorization")) == nil {
		err = nil
	}
	return err
}

func maybe(r *http.Request) error {
	if people.VerifyToken(r.Header.Get("Authorization")) != nil {
		return fail.Maybe(len(r.URL.Path))
	}
	return nil
}

func orNil(r *http.Request) *fail.Error {
	if err := people.VerifyToken(r.Header.Get("Authorization")); err != nil {
		return fail.Or(err, nil)
	}
	return nil
}

func wrapsNothing(r *http.Request) error {
	err := people.VerifyToken(r.Header.Get("Authorization"))
	_, bad := token(r)
	_ = err
	return fail.Wrap(bad, "no token")
}

func withError(check func(*http.Request) error, next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := check(r); err != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

func withPointer(check func(*http.Request) *fail.Error, next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := check(r); err != nil {
			http.Error(w, err.Text, err.Code)
			return
		}
		next(w, r)
	}
}

func main() {
	http.HandleFunc("GET /pointed/{id}", withPointer(pointed, shown))
	http.HandleFunc("GET /forbidden/{id}", withError(forbidden, shown))
	http.HandleFunc("GET /wrapped/{id}", withError(wrapped, shown))
	http.HandleFunc("GET /chosen/{id}", withError(chosen, shown))

	http.HandleFunc("GET /maybe/{id}", withError(maybe, show))
	http.HandleFunc("GET /or/{id}", withPointer(orNil, show2))
	http.HandleFunc("GET /nothing/{id}", withError(wrapsNothing, show3))
	_ = http.ListenAndServe("localhost:8080", nil)
}

func show2(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, people.Find(r.PathValue("id")).Email) // want `email from Person.Email reaches fmt.Fprintln before the caller is verified`
}

func show3(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, people.Find(r.PathValue("id")).Email) // want `email from Person.Email reaches fmt.Fprintln before the caller is verified`
}
