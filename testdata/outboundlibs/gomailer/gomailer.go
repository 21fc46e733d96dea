// Package gomailer sends mail with github.com/wneessen/go-mail.
package gomailer

import (
	"context"
	"html/template"
	"log"

	"github.com/wneessen/go-mail"

	"outboundlibs/people"
)

// Welcome sends a letter to a customer.
func Welcome(c people.Customer) error {
	m := mail.NewMsg()
	if err := m.From("shop@example.com"); err != nil {
		return err
	}
	if err := m.To(c.Email); err != nil {
		log.Print(err) // want `email from Customer\.Email reaches log\.Print`
	}
	m.Subject("Welcome")
	m.SetBodyString(mail.TypeTextPlain, "Hello")
	client, err := mail.NewClient("smtp.example.com", mail.WithPort(587), mail.WithUsername("shop"), mail.WithPassword("secret"))
	if err != nil {
		return err
	}
	return client.DialAndSend(m) // want `email from Customer\.Email reaches smtp\.example\.com \(mail, mail\.Client\.DialAndSend\)`
}

// Desk tells the desk, in the text and in the subject.
func Desk(ctx context.Context, c people.Customer, client *mail.Client) error {
	m := mail.NewMsg()
	m.Subject("Question of " + c.Name)
	m.AddAlternativeString(mail.TypeTextHTML, "<p>call "+c.Phone+"</p>")
	return client.DialAndSendWithContext(ctx, m) // want `name from Customer\.Name and phone from Customer\.Phone reach mail\.Client\.DialAndSendWithContext \(mail\)`
}

// Page fills a template.
func Page(c people.Customer, t *template.Template, client *mail.Client) error {
	m := mail.NewMsg()
	if err := m.SetBodyHTMLTemplate(t, c); err != nil {
		return err
	}
	return client.Send(m) // want `name from Customer\.Name, email from Customer\.Email and phone from Customer\.Phone reach mail\.Client\.Send \(mail\)`
}

// Masked says who it is about without telling.
func Masked(c people.Customer, v people.Visit, t *template.Template, client *mail.Client) error {
	m := mail.NewMsg()
	m.Subject("Question of " + people.Mask(c.Email))
	m.SetBodyString(mail.TypeTextPlain, "customer "+c.ID)
	if err := m.AddAlternativeHTMLTemplate(t, v); err != nil {
		return err
	}
	return client.DialAndSend(m)
}

// Quick is one call.
func Quick(c people.Customer, auth *mail.AuthData) error {
	_, err := mail.QuickSend("smtp.example.com:587", auth, "shop@example.com", []string{c.Email}, "Hello", nil) // want `email from Customer\.Email reaches smtp\.example\.com \(mail, mail\.QuickSend\)`
	if err != nil {
		return err
	}
	_, err = mail.QuickSend("smtp.example.com:587", auth, "shop@example.com", []string{"desk@example.com"}, "Hello", []byte(c.ID))
	return err
}
