// Package crdberrors builds errors from tagged data with
// github.com/cockroachdb/errors, and redacts with github.com/cockroachdb/redact.
package crdberrors

import (
	"log"
	"strconv"

	"github.com/cockroachdb/errors"
	"github.com/cockroachdb/redact"

	"libs/people"
)

var errNotFound = errors.New("not found")

// Build makes errors whose message or detail tells the data.
func Build(c people.Customer) []error {
	return []error{
		errors.New("no customer " + c.Email),                                // want "email from Customer.Email reach.* errors.New without"
		errors.Newf("no customer %s", c.Email),                              // want "email from Customer.Email reach.* errors.Newf without"
		errors.Errorf("no customer %s", c.Email),                            // want "email from Customer.Email reach.* errors.Errorf without"
		errors.Newf("no customer %s, %s", c.Phone, c.Email),                 // want "email from Customer.Email and phone from Customer.Phone reach.* errors.Newf without"
		errors.Wrap(errNotFound, c.Email),                                   // want "email from Customer.Email reach.* errors.Wrap without"
		errors.Wrapf(errNotFound, "customer %s", c.Email),                   // want "email from Customer.Email reach.* errors.Wrapf without"
		errors.WithMessage(errNotFound, c.Email),                            // want "email from Customer.Email reach.* errors.WithMessage without"
		errors.WithMessagef(errNotFound, "for %s", c.Email),                 // want "email from Customer.Email reach.* errors.WithMessagef without"
		errors.WithDetail(errNotFound, c.Email),                             // want "email from Customer.Email reach.* errors.WithDetail without"
		errors.WithDetailf(errNotFound, "for %s", c.Email),                  // want "email from Customer.Email reach.* errors.WithDetailf without"
		errors.WithHint(errNotFound, "ask "+c.Email),                        // want "email from Customer.Email reach.* errors.WithHint without"
		errors.WithHintf(errNotFound, "ask %s", c.Email),                    // want "email from Customer.Email reach.* errors.WithHintf without"
		errors.AssertionFailedf("no customer %s", c.Email),                  // want "email from Customer.Email reach.* errors.AssertionFailedf without"
		errors.NewAssertionErrorWithWrappedErrf(errNotFound, "%s", c.Email), // want "email from Customer.Email reach.* errors.NewAssertionErrorWithWrappedErrf without"
		errors.HandledWithMessage(errNotFound, c.Email),                     // want "email from Customer.Email reach.* errors.HandledWithMessage without"
		errors.WithTelemetry(errNotFound, c.Email),                          // want "email from Customer.Email reach.* errors.WithTelemetry without"

		errors.Newf("no customer %s", c.ID),
		errors.Wrapf(errNotFound, "customer %s", people.Mask(c.Email)),
		errors.WithDetailf(errNotFound, "%d bytes", len(c.Email)),
		errors.WithSafeDetails(errNotFound, "for %s", c.Email), // redacted there and then
		errors.AssertionFailedf("type %T", c),
		errors.WithStack(errNotFound),
	}
}

// Chain wraps on: the data is reported where it goes in, and only there.
func Chain(c people.Customer) error {
	err := errors.Newf("no customer %s", c.Email) // want "email from Customer.Email reach.* errors.Newf without"
	err = errors.Wrap(err, "load")
	err = errors.WithSecondaryError(errNotFound, err)
	err = errors.CombineErrors(err, errNotFound)
	err = errors.Mark(err, errNotFound)
	log.Print(err)
	log.Print(errors.Redact(err))
	return errors.Handled(err)
}

// Library wraps errors of the standard library that repeat their input.
func Library(c people.Customer) error {
	_, err := strconv.Atoi(c.Phone)
	log.Print(errors.Redact(err))
	return errors.Wrap(err, "parse") // want "phone from Customer.Phone reach.* errors.Wrap without"
}

// Redacted uses marked strings: they tell the data until they're redacted.
func Redacted(c people.Customer) {
	s := redact.Sprintf("to %s", c.Email)
	log.Print(s)                                                      // want "email from Customer.Email reach.* log.Print without"
	log.Print(string(s))                                              // want "email from Customer.Email reach.* log.Print without"
	log.Print(s.StripMarkers())                                       // want "email from Customer.Email reach.* log.Print without"
	log.Print(redact.Sprint("to ", c.Email))                          // want "email from Customer.Email reach.* log.Print without"
	log.Print(s.ToBytes())                                            // want "email from Customer.Email reach.* log.Print without"
	log.Print(redact.Sprintf("to %s", redact.Safe(c.Email)).Redact()) // want "email from Customer.Email reach.* log.Print without"

	log.Print(s.Redact())
	log.Print(redact.Sprintf("to %s", c.Email).Redact())
	log.Print(redact.Sprint("to ", c.Email, c.Phone).Redact())
	log.Print(redact.Sprintf("%v", c).Redact().StripMarkers())
	log.Print(redact.Sprintf("to %s", redact.Safe(c.ID)))
}
