// Package app embeds what embeds.
package app

import (
	"encoding/json"
	"log"

	"flow/cross/embedded_type/middle"
)

type manager struct {
	middle.Employee
	reports int
}

type alias = middle.Hidden

type wrapped struct{ middle.Hidden }

func fields(m manager, g middle.Guest) {
	log.Println(m.ID, m.Level, m.reports)
	log.Println(m.Email)    // want `email from Person.Email reaches log.Println`
	log.Println(m.Employee) // want `name from Person.Name and email from Person.Email reach log.Println`
	log.Println(m)          // want `name from Person.Name and email from Person.Email reach log.Println`
	log.Println(g)
	log.Println(g.Badge)
	log.Println(g.Name) // want `name from Person.Name reaches log.Println`
	b, _ := json.Marshal(g)
	log.Printf("%s", b) // want `name from Person.Name reaches log.Printf`
	m.Name, m.Email = "", ""
	log.Println(m)
}

func methods(m manager, g middle.Guest) {
	log.Println(m.Ref())
	log.Println(m.Label()) // want `name from Person.Name reaches log.Println`
	log.Println(g.Label()) // want `name from Person.Name reaches log.Println`
	log.Println(g.Ref())
}

func stringers(h middle.Hidden, a alias, w wrapped) {
	log.Println(h, a, w)
	log.Println(h.Person) // want `name from Person.Name and email from Person.Email reach log.Println`
	log.Println(w.Name)   // want `name from Person.Name reaches log.Println`
	b, _ := json.Marshal(w)
	log.Printf("%s", b) // want `name from Person.Name reaches log.Printf`
}
