// Package multierrs collects errors built from tagged data with
// github.com/hashicorp/go-multierror and go.uber.org/multierr. Collecting adds
// nothing: the data is reported where it went into an error.
package multierrs

import (
	"errors"
	"fmt"
	"io"
	"log"
	"strconv"

	"github.com/hashicorp/go-multierror"
	"go.uber.org/multierr"

	"libs/people"
)

// HashiCorp collects with go-multierror.
func HashiCorp(c people.Customer) error {
	var all *multierror.Error
	all = multierror.Append(all, fmt.Errorf("no customer %s", c.Email)) // want "email from Customer.Email reach.* fmt.Errorf without"
	all = multierror.Append(all, fmt.Errorf("no customer %s", c.ID), io.EOF)
	all = multierror.Append(all, errors.New("no phone "+c.Phone)) // want "phone from Customer.Phone reach.* errors.New without"
	log.Print(all)
	log.Print(all.Errors)
	for _, err := range all.WrappedErrors() {
		log.Print(err)
	}
	return all.ErrorOrNil()
}

// Prefixed puts data into the prefix.
func Prefixed(c people.Customer) error {
	if err := multierror.Prefix(io.EOF, c.ID+":"); err != nil {
		log.Print(err)
	}
	return multierror.Prefix(io.EOF, c.Email+":") // want "email from Customer.Email reach.* multierror.Prefix without"
}

// Groups runs the collectors at the same time.
func Groups(cs []people.Customer) error {
	var g multierror.Group
	for _, c := range cs {
		g.Go(func() error { return fmt.Errorf("no customer %s", c.Email) }) // want "email from Customer.Email reach.* fmt.Errorf without"
		g.Go(func() error { return fmt.Errorf("no customer %s", c.ID) })
	}
	return g.Wait().ErrorOrNil()
}

// Uber collects with multierr.
func Uber(c people.Customer) (err error) {
	err = multierr.Append(err, fmt.Errorf("no customer %s", c.Email)) // want "email from Customer.Email reach.* fmt.Errorf without"
	err = multierr.Append(err, fmt.Errorf("no customer %s", c.ID))
	err = multierr.Combine(err, io.EOF, errors.New("no phone "+c.Phone))              // want "phone from Customer.Phone reach.* errors.New without"
	multierr.AppendInto(&err, fmt.Errorf("again %s", c.Email))                        // want "email from Customer.Email reach.* fmt.Errorf without"
	multierr.AppendFunc(&err, func() error { return fmt.Errorf("late %s", c.Email) }) // want "email from Customer.Email reach.* fmt.Errorf without"
	log.Print(err)
	for _, e := range multierr.Errors(err) {
		log.Print(e)
	}
	return err
}

// Unreported collects errors of the standard library that repeat their input:
// no error was built, so whoever gets them first is told.
func Unreported(c people.Customer) {
	_, err := strconv.Atoi(c.Phone)
	log.Print(multierr.Combine(io.EOF, err))  // want "phone from Customer.Phone reach"
	log.Print(multierror.Append(io.EOF, err)) // want "phone from Customer.Phone reach"
	_, err = strconv.Atoi(c.ID)
	log.Print(multierr.Combine(io.EOF, err))
	log.Print(multierror.Append(io.EOF, err))
}
