// Package hosts calls hosts that stand in the code, in many ways.
package hosts

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"path"
	"strings"

	"outbound/people"
)

const (
	scheme  = "https://"
	host    = "api.example.org"
	baseURL = scheme + host + "/v1"
)

var varBase = "https://var.example.org"

func body(p *people.Person) io.Reader { return strings.NewReader(p.Email) }

func constants(p *people.Person, id string) {
	http.Post(baseURL, "", body(p))                                                      // want `reaches api.example.org \(http.Post\)`
	http.Post(baseURL+"/users/"+id, "", body(p))                                         // want `reaches api.example.org \(http.Post\)`
	http.Post(fmt.Sprintf("%s/users/%s", baseURL, id), "", body(p))                      // want `reaches api.example.org \(http.Post\)`
	http.Post(fmt.Sprintf("https://api.example.org/%d", len(id)), "", body(p))           // want `reaches api.example.org \(http.Post\)`
	http.Post(fmt.Sprintf("https://%s/x", host), "", body(p))                            // want `reaches api.example.org \(http.Post\)`
	http.Post(fmt.Sprintf("https://%s.example.org/x", id), "", body(p))                  // want `reaches \*.example.org \(http.Post\)`
	http.Post(varBase+path.Join("/a", id), "", body(p))                                  // want `reaches var.example.org \(http.Post\)`
	http.Post(scheme+host, "", body(p))                                                  // want `reaches api.example.org \(http.Post\)`
	http.Post("https://"+id+"/x", "", body(p))                                           // want `email from Person.Email reaches http.Post without`
	http.Post(id, "", body(p))                                                           // want `email from Person.Email reaches http.Post without`
	http.Post(baseURL+"?next="+url.QueryEscape("https://shop.example.com"), "", body(p)) // want `reaches api.example.org \(http.Post\)`
	j, _ := url.JoinPath(baseURL, "users", id)
	http.Post(j, "", body(p))                                     // want `reaches api.example.org \(http.Post\)`
	http.Post(strings.TrimSuffix(baseURL, "/")+"/x", "", body(p)) // want `reaches api.example.org \(http.Post\)`
	u, _ := url.Parse(baseURL)
	u.Path = "/x"
	http.Post(u.String(), "", body(p))                                                 // want `reaches api.example.org \(http.Post\)`
	http.Post((&url.URL{Scheme: "https", Host: host, Path: id}).String(), "", body(p)) // want `reaches api.example.org \(http.Post\)`
	http.Post(strings.Join([]string{baseURL, id}, "/"), "", body(p))                   // want `email from Person.Email reaches`
}

type client struct {
	base string
	http *http.Client
}

func newClient() *client { return &client{base: "https://field.example.org", http: http.DefaultClient} }

func (c *client) send(p *people.Person) {
	c.http.Post(c.base+"/people", "", body(p)) // want `reaches field.example.org \(http.Client.Post\)`
}

func (c *client) request(ctx context.Context, path string, r io.Reader) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, "POST", c.base+path, r)
	if err != nil {
		return nil, err
	}
	return c.http.Do(req)
}

func (c *client) helped(p *people.Person) {
	c.request(context.TODO(), "/x", strings.NewReader(p.Name)) // want `name from Person.Name reaches field.example.org \(http.Client.Do\)`
}

// Option sets something.
type option func(*config)

type config struct{ endpoint string }

func withEndpoint(e string) option { return func(c *config) { c.endpoint = e } }

type sdk struct{ cfg config }

func newSDK(opts ...option) *sdk {
	s := &sdk{cfg: config{endpoint: "https://sdk.example.org"}}
	for _, o := range opts {
		o(&s.cfg)
	}
	return s
}

func (s *sdk) send(p *people.Person) {
	http.Post(s.cfg.endpoint, "", body(p)) // want `reaches sdk.example.org \(http.Post\)`
}

func to(url string, r io.Reader) { http.Post(url, "", r) }

func parameter(p *people.Person) {
	to("https://one.example.org", strings.NewReader(p.Email)) // want `reaches one.example.org \(http.Post\)`
	to("https://two.example.org", strings.NewReader(p.Email)) // want `reaches two.example.org \(http.Post\)`
}

func personTo(url string, p *people.Person) {
	http.Post(url, "", body(p)) // want `reaches only.example.org \(http.Post\)`
}

func callPersonTo(p *people.Person) { personTo("https://only.example.org", p) }

var endpoints = map[string]string{"a": "https://a.example.org", "b": "https://b.example.org"}

func table(p *people.Person) {
	http.Post(endpoints["a"], "", body(p)) // want `email from Person.Email reaches a.example.org \(http.Post\)`
}

func ways(p *people.Person, eu bool) {
	u := "https://us.example.org"
	if eu {
		u = "https://eu.example.org"
	}
	http.Post(u, "", body(p)) // want `email from Person.Email reaches eu.example.org \(http.Post\)`
}
