// Package gomails sends mail with gopkg.in/gomail.v2.
package gomails

import (
	"fmt"

	"gopkg.in/gomail.v2"

	"outboundlibs/people"
)

// Welcome sends a letter to a customer.
func Welcome(c people.Customer) error {
	m := gomail.NewMessage()
	m.SetHeader("From", "shop@example.com")
	m.SetHeader("To", c.Email)
	m.SetHeader("Subject", "Welcome")
	m.SetBody("text/html", "<p>Hello</p>")
	d := gomail.NewDialer("smtp.example.com", 587, "user", "secret")
	return d.DialAndSend(m) // want `email from Customer\.Email reaches smtp\.example\.com \(mail, gomail\.Dialer\.DialAndSend\)`
}

// Body puts the data into the text.
func Body(c people.Customer, d *gomail.Dialer) error {
	m := gomail.NewMessage()
	m.SetHeader("To", "desk@example.com")
	m.SetBody("text/plain", fmt.Sprintf("call %s", c.Phone))
	return d.DialAndSend(m) // want `phone from Customer\.Phone reaches gomail\.Dialer\.DialAndSend \(mail\)`
}

// Address formats a recipient.
func Address(c people.Customer, d *gomail.Dialer) error {
	m := gomail.NewMessage()
	m.SetAddressHeader("To", c.Email, c.Name)
	m.AddAlternative("text/html", "<p>Hello</p>")
	return d.DialAndSend(m) // want `name from Customer\.Name and email from Customer\.Email reach gomail\.Dialer\.DialAndSend \(mail\)`
}

// Many sends over an open connection.
func Many(cs []people.Customer, d *gomail.Dialer) error {
	s, err := d.Dial()
	if err != nil {
		return err
	}
	m := gomail.NewMessage()
	for _, c := range cs {
		m.SetHeader("To", c.Email)
		m.SetBody("text/html", "<p>Sale</p>")
		if err := gomail.Send(s, m); err != nil { // want `email from Customer\.Email reaches gomail\.Send \(mail\)`
			return err
		}
		m.Reset()
	}
	return s.Close()
}

// Reset forgets the customer.
func Reset(c people.Customer, d *gomail.Dialer) error {
	m := gomail.NewMessage()
	m.SetHeader("To", c.Email)
	m.Reset()
	m.SetHeader("To", "desk@example.com")
	m.SetBody("text/plain", "customer "+c.ID+" is waiting, "+people.Mask(c.Email))
	return d.DialAndSend(m)
}
