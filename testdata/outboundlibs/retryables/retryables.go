// Package retryables calls with github.com/hashicorp/go-retryablehttp.
package retryables

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"

	"github.com/hashicorp/go-retryablehttp"

	"outboundlibs/people"
)

// Calls calls an API.
func Calls(c people.Customer, a people.Account) error {
	client := retryablehttp.NewClient()
	data, err := json.Marshal(c)
	if err != nil {
		return err
	}
	req, err := retryablehttp.NewRequest(http.MethodPost, "https://api.example.com/customers", data)
	if err != nil {
		return err
	}
	if _, err := client.Do(req); err != nil { // want `name from Customer\.Name, email from Customer\.Email and phone from Customer\.Phone reach api\.example\.com \(retryablehttp\.Client\.Do\)`
		return err
	}
	req, err = retryablehttp.NewRequest(http.MethodGet, "https://api.example.com/customers", nil)
	if err != nil {
		return err
	}
	req.Header.Set("X-Customer", c.Phone)
	if _, err := client.Do(req); err != nil { // want `phone from Customer\.Phone reaches api\.example\.com \(retryablehttp\.Client\.Do\)`
		return err
	}
	if _, err := client.Post("https://api.example.com", "text/plain", strings.NewReader(c.Name)); err != nil { // want `name from Customer\.Name reaches api\.example\.com \(retryablehttp\.Client\.Post\)`
		return err
	}
	if _, err := client.PostForm("https://api.example.com", url.Values{"email": {c.Email}}); err != nil { // want `email from Customer\.Email reaches api\.example\.com \(retryablehttp\.Client\.PostForm\)`
		return err
	}
	if data, err = json.Marshal(a); err != nil {
		return err
	}
	req, err = retryablehttp.NewRequest(http.MethodPost, "https://api.example.com/accounts", bytes.NewReader(data))
	if err != nil {
		return err
	}
	_, err = client.Do(req)
	return err
}
