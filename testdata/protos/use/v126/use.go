// Package v126 reads messages whose descriptor stands in the Go file as
// bytes in a variable.
package v126

import (
	"log"

	"example.com/protos/v126"
)

func show(u *v126.User) {
	log.Print(u.Id, u.GetPlan(), u.GetPage(), u.GetHome().GetCountry())
	log.Print(u.Email)                 // want `unknown from User.Email reaches log.Print`
	log.Print(u.GetPhone())            // want `phone from User.Phone reaches log.Print`
	log.Print(u.GetTokens()["a"])      // want `credential from User.Tokens reaches log.Print`
	log.Print(u.GetMail())             // want `unknown from User.Mail reaches log.Print`
	log.Print(u.GetHome().GetStreet()) // want `unknown from Address.Street reaches log.Print`
	log.Print(u.GetCard().GetNumber()) // want `payment_card from User_Card.Number reaches log.Print`
	log.Print(u.GetHome())             // want `unknown from Address.Street reaches log.Print`
	log.Print(u)                       // want `unknown from User.Mail`
}
