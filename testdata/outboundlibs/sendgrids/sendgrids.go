// Package sendgrids sends mail through SendGrid.
package sendgrids

import (
	"context"
	"net/http"

	"github.com/sendgrid/sendgrid-go"
	"github.com/sendgrid/sendgrid-go/helpers/mail"

	"outboundlibs/people"
)

// Single is the quick start.
func Single(c people.Customer, key string) error {
	from := mail.NewEmail("Shop", "shop@example.com")
	to := mail.NewEmail(c.Name, c.Email)
	m := mail.NewSingleEmail(from, "Welcome", to, "Hello", "<p>Hello</p>")
	client := sendgrid.NewSendClient(key)
	_, err := client.Send(m) // want `name from Customer\.Name and email from Customer\.Email reach sendgrid \(mail, sendgrid\.Client\.Send\)`
	return err
}

// Personal uses personalizations and a template.
func Personal(ctx context.Context, c people.Customer, client *sendgrid.Client) error {
	p := mail.NewPersonalization()
	p.AddTos(mail.NewEmail("", "desk@example.com"))
	p.SetDynamicTemplateData("phone", c.Phone)
	m := mail.NewV3Mail()
	m.SetFrom(mail.NewEmail("Shop", "shop@example.com"))
	m.SetTemplateID("d-1")
	m.AddPersonalizations(p)
	_, err := client.SendWithContext(ctx, m) // want `phone from Customer\.Phone reaches sendgrid \(mail, sendgrid\.Client\.SendWithContext\)`
	return err
}

// Content is added part by part.
func Content(c people.Customer, client *sendgrid.Client) error {
	m := mail.NewV3Mail()
	m.AddContent(mail.NewContent("text/plain", "of "+c.Email))
	_, err := client.Send(m) // want `email from Customer\.Email reaches sendgrid \(mail, sendgrid\.Client\.Send\)`
	return err
}

// Raw makes the request itself.
func Raw(c people.Customer, key string) error {
	req := sendgrid.GetRequest(key, "/v3/marketing/contacts", "https://api.sendgrid.com")
	req.Method = http.MethodPut
	req.Body = []byte(`{"contacts":[{"email":"` + c.Email + `"}]}`)
	_, err := sendgrid.API(req) // want `email from Customer\.Email reaches sendgrid \(mail, sendgrid\.API\)`
	return err
}

// Masked tells nothing.
func Masked(c people.Customer, client *sendgrid.Client) error {
	to := mail.NewEmail("Desk", "desk@example.com")
	m := mail.NewSingleEmail(to, "Customer "+c.ID, to, people.Mask(c.Email), "")
	m.SetCustomArg("tier", c.ID)
	_, err := client.Send(m)
	return err
}
