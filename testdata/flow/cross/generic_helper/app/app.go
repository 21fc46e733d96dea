// Package app uses the generic helpers.
package app

import (
	"log"
	"slices"

	"flow/cross/generic_helper/middle"
	"flow/cross/generic_helper/model"
)

type depot struct{ street string }

func (d depot) Address() string { return d.street }

func functions(cs []model.Customer, c model.Customer, d depot) {
	middle.Show(c.ID)
	middle.Show(c.Email) // want `email from Customer.Email reaches log.Println`
	middle.Show(c)       // want `email from Customer.Email reaches log.Println`
	log.Println(middle.Must(c.ID, nil))
	log.Println(middle.Must(c.Email, nil)) // want `email from Customer.Email reaches log.Println`
	log.Println(middle.Map(cs, func(c model.Customer) string { return c.ID }))
	log.Println(middle.Map(cs, func(c model.Customer) string { return c.Email })) // want `email from Customer.Email reaches log.Println`
	log.Println(middle.AddressOf(d))
	log.Println(middle.AddressOf(c)) // want `email from Customer.Email reaches log.Println`
}

func containers(c model.Customer) {
	texts := middle.NewCache[string, string]()
	texts.Put(c.ID, c.Email)
	s, ok := texts.Get(c.ID)
	log.Println(ok)
	log.Println(s) // want `email from Customer.Email reaches log.Println`
	whole := middle.NewCache[string, model.Customer]()
	whole.Put("x", c)
	v, _ := whole.Get("x")
	log.Println(v.ID)
	log.Println(v.Email) // want `email from Customer.Email reaches log.Println`
	ids := middle.NewCache[string, string]()
	ids.Put("x", c.ID)
	id, _ := ids.Get("x")
	log.Println(id)
}

func typed(cache *middle.Cache[string, model.Customer]) {
	c, ok := cache.Get("x")
	log.Println(ok, c.ID)
	log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
}

func iterators(cs []model.Customer) {
	for c := range middle.Filter(slices.Values(cs), func(c model.Customer) bool { return c.Email != "" }) {
		log.Println(c.ID)
		log.Println(c.Email) // want `email from Customer.Email reaches log.Println`
	}
}

func renew(o *model.Order) { o.Phone += o.Phone }

func shown(c *model.Customer) { log.Println(c.ID) }

// What is made as one type is not what was made as another one.
func made() {
	renew(middle.Made[*model.Order]())
	shown(middle.Made[*model.Customer]())
	log.Println(middle.Made[any]())
	log.Println(middle.Made[string]())
	log.Println(middle.Made[model.Customer]().Email) // want `email from Customer.Email reaches log.Println`
}
