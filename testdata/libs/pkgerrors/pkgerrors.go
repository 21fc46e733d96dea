// Package pkgerrors builds errors from tagged data with github.com/pkg/errors.
package pkgerrors

import (
	"fmt"
	"io"
	"log"
	"strconv"

	"github.com/pkg/errors"

	"libs/people"
)

var errNotFound = errors.New("not found")

// Build makes errors whose message tells the data.
func Build(c people.Customer, a people.Account) []error {
	return []error{
		errors.New("no customer " + c.Email),                  // want "email from Customer.Email reach.* errors.New without"
		errors.Errorf("no customer %s", c.Email),              // want "email from Customer.Email reach.* errors.Errorf without"
		errors.Errorf("no customer %s, %s", c.Phone, c.Email), // want "email from Customer.Email and phone from Customer.Phone reach.* errors.Errorf without"
		errors.Wrap(errNotFound, c.Email),                     // want "email from Customer.Email reach.* errors.Wrap without"
		errors.Wrapf(errNotFound, "customer %s", c.Email),     // want "email from Customer.Email reach.* errors.Wrapf without"
		errors.WithMessage(errNotFound, c.Email),              // want "email from Customer.Email reach.* errors.WithMessage without"
		errors.WithMessagef(errNotFound, "for %s", c.Email),   // want "email from Customer.Email reach.* errors.WithMessagef without"
		errors.Wrapf(errNotFound, "%+v", a),                   // want "email from Account.Email reach.* errors.Wrapf without"

		errors.New("no customer " + c.ID),
		errors.Errorf("no customer %s (%T)", people.Mask(c.Email), c),
		errors.Wrap(errNotFound, c.ID),
		errors.Wrapf(errNotFound, "customer %s", c.ID),
		errors.WithStack(errNotFound),
		errors.WithMessagef(errNotFound, "%d bytes", len(c.Email)),
	}
}

// Chain wraps on: the data is reported where it goes in, and only there.
func Chain(c people.Customer) error {
	err := errors.Errorf("no customer %s", c.Email) // want "email from Customer.Email reach.* errors.Errorf without"
	err = errors.Wrap(err, "load")
	err = errors.WithMessage(err, "account")
	err = errors.WithStack(err)
	log.Print(err)
	log.Printf("%+v", errors.Cause(err))
	if errors.Is(err, io.EOF) {
		return errors.Wrapf(err, "customer %s", c.Phone) // want "phone from Customer.Phone reach.* errors.Wrapf without"
	}
	return fmt.Errorf("serve: %w", err)
}

// Library wraps errors of the standard library that repeat their input.
func Library(c people.Customer) error {
	_, err := strconv.Atoi(c.Phone)
	if err != nil {
		return errors.Wrap(err, "parse") // want "phone from Customer.Phone reach.* errors.Wrap without"
	}
	if _, err = strconv.Atoi(c.ID); err != nil {
		return errors.Wrap(err, "parse")
	}
	return nil
}

func notFound(who string) error { return errors.Errorf("no customer %s", who) }

// Helpers goes through a function that knows no tagged type.
func Helpers(c people.Customer) error {
	if err := notFound(c.ID); err != nil {
		return err
	}
	return notFound(c.Email) // want "email from Customer.Email reach.* errors.Errorf without"
}
