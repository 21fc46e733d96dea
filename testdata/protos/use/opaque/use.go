// Package opaque uses the opaque API: there are getters, setters and builders, and
// no fields.
package opaque

import (
	"log"

	"google.golang.org/protobuf/proto"

	"example.com/protos/opaque"
)

func getters(u *opaque.User) {
	log.Print(u.GetId(), u.HasEmail(), u.GetPage(), u.WhichContact(), u.GetHome().GetCountry())
	log.Print(u.GetEmail())              // want `unknown from User.Email reaches log.Print`
	log.Print(u.GetPhone())              // want `phone from User.Phone reaches log.Print`
	log.Print(u.GetScan())               // want `biometric from User.Scan reaches log.Print`
	log.Print(u.GetMail())               // want `unknown from User.Mail reaches log.Print`
	log.Print(u.GetPostal().GetStreet()) // want `unknown from Address.Street reaches log.Print`
	log.Print(u.GetAliases())            // want `unknown from User.Aliases reaches log.Print`
	log.Print(u.GetTokens()["a"])        // want `credential from User.Tokens reaches log.Print`
	log.Print(u.GetHome().GetStreet())   // want `unknown from Address.Street reaches log.Print`
	log.Print(u.GetOthers()[0])          // want `unknown from Address.Street reaches log.Print`
	log.Print(u.GetCard().GetNumber())   // want `payment_card from User_Card.Number reaches log.Print`
	log.Print(u.GetHome())               // want `unknown from Address.Street reaches log.Print`
	log.Print(u)                         // want `unknown from User.Mail`
}

func setters(a *opaque.Address) {
	log.Print(a) // want `unknown from Address.Street reaches log.Print`
	a.ClearStreet()
	log.Print(a)
}

func builders(b opaque.User_builder, street string) {
	log.Print(*b.Id)
	log.Print(*b.Email) // want `unknown from User.Email reaches log.Print`
	log.Print(*b.Mail)  // want `unknown from User.Mail reaches log.Print`
	u := opaque.User_builder{Id: b.Id, Home: b.Home}.Build()
	log.Print(u.GetId(), u.GetEmail())
	log.Print(u.GetHome().GetStreet()) // want `unknown from Address.Street reaches log.Print`
	a := opaque.Address_builder{Street: proto.String("x"), Country: b.Id}.Build()
	log.Print(a.GetCountry(), a.GetStreet())
}
