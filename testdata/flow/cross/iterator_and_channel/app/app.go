// Package app loops over what another package gives.
package app

import (
	"context"
	"log"
	"slices"

	"flow/cross/iterator_and_channel/middle"
	"flow/cross/iterator_and_channel/model"
)

func iterators(cs []model.Customer) {
	for s := range middle.Emails(cs) {
		log.Println(s) // want `email from Customer.Email reaches log.Println`
	}
	for id, email := range middle.Pairs(cs) {
		log.Println(id)
		log.Println(email) // want `email from Customer.Email reaches log.Println`
	}
	log.Println(slices.Collect(middle.Emails(cs))) // want `email from Customer.Email reaches log.Println`
}

func channels(cs []model.Customer) {
	for s := range middle.Stream(cs) {
		log.Println(s) // want `email from Customer.Email reaches log.Println`
	}
	for id := range middle.IDs(cs) {
		log.Println(id)
	}
}

func contexts(ctx context.Context, c *model.Customer) {
	ctx = middle.WithUser(ctx, c)
	log.Println(middle.User(ctx).ID)
	log.Println(middle.User(ctx).Email) // want `email from Customer.Email reaches log.Println`
}
