// Program pages has one type for what its pages show, of which each sets what it needs.
package main

import (
	"bytes"
	"fmt"
	"html/template"
	"net/http"

	"handlers/pages/show"
	"handlers/people"
)

type page struct {
	title string
	Owner people.Person
	other *people.Person
}

var templates map[string]*template.Template

func newPage(r *http.Request) page { return page{title: r.URL.Path} }

func render(w http.ResponseWriter, name string, data page) {
	buf := new(bytes.Buffer)
	if err := templates[name].ExecuteTemplate(buf, "base", data); err != nil {
		http.Error(w, "sorry", http.StatusInternalServerError)
		return
	}
	buf.WriteTo(w) // want `name from Person.Name reaches bytes.Buffer.WriteTo before the caller is verified`
}

func write(w http.ResponseWriter, data *page) {
	fmt.Fprintln(w, data.title, data.Owner.Name, data.other.Email)
}

// news sets nothing that is personal.
func news(w http.ResponseWriter, r *http.Request) {
	p := newPage(r)
	p.other = &people.Person{}
	render(w, "news", p)
	write(w, &p)
	show.HTML(w, &show.Page{Title: "news"})
}

func mine(w http.ResponseWriter, r *http.Request) {
	p := newPage(r)
	p.Owner = people.Find(r.FormValue("id"))
	p.other = &p.Owner
	render(w, "mine", p)
	write(w, &p)
	show.HTML(w, &show.Page{Owner: p.Owner})
}

// greeting is for everybody, and has somebody's address only for who is known.
func greeting(w http.ResponseWriter, r *http.Request) {
	p := newPage(r)
	p.other = new(people.Person)
	if people.VerifyToken(r.Header.Get("Authorization")) == nil {
		*p.other = people.Find(r.FormValue("id"))
	}
	write(w, &p)
}

// author shows a name through another helper.
func author(w http.ResponseWriter, r *http.Request) {
	p := newPage(r)
	p.Owner.Name = people.Find(r.FormValue("id")).Name
	titled(w, p)
}

func titled(w http.ResponseWriter, p page) {
	p.title += "!"
	render(w, "author", p)
}

func imprint(w http.ResponseWriter, r *http.Request) {
	p := &show.Page{}
	p.Owner.Email = people.Find("editor").Email
	show.HTML(w, p) // want `email from Person.Email reaches fmt.Fprintf before the caller is verified`
}

func known(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if people.VerifyToken(r.Header.Get("Authorization")) == nil {
			next(w, r)
		}
	}
}

func main() {
	http.HandleFunc("/news", news)
	http.HandleFunc("/mine", known(mine))
	http.HandleFunc("/greeting", greeting)
	http.HandleFunc("/author", author)
	http.HandleFunc("/imprint", imprint)
	_ = http.ListenAndServe("localhost:8080", nil)
}
