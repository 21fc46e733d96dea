// Package postmarks sends mail through Postmark, with both clients.
package postmarks

import (
	"context"

	older "github.com/keighl/postmark"
	"github.com/mrz1836/postmark"

	"outboundlibs/people"
)

// Send sends a mail.
func Send(ctx context.Context, c people.Customer, client *postmark.Client) error {
	_, err := client.SendEmail(ctx, postmark.Email{From: "shop@example.com", To: c.Email, TextBody: "Hello"}) // want `email from Customer\.Email reaches postmark \(mail, postmark\.Client\.SendEmail\)`
	if err != nil {
		return err
	}
	_, err = client.SendTemplatedEmail(ctx, postmark.TemplatedEmail{To: "desk@example.com", TemplateModel: map[string]any{"name": c.Name}}) // want `name from Customer\.Name reaches postmark \(mail, postmark\.Client\.SendTemplatedEmail\)`
	if err != nil {
		return err
	}
	_, err = client.SendEmail(ctx, postmark.Email{To: "desk@example.com", TextBody: people.Mask(c.Email)})
	return err
}

// Older sends with the other client.
func Older(c people.Customer, client *older.Client) error {
	e := older.Email{From: "shop@example.com", Subject: "Hello"}
	e.To = c.Email
	_, err := client.SendEmail(e) // want `email from Customer\.Email reaches postmark \(mail, postmark\.Client\.SendEmail\)`
	if err != nil {
		return err
	}
	_, err = client.SendEmailBatch([]older.Email{{To: "desk@example.com", HtmlBody: c.Phone}}) // want `phone from Customer\.Phone reaches postmark \(mail, postmark\.Client\.SendEmailBatch\)`
	return err
}
