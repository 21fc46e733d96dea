// Package recipients has several recipients behind one call.
package recipients

import (
	"net/http"
	"net/smtp"
	"strings"

	"outbound/people"
)

type sender interface{ Send(text string) error }

type mailco struct{}

func (mailco) Send(text string) error {
	_, err := http.Post("https://api.mailco.example/send", "", strings.NewReader(text))
	return err
}

type other struct{ base string }

func (o other) Send(text string) error {
	_, err := http.Post("https://api.other.example/send", "", strings.NewReader(text))
	return err
}

type mail struct{}

func (mail) Send(text string) error {
	return smtp.SendMail("smtp.third.example:25", nil, "a@example.com", []string{text}, nil)
}

type local struct{}

func (local) Send(text string) error {
	_, err := http.Post("http://localhost/send", "", strings.NewReader(text))
	return err
}

func choose(kind int) sender {
	switch kind {
	case 0:
		return mailco{}
	case 1:
		return other{}
	case 2:
		return mail{}
	}
	return local{}
}

func all(p *people.Person, kind int) {
	s := choose(kind)
	s.Send(p.Phone) // want `phone from Person.Phone reaches mailco \(http.Post\)` `phone from Person.Phone reaches api.other.example \(http.Post\)` `phone from Person.Phone reaches smtp.third.example \(mail, smtp.SendMail\)`
	s.Send(p.Email) // want `email from Person.Email reaches api.other.example \(http.Post\)` `email from Person.Email reaches smtp.third.example \(mail, smtp.SendMail\)`
}

func each(p *people.Person) {
	for _, s := range []sender{mailco{}, other{}, mail{}} {
		s.Send(p.Phone) // want `reaches mailco` `reaches api.other.example` `reaches smtp.third.example`
	}
}

type service struct{ out sender }

func (s *service) notify(p *people.Person) {
	s.out.Send(p.Phone) // want `reaches mailco` `reaches api.other.example` `reaches smtp.third.example`
}

func hosts(p *people.Person, eu bool) {
	u := "https://us.example.org"
	if eu {
		u = "https://eu.example.org"
	}
	http.Post(u, "", strings.NewReader(p.Email)) // want `email from Person.Email reaches eu.example.org \(http.Post\)`
}

func deliver(to string, text string) { http.Post("https://"+to, "", strings.NewReader(text)) }

func fanOut(p *people.Person) {
	for _, h := range []string{"one.example.org", "two.example.org"} {
		deliver(h, p.Email) // want `reaches one.example.org`
	}
}

func funcs(p *people.Person, b bool) {
	f := func(s string) { deliver("one.example.org", s) }
	if b {
		f = func(s string) { deliver("two.example.org", s) }
	}
	f(p.Email) // want `reaches one.example.org` `reaches two.example.org`
}

func both(text string) {
	deliver("one.example.org", text)
	deliver("two.example.org", text)
}

func twice(p *people.Person) {
	both(p.Email) // want `reaches one.example.org` `reaches two.example.org`
}

func nothing(p *people.Person) {
	http.Post("https://api.nothing.example", "", strings.NewReader(p.Email)) // want `email from Person.Email reaches nothing \(http.Post\) without redaction, consent or approval, who is approved for nothing$`
}
