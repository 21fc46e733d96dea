// Package channel sends to those who may have it, by ways that anybody can read.
package channel

import (
	"crypto/tls"
	"crypto/x509"
	"net/http"
	"net/url"
	"strings"

	"outbound/people"
)

func schemes(p *people.Person, plain bool) {
	http.Post("https://eu.helpdesk.example", "", strings.NewReader(p.Email))
	http.Post("http://eu.helpdesk.example", "", strings.NewReader(p.Email)) // want `email from Person.Email reaches helpdesk \(http.Post\) over http://$`
	http.Post("http://127.0.0.1:8080/x", "", strings.NewReader(p.Email))    //
	http.Post("http://users.internal.svc.cluster.local", "", strings.NewReader(p.Email))
	http.Post("http://api.example.org", "", strings.NewReader(p.Email)) // want `email from Person.Email reaches api.example.org \(http.Post\) without redaction, consent or approval, and over http://$`
	http.Post("http://eu.helpdesk.example", "", strings.NewReader(p.IP))
	scheme := "https"
	if plain {
		scheme = "http"
	}
	http.Post(scheme+"://eu.helpdesk.example", "", strings.NewReader(p.Email))
	u := url.URL{Scheme: "http", Host: "eu.helpdesk.example"}
	http.Post(u.String(), "", strings.NewReader(p.Email)) // want `email from Person.Email reaches helpdesk \(http.Post\) over http://$`
	req, _ := http.NewRequest("POST", "http://eu.helpdesk.example", strings.NewReader(p.Email))
	http.DefaultClient.Do(req) // want `email from Person.Email reaches helpdesk \(http.Client.Do\) over http://$`
}

func inURL(p *people.Person) {
	http.Get("https://eu.helpdesk.example/users/" + p.Email)                         // want `email from Person.Email reaches helpdesk \(http.Get\) in a URL$`
	http.Get("https://eu.helpdesk.example/?" + url.Values{"q": {p.Name}}.Encode())   // want `name from Person.Name reaches helpdesk \(http.Get\) in a URL$`
	http.Get("http://eu.helpdesk.example/users/" + p.Email)                          // want `email from Person.Email reaches helpdesk \(http.Get\) over http:// and in a URL$`
	http.Get("https://eu.helpdesk.example/users/" + p.ID)                            //
	http.Get("http://localhost:8080/users/" + p.Email)                               //
	http.Post("https://eu.helpdesk.example/"+p.Name, "", strings.NewReader(p.Email)) // want `name from Person.Name reaches helpdesk \(http.Post\) in a URL$`
}

var trusting = &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}

func skipping(p *people.Person, skip bool) {
	trusting.Post("https://eu.helpdesk.example", "", strings.NewReader(p.Email)) // want `email from Person.Email reaches helpdesk \(http.Client.Post\) on a channel that tls.Config.InsecureSkipVerify makes insecure$`
	trusting.Post("https://localhost:8443", "", strings.NewReader(p.Email))
	cfg := &tls.Config{}
	cfg.InsecureSkipVerify = true
	c := &http.Client{Transport: &http.Transport{TLSClientConfig: cfg}}
	c.Post("https://eu.helpdesk.example", "", strings.NewReader(p.Email)) // want `on a channel that tls.Config.InsecureSkipVerify makes insecure`
	d := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: skip}}}
	d.Post("https://eu.helpdesk.example", "", strings.NewReader(p.Email))
	e := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: false}}}
	e.Post("https://eu.helpdesk.example", "", strings.NewReader(p.Email))
	own := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{
		InsecureSkipVerify:    true,
		VerifyPeerCertificate: func(raw [][]byte, _ [][]*x509.Certificate) error { return pinned(raw) },
	}}}
	own.Post("https://eu.helpdesk.example", "", strings.NewReader(p.Email))
}

func pinned(raw [][]byte) error { return nil }

type desk struct{ http *http.Client }

func newDesk() *desk {
	return &desk{http: &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}}
}

func (d *desk) open(p *people.Person) {
	d.http.Post("https://eu.helpdesk.example", "", strings.NewReader(p.Email)) // want `on a channel that tls.Config.InsecureSkipVerify makes insecure`
}

func dial(p *people.Person) {
	c, err := tls.Dial("tcp", "eu.helpdesk.example:443", &tls.Config{InsecureSkipVerify: true})
	if err != nil {
		return
	}
	c.Write([]byte(p.Email)) // want `email from Person.Email reaches helpdesk \(tls.Conn.Write\) on a channel that tls.Config.InsecureSkipVerify makes insecure`
	s, err := tls.Dial("tcp", "eu.helpdesk.example:443", nil)
	if err != nil {
		return
	}
	s.Write([]byte(p.Email))
}
