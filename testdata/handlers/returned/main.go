// Program returned clears records before it gives them back, or an error instead.
package main

import (
	"database/sql"
	"encoding/json"
	"errors"
	"net/http"
	"os"

	"handlers/people"
)

type finder interface {
	Find(id string) (*people.Person, error)
}

type memory struct{}

func (memory) Find(id string) (*people.Person, error) {
	p := people.Find(id)
	if p.ID == "" {
		return nil, errors.New("nobody")
	}
	return &p, nil
}

type database struct{ db *sql.DB }

func (d database) Find(id string) (*people.Person, error) {
	var p people.Person
	err := d.db.QueryRow("SELECT id, name, email FROM people WHERE id = $1", id).Scan(&p.ID, &p.Name, &p.Email)
	return &p, err
}

type service struct {
	people finder
	db     database
}

// card has neither name nor address, if there is one.
func (s service) card(id string) (*people.Person, error) {
	p, err := s.people.Find(id)
	if err != nil {
		return nil, err
	}
	p.Name, p.Email, p.Card, p.Language = "", "", "", ""
	return p, nil
}

func (s service) cardFromDatabase(id string) (*people.Person, error) {
	p, err := s.db.Find(id)
	if err != nil {
		return nil, err
	}
	p.Name, p.Email, p.Card, p.Language = "", "", "", ""
	return p, nil
}

// half has an address for some.
func (s service) half(id string) (*people.Person, error) {
	p, err := s.people.Find(id)
	if err != nil {
		return nil, err
	}
	p.Name, p.Card, p.Language = "", "", ""
	if p.ID == "public" {
		return p, nil
	}
	p.Email = ""
	return p, nil
}

// kept is cleared only where nobody gets it.
func (s service) kept(id string) (*people.Person, error) {
	p, err := s.db.Find(id)
	if err != nil {
		p.Name, p.Email, p.Card, p.Language = "", "", "", ""
		return nil, err
	}
	return p, nil
}

var last = &people.Person{}

// held is seen by who looks at last, though it is not given.
func (s service) held(id string) (*people.Person, error) {
	p, err := s.db.Find(id)
	last = p
	if err != nil {
		return nil, err
	}
	p.Name, p.Email, p.Card, p.Language = "", "", "", ""
	return p, nil
}

func answer(w http.ResponseWriter, get func(string) (*people.Person, error), r *http.Request) (*people.Person, bool) {
	p, err := get(r.PathValue("id"))
	if err != nil {
		http.NotFound(w, r)
		return nil, false
	}
	return p, true
}

func (s service) showCard(w http.ResponseWriter, r *http.Request) {
	p, err := s.card(r.PathValue("id"))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	json.NewEncoder(w).Encode(p)
}

func (s service) showDatabase(w http.ResponseWriter, r *http.Request) {
	if p, ok := answer(w, s.cardFromDatabase, r); ok {
		json.NewEncoder(w).Encode(p)
	}
}

func (s service) showHalf(w http.ResponseWriter, r *http.Request) {
	p, err := s.half(r.PathValue("id"))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	json.NewEncoder(w).Encode(p) // want `email from Person.Email reaches json.Encoder.Encode before the caller is verified`
}

func (s service) showKept(w http.ResponseWriter, r *http.Request) {
	if p, ok := answer(w, s.kept, r); ok {
		json.NewEncoder(w).Encode(p) // want `name from Person.Name and email from Person.Email reach json.Encoder.Encode before the caller is verified`
	}
}

func (s service) showHeld(w http.ResponseWriter, r *http.Request) {
	if _, ok := answer(w, s.held, r); ok {
		json.NewEncoder(w).Encode(last) // want `reach json.Encoder.Encode before the caller is verified`
	}
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN"))
	if err != nil {
		panic(err)
	}
	s := service{memory{}, database{db}}
	http.HandleFunc("GET /card/{id}", s.showCard)
	http.HandleFunc("GET /database/{id}", s.showDatabase)
	http.HandleFunc("GET /half/{id}", s.showHalf)
	http.HandleFunc("GET /kept/{id}", s.showKept)
	http.HandleFunc("GET /held/{id}", s.showHeld)
	_ = http.ListenAndServe("localhost:8080", nil)
}
