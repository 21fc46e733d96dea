// Package purposes sends to those who may have it for something.
package purposes

import (
	"net/http"
	"strings"

	"outbound/people"
)

//pii:consent newsletter
func wantsNews(id string) bool { return id != "" }

//pii:consent billing
func wantsBills(id string) error { return nil }

func pay(text string)  { http.Post("https://api.payco.example/v1", "", strings.NewReader(text)) }
func mail(text string) { http.Post("https://api.mailco.example/v1", "", strings.NewReader(text)) }
func desk(text string) { http.Post("https://eu.helpdesk.example/v1", "", strings.NewReader(text)) }
func any(text string)  { http.Post("https://api.example.org/v1", "", strings.NewReader(text)) }

func approved(a *people.Account, p *people.Person) {
	pay(a.Bill)
	pay(a.Owner)
	pay(a.Either)
	pay(a.Card)
	pay(p.Email)
	pay(a.News) // want `email from Account.News reaches payco \(http.Post\), who is approved for billing, not for newsletter`
	mail(a.News)
	mail(a.Either)
	mail(p.Email)
	mail(a.Bill)  // want `email from Account.Bill reaches mailco \(http.Post\), who is approved for newsletter, not for billing`
	mail(a.Owner) // want `name from Account.Owner reaches mailco \(http.Post\) without redaction, consent or approval, who is approved for email only`
	mail(a.Card)  // want `payment_card from Account.Card reaches mailco \(http.Post\) without redaction or approval, who is approved for email only`
	desk(a.Bill)
	desk(a.News)
	desk(p.Phone)
	desk(p.Note) // want `message from Person.Note reaches helpdesk`
	any(a.Bill)  // want `email from Account.Bill reaches api.example.org \(http.Post\) without redaction, consent or approval`
}

func regions(a *people.Account) {
	http.Post("https://de.eu.payco.example", "", strings.NewReader(a.Bill))
	http.Post("https://payco.example", "", strings.NewReader(a.Bill))        // want `email from Account.Bill reaches payco.example`
	http.Post("https://eu.payco.example.org", "", strings.NewReader(a.Bill)) // want `email from Account.Bill reaches eu.payco.example.org`
}

func consents(a *people.Account, p *people.Person) {
	if wantsNews(a.ID) {
		any(a.News)
		any(a.Either)
		any(p.Email)
		any(a.Bill) // want `email from Account.Bill reaches api.example.org \(http.Post\) with consent to newsletter, not to billing`
	}
	if wantsBills(a.ID) == nil {
		any(a.Bill)
		any(a.Either)
		any(a.News) // want `email from Account.News reaches api.example.org \(http.Post\) with consent to billing, not to newsletter`
	}
	if wantsNews(a.ID) && wantsBills(a.ID) == nil {
		any(a.Bill)
		any(a.News)
	}
	if wantsNews(a.ID) || wantsBills(a.ID) == nil {
		any(a.Bill) // want `email from Account.Bill reaches api.example.org`
		any(a.News) // want `email from Account.News reaches api.example.org`
	}
}

func both(a *people.Account) {
	any(a.Bill + a.News) // want `email from Account.Bill and email from Account.News reach api.example.org \(http.Post\) without redaction, consent or approval`
	pay(a.Bill + a.News) // want `email from Account.News reaches payco`
}

func choose(a *people.Account, eu bool) {
	base := "https://api.payco.example"
	if eu {
		base = "https://api.mailco.example"
	}
	http.Post(base, "", strings.NewReader(a.Bill)) // want `email from Account.Bill reaches mailco`
	if eu {
		base = "https://de.eu.payco.example"
	} else {
		base = "https://api.payco.example"
	}
	http.Post(base, "", strings.NewReader(a.Bill))
}
