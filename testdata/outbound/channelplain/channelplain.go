// Package channelplain changes copies of the library's own client, and the client
// itself.
package channelplain

import (
	"crypto/tls"
	"net/http"
	"strings"

	"outbound/people"
)

const to = "https://eu.helpdesk.example"

func copies(p *people.Person) {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.TLSClientConfig = &tls.Config{}
	t.TLSClientConfig.InsecureSkipVerify = true
	c := &http.Client{Transport: t}
	c.Post(to, "", strings.NewReader(p.Email)) // want `InsecureSkipVerify makes insecure$`
	http.Post(to, "", strings.NewReader(p.Email))
	u := http.DefaultTransport.(*http.Transport).Clone()
	u.TLSClientConfig.InsecureSkipVerify = true
	http.Post(to, "", strings.NewReader(p.Email))
	d := &http.Client{Transport: http.DefaultTransport}
	d.Post(to, "", strings.NewReader(p.Email))
}
