// Package ownkeys compares what requests bring with keys that the program has itself, under
// names that say little, or written down where they are asked for.
package ownkeys

import (
	"errors"
	"fmt"
	"net/http"
	"strings"

	"handlers/people"
)

type server struct {
	Key    string
	sort   string
	logins map[string]string
}

func show(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, people.Find(r.PathValue("id")).Name) // want `name from Person.Name reaches fmt.Fprintln before the caller is verified`
}

func shown(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, people.Find(r.PathValue("id")).Name)
}

func behind(ok func(r *http.Request) bool, next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !ok(r) {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next(w, r)
	}
}

func (s *server) field(r *http.Request) bool { return r.Header.Get("X-Key") == s.Key }

func (s *server) scheme(r *http.Request) bool {
	return r.Header.Get("Authorization") == "Bearer "+s.Key
}

func (s *server) formatted(r *http.Request) bool {
	return r.Header.Get("Authorization") == fmt.Sprintf("Token %s", s.Key)
}

func (s *server) account(r *http.Request) bool {
	name, pass, ok := r.BasicAuth()
	if !ok {
		return false
	}
	want, ok := s.logins[name]
	return ok && pass == want
}

func constant(r *http.Request) bool { return r.Header.Get("Authorization") == "Bearer 5a35" }

func trimmed(r *http.Request) bool {
	token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	return ok && token == "5a35"
}

func parts(r *http.Request) bool {
	words := strings.Split(r.Header.Get("Authorization"), " ")
	return len(words) == 2 && words[1] == "5a35"
}

func basic(r *http.Request) bool {
	name, pass, ok := r.BasicAuth()
	return ok && name == "admin" && pass == "5a35"
}

func form(r *http.Request) bool { return r.PostFormValue("password") == "5a35" }

func cookie(r *http.Request) bool {
	c, err := r.Cookie("session")
	return err == nil && c.Value == "5a35"
}

func bearerToken(r *http.Request) (string, error) {
	h := r.Header.Get("Authorization")
	if len(h) < 8 {
		return "", errors.New("no token")
	}
	return h[7:], nil
}

func helper(r *http.Request) bool {
	token, err := bearerToken(r)
	return err == nil && validToken(token)
}

func validToken(token string) bool { return token == "5a35" }

func keyed(key string) func(*http.Request) bool {
	return func(r *http.Request) bool { return r.URL.Query().Get("key") == key }
}

// What follows asks for nothing that strangers do not know.

func name(r *http.Request) bool {
	name, _, ok := r.BasicAuth()
	return ok && name == "admin"
}

func role(r *http.Request) bool { return r.Header.Get("X-Role") == "admin" }

func some(r *http.Request) bool { return r.Header.Get("Authorization") != "" }

func onlyScheme(r *http.Request) bool {
	return strings.SplitN(r.Header.Get("Authorization"), " ", 2)[0] == "Bearer"
}

func noToken(r *http.Request) bool { return r.FormValue("token") == "null" }

func chosen(r *http.Request) bool { return r.FormValue("key") == "email" }

func (s *server) sorted(r *http.Request) bool { return r.FormValue("order") == s.sort }

func confirmed(r *http.Request) bool { return r.FormValue("password") == r.FormValue("repeated") }

func other(r *http.Request) bool { return r.Header.Get("Authorization") != "Bearer 5a35" }

func serve(s *server) error {
	mux := http.NewServeMux()
	for path, ok := range map[string]func(*http.Request) bool{
		"/a/{id}": s.field, "/b/{id}": s.scheme, "/c/{id}": s.formatted, "/d/{id}": s.account,
	} {
		mux.HandleFunc(path, behind(ok, shown))
	}
	mux.HandleFunc("/e/{id}", behind(constant, shown))
	mux.HandleFunc("/f/{id}", behind(trimmed, shown))
	mux.HandleFunc("/g/{id}", behind(parts, shown))
	mux.HandleFunc("/h/{id}", behind(basic, shown))
	mux.HandleFunc("/i/{id}", behind(form, shown))
	mux.HandleFunc("/j/{id}", behind(cookie, shown))
	mux.HandleFunc("/k/{id}", behind(helper, shown))
	mux.HandleFunc("/l/{id}", behind(keyed("5a35"), shown))

	mux.HandleFunc("/m/{id}", behind(name, show))
	mux.HandleFunc("/n/{id}", behind(role, show))
	mux.HandleFunc("/o/{id}", behind(some, show))
	mux.HandleFunc("/p/{id}", behind(onlyScheme, show))
	mux.HandleFunc("/q/{id}", behind(noToken, show))
	mux.HandleFunc("/r/{id}", behind(chosen, show))
	mux.HandleFunc("/s/{id}", behind(s.sorted, show))
	mux.HandleFunc("/t/{id}", behind(confirmed, show))
	mux.HandleFunc("/u/{id}", behind(other, show))
	return http.ListenAndServe(":8080", mux)
}
