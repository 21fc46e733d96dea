// Package app sends by other packages, after checks in others.
package app

import (
	"outbound/cross/checks"
	"outbound/cross/consents"
	"outbound/cross/mailer"
	"outbound/cross/mailer/mailco"
	"outbound/people"
)

const post = "https://far.example.org/x"

func hosts(p *people.Person) {
	mailer.New().Send(p.Email) // want `email from Person.Email reaches post.example.org \(http.Post\) without redaction, consent or approval`
	mailer.To(post, p.Email)   // want `email from Person.Email reaches far.example.org \(http.Post\)`
	mailer.To("http://localhost:1", p.Email)
	mailer.To("http://eu.helpdesk.example", p.Email)       // want `email from Person.Email reaches helpdesk \(http.Post\) over http://`
	mailer.To("https://eu.helpdesk.example/"+p.Phone, "x") // want `phone from Person.Phone reaches helpdesk \(http.Post\) in a URL`
}

func paths(a *people.Account, p *people.Person) {
	mailco.Send(a.News)
	mailco.Send(p.Email)
	mailco.Send(a.Bill) // want `email from Account.Bill reaches mailco \(http.Post\), who is approved for newsletter, not for billing`
	mailco.Send(p.Name) // want `name from Person.Name reaches mailco`
}

func asked(a *people.Account, c *mailer.Client) error {
	if err := checks.News(a.ID); err != nil {
		return err
	}
	c.Send(a.News)
	c.Send(a.Bill) // want `email from Account.Bill reaches .*http.Post\) with consent to newsletter, not to billing|email from Account.Bill reaches http.Post with consent to newsletter, not to billing`
	return nil
}

func loose(a *people.Account, c *mailer.Client) error {
	if err := checks.Loose(a.ID); err != nil {
		return err
	}
	return c.Send(a.News) // want `email from Account.News reaches`
}

func with(a *people.Account, c *mailer.Client) {
	checks.With(a.ID, func() { c.Send(a.News) })
	checks.With(a.ID, func() { c.Send(a.Bill) }) // want `email from Account.Bill reaches`
}

func booked(b consents.Book, a *people.Account, c *mailer.Client) {
	if b.Check(a.ID) == nil {
		c.Send(a.News)
	}
	c.Send(a.News) // want `email from Account.News reaches`
}

func direct(a *people.Account, c *mailer.Client) {
	if !consents.Given(a.ID) {
		return
	}
	c.Send(a.News)
}
