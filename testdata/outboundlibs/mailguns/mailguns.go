// Package mailguns sends mail through Mailgun.
package mailguns

import (
	"context"

	"github.com/mailgun/mailgun-go/v4"

	"outboundlibs/people"
)

// Send is the quick start.
func Send(ctx context.Context, c people.Customer, key string) error {
	mg := mailgun.NewMailgun("example.com", key)
	m := mg.NewMessage("shop@example.com", "Welcome", "Hello", c.Email)
	_, _, err := mg.Send(ctx, m) // want `email from Customer\.Email reaches mailgun \(mail, mailgun\.MailgunImpl\.Send\)`
	return err
}

// Template adds to a message.
func Template(ctx context.Context, c people.Customer, mg mailgun.Mailgun) error {
	m := mailgun.NewMessage("shop@example.com", "Welcome", "")
	m.SetTemplate("welcome")
	if err := m.AddRecipient("desk@example.com"); err != nil {
		return err
	}
	if err := m.AddTemplateVariable("name", c.Name); err != nil {
		return err
	}
	_, _, err := mg.Send(ctx, m) // want `name from Customer\.Name reaches mailgun \(mail, mailgun\.Mailgun\.Send\)`
	return err
}

// List puts somebody on a list.
func List(ctx context.Context, c people.Customer, mg *mailgun.MailgunImpl) error {
	if err := mg.CreateUnsubscribe(ctx, c.Email, "*"); err != nil { // want `email from Customer\.Email reaches mailgun \(mail, mailgun\.MailgunImpl\.CreateUnsubscribe\)`
		return err
	}
	return mg.CreateMember(ctx, true, "list@example.com", mailgun.Member{Address: c.Email, Name: c.Name}) // want `name from Customer\.Name and email from Customer\.Email reach mailgun \(mail, mailgun\.MailgunImpl\.CreateMember\)`
}

// Masked tells nothing.
func Masked(ctx context.Context, c people.Customer, mg *mailgun.MailgunImpl) error {
	m := mg.NewMessage("shop@example.com", c.ID, people.Mask(c.Email), "desk@example.com")
	_, _, err := mg.Send(ctx, m)
	return err
}
