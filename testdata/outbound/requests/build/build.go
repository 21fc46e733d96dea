// Package build makes requests for others.
package build

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strings"
)

// JSON makes a request whose body is v as JSON.
func JSON(ctx context.Context, method, to string, v any) (*http.Request, error) {
	var body io.Reader
	if v != nil {
		text, err := json.Marshal(v)
		if err != nil {
			return nil, err
		}
		body = bytes.NewReader(text)
	}
	req, err := http.NewRequestWithContext(ctx, method, to, body)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", "application/json")
	return req, nil
}

// Body is a text to be read.
func Body(text []byte) io.Reader { return bytes.NewReader(text) }

// Lines reads a text line by line.
func Lines(text string) *strings.Reader { return strings.NewReader(text) }

// Option changes a request.
type Option func(*http.Request)

// Header sets a header.
func Header(key, value string) Option {
	return func(r *http.Request) { r.Header.Set(key, value) }
}

// Query adds to the query.
func Query(key, value string) Option {
	return func(r *http.Request) {
		q := r.URL.Query()
		q.Add(key, value)
		r.URL.RawQuery = q.Encode()
	}
}

// Put sets a value of a form.
func Put(form url.Values, key, value string) { form.Set(key, value) }

// Client calls an API.
type Client struct {
	base string
	http *http.Client
	all  []Option
}

// New makes a client whose calls have the options.
func New(base string, all ...Option) *Client {
	return &Client{base: base, http: &http.Client{}, all: all}
}

// Call sends in and reads out.
func (c *Client) Call(ctx context.Context, method, path string, in, out any, more ...Option) error {
	req, err := JSON(ctx, method, c.base+path, in)
	if err != nil {
		return err
	}
	for _, o := range append(c.all, more...) {
		o(req)
	}
	res, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	return json.NewDecoder(res.Body).Decode(out)
}
