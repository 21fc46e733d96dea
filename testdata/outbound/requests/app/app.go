// Package app sends requests that another package makes.
package app

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"

	"outbound/people"
	"outbound/requests/build"
)

const api = "https://api.example.org"

func made(ctx context.Context, p *people.Person) {
	req, _ := build.JSON(ctx, http.MethodPost, api, p)
	http.DefaultClient.Do(req) // want `name from Person.Name, email from Person.Email and phone from Person.Phone reach api.example.org \(http.Client.Do\)`
	req, _ = build.JSON(ctx, http.MethodPost, api, map[string]string{"id": p.ID})
	http.DefaultClient.Do(req)
	req, _ = build.JSON(ctx, http.MethodPost, api, map[string]any{"to": p.Email})
	http.DefaultClient.Do(req) // want `email from Person.Email reaches api.example.org`
	req, _ = build.JSON(ctx, http.MethodGet, api+"/of/"+p.Email, nil)
	http.DefaultClient.Do(req) // want `email from Person.Email reaches api.example.org .*, and in a URL`
}

func bodies(p *people.Person) {
	text, _ := json.Marshal(p.Email)
	http.Post(api, "", build.Body(text))          // want `email from Person.Email reaches api.example.org \(http.Post\)`
	http.Post(api, "", build.Lines(string(text))) // want `email from Person.Email reaches api.example.org \(http.Post\)`
	text, _ = json.Marshal(p.Plan)
	http.Post(api, "", build.Body(text))
	text, _ = json.Marshal(struct {
		Note string `json:"-"`
		Plan string
	}{p.Note, p.Plan})
	http.Post(api, "", build.Body(text))
}

func options(ctx context.Context, p *people.Person) {
	c := build.New(api)
	c.Call(ctx, "GET", "/", nil, nil, build.Header("X-Plan", p.Plan))
	c.Call(ctx, "GET", "/", nil, nil, build.Header("X-Email", p.Email)) // want `email from Person.Email reaches api.example.org \(http.Client.Do\) without redaction, consent or approval$`
	c.Call(ctx, "GET", "/", nil, nil, build.Query("of", p.Email))       // want `email from Person.Email reaches api.example.org .*, and in a URL`
	c.Call(ctx, "POST", "/", p, nil)                                    // want `name from Person.Name, email from Person.Email and phone from Person.Phone reach api.example.org`
	c.Call(ctx, "POST", "/", struct{ Plan string }{p.Plan}, p)
}

func always(ctx context.Context, p *people.Person) {
	c := build.New(api, build.Header("X-Email", p.Email))
	c.Call(ctx, "GET", "/", nil, nil) // want `email from Person.Email reaches api.example.org`
}

func forms(p *people.Person) {
	form := url.Values{}
	build.Put(form, "plan", p.Plan)
	http.PostForm(api, form)
	build.Put(form, "to", p.Email)
	http.PostForm(api, form) // want `email from Person.Email reaches api.example.org \(http.PostForm\)`
}

func direct(p *people.Person) {
	req, _ := http.NewRequest(http.MethodGet, api, nil)
	build.Header("X-Email", p.Email)(req)
	http.DefaultClient.Do(req) // want `email from Person.Email reaches api.example.org`
	req, _ = http.NewRequest(http.MethodGet, api, nil)
	set := build.Header("X-Plan", p.Plan)
	set(req)
	http.DefaultClient.Do(req)
}
