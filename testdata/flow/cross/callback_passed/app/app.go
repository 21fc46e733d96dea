// Package app passes functions to another package.
package app

import (
	"log"
	"strings"

	"flow/cross/callback_passed/middle"
	"flow/cross/callback_passed/model"
)

func show(s string) { log.Println(s) }

func drop(string) {}

func callbacks(c model.Customer, cs []model.Customer) {
	middle.Visit(c, drop)
	middle.Visit(c, show)                              // want `email from Customer.Email reaches log.Println`
	middle.Visit(c, func(s string) { log.Println(s) }) // want `email from Customer.Email reaches log.Println`
	middle.VisitID(c, show)
	middle.VisitID(c, func(s string) { log.Println(s) })
	middle.Each(cs, func(c model.Customer) {
		log.Println(c.ID)
		log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
	})
}

func captured(c model.Customer, cs []model.Customer) {
	var all, ids []string
	middle.Each(cs, func(c model.Customer) {
		all = append(all, c.Email)
		ids = append(ids, c.ID)
	})
	log.Println(ids)
	log.Println(all) // want `email from Customer.Email reaches log.Println`
	err := middle.Retry(3, func() error {
		log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
		return nil
	})
	log.Println(err)
}

func results(c model.Customer) {
	log.Println(middle.Apply(c.ID, strings.ToUpper))
	log.Println(middle.Apply(c.Email, strings.ToUpper)) // want `email from Customer.Email reaches log.Println`
	log.Println(middle.Apply(c.Email, func(string) string { return "***" }))
}

func hooks(c model.Customer) {
	h := middle.Hooks{OnEmail: drop, OnID: show}
	h.Run(c)
	h = middle.Hooks{OnEmail: show, OnID: drop}
	h.Run(c) // want `email from Customer.Email reaches log.Println`
}

// What is handed to a literal here has types that no other call names.
func kept() {
	var m map[string]model.Customer
	middle.Index(func(got map[string]model.Customer) { m = got })
	log.Println(m) // want `email from Customer.Email reaches log.Println`
	var all [2]model.Customer
	middle.Row(func(row struct{ C model.Customer }, got [2]model.Customer) {
		log.Println(row) // want `email from Customer.Email reaches log.Println`
		all = got
	})
	log.Println(all) // want `email from Customer.Email reaches log.Println`
}

type named struct{ text string }

func (n named) Name() string { return n.text }

func asked(c model.Customer) {
	log.Println(middle.Name(named{c.Email})) // want `email from Customer.Email reaches log.Println`
	log.Println(middle.Name(named{c.ID}))
}

func excluded(c model.Customer) {
	log.Println(middle.Safe(c))
	log.Println(middle.Safe(&c))
	log.Println(middle.Safe(c.Email))             // want `email from Customer.Email reaches log.Println`
	log.Println(middle.Safe([]model.Customer{c})) // want `email from Customer.Email reaches log.Println`
	middle.Show(c)
	middle.Show(&c)      // want `email from Customer.Email reaches log.Println`
	middle.Show(c.Email) // want `email from Customer.Email reaches log.Println`
}
