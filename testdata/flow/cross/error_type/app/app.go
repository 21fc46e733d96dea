// Package app builds errors and logs them.
package app

import (
	"errors"
	"fmt"
	"log"

	"flow/cross/error_type/middle"
	"flow/cross/error_type/model"
)

var errBase = errors.New("base")

func built(c model.Customer) error {
	switch c.ID {
	case "1":
		return middle.NotFound(c.ID)
	case "2":
		return middle.NotFound(c.Email) // want `email from Customer.Email reaches error type .*NotFoundError`
	case "3":
		return &middle.NotFoundError{Who: c.ID, Detail: c.Email}
	case "4":
		return &middle.NotFoundError{Who: c.Email} // want `email from Customer.Email reaches error type .*NotFoundError`
	case "5":
		return middle.Quiet(c.Email)
	case "6":
		return middle.Wrap(errBase, c.ID)
	}
	return middle.Wrap(errBase, c.Email) // want `email from Customer.Email reaches fmt.Errorf`
}

func logged(c model.Customer) {
	err := built(c)
	log.Println(err)
	log.Println(middle.Wrap(err, c.ID))
	log.Println(fmt.Errorf("again: %w", err))
	log.Println(err, c.Email) // want `email from Customer.Email reaches log.Println`
}
