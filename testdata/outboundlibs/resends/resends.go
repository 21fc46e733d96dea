// Package resends sends mail through Resend.
package resends

import (
	"context"

	"github.com/resend/resend-go/v2"

	"outboundlibs/people"
)

// Send is the quick start.
func Send(ctx context.Context, c people.Customer, key string) error {
	client := resend.NewClient(key)
	params := &resend.SendEmailRequest{From: "shop@example.com", To: []string{c.Email}, Subject: "Welcome", Html: "<p>Hello</p>"}
	if _, err := client.Emails.Send(params); err != nil { // want `email from Customer\.Email reaches resend \(mail, resend\.EmailsSvcImpl\.Send\)`
		return err
	}
	if _, err := client.Emails.SendWithContext(ctx, &resend.SendEmailRequest{Text: "call " + c.Phone}); err != nil { // want `phone from Customer\.Phone reaches resend \(mail, resend\.EmailsSvcImpl\.SendWithContext\)`
		return err
	}
	_, err := client.Contacts.Create(&resend.CreateContactRequest{Email: c.Email, AudienceId: "a"}) // want `email from Customer\.Email reaches resend \(mail, resend\.ContactsSvcImpl\.Create\)`
	if err != nil {
		return err
	}
	_, err = client.Emails.Send(&resend.SendEmailRequest{Subject: c.ID, Text: people.Mask(c.Email)})
	return err
}
