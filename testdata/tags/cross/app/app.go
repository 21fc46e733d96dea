// Package app stores what package model tags in types of package dto.
package app

import (
	"strings"

	"example.com/tags/cross/dto"
	"example.com/tags/cross/model"
)

func contact(c model.Customer) dto.Contact {
	return dto.Contact{Address: c.Email} // want `email from Customer.Email goes into Contact.Address, which has no pii tag: tag it or mark it pii:"-" in package example.com/tags/cross/dto`
}

func letter(c model.Customer) dto.Letter {
	return dto.New(c.Email) // want `email from Customer.Email goes into Letter.To, which has no pii tag: tag it or mark it pii:"-" in package example.com/tags/cross/dto`
}

func quiet(c model.Customer) dto.Quiet {
	return dto.NewQuiet("x")
}

type reader struct{ strings.Reader }

func foreign(c model.Customer) *strings.Replacer { return strings.NewReplacer(c.Email, "") }
