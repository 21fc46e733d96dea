// Package elements has handlers that know who calls, and go through a list for the record
// that they show.
package elements

import (
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"strconv"
	"strings"

	"github.com/golang-jwt/jwt/v5"
)

type employee struct {
	ID      int    `json:"id"`
	Email   string `json:"email" pii:"email"`
	Salary  string `json:"salary" pii:"salary"`
	Country string `json:"country"`
}

type desk struct {
	employees []employee
	managers  []*employee
}

func subject(r *http.Request) (string, error) {
	tok, err := jwt.Parse(r.Header.Get("Authorization"), func(*jwt.Token) (any, error) { return []byte(os.Getenv("KEY")), nil })
	if err != nil {
		return "", err
	}
	return tok.Claims.GetSubject()
}

func (d *desk) byID(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.Atoi(r.PathValue("id"))
	if err != nil {
		return
	}
	for _, e := range d.employees {
		if e.ID == id {
			json.NewEncoder(w).Encode(e) // want `email from employee.Email and income from employee.Salary reach json.Encoder.Encode, but a comparison with employee.ID \(elements.go:\d+\) looks up what the request names, whoever calls`
			return
		}
	}
}

func (d *desk) byIDElse(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	for _, e := range d.managers {
		if strconv.Itoa(e.ID) != id {
			continue
		}
		json.NewEncoder(w).Encode(e) // want `but a comparison with employee.ID \(elements.go:\d+\) looks up what the request names`
		return
	}
}

func (d *desk) byName(w http.ResponseWriter, r *http.Request) {
	var hit *employee
	for i := range d.employees {
		if strings.EqualFold(d.employees[i].Email, r.FormValue("email")) {
			hit = &d.employees[i]
			break
		}
	}
	if hit == nil {
		http.NotFound(w, r)
		return
	}
	json.NewEncoder(w).Encode(hit) // want `but a comparison with employee.Email \(elements.go:\d+\) looks up what the request names`
}

// mine is the record of who calls.
func (d *desk) mine(w http.ResponseWriter, r *http.Request) {
	who, err := subject(r)
	if err != nil {
		return
	}
	for _, e := range d.employees {
		if e.Email == who {
			json.NewEncoder(w).Encode(e)
		}
	}
}

// own compares both.
func (d *desk) own(w http.ResponseWriter, r *http.Request) {
	who, err := subject(r)
	id := r.PathValue("id")
	for i, e := range d.employees {
		if err == nil && strconv.Itoa(e.ID) == id && e.Email == who {
			json.NewEncoder(w).Encode(d.employees[i])
		}
	}
}

// here chooses many, by what does not tell them apart.
func (d *desk) here(w http.ResponseWriter, r *http.Request) {
	var list []employee
	for _, e := range d.employees {
		if e.Country == r.FormValue("country") {
			list = append(list, e)
		}
	}
	json.NewEncoder(w).Encode(list)
}

// taken compares and shows nothing of it.
func (d *desk) taken(w http.ResponseWriter, r *http.Request) {
	for _, e := range d.employees {
		if e.Email == r.FormValue("email") {
			http.Error(w, "taken", http.StatusConflict)
			return
		}
	}
}

func known(h http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, err := subject(r); err != nil {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		h(w, r)
	}
}

func load(path string) (d desk, err error) {
	f, err := os.Open(path)
	if err != nil {
		return d, err
	}
	return d, errors.Join(json.NewDecoder(f).Decode(&d.employees), f.Close())
}

// Serve serves them.
func Serve() error {
	d, err := load("employees.json")
	if err != nil {
		return err
	}
	d.managers = append(d.managers, &d.employees[0])
	mux := http.NewServeMux()
	mux.HandleFunc("GET /employees/{id}", known(d.byID))
	mux.HandleFunc("GET /managers/{id}", known(d.byIDElse))
	mux.HandleFunc("GET /named", known(d.byName))
	mux.HandleFunc("GET /mine", known(d.mine))
	mux.HandleFunc("GET /own/{id}", known(d.own))
	mux.HandleFunc("GET /here", known(d.here))
	mux.HandleFunc("GET /taken", known(d.taken))
	return http.ListenAndServe(":8080", mux)
}
