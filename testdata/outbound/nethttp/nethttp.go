// Package nethttp sends requests with the client of net/http.
package nethttp

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"

	"outbound/people"
)

var client = &http.Client{}

func get(p *people.Person) {
	http.Get("https://api.example.org/" + p.Plan)
	http.Get("https://api.example.org/users/" + p.Email) // want `email from Person.Email reaches api.example.org \(http.Get\) without redaction, consent or approval, and in a URL`
	http.Head("https://api.example.org/" + p.Phone)      // want `phone from Person.Phone reaches api.example.org \(http.Head\) without redaction, consent or approval, and in a URL`
	client.Get("https://api.example.org/" + p.Name)      // want `name from Person.Name reaches api.example.org \(http.Client.Get\)`
	http.Get("https://api.example.org/" + people.Mask(p.Email))
	http.Get("https://api.example.org/" + p.IP)
}

func post(p *people.Person) {
	http.Post("https://api.example.org/", "text/plain", strings.NewReader(p.Email))                 // want `email from Person.Email reaches api.example.org \(http.Post\) without redaction, consent or approval$`
	http.Post("https://api.example.org/", "text/plain", strings.NewReader(p.Plan))                  //
	http.Post("https://api.example.org/", "text/plain", strings.NewReader(people.Mask(p.Email)))    //
	client.Post("https://api.example.org/", "text/plain", bytes.NewReader([]byte(p.Name)))          // want `name from Person.Name reaches api.example.org \(http.Client.Post\)`
	http.PostForm("https://api.example.org/", url.Values{"to": {p.Email}})                          // want `email from Person.Email reaches api.example.org \(http.PostForm\)`
	http.PostForm("https://api.example.org/", url.Values{p.Phone: {"x"}})                           // want `phone from Person.Phone reaches`
	client.PostForm("https://api.example.org/", url.Values{"plan": {p.Plan}})                       //
	client.PostForm("https://api.example.org/", url.Values{"name": {p.Name}, "mail": {p.Email}})    // want `name from Person.Name and email from Person.Email reach api.example.org`
	http.Post("https://api.example.org/", "text/plain", bytes.NewBufferString("to: "+p.Email))      // want `email from Person.Email reaches`
	http.Post("https://api.example.org/"+p.Plan, "text/plain", io.NopCloser(strings.NewReader(""))) //
}

func values(p *people.Person) {
	v := url.Values{}
	v.Set("mail", p.Email)
	v.Add("plan", p.Plan)
	http.PostForm("https://api.example.org/", v)                                 // want `email from Person.Email reaches`
	http.Post("https://api.example.org/", "form", strings.NewReader(v.Encode())) // want `email from Person.Email reaches`
	http.Get("https://api.example.org/?" + v.Encode())                           // want `email from Person.Email reaches api.example.org \(http.Get\) without redaction, consent or approval, and in a URL`
	v.Del("mail")
	http.Get("https://api.example.org/?plan=" + url.QueryEscape(p.Plan))
}

func request(ctx context.Context, p *people.Person) error {
	body, err := json.Marshal(p)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://api.example.org/people", bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	res, err := client.Do(req) // want `name from Person.Name, email from Person.Email and phone from Person.Phone reach api.example.org \(http.Client.Do\) without`
	if err != nil {
		return err
	}
	return res.Body.Close()
}

func encoder(p *people.Person) {
	var b bytes.Buffer
	json.NewEncoder(&b).Encode(map[string]string{"mail": p.Email})
	req, _ := http.NewRequest("POST", "https://api.example.org", &b)
	http.DefaultClient.Do(req) // want `email from Person.Email reaches api.example.org \(http.Client.Do\)`
}

func headers(p *people.Person) {
	req, _ := http.NewRequest("GET", "https://api.example.org", nil)
	req.Header.Set("X-User", p.Email)
	client.Do(req) // want `email from Person.Email reaches api.example.org \(http.Client.Do\) without redaction, consent or approval$`
	req2, _ := http.NewRequest("GET", "https://api.example.org", nil)
	req2.Header.Set("X-User", p.Email)
	req2.Header.Set("X-User", p.ID)
	client.Do(req2)
	req3, _ := http.NewRequest("GET", "https://api.example.org", nil)
	req3.Header.Add("X-Plan", p.Plan)
	req3.Header["X-Name"] = []string{p.Name}
	client.Do(req3) // want `name from Person.Name reaches`
	req4, _ := http.NewRequest("GET", "https://api.example.org", nil)
	req4.AddCookie(&http.Cookie{Name: "who", Value: p.Email})
	client.Do(req4) // want `email from Person.Email reaches`
	req5, _ := http.NewRequest("GET", "https://api.example.org", nil)
	req5.SetBasicAuth(p.Email, "secret")
	client.Do(req5) // want `email from Person.Email reaches`
	req6, _ := http.NewRequest("GET", "https://api.example.org", nil)
	req6.Header = http.Header{"X-Phone": {p.Phone}}
	client.Do(req6) // want `phone from Person.Phone reaches`
	req7, _ := http.NewRequest("GET", "https://api.example.org", nil)
	req7.Header.Set("Authorization", "Basic "+base64.StdEncoding.EncodeToString([]byte(p.Email+":x")))
	client.Do(req7) // want `email from Person.Email reaches`
}

func query(p *people.Person) {
	req, _ := http.NewRequest("GET", "https://api.example.org/find", nil)
	q := req.URL.Query()
	q.Set("mail", p.Email)
	req.URL.RawQuery = q.Encode()
	client.Do(req) // want `email from Person.Email reaches api.example.org \(http.Client.Do\) without redaction, consent or approval, and in a URL`
	u := &url.URL{Scheme: "https", Host: "api.example.org", Path: "/users/" + p.Phone}
	client.Do(&http.Request{Method: "GET", URL: u})                                                                           // want `phone from Person.Phone reaches api.example.org \(http.Client.Do\) without redaction, consent or approval, and in a URL`
	client.Do(&http.Request{Method: "GET", URL: &url.URL{Scheme: "https", Host: "api.example.org", User: url.User(p.Email)}}) // want `email from Person.Email reaches api.example.org \(http.Client.Do\) without redaction, consent or approval$`
	client.Get(u.String())                                                                                                    // want `phone from Person.Phone reaches api.example.org \(http.Client.Get\)`
	w, _ := url.Parse("https://api.example.org/x")
	w.RawQuery = url.Values{"name": {p.Name}}.Encode()
	client.Get(w.String())               // want `name from Person.Name reaches api.example.org`
	client.Get(w.JoinPath("b").String()) // want `name from Person.Name reaches api.example.org`
	j, _ := url.JoinPath("https://api.example.org", "users", p.Email)
	client.Get(j) // want `email from Person.Email reaches api.example.org`
}

func body(p *people.Person) {
	req, _ := http.NewRequest("PUT", "https://api.example.org", nil)
	req.Body = io.NopCloser(strings.NewReader(p.Name))
	client.Do(req) // want `name from Person.Name reaches`
	clone := req.Clone(context.Background())
	client.Do(clone)                           // want `name from Person.Name reaches`
	client.Do(req.WithContext(context.TODO())) // want `name from Person.Name reaches`
}

func pipe(p *people.Person) {
	r, w := io.Pipe()
	go func() {
		json.NewEncoder(w).Encode(p)
		w.Close()
	}()
	http.Post("https://api.example.org", "application/json", r) // want `name from Person.Name, email from Person.Email and phone from Person.Phone reach`
}

func form(p *people.Person) {
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	w.WriteField("name", p.Name)
	part, _ := w.CreateFormFile("file", "x.txt")
	fmt.Fprintf(part, "mail: %s", p.Email)
	w.Close()
	http.Post("https://api.example.org", w.FormDataContentType(), &b) // want `name from Person.Name and email from Person.Email reach`
}

type signing struct {
	base http.RoundTripper
	who  *people.Person
}

func (s *signing) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.Header.Set("X-Signed-By", s.who.Email)
	return s.base.RoundTrip(r) // want `email from Person.Email reaches http.RoundTripper.RoundTrip without`
}

type plain struct{ base http.RoundTripper }

func (s plain) RoundTrip(r *http.Request) (*http.Response, error) {
	r.Header.Set("X-Service", "shop")
	return s.base.RoundTrip(r)
}

func send(c *http.Client, r *http.Request) (*http.Response, error) { return c.Do(r) }

func helper(p *people.Person) {
	req, _ := http.NewRequest("POST", "https://api.example.org", strings.NewReader(p.Email))
	send(client, req) // want `email from Person.Email reaches api.example.org \(http.Client.Do\)`
}

func build(text string) *http.Request {
	req, _ := http.NewRequest("POST", "https://api.example.org", strings.NewReader(text))
	return req
}

func built(p *people.Person) {
	client.Do(build(p.Email)) // want `email from Person.Email reaches api.example.org \(http.Client.Do\)`
	client.Do(build(p.Plan))
}

type api struct{ http *http.Client }

func (a *api) call(path string, in any) error {
	data, err := json.Marshal(in)
	if err != nil {
		return err
	}
	res, err := a.http.Post("https://api.example.org"+path, "application/json", bytes.NewReader(data))
	if err != nil {
		return err
	}
	defer res.Body.Close()
	return json.NewDecoder(res.Body).Decode(&struct{}{})
}

func (a *api) add(p *people.Person) error {
	return a.call("/people", p) // want `name from Person.Name, email from Person.Email and phone from Person.Phone reach api.example.org \(http.Client.Post\)`
}

func (a *api) plan(p *people.Person) error {
	return a.call("/plans", map[string]string{"plan": p.Plan})
}

// What a server answers with is a response, and what it was asked is nobody's.
func proxy(w http.ResponseWriter, r *http.Request) {
	out, _ := http.NewRequest(r.Method, "https://api.example.org"+r.URL.Path, r.Body)
	out.Header = r.Header.Clone()
	res, err := client.Do(out)
	if err != nil {
		return
	}
	io.Copy(w, res.Body)
}

func deferred(p *people.Person) {
	defer http.Post("https://api.example.org", "", strings.NewReader(p.Name)) // want `name from Person.Name reaches`
	go http.Post("https://api.example.org", "", strings.NewReader(p.Name))    // want `name from Person.Name reaches`
}

//pii:sink outbound
func export(row string) {}

func declared(p *people.Person) {
	export(p.Email) // want `email from Person.Email reaches nethttp.export without redaction, consent or approval`
	export(p.Plan)
}

func allowed(p *people.Person) {
	http.Post("https://api.example.org", "", strings.NewReader(p.Name)) //pii:allow outbound the contract says so
}
