// Package nolint accepts findings with comments of golangci-lint.
package nolint

import (
	"fmt"
	"log"
)

type customer struct {
	ID    string
	Email string `pii:"email"`
}

func lines(c customer) error {
	log.Println(c.Email) //nolint:piilog // an operator asked for it
	log.Println(c.Email) //nolint:errcheck,piilog
	log.Println(c.Email) // nolint:piivet // with a space
	//nolint:piilog
	log.Println(c.Email)
	log.Println(c.Email)                //nolint:errcheck // want `email from customer.Email reaches log.Println`
	log.Println(c.Email)                // want `email from customer.Email reaches log.Println`
	log.Println(c.Email)                //nolint // want `email from customer.Email reaches log.Println`
	return fmt.Errorf("no %s", c.Email) //nolint:piierror // the caller shows it to the customer
}

func wrong(c customer) error {
	log.Println(c.Email)                //nolint:piierror // want `email from customer.Email reaches log.Println` `nolint:piierror suppresses nothing here`
	log.Println(c.ID)                   //nolint:piilog // want `nolint:piilog suppresses nothing here`
	log.Println(c.ID)                   //nolint:piivet // want `nolint:piivet suppresses nothing here`
	return fmt.Errorf("no %s", c.Email) //nolint:piivet
}

// whole is excepted as a whole.
//
//nolint:piilog // it prints what the customer typed
func whole(c customer) error {
	log.Println(c.Email)
	if c.ID == "" {
		log.Println(c.Email)
	}
	return fmt.Errorf("no %s", c.Email) // want `email from customer.Email reaches fmt.Errorf`
}

func block(c customer) {
	//nolint:piivet
	if c.ID == "" {
		log.Println(c.Email)
		log.Println(c.Email)
	}
	log.Println(c.Email) // want `email from customer.Email reaches log.Println`
}
