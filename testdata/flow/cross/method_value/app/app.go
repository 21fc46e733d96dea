// Package app calls the functions that it gets.
package app

import (
	"log"

	"flow/cross/method_value/middle"
	"flow/cross/method_value/model"
)

func bound(c *model.Customer) {
	log.Println(middle.Later(c)()) // want `email from Customer.Email reaches log.Println`
	log.Println(middle.LaterRef(c)())
	log.Println(middle.LaterPointer(c)())      // want `email from Customer.Email reaches log.Println`
	log.Println(middle.LaterValue(*c)())       // want `email from Customer.Email reaches log.Println`
	log.Println(middle.Promoted(c)())          // want `email from Customer.Email reaches log.Println`
	log.Println(middle.Bound(c)())             // want `email from Customer.Email reaches log.Println`
	log.Println(middle.Expression()(*c))       // want `email from Customer.Email reaches log.Println`
	log.Println(middle.ExpressionPointer()(c)) // want `email from Customer.Email reaches log.Println`
	f := middle.Later(c)
	c.Email = ""
	log.Println(f()) // want `email from Customer.Email reaches log.Println`
	log.Println(c)
}

func texts(c *model.Customer) {
	log.Println(middle.Hidden(c.ID)())
	log.Println(middle.Hidden(c.Email)()) // want `email from Customer.Email reaches log.Println`
	log.Println(middle.Boxed(c.ID)())
	log.Println(middle.Boxed(c.Email)()) // want `email from Customer.Email reaches log.Println`
	log.Println(middle.BoxedHidden(c.ID)())
	log.Println(middle.BoxedHidden(c.Email)()) // want `email from Customer.Email reaches log.Println`
}

func writes(c *model.Customer, other model.Customer) {
	set := middle.LaterSet(c)
	set("")
	log.Println(c)
	set(other.Email)
	log.Println(c) // want `email from Customer.Email reaches log.Println`
}
