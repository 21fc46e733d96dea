// Package jordanmail sends mail with github.com/jordan-wright/email.
package jordanmail

import (
	"net/smtp"
	"strings"
	"time"

	"github.com/jordan-wright/email"

	"outboundlibs/people"
)

// Welcome fills the fields.
func Welcome(c people.Customer, auth smtp.Auth) error {
	e := email.NewEmail()
	e.From = "Shop <shop@example.com>"
	e.To = []string{c.Email}
	e.Subject = "Welcome"
	e.Text = []byte("Hello")
	return e.Send("smtp.example.com:587", auth) // want `email from Customer\.Email reaches smtp\.example\.com \(mail, email\.Email\.Send\)`
}

// Literal is made at once.
func Literal(c people.Customer, auth smtp.Auth) error {
	e := &email.Email{To: []string{"desk@example.com"}, HTML: []byte("<p>" + c.Phone + "</p>")}
	return e.SendWithTLS("smtp.example.com:465", auth, nil) // want `phone from Customer\.Phone reaches smtp\.example\.com \(mail, email\.Email\.SendWithTLS\)`
}

// Attached has the data in a file.
func Attached(c people.Customer, pool *email.Pool) error {
	e := email.NewEmail()
	if _, err := e.Attach(strings.NewReader(c.Name), "customer.txt", "text/plain"); err != nil {
		return err
	}
	return pool.Send(e, time.Second) // want `name from Customer\.Name reaches email\.Pool\.Send \(mail\)`
}

// Masked tells nothing.
func Masked(c people.Customer, auth smtp.Auth) error {
	e := &email.Email{To: []string{"desk@example.com"}, Subject: c.ID, Text: []byte(people.Mask(c.Email))}
	return e.Send("smtp.example.com:587", auth)
}
