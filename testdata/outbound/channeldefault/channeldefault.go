// Package channeldefault turns off verification for all clients that have no
// transport of their own.
package channeldefault

import (
	"crypto/tls"
	"net/http"
	"strings"
	"time"

	"outbound/people"
)

func init() {
	http.DefaultTransport.(*http.Transport).TLSClientConfig = &tls.Config{InsecureSkipVerify: true}
}

const to = "https://eu.helpdesk.example"

func functions(p *people.Person) {
	http.Post(to, "", strings.NewReader(p.Email)) // want `email from Person.Email reaches helpdesk \(http.Post\) on a channel that tls.Config.InsecureSkipVerify makes insecure$`
	http.Post("https://localhost", "", strings.NewReader(p.Email))
	http.Post(to, "", strings.NewReader(p.Plan))
}

func clients(p *people.Person) {
	c := &http.Client{Timeout: time.Second}
	c.Post(to, "", strings.NewReader(p.Email))                  // want `InsecureSkipVerify makes insecure$`
	http.DefaultClient.Post(to, "", strings.NewReader(p.Email)) // want `InsecureSkipVerify makes insecure$`
	own := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS13}}}
	own.Post(to, "", strings.NewReader(p.Email))
	req, _ := http.NewRequest("POST", to, strings.NewReader(p.Email))
	c.Do(req) // want `InsecureSkipVerify makes insecure$`
}

func given(c *http.Client, p *people.Person) {
	c.Post(to, "", strings.NewReader(p.Email))
}
