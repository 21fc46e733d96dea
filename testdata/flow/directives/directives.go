// Package directives says in comments what types and tags can't say.
package directives

import (
	"fmt"
	"log"
	"log/slog"
	"strings"
)

// Customer is tagged as users tag their types.
type Customer struct {
	ID    string
	Email string `pii:"email"`
	Phone string `pii:"phone"`
}

// lookupEmail finds an address somewhere.
//
//pii:source email
func lookupEmail(id string) string { return "x@example.com" }

// lookupPhone gives a number and an error.
//
//pii:source phone
func lookupPhone(id string) (string, error) { return "555", nil }

// profile is a source as a method.
type profile struct{ raw []byte }

// Text gives what the user wrote.
//
//pii:source message
func (p *profile) Text() string { return string(p.raw) }

// Token values are personal whoever makes them.
//
//pii:source credential
type Token string

// Location is personal with all its fields.
//
//pii:source location
type Location struct {
	Lat, Lon float64
	Label    string
}

func functions(id string) {
	log.Println(lookupEmail(id)) // want `email from .*lookupEmail.* reaches log.Println`
	s := "to " + lookupEmail(id)
	log.Println(s) // want `email from .*lookupEmail.* reaches log.Println`
	log.Println(id)
	_ = lookupEmail(id)
	p, _ := lookupPhone(id)
	log.Println(p) // want `phone from .*lookupPhone.* reaches log.Println`
	log.Println(len(lookupEmail(id)))
	f := lookupEmail
	log.Println(f(id)) // want `email from .*lookupEmail.* reaches log.Println`
}

func methods(p *profile) {
	log.Println(p.Text())                  // want `message from .*Text.* reaches log.Println`
	log.Println(strings.ToUpper(p.Text())) // want `message from .*Text.* reaches log.Println`
	log.Println(p.Text() == "")
}

func namedTypes(t Token, l Location, id string) {
	log.Println(t)          // want `credential from .*Token.* reaches log.Println`
	log.Println(string(t))  // want `credential from .*Token.* reaches log.Println`
	log.Println(l)          // want `location from .*Location.* reaches log.Println`
	log.Println(l.Label)    // want `location from .*Location.* reaches log.Println`
	log.Println(l.Lat)      // want `location from .*Location.* reaches log.Println`
	log.Println([]Token{t}) // want `credential from .*Token.* reaches log.Println`
	log.Println(t == "", id)
}

func showToken(t Token) {
	log.Println(t) // want `credential from .*Token.* reaches log.Println`
}

func passesToken(t Token) { showToken(t) }

// handle takes what a user typed.
//
//pii:source email param=mail
func handle(id, mail string) {
	log.Println(id)
	log.Println(mail) // want `email from .*mail.* reaches log.Println`
	logIt(id)
	logIt(mail) // want `email from .*mail.* reaches log.Println`
	mail = ""
	log.Println(mail)
}

func logIt(s string) { log.Println(s) }

func callsHandle(id string) { handle(id, id) }

// mask is trusted, whatever its body does.
//
//pii:redact
func mask(s string) string { return s[:1] + "***" + s }

// maskBoth is trusted for both results.
//
//pii:redact
func maskBoth(a, b string) (string, string) { return b, a }

// maskEmail is trusted for one class only.
//
//pii:redact email
func maskEmail(s string) string { return strings.TrimSpace(s) }

type masker struct{}

// Mask is trusted as a method.
//
//pii:redact
func (masker) Mask(c Customer) Customer { return c }

func redacted(c Customer) {
	log.Println(mask(c.Email))
	log.Println("to " + mask(c.Email) + mask(c.Phone))
	log.Println(mask(c.Email), c.Phone) // want `phone from Customer.Phone reaches log.Println`
	log.Println(c.Email)                // want `email from Customer.Email reaches log.Println`
	a, b := maskBoth(c.Email, c.Phone)
	log.Println(a, b)
	log.Println(maskEmail(c.Email))
	log.Println(maskEmail(c.Phone)) // want `phone from Customer.Phone reaches log.Println`
	log.Println(masker{}.Mask(c))
	log.Println(masker{}.Mask(c).Email)
	f := mask
	log.Println(f(c.Email))
	c.Email = mask(c.Email)
	log.Println(c) // want `phone from Customer.Phone reaches log.Println`
	c.Phone = mask(c.Phone)
	log.Println(c)
}

func redactedOnOneWay(c Customer, hide bool) {
	s := c.Email
	if hide {
		s = mask(s)
		log.Println(s)
	}
	log.Println(s) // want `email from Customer.Email reaches log.Println`
}

// ship hands a line to somebody who logs it.
//
//pii:sink log
func ship(line string, n int) {}

// shipper is a sink behind an interface.
type shipper interface {
	// Ship sends.
	//
	//pii:sink log
	Ship(line string)
}

func sinks(c Customer, s shipper) {
	ship(c.ID, 1)
	ship(c.Email, 1) // want `email from Customer.Email reaches .*ship`
	ship("x", len(c.Email))
	ship(mask(c.Email), 1)
	s.Ship(c.ID)
	s.Ship(c.Phone) // want `phone from Customer.Phone reaches .*Ship`
}

func shipIt(s string) { ship("it "+s, 0) }

func sinkInHelper(c Customer) {
	shipIt(c.ID)
	shipIt(c.Email) // want `email from Customer.Email reaches .*ship`
}

func allowed(c Customer) {
	log.Println(c.Email) //pii:allow log support asked for it in the first month
	//pii:allow log support asked for it in the first month
	log.Println(c.Phone)
	log.Println(c.Phone) // want `phone from Customer.Phone reaches log.Println`

	//pii:allow log the blank line ends nothing here
	slog.Info("x", "email", c.Email, "phone", c.Phone)
	slog.Info("x", "email", c.Email) // want `email from Customer.Email reaches slog.Info`
}

func allowedBoth(c Customer) {
	//pii:allow error,log shown to operators only
	log.Println(fmt.Errorf("customer %s", c.Email), c.Phone)
}

func allowedError(c Customer) error {
	if c.ID == "" {
		return fmt.Errorf("customer %s", c.Phone) // want `phone from Customer.Phone reaches fmt.Errorf`
	}
	return fmt.Errorf("customer %s", c.Email) //pii:allow error shown to operators only
}
