// Package mailjets sends mail through Mailjet.
package mailjets

import (
	"github.com/mailjet/mailjet-apiv3-go/v4"

	"outboundlibs/people"
)

// Send is the quick start.
func Send(c people.Customer, public, private string) error {
	client := mailjet.NewMailjetClient(public, private)
	info := []mailjet.InfoMessagesV31{{
		From:     &mailjet.RecipientV31{Email: "shop@example.com"},
		To:       &mailjet.RecipientsV31{{Email: c.Email, Name: c.Name}},
		TextPart: "Hello",
	}}
	m := mailjet.MessagesV31{Info: info}
	_, err := client.SendMailV31(&m) // want `name from Customer\.Name and email from Customer\.Email reach mailjet \(mail, mailjet\.Client\.SendMailV31\)`
	return err
}

// Contact creates a contact.
func Contact(c people.Customer, client *mailjet.Client) error {
	req := &mailjet.FullRequest{
		Info:    &mailjet.Request{Resource: "contact"},
		Payload: map[string]string{"Email": c.Email},
	}
	var data []map[string]any
	return client.Post(req, &data) // want `email from Customer\.Email reaches mailjet \(mail, mailjet\.Client\.Post\)`
}

// Masked tells nothing.
func Masked(c people.Customer, client *mailjet.Client) error {
	_, err := client.SendMail(&mailjet.InfoSendMail{Subject: c.ID, TextPart: people.Mask(c.Email)})
	return err
}
