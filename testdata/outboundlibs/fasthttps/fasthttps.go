// Package fasthttps calls with the client of github.com/valyala/fasthttp.
package fasthttps

import (
	"time"

	"github.com/valyala/fasthttp"

	"outboundlibs/people"
)

// Calls calls an API.
func Calls(c people.Customer, client *fasthttp.Client) error {
	req := fasthttp.AcquireRequest()
	resp := fasthttp.AcquireResponse()
	defer fasthttp.ReleaseRequest(req)
	defer fasthttp.ReleaseResponse(resp)
	req.SetRequestURI("https://api.example.com/customers")
	req.SetBodyString(c.Email)
	if err := fasthttp.Do(req, resp); err != nil { // want `email from Customer\.Email reaches api\.example\.com \(fasthttp\.Do\)`
		return err
	}
	return nil
}

// Header sends a header.
func Header(c people.Customer, client *fasthttp.Client) error {
	var req fasthttp.Request
	var resp fasthttp.Response
	req.SetRequestURI("https://api.example.com/customers")
	req.Header.Set("X-Customer", c.Phone)
	return client.DoTimeout(&req, &resp, time.Second) // want `phone from Customer\.Phone reaches api\.example\.com \(fasthttp\.Client\.DoTimeout\)`
}

// Form posts a form.
func Form(c people.Customer, client *fasthttp.Client) error {
	args := fasthttp.AcquireArgs()
	defer fasthttp.ReleaseArgs(args)
	args.Set("name", c.Name)
	_, _, err := client.Post(nil, "https://api.example.com/customers", args) // want `name from Customer\.Name reaches api\.example\.com \(fasthttp\.Client\.Post\)`
	return err
}

// Masked tells nothing.
func Masked(c people.Customer, client *fasthttp.Client) error {
	var req fasthttp.Request
	var resp fasthttp.Response
	req.SetRequestURI("https://api.example.com/customers/" + c.ID)
	req.SetBody([]byte(people.Mask(c.Email)))
	return client.Do(&req, &resp)
}
