// Package errwrap builds errors. An error with personal data is reported where
// it is built, and not again where it is wrapped, logged or panicked with.
package errwrap

import (
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net/url"
	"strconv"
	"time"
)

// Customer is tagged as users tag their types.
type Customer struct {
	ID    string
	Email string `pii:"email"`
	Phone string `pii:"phone"`
}

var errNotFound = errors.New("not found")

func formatted(c Customer) error {
	switch c.ID {
	case "1":
		return fmt.Errorf("customer %s", c.ID)
	case "2":
		return fmt.Errorf("customer %s", c.Email) // want `email from Customer.Email reaches fmt.Errorf`
	case "3":
		return fmt.Errorf("%w: %s", errNotFound, c.Email) // want `email from Customer.Email reaches fmt.Errorf`
	case "4":
		return fmt.Errorf("%w: %s", errNotFound, c.ID)
	case "5":
		return fmt.Errorf("customer %v", c) // want `email from Customer.Email and phone from Customer.Phone reach fmt.Errorf`
	case "6":
		return fmt.Errorf("customer %T %p", c, &c)
	case "7":
		return fmt.Errorf("%d characters", len(c.Email))
	}
	return errNotFound
}

func plain(c Customer) error {
	if c.Email == "" {
		return errors.New("no address")
	}
	if c.ID == "" {
		return errors.New("no id for " + c.Email) // want `email from Customer.Email reaches errors.New`
	}
	msg := fmt.Sprintf("%s: %s", c.ID, c.Phone)
	return errors.New(msg) // want `phone from Customer.Phone reaches errors.New`
}

func notAgain(c Customer) error {
	err := fmt.Errorf("customer %s", c.Email) // want `email from Customer.Email reaches fmt.Errorf`
	log.Println(err)
	log.Println("failed:", err.Error())
	log.Printf("%v %s %+v %q", err, err, err, err)
	slog.Error("failed", "err", err)
	slog.Error("failed: " + err.Error())
	fmt.Println(err)
	wrapped := fmt.Errorf("login: %w", err)
	log.Println(wrapped)
	log.Println(errors.Unwrap(wrapped))
	log.Println(errors.Is(wrapped, errNotFound))
	if c.ID == "" {
		panic(err)
	}
	return fmt.Errorf("again: %w", errors.Join(wrapped, errNotFound))
}

func besides(c Customer) {
	err := fmt.Errorf("customer %s", c.ID)
	log.Println(err)
	log.Println(err, c.Email) // want `email from Customer.Email reaches log.Println`
	err = plain(c)
	log.Println(err)
	log.Println(err, c.Phone)                // want `phone from Customer.Phone reaches log.Println`
	err = fmt.Errorf("%s: %w", c.Phone, err) // want `phone from Customer.Phone reaches fmt.Errorf`
	log.Println(err)
}

func joined(c Customer) error {
	return errors.Join(
		errNotFound,
		errors.New("id "+c.ID),
		errors.New("mail "+c.Email), // want `email from Customer.Email reaches errors.New`
	)
}

func notFound(what string) error { return fmt.Errorf("%s: %w", what, errNotFound) }

func helper(c Customer) error {
	if c.ID == "" {
		return notFound("customer")
	}
	err := notFound(c.Email) // want `email from Customer.Email reaches fmt.Errorf`
	log.Println(err)
	if errors.Is(err, errNotFound) {
		return notFound(c.ID)
	}
	return err
}

func wrapper(err error, c Customer) error {
	if c.ID == "" {
		return fmt.Errorf("customer %s: %w", c.Email, err) // want `email from Customer.Email reaches fmt.Errorf`
	}
	return fmt.Errorf("customer %s: %w", c.ID, err)
}

func wrapped(c Customer) {
	err := wrapper(plain(c), c)
	log.Println(err)
	slog.Warn("failed", "err", err)
}

func deferred(c Customer) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("customer %s: %w", c.Email, err) // want `email from Customer.Email reaches fmt.Errorf`
		}
	}()
	return plain(c)
}

func panics(c Customer) {
	switch c.ID {
	case "1":
		panic(fmt.Errorf("customer %s", c.Email)) // want `email from Customer.Email reaches fmt.Errorf`
	case "2":
		panic(notFound(c.ID))
	case "3":
		panic(c.Email) // want `email from Customer.Email reaches panic`
	}
	panic(errNotFound)
}

// Errors of the library that quote their input are no finding where they
// arise: nobody built them on purpose. They are one where they are handed on.
func library(c Customer) error {
	n, err := strconv.Atoi(c.Phone)
	if err != nil {
		log.Println("bad number", err)           // want `phone from Customer.Phone reaches log.Println`
		return fmt.Errorf("bad number: %w", err) // want `phone from Customer.Phone reaches fmt.Errorf`
	}
	_, err = url.Parse("mailto:" + c.Email)
	if err != nil {
		log.Println(err) // want `email from Customer.Email reaches log.Println`
	}
	_, err = time.Parse(time.DateOnly, c.Phone)
	if err != nil {
		return fmt.Errorf("bad date: %w", err) // want `phone from Customer.Phone reaches fmt.Errorf`
	}
	_, err = strconv.Atoi(c.ID)
	if err != nil {
		log.Println(err)
		return fmt.Errorf("bad id: %w", err)
	}
	if n == 0 {
		return nil
	}
	return err
}

func masked(c Customer) error {
	c.Email = "***"
	c.Phone = ""
	err := fmt.Errorf("customer %s %v", c.Email, c)
	log.Println(err)
	return err
}
