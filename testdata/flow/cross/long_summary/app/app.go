// Package app shows what of a long summary importers learn.
package app

import (
	"log"

	"flow/cross/long_summary/merged"
	"flow/cross/long_summary/records"
)

func whole(a, b, c, d *records.Record) {
	r := merged.All(a, b, c, d)
	log.Println(r.Sender.Email) // want `email from Contact.Email reaches log.Println`
	log.Println(*r.Sender)      // want `email from Contact.Email and phone from Contact.Phone reach log.Println`
	log.Println(r.ID, r.Inner, r.Weight.F)
}

func into(a, b, c, d *records.Record) {
	var r records.Record
	merged.Into(&r, a, b, c, d)
	log.Println(r.Sender.Phone) // want `phone from Contact.Phone reaches log.Println`
	log.Println(r.ID, r.Outer)
}

func told(a, b, c, d *records.Record) {
	p := merged.Told(a, b, c, d)
	log.Println(p.Text) // want `email from Contact.Email reaches log.Println`
}
