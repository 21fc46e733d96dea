// Package directory asks a directory for a password, and a second factor.
package directory

import (
	"net/http"
	"os"

	"github.com/go-ldap/ldap/v3"
	"github.com/pquerna/otp/totp"

	"authlibs/people"
)

type server struct {
	url          string
	bindDN       string
	bindPassword string
	secrets      map[string]string
}

// Serve serves them.
func Serve(s *server) error {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /login", s.login)
	mux.HandleFunc("GET /search", s.search)
	mux.HandleFunc("GET /constant", s.constant)
	mux.HandleFunc("POST /code", s.code)
	mux.HandleFunc("POST /wrong", s.wrong)
	mux.HandleFunc("POST /first", s.first)
	return http.ListenAndServe("localhost:8080", mux)
}

// bind asks the directory with the server's own account, and then with the caller's.
func (s *server) bind(user, password string) error {
	conn, err := ldap.DialURL(s.url)
	if err != nil {
		return err
	}
	defer conn.Close()
	if err := conn.Bind(s.bindDN, s.bindPassword); err != nil {
		return err
	}
	return conn.Bind("uid="+user+",ou=people", password)
}

func (s *server) login(w http.ResponseWriter, r *http.Request) {
	if err := s.bind(r.FormValue("user"), r.FormValue("password")); err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	_, _ = w.Write([]byte(people.Find(r.FormValue("user")).Email))
}

// search uses the server's own account alone.
func (s *server) search(w http.ResponseWriter, r *http.Request) {
	conn, err := ldap.DialURL(s.url)
	if err != nil {
		return
	}
	if err := conn.Bind(s.bindDN, s.bindPassword); err != nil {
		http.Error(w, "sorry", http.StatusInternalServerError)
		return
	}
	_, _ = w.Write([]byte(people.Find(r.FormValue("user")).Email)) // want `email from Person.Email reaches`
}

func (s *server) constant(w http.ResponseWriter, r *http.Request) {
	conn, err := ldap.DialURL(s.url)
	if err != nil {
		return
	}
	if conn.Bind("cn=reader", os.Getenv("LDAP_PASSWORD")) != nil {
		return
	}
	_, _ = w.Write([]byte(people.Find(r.FormValue("user")).Email)) // want `email from Person.Email reaches`
}

func (s *server) code(w http.ResponseWriter, r *http.Request) {
	if !totp.Validate(r.FormValue("code"), s.secrets[r.FormValue("user")]) {
		http.Error(w, "wrong code", http.StatusUnauthorized)
		return
	}
	_, _ = w.Write([]byte(people.Find(r.FormValue("user")).Email))
}

// wrong greets whose code was wrong, too.
func (s *server) wrong(w http.ResponseWriter, r *http.Request) {
	ok := totp.Validate(r.FormValue("code"), s.secrets[r.FormValue("user")])
	_, _ = w.Write([]byte(people.Find(r.FormValue("user")).Email)) // want `email from Person.Email reaches`
	if !ok {
		return
	}
}

// first greets before the second factor was asked for.
func (s *server) first(w http.ResponseWriter, r *http.Request) {
	p := people.Find(r.FormValue("user"))
	_, _ = w.Write([]byte("a code was sent to " + p.Email)) // want `email from Person.Email reaches`
}
