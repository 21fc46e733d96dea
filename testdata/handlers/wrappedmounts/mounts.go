// Package wrappedmounts has routers in routers, with a function around the inner one that
// checks nobody.
package wrappedmounts

import (
	"fmt"
	"net/http"

	"handlers/people"
)

func check(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if people.Verify(r) == nil {
			next.ServeHTTP(w, r)
		}
	})
}

func plain(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { next.ServeHTTP(w, r) })
}

func behind(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, people.Find("1").Email) }

func open(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, people.Find("1").Email) // want `email from Person.Email reaches fmt.Fprintln before the caller is verified`
}

func inner(h http.HandlerFunc) http.Handler {
	into := http.NewServeMux()
	into.HandleFunc("/a/b/c", h)
	return into
}

func outer(h http.HandlerFunc) http.Handler {
	into := http.NewServeMux()
	into.Handle("/a/b/", plain(inner(h)))
	return into
}

func serve() error {
	mux := http.NewServeMux()
	mux.Handle("/a/", check(outer(behind)))
	if err := http.ListenAndServe(":8080", mux); err != nil {
		return err
	}
	return nil
}

func serveAll() error {
	mux := http.NewServeMux()
	mux.Handle("/a/", plain(outer(open)))
	return http.ListenAndServe(":8081", mux)
}
