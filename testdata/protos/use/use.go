// Package use reads messages of each generator: what the .proto file marks is
// personal, in fields and through getters.
package use

import (
	"fmt"
	"log"

	"example.com/protos/v13610"
)

func fields(u *v13610.User) {
	log.Print(u.Id, u.GetId(), u.Plan, u.GetPlan(), u.Region, u.GetStatus(), u.Status)
	log.Print(u.Email)              // want `unknown from User.Email reaches log.Print`
	log.Print(u.GetEmail())         // want `unknown from User.Email reaches log.Print`
	log.Print(u.Phone)              // want `phone from User.Phone reaches log.Print`
	log.Print(u.GetPhone())         // want `phone from User.Phone reaches log.Print`
	log.Print(u.GetNote())          // want `unknown from User.Note reaches log.Print`
	log.Printf("%x", u.GetScan())   // want `biometric from User.Scan reaches log.Printf`
	log.Print(u.GetAliases()[0])    // want `unknown from User.Aliases reaches log.Print`
	log.Print(u.Tokens["a"])        // want `credential from User.Tokens reaches log.Print`
	log.Print(u.GetNick(), *u.Nick) // want `unknown from User.Nick reaches log.Print`
	log.Print(u.GetString_())       // want `unknown from User.String reaches log.Print`
	log.Print(u.GetSsnText())       // want `unknown from User.SsnText reaches log.Print`
	log.Print(u.GetTicket())        // want `unknown from User.Ticket reaches log.Print`
}

func nested(u *v13610.User) {
	log.Print(u.GetHome().GetCountry(), u.Card.Bank, u.GetCards()["a"].GetBank())
	log.Print(u.GetHome().GetStreet())       // want `unknown from Address.Street reaches log.Print`
	log.Print(u.Others[0].Street)            // want `unknown from Address.Street reaches log.Print`
	log.Print(u.GetCard().GetNumber())       // want `payment_card from User_Card.Number reaches log.Print`
	log.Print(u.GetCards()["a"].GetNumber()) // want `payment_card from User_Card.Number reaches log.Print`
	for _, a := range u.GetOthers() {
		log.Print(a.GetCountry())
		log.Print(a.GetStreet()) // want `unknown from Address.Street reaches log.Print`
	}
}

func oneof(u *v13610.User) {
	log.Print(u.GetPage(), u.GetPostal().GetCountry())
	log.Print(u.GetMail())               // want `unknown from User.Mail reaches log.Print`
	log.Print(u.GetPostal().GetStreet()) // want `unknown from Address.Street reaches log.Print`
	switch c := u.GetContact().(type) {
	case *v13610.User_Mail:
		log.Print(c.Mail) // want `unknown from User.Mail reaches log.Print`
	case *v13610.User_Page:
		log.Print(c.Page)
	}
}

// String of a message prints every field: package prototext knows nothing of
// debug_redact.
func whole(u *v13610.User, a *v13610.Address, c *v13610.User_Card) {
	log.Print(a)          // want `unknown from Address.Street reaches log.Print`
	log.Print(a.String()) // want `unknown from Address.Street reaches log.Print`
	log.Print(c)          // want `payment_card from User_Card.Number reaches log.Print`
	fmt.Println(u)        // want `unknown from User.Mail`
	fmt.Println(u.GetStatus())
}

func cleaned(u *v13610.User, a *v13610.Address) {
	a.Street = ""
	log.Print(a)
	u.Contact = &v13610.User_Page{Page: "x"}
	log.Print(u.GetPage(), u.GetMail())
	log.Print(&v13610.User{Id: u.Id})
}
