package errwrap

import (
	"errors"
	"fmt"
	"log"
	"strconv"
)

// LookupError prints its address. It has a pointer receiver.
type LookupError struct{ Email, Reason string }

// Error prints both fields.
func (e *LookupError) Error() string { return "lookup " + e.Email + ": " + e.Reason }

// DeniedError prints who was denied. It has a value receiver.
type DeniedError struct {
	Who  string
	Code int
}

// Error prints who.
func (e DeniedError) Error() string { return fmt.Sprintf("%s denied", e.Who) }

// CodeError keeps the address to itself.
type CodeError struct {
	Email string
	Code  int
}

// Error prints the code.
func (e CodeError) Error() string { return "code " + strconv.Itoa(e.Code) }

// OpError wraps another error.
type OpError struct {
	Op  string
	Err error
}

// Error prints both.
func (e *OpError) Error() string { return e.Op + ": " + e.Err.Error() }

// Unwrap gives the cause.
func (e *OpError) Unwrap() error { return e.Err }

// TextError is a string.
type TextError string

// Error gives the text.
func (e TextError) Error() string { return string(e) }

// CustomerError holds a tagged struct and prints its id.
type CustomerError struct{ Customer Customer }

// Error prints the id.
func (e CustomerError) Error() string { return "customer " + e.Customer.ID }

// RecordError holds a tagged struct and prints all of it.
type RecordError struct{ Customer Customer }

// Error prints everything.
func (e RecordError) Error() string { return fmt.Sprintf("customer %v", e.Customer) }

func pointerReceiver(c Customer) error {
	if c.ID == "" {
		return &LookupError{Email: c.ID, Reason: "no id"}
	}
	return &LookupError{Email: c.Email, Reason: "none"} // want `email from Customer.Email reaches error type .*LookupError`
}

func valueReceiver(c Customer) error {
	switch c.ID {
	case "1":
		return DeniedError{Who: c.ID}
	case "2":
		return DeniedError{Who: c.Email} // want `email from Customer.Email reaches error type .*DeniedError`
	case "3":
		return &DeniedError{Who: c.Phone} // want `phone from Customer.Phone reaches error type .*DeniedError`
	}
	return DeniedError{Who: "someone", Code: len(c.Email)}
}

func notPrinted(c Customer) error {
	if c.ID == "" {
		return CodeError{Email: c.Email, Code: 1}
	}
	err := error(CodeError{Email: c.Email, Code: 2})
	log.Println(err)
	log.Printf("%v %s", err, err)
	return err
}

func assigned(c Customer) error {
	e := &LookupError{}
	e.Reason = "none"
	e.Email = c.Email
	return e // want `email from Customer.Email reaches error type .*LookupError`
}

func cleared(c Customer) error {
	e := &LookupError{Email: c.Email}
	e.Email = ""
	return e
}

func text(c Customer) error {
	if c.ID == "" {
		return TextError("no id")
	}
	if c.Phone == "" {
		return TextError("no phone for " + c.Email) // want `email from Customer.Email reaches error type .*TextError`
	}
	return TextError(c.ID)
}

func wrappedIn(c Customer) error {
	switch c.ID {
	case "1":
		return &OpError{Op: "find", Err: errNotFound}
	case "2":
		return &OpError{Op: "find " + c.Email, Err: errNotFound} // want `email from Customer.Email reaches error type .*OpError`
	case "3":
		err := errors.New("no " + c.Email) // want `email from Customer.Email reaches errors.New`
		return &OpError{Op: "find", Err: err}
	}
	return &OpError{Op: "find", Err: pointerReceiver(c)}
}

func carriers(c Customer) error {
	switch c.ID {
	case "1":
		return CustomerError{c}
	case "2":
		return RecordError{Customer{ID: c.ID}}
	}
	return RecordError{c} // want `email from Customer.Email and phone from Customer.Phone reach error type .*RecordError`
}

func newLookup(email string) error { return &LookupError{Email: email} }

func newConcrete(email string) *LookupError { return &LookupError{Email: email} }

func constructed(c Customer) error {
	switch c.ID {
	case "1":
		return newLookup(c.ID)
	case "2":
		return newLookup(c.Email) // want `email from Customer.Email reaches error type .*LookupError`
	case "3":
		return newConcrete(c.ID)
	}
	return newConcrete(c.Email) // want `email from Customer.Email reaches error type .*LookupError`
}

func logged(c Customer) {
	for _, f := range []func(Customer) error{pointerReceiver, valueReceiver, assigned, text, wrappedIn, constructed} {
		log.Println(f(c))
	}
	err := constructed(c)
	log.Println(err)
	log.Println(fmt.Errorf("while checking: %w", err))
	var le *LookupError
	if errors.As(err, &le) {
		log.Println(le.Reason)
	}
}

// A conversion in an assignment is where the error is built, not the use.
func declared(c Customer) error {
	var err error = &LookupError{Email: c.Email} // want `email from Customer.Email reaches error type .*LookupError`
	log.Println("failed", err)
	e := &LookupError{Email: c.Email}
	log.Println(c.ID)
	if c.ID == "" {
		err = e // want `email from Customer.Email reaches error type .*LookupError`
		log.Println(err)
	}
	return err
}
