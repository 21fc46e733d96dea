// Package mailer sends what it is given.
package mailer

import (
	"net/http"
	"strings"
)

// Client is a client of a service.
type Client struct{ base string }

// New returns one.
func New() *Client { return &Client{base: "https://post.example.org"} }

// Send sends a text.
func (c *Client) Send(text string) error {
	res, err := http.Post(c.base, "text/plain", strings.NewReader(text))
	if err != nil {
		return err
	}
	return res.Body.Close()
}

// To sends a text to somewhere.
func To(url, text string) { http.Post(url, "text/plain", strings.NewReader(text)) }
