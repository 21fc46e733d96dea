// Package channeldirect sets single fields of the library's own client.
package channeldirect

import (
	"crypto/tls"
	"net/http"
	"strings"

	"outbound/people"
)

const to = "https://eu.helpdesk.example"

func setup(skip bool) {
	if t, ok := http.DefaultTransport.(*http.Transport); ok && skip {
		t.TLSClientConfig = &tls.Config{}
		t.TLSClientConfig.InsecureSkipVerify = true
	}
	http.DefaultClient.Transport = &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}
}

func use(p *people.Person) {
	http.Post(to, "", strings.NewReader(p.Email))               // want `InsecureSkipVerify makes insecure$`
	http.DefaultClient.Post(to, "", strings.NewReader(p.Email)) // want `InsecureSkipVerify makes insecure$`
	d := &http.Client{Transport: http.DefaultTransport}
	d.Post(to, "", strings.NewReader(p.Email)) // want `InsecureSkipVerify makes insecure$`
}
