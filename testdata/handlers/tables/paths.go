package tables

import (
	"net/http"
	"strings"

	"handlers/people"
)

// skipping passes what is public, and health checks.
func skipping(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/health" || strings.HasPrefix(r.URL.Path, "/public/") {
			next.ServeHTTP(w, r)
			return
		}
		if people.Verify(r) != nil {
			http.Error(w, "no", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func pathClosed(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func pathPublic(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

func pathHealth(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

// ownPaths has middleware that asks for the path in front of all routes of a table.
func ownPaths() error {
	mux := http.NewServeMux()
	for path, h := range map[string]http.HandlerFunc{
		"/path/closed":   pathClosed,
		"/public/people": pathPublic,
		"/health":        pathHealth,
	} {
		mux.Handle(path, skipping(h))
	}
	return http.ListenAndServe(":1", mux)
}

func prefixClosed(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func prefixPublic(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

type byPath struct {
	path string
	h    http.HandlerFunc
}

// prefixed puts the paths together.
func prefixed(mux *http.ServeMux, prefix string, routes ...byPath) {
	for i := range routes {
		mux.Handle("GET "+prefix+routes[i].path, routes[i].h)
	}
}

func outside() error {
	mux := http.NewServeMux()
	prefixed(mux, "/api", byPath{"/people", prefixClosed})
	prefixed(mux, "/public", byPath{"/people", prefixPublic})
	return http.ListenAndServe(":1", skipping(mux))
}

func manyClosed(w http.ResponseWriter, r *http.Request) { w.Write(email(r)) }

func manyPublic(w http.ResponseWriter, r *http.Request) {
	w.Write(email(r)) // want `email from Person.Email reaches http.ResponseWriter.Write before the caller is verified`
}

// aliases has several paths for each handler.
func aliases() error {
	mux := http.NewServeMux()
	for _, p := range []string{"/people", "/persons"} {
		mux.HandleFunc(p, manyClosed)
	}
	for _, p := range []string{"/users", "/public/users"} {
		mux.HandleFunc(p, manyPublic)
	}
	return http.ListenAndServe(":1", skipping(mux))
}
