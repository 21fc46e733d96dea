// Package hybrid uses the hybrid API: fields, getters, setters and builders side by
// side, and messages in a group.
package hybrid

import (
	"log"

	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"

	"example.com/protos/hybrid"
)

func read(u *hybrid.User) {
	log.Print(*u.Id, u.GetId(), u.HasEmail(), u.GetPage(), u.WhichContact(), u.Home.GetCountry())
	log.Print(*u.Email)                  // want `unknown from User.Email reaches log.Print`
	log.Print(u.GetEmail())              // want `unknown from User.Email reaches log.Print`
	log.Print(u.Phone)                   // want `phone from User.Phone reaches log.Print`
	log.Print(u.GetMail())               // want `unknown from User.Mail reaches log.Print`
	log.Print(u.GetPostal().GetStreet()) // want `unknown from Address.Street reaches log.Print`
	log.Print(u.GetExtra().GetNote())    // want `unknown from User_Extra.Note reaches log.Print`
	log.Print(*u.Extra.Inner.Card)       // want `payment_card from User_Extra_Inner.Card reaches log.Print`
	log.Print(u.GetExtra().GetInner())   // want `payment_card from User_Extra_Inner.Card reaches log.Print`
	log.Print(u.GetExtra().GetInner().GetBank())
	log.Print(protojson.Format(u.GetHome())) // want `unknown from Address.Street reaches log.Print`
	if c, ok := u.Contact.(*hybrid.User_Mail); ok {
		log.Print(c.Mail) // want `unknown from User.Mail reaches log.Print`
	}
}

func write(u *hybrid.User, a *hybrid.Address) {
	u.SetEmail("none")
	log.Print(u.GetEmail())
	b := hybrid.User_builder{Id: u.Id, Mail: proto.String("none"), Phone: u.Phone}.Build()
	log.Print(b.GetId(), b.GetMail())
	log.Print(b.GetPhone()) // want `phone from User.Phone reaches log.Print`
	a.Street = proto.String("none")
	log.Print(a)
	a.SetStreet(u.GetPhone())
	log.Print(a) // want `phone from User.Phone`
	a.ClearStreet()
	log.Print(a)
	c := &hybrid.Address{}
	c.SetCountry(u.GetPhone())
	log.Print(c.GetStreet())
	log.Print(c.GetCountry()) // want `phone from User.Phone reaches log.Print`
	d := proto.Clone(u.GetHome()).(*hybrid.Address)
	log.Print(d.GetCountry())
	log.Print(d.GetStreet()) // want `unknown from Address.Street reaches log.Print`
}
