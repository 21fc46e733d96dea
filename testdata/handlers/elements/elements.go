// Package elements takes personal data out of each element of a list.
package elements

import (
	"encoding/json"
	"net/http"

	"github.com/jmoiron/sqlx"

	"handlers/people"
)

type visit struct {
	ID     string
	Mail   string `pii:"email"`
	Person *people.Person
}

type page struct {
	Items []visit
	Total int
}

type api struct{ db *sqlx.DB }

func (a api) list() ([]visit, error) {
	var out []visit
	return out, a.db.Select(&out, "select id, mail from visits")
}

func (a api) pointers() ([]*visit, error) {
	var out []*visit
	return out, a.db.Select(&out, "select id, mail from visits")
}

func (a api) inPage(w http.ResponseWriter, r *http.Request) {
	var p page
	p.Items, _ = a.list()
	for i := range p.Items {
		if p.Items[i].ID == "" {
			p.Items[i].ID = "new"
		}
		p.Items[i].Mail, p.Items[i].Person = "", nil
	}
	json.NewEncoder(w).Encode(p)
}

func (a api) behind(w http.ResponseWriter, r *http.Request) {
	list, _ := a.pointers()
	for _, v := range list {
		v.Mail = ""
		v.Person = nil
	}
	json.NewEncoder(w).Encode(list)
}

func (a api) behindSome(w http.ResponseWriter, r *http.Request) {
	all, _ := a.pointers()
	mine, _ := a.pointers()
	for _, v := range mine {
		v.Mail = ""
		v.Person = nil
	}
	json.NewEncoder(w).Encode(all) // want `email from visit.Mail, .*reach json.Encoder`
}

func (a api) early(w http.ResponseWriter, r *http.Request) {
	list, _ := a.list()
	for i := range list {
		json.NewEncoder(w).Encode(list[i]) // want `email from visit.Mail, .*reach json.Encoder`
		list[i].Mail, list[i].Person = "", nil
	}
}

// Serve answers requests.
func Serve(db *sqlx.DB) error {
	a := api{db}
	http.HandleFunc("/page", a.inPage)
	http.HandleFunc("/behind", a.behind)
	http.HandleFunc("/some", a.behindSome)
	http.HandleFunc("/early", a.early)
	return http.ListenAndServe(":1", nil)
}
