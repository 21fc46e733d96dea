// Package far meets messages through another package.
package far

import (
	"log"

	"example.com/protos/use/near"
)

func show(r near.Record) {
	log.Print(r.User.Id, r.Hidden.GetId(), r.User.GetPage())
	log.Print(r.User.Email)         // want `unknown from User.Email reaches log.Print`
	log.Print(r.User.GetPhone())    // want `phone from User.Phone reaches log.Print`
	log.Print(r.User.GetMail())     // want `unknown from User.Mail reaches log.Print`
	log.Print(r.User.Home)          // want `unknown from Address.Street reaches log.Print`
	log.Print(r.Hidden.GetEmail())  // want `unknown from User.Email reaches log.Print`
	log.Print(r.Hidden.GetHome())   // want `unknown from Address.Street reaches log.Print`
	log.Print(r.Hidden.GetPostal()) // want `unknown from Address.Street reaches log.Print`
	log.Print(r.User)               // want `unknown from User.Mail`
	log.Print(r.Hidden)             // want `unknown from User.Mail`
}

func load(id string) {
	u, err := near.Load(id)
	if err == nil {
		log.Print(u.Card.Bank)
		log.Print(u.Card.Number) // want `payment_card from User_Card.Number reaches log.Print`
	}
	if v, err := near.Find(id); err == nil {
		log.Print(v.Id, v.Email)
	}
}
