// Package plainpasswords compares the password of an account with what the caller says, without
// hiding either of them.
package plainpasswords

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"

	"handlers/people"
)

type account struct {
	ID           string
	Password     string
	PasswordHash string
}

type login struct {
	Name     string
	Password string
	Repeated string
}

type store interface {
	Account(name string) (*account, error)
}

type api struct {
	st       store
	accounts map[string]account
}

func show(w http.ResponseWriter, a *account) { fmt.Fprintln(w, people.Find(a.ID).Name) }

func (s *api) form(w http.ResponseWriter, r *http.Request) {
	a, err := s.st.Account(r.FormValue("name"))
	if err != nil || a.Password != r.FormValue("password") {
		http.Error(w, "wrong name or password", http.StatusUnauthorized)
		return
	}
	show(w, a)
}

func (s *api) decoded(w http.ResponseWriter, r *http.Request) {
	var in login
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		http.Error(w, "bad request", http.StatusBadRequest)
		return
	}
	if a, ok := s.accounts[in.Name]; ok && a.Password == in.Password {
		show(w, &a)
	}
}

func (s *api) hashed(w http.ResponseWriter, r *http.Request) {
	name, pass, ok := r.BasicAuth()
	a, err := s.st.Account(name)
	if !ok || err != nil {
		http.Error(w, "who are you?", http.StatusUnauthorized)
		return
	}
	sum := sha256.Sum256([]byte(pass))
	if hex.EncodeToString(sum[:]) != a.PasswordHash {
		http.Error(w, "wrong name or password", http.StatusUnauthorized)
		return
	}
	show(w, a)
}

func (s *api) check(in login) (*account, error) {
	for _, a := range s.accounts {
		if a.ID == in.Name && a.Password == in.Password {
			return &a, nil
		}
	}
	return nil, errors.New("wrong name or password")
}

func (s *api) helper(w http.ResponseWriter, r *http.Request) {
	a, err := s.check(login{Name: r.FormValue("name"), Password: r.FormValue("password")})
	if err != nil {
		http.Error(w, "wrong name or password", http.StatusUnauthorized)
		return
	}
	show(w, a)
}

// What follows compares something else.

func (s *api) repeated(w http.ResponseWriter, r *http.Request) {
	var in login
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil || in.Password != in.Repeated || in.Password != r.FormValue("password") {
		http.Error(w, "bad request", http.StatusBadRequest)
		return
	}
	if a, ok := s.accounts[in.Name]; ok {
		fmt.Fprintln(w, people.Find(a.ID).Name) // want `name from Person.Name reaches fmt.Fprintln before the caller is verified`
	}
}

func (s *api) unset(w http.ResponseWriter, r *http.Request) {
	if a, err := s.st.Account(r.FormValue("name")); err == nil && a.Password != "" {
		fmt.Fprintln(w, people.Find(a.ID).Name) // want `name from Person.Name reaches fmt.Fprintln before the caller is verified`
	}
}

func (s *api) wrong(w http.ResponseWriter, r *http.Request) {
	if a, err := s.st.Account(r.FormValue("name")); err == nil && a.Password != r.FormValue("password") {
		fmt.Fprintln(w, people.Find(a.ID).Name) // want `name from Person.Name reaches fmt.Fprintln before the caller is verified`
	}
}

func (s *api) named(w http.ResponseWriter, r *http.Request) {
	if a, err := s.st.Account(r.FormValue("name")); err == nil && a.ID == r.FormValue("id") {
		fmt.Fprintln(w, people.Find(a.ID).Name) // want `name from Person.Name reaches fmt.Fprintln before the caller is verified`
	}
}

func (s *api) expected(w http.ResponseWriter, r *http.Request) {
	if a, err := s.st.Account(r.FormValue("name")); err == nil && a.Password == os.Getenv("REGION") {
		fmt.Fprintln(w, people.Find(a.ID).Name) // want `name from Person.Name reaches fmt.Fprintln before the caller is verified`
	}
}

func serve(s *api) error {
	mux := http.NewServeMux()
	mux.HandleFunc("/form", s.form)
	mux.HandleFunc("/decoded", s.decoded)
	mux.HandleFunc("/hashed", s.hashed)
	mux.HandleFunc("/helper", s.helper)
	mux.HandleFunc("/repeated", s.repeated)
	mux.HandleFunc("/unset", s.unset)
	mux.HandleFunc("/wrong", s.wrong)
	mux.HandleFunc("/named", s.named)
	mux.HandleFunc("/expected", s.expected)
	return http.ListenAndServe(":8080", mux)
}
