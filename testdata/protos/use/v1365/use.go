// Package v1365 reads messages whose descriptor stands in the Go file as
// a string of bytes in a variable.
package v1365

import (
	"log"

	"example.com/protos/v1365"
)

func show(u *v1365.User) {
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
