// Package channelmore makes channels insecure in ways that are found in the field.
package channelmore

import (
	"context"
	"crypto/tls"
	"fmt"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"path"
	"strings"

	"outbound/people"
)

func setLater(p *people.Person) {
	req, _ := http.NewRequest("POST", "https://eu.helpdesk.example/x", strings.NewReader(p.Email))
	req.URL.Scheme = "http"
	http.DefaultClient.Do(req) // want `email from Person.Email reaches helpdesk \(http.Client.Do\) over http://$`
	u, _ := url.Parse("https://eu.helpdesk.example")
	u.Scheme = "http"
	http.Post(u.String(), "", strings.NewReader(p.Email)) // want `over http://$`
	v := &url.URL{Host: "eu.helpdesk.example"}
	v.Scheme = "http"
	http.Post(v.String(), "", strings.NewReader(p.Email)) // want `over http://$`
	v.Scheme = "https"
	http.Post(v.String(), "", strings.NewReader(p.Email))
	w, _ := url.Parse("http://eu.helpdesk.example")
	w.Scheme = "https"
	http.Post(w.String(), "", strings.NewReader(p.Email))
}

func setHost(p *people.Person) {
	req, _ := http.NewRequest("POST", "https://eu.helpdesk.example/x", strings.NewReader(p.Email))
	req.URL.Host = "api.example.org"
	http.DefaultClient.Do(req) // want `email from Person.Email reaches api.example.org \(http.Client.Do\) without`
	req2 := &http.Request{Method: "POST", URL: &url.URL{Scheme: "http", Host: "eu.helpdesk.example"}, Header: http.Header{"X": {p.Email}}}
	http.DefaultClient.Do(req2) // want `over http://$`
}

// The default transport.
func defaultTransport(p *people.Person) {
	c := http.Client{Transport: http.DefaultTransport}
	c.Post("https://eu.helpdesk.example", "", strings.NewReader(p.Email))
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.TLSClientConfig = &tls.Config{InsecureSkipVerify: true}
	d := http.Client{Transport: t}
	d.Post("https://eu.helpdesk.example", "", strings.NewReader(p.Email)) // want `on a channel that tls.Config.InsecureSkipVerify makes insecure$`
	t2 := http.DefaultTransport.(*http.Transport).Clone()
	if t2.TLSClientConfig == nil {
		t2.TLSClientConfig = &tls.Config{}
	}
	t2.TLSClientConfig.InsecureSkipVerify = true
	e := http.Client{Transport: t2}
	e.Post("https://eu.helpdesk.example", "", strings.NewReader(p.Email)) // want `on a channel that tls.Config.InsecureSkipVerify makes insecure$`
}

func changedAfter(p *people.Person) {
	cfg := &tls.Config{MinVersion: tls.VersionTLS12}
	t := &http.Transport{TLSClientConfig: cfg}
	c := &http.Client{Transport: t}
	c.Post("https://eu.helpdesk.example", "", strings.NewReader(p.Email))
	cfg.InsecureSkipVerify = true
	c.Post("https://eu.helpdesk.example", "", strings.NewReader(p.Email)) // want `on a channel that tls.Config.InsecureSkipVerify makes insecure$`
	cfg.InsecureSkipVerify = false
	c.Post("https://eu.helpdesk.example", "", strings.NewReader(p.Email))
	t.TLSClientConfig.InsecureSkipVerify = true
	c.Post("https://eu.helpdesk.example", "", strings.NewReader(p.Email)) // want `on a channel that tls.Config.InsecureSkipVerify makes insecure$`
	c2 := cfg.Clone()
	d := &http.Client{Transport: &http.Transport{TLSClientConfig: c2}}
	d.Post("https://eu.helpdesk.example", "", strings.NewReader(p.Email)) // want `on a channel that tls.Config.InsecureSkipVerify makes insecure$`
}

func insecureConfig() *tls.Config {
	return &tls.Config{InsecureSkipVerify: true} //nolint:gosec
}

type settings struct{ skip bool }

func configFor(s settings) *tls.Config {
	cfg := &tls.Config{}
	if s.skip {
		cfg.InsecureSkipVerify = true
	}
	return cfg
}

func helper(p *people.Person, s settings) {
	c := &http.Client{Transport: &http.Transport{TLSClientConfig: insecureConfig()}}
	c.Post("https://eu.helpdesk.example", "", strings.NewReader(p.Email)) // want `InsecureSkipVerify makes insecure$`
	const skip = true
	d := &http.Client{}
	d.Transport = &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: skip}}
	d.Post("https://eu.helpdesk.example", "", strings.NewReader(p.Email)) // want `InsecureSkipVerify makes insecure$`
	var tr http.Transport
	tr.TLSClientConfig = insecureConfig()
	e := http.Client{Transport: &tr}
	e.Post("https://eu.helpdesk.example", "", strings.NewReader(p.Email)) // want `InsecureSkipVerify makes insecure$`
	var rt http.RoundTripper = &http.Transport{TLSClientConfig: insecureConfig()}
	req, _ := http.NewRequest("POST", "https://eu.helpdesk.example", strings.NewReader(p.Email))
	rt.RoundTrip(req) // want `InsecureSkipVerify makes insecure$`
	raw, _ := net.Dial("tcp", "eu.helpdesk.example:443")
	t := tls.Client(raw, insecureConfig())
	t.Write([]byte(p.Email)) // want `InsecureSkipVerify makes insecure$`
	dialer := &tls.Dialer{Config: insecureConfig()}
	conn, _ := dialer.DialContext(context.Background(), "tcp", "eu.helpdesk.example:443")
	conn.Write([]byte(p.Email)) // want `InsecureSkipVerify makes insecure$`
}

func pathAndQuery(p *people.Person) {
	base := "https://eu.helpdesk.example"
	q := url.Values{}
	q.Set("mail", p.Email)
	u, _ := url.Parse(base)
	u.RawQuery = q.Encode()
	http.Get(u.String()) // want `in a URL$`
	u2, _ := url.Parse(base)
	u2.Path = path.Join(u2.Path, "users", p.Email)
	http.Get(u2.String())                                            // want `in a URL$`
	http.Get(base + "/" + url.PathEscape(p.Email))                   // want `in a URL$`
	http.Get(fmt.Sprintf("%s/users/%s?a=%d", base, p.Email, 1))      // want `in a URL$`
	http.Get(fmt.Sprintf("%s?q=%s", base, url.QueryEscape(p.Email))) // want `in a URL$`
	u3 := u.JoinPath("users", p.Phone)
	http.Get(u3.String()) // want `in a URL$`
	req, _ := http.NewRequest("GET", base, nil)
	req.URL.Path = "/users/" + p.Email
	http.DefaultClient.Do(req) // want `in a URL$`
	req2, _ := http.NewRequest("GET", base, nil)
	req2.URL.RawQuery = "mail=" + url.QueryEscape(p.Email)
	http.DefaultClient.Do(req2) // want `in a URL$`
	req3, _ := http.NewRequest("GET", base, nil)
	vals := req3.URL.Query()
	vals.Add("mail", p.Email)
	req3.URL.RawQuery = vals.Encode()
	http.DefaultClient.Do(req3) // want `in a URL$`
	req4, _ := http.NewRequest("GET", base, nil)
	req4.URL = req4.URL.ResolveReference(&url.URL{Path: "/u/" + p.Email})
	http.DefaultClient.Do(req4)                                                                 // want `in a URL$`
	http.Get(strings.Join([]string{base, "users", p.Email}, "/"))                               // want `in a URL$`
	http.Get(strings.ReplaceAll("https://eu.helpdesk.example/users/{mail}", "{mail}", p.Email)) // want `in a URL$`
	var b strings.Builder
	b.WriteString(base)
	b.WriteString("/users/")
	b.WriteString(p.Email)
	http.Get(b.String()) // want `in a URL$`
	// A fragment never leaves the client, and a header is no URL.
	req5, _ := http.NewRequest("GET", base, nil)
	req5.Header.Set("X-Mail", p.Email)
	http.DefaultClient.Do(req5)
}

type config struct{ BaseURL string }

func configured(cfg config, p *people.Person) {
	http.Get(cfg.BaseURL + "/users/" + p.Email)                             // want `email from Person.Email reaches http.Get without redaction, consent or approval, and in a URL$`
	http.Get(cfg.BaseURL + "/users?" + url.Values{"m": {p.Email}}.Encode()) // want `and in a URL$`
	http.Post(cfg.BaseURL+"/users", "", strings.NewReader(p.Email))         // want `without redaction, consent or approval$`
}

const local = "http://localhost:8080"

func loopback(p *people.Person) {
	http.Post(local+"/x", "", strings.NewReader(p.Email))
	http.Post("http://127.1.2.3/x", "", strings.NewReader(p.Email))
	http.Post("http://[::1]:8080/x", "", strings.NewReader(p.Email))
	http.Post("http://"+net.JoinHostPort("localhost", "8080")+"/x", "", strings.NewReader(p.Email))
	http.Post("http://"+net.JoinHostPort("127.0.0.1", "8080"), "", strings.NewReader(p.Email))
	http.Post("http://"+net.JoinHostPort("::1", "8080"), "", strings.NewReader(p.Email))
	http.Post(fmt.Sprintf("http://localhost:%d/x", 8080), "", strings.NewReader(p.Email))
	http.Post(fmt.Sprintf("http://%s:%d/x", "127.0.0.1", 8080), "", strings.NewReader(p.Email))
	http.Post("http://LOCALHOST/x", "", strings.NewReader(p.Email))
	http.Post("http://sub.localhost/x", "", strings.NewReader(p.Email))
	http.Post("http://localhost.example.com/x", "", strings.NewReader(p.Email))     // want `reaches localhost.example.com`
	http.Post("http://127.0.0.1.nip.example/x", "", strings.NewReader(p.Email))     // want `reaches 127.0.0.1.nip.example`
	http.Post("http://localhost@api.example.org/x", "", strings.NewReader(p.Email)) // want `reaches api.example.org`
	http.Post("http://128.0.0.1/x", "", strings.NewReader(p.Email))                 // want `reaches 128.0.0.1`
	http.Post((&url.URL{Scheme: "http", Host: "localhost:80", Path: "/x"}).String(), "", strings.NewReader(p.Email))
	http.Post((&url.URL{Scheme: "http", Host: net.JoinHostPort("127.0.0.1", "80")}).String(), "", strings.NewReader(p.Email))
	c, _ := net.Dial("tcp", net.JoinHostPort("localhost", "25"))
	c.Write([]byte(p.Email))
	d, _ := net.Dial("tcp", ":25")
	d.Write([]byte(p.Email))
	e, _ := net.Dial("unix", "/run/x.sock")
	e.Write([]byte(p.Email))
	f, _ := net.Dial("tcp", net.JoinHostPort("api.example.org", "25"))
	f.Write([]byte(p.Email)) // want `reaches api.example.org`
	g, _ := net.DialUDP("udp", nil, &net.UDPAddr{IP: net.ParseIP("127.0.0.1"), Port: 1})
	g.Write([]byte(p.Email))
}

func proxies(p *people.Person) {
	target, _ := url.Parse("https://api.example.org")
	rp := &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) {
			r.SetURL(target)
			r.SetXForwarded()
			r.Out.Header.Set("X-Mail", p.Email)
		},
	}
	http.ListenAndServe(":1", rp) // want `email from Person.Email reaches`
	rd := &httputil.ReverseProxy{
		Director: func(r *http.Request) {
			r.URL.Scheme = "https"
			r.URL.Host = "api.example.org"
			r.Header.Set("X-Mail", p.Email)
		},
	}
	http.ListenAndServe(":1", rd) // want `email from Person.Email reaches`
	single := httputil.NewSingleHostReverseProxy(target)
	old := single.Director
	single.Director = func(r *http.Request) {
		old(r)
		r.Header.Set("X-Mail", p.Email)
	}
	http.ListenAndServe(":1", single) // want `email from Person.Email reaches api.example.org`
}

func directing(p *people.Person, w http.ResponseWriter, r *http.Request) {
	rp := &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) {
			r.SetURL(&url.URL{Scheme: "https", Host: "eu.helpdesk.example"})
			r.Out.URL.RawQuery = "who=" + p.Email
		},
	}
	rp.ServeHTTP(w, r) // want `email from Person.Email reaches helpdesk \(httputil.ReverseProxy.ServeHTTP\) in a URL$`
}

func directed(p *people.Person, w http.ResponseWriter, r *http.Request) {
	rd := &httputil.ReverseProxy{
		Director: func(r *http.Request) {
			r.URL.Scheme = "https"
			r.URL.Host = "api.example.org"
			r.Header.Set("X-Mail", p.Email)
		},
	}
	rd.ServeHTTP(w, r) // want `email from Person.Email reaches api.example.org \(httputil.ReverseProxy.ServeHTTP\) without redaction, consent or approval$`
}
