package errwrap

import (
	"fmt"
	"log"
)

// An error that was reported is logged beside the same data: that is told, too, also
// where only who makes a literal knows what it captured.

func besideIt(c Customer) {
	err := fmt.Errorf("no %s", c.Email) // want `email from Customer.Email reaches fmt.Errorf`
	log.Println(err)
	log.Println(err, c.Email) // want `email from Customer.Email reaches log.Println`
}

func besideCaptured(c Customer, all []Customer) {
	text := c.Email
	each(all, func(o Customer) {
		err := fmt.Errorf("no %s", o.Email) // want `email from Customer.Email reaches fmt.Errorf`
		log.Println(err)
		log.Println(err, text) // want `email from Customer.Email reaches log.Println`
	})
}

func each(all []Customer, f func(Customer)) {
	for _, c := range all {
		f(c)
	}
}
