// Package heimdalls calls with Heimdall.
package heimdalls

import (
	"net/http"
	"strings"

	"github.com/gojek/heimdall/v7/httpclient"

	"outboundlibs/people"
)

// Calls calls an API.
func Calls(c people.Customer) error {
	client := httpclient.NewClient()
	if _, err := client.Post("https://api.example.com", strings.NewReader(c.Email), nil); err != nil { // want `email from Customer\.Email reaches api\.example\.com \(httpclient\.Client\.Post\)`
		return err
	}
	h := http.Header{}
	h.Set("X-Customer", c.Phone)
	if _, err := client.Get("https://api.example.com", h); err != nil { // want `phone from Customer\.Phone reaches api\.example\.com \(httpclient\.Client\.Get\)`
		return err
	}
	req, err := http.NewRequest(http.MethodPost, "https://api.example.com", strings.NewReader(c.Name))
	if err != nil {
		return err
	}
	if _, err := client.Do(req); err != nil { // want `name from Customer\.Name reaches api\.example\.com \(httpclient\.Client\.Do\)`
		return err
	}
	_, err = client.Post("https://api.example.com/"+c.ID, strings.NewReader(people.Mask(c.Email)), nil)
	return err
}
