// Program wrappederrors refuses callers with errors that are wrapped where they were found.
package main

import (
	"database/sql"
	"fmt"
	"net/http"

	"github.com/pkg/errors"

	"handlers/people"
	"handlers/wrappederrors/trace"
)

var db *sql.DB

func show(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, people.Find(r.PathValue("id")).Email) // want `email from Person.Email reaches fmt.Fprintln before the caller is verified`
}

func shown(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, people.Find(r.PathValue("id")).Name)
}

// byLibrary comes to its end only with a user: the first error is there where it is wrapped.
func byLibrary(r *http.Request) (id int, err error) {
	row := db.QueryRow("SELECT user_id FROM tokens WHERE token = $1", r.Header.Get("Authorization"))
	if err := row.Err(); err != nil {
		return 0, errors.Wrap(err, "no query")
	}
	if err := row.Scan(&id); err != nil {
		return 0, errors.Wrapf(err, "user %d", id)
	}
	return id, nil
}

func byPackage(r *http.Request) (id int, err error) {
	row := db.QueryRow("SELECT user_id FROM tokens WHERE token = $1", r.Header.Get("Authorization"))
	if err := row.Err(); err != nil {
		return 0, trace.Wrap(err, "no query")
	}
	if err := row.Scan(&id); err != nil {
		return 0, trace.Wrap(err, "no user")
	}
	return id, nil
}

// nothingWrapped gives nil where the method has no body.
func nothingWrapped(r *http.Request) (id int, err error) {
	_, bad := r.Cookie("lang")
	if r.Method == http.MethodGet {
		return 0, errors.Wrap(bad, "no language")
	}
	if err := db.QueryRow("SELECT user_id FROM tokens WHERE token = $1", r.Header.Get("Authorization")).Scan(&id); err != nil {
		return 0, errors.Wrap(err, "no user")
	}
	return id, nil
}

// wrapsAnother asks for one error and wraps another one.
func wrapsAnother(r *http.Request) (id int, err error) {
	_, bad := r.Cookie("lang")
	if err := db.QueryRow("SELECT user_id FROM tokens WHERE token = $1", r.Header.Get("Authorization")).Scan(&id); err != nil {
		return 0, trace.Wrap(bad, "no user")
	}
	return id, nil
}

func with(check func(*http.Request) (int, error), next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, err := check(r); err != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

func main() {
	http.HandleFunc("GET /library/{id}", with(byLibrary, shown))
	http.HandleFunc("GET /package/{id}", with(byPackage, shown))

	http.HandleFunc("GET /nothing/{id}", with(nothingWrapped, show))
	http.HandleFunc("GET /another/{id}", with(wrapsAnother, show2))
	_ = http.ListenAndServe("localhost:8080", nil)
}

func show2(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, people.Find(r.PathValue("id")).Email) // want `email from Person.Email reaches fmt.Fprintln before the caller is verified`
}
