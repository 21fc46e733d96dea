package main

import (
	"bufio"
	"bytes"
	"crypto/tls"
	"fmt"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/textproto"
	"net/url"
	"strings"

	"outboundtruth/people"
)

// moreWays are by encrypted channels, proxies, datagrams and readers around readers.
var moreWays = []way{
	{"securePosted", securePosted}, {"secureDialled", secureDialled}, {"redirected", redirected}, {"proxied", proxied},
	{"proxiedPlan", proxiedPlan}, {"directed", directed}, {"viaProxy", viaProxy}, {"sentTo", sentTo}, {"sentToUDP", sentToUDP},
	{"buffered", buffered}, {"teed", teed}, {"joined", joined}, {"copied", copied}, {"bothWriters", bothWriters}, {"spoken", spoken},
	{"rawRequest", rawRequest}, {"emptied", emptied}, {"fileName", fileName}, {"transported", transported}, {"cloned", cloned},
}

// trusting takes any certificate, since the servers have made theirs themselves.
var trusting = &tls.Config{InsecureSkipVerify: true}

func securePosted(a addrs, p *people.Person) {
	c := &http.Client{Transport: &http.Transport{TLSClientConfig: trusting}}
	done(c.Post(a.secure, "text/plain", strings.NewReader(p.Email)))
}

func secureDialled(a addrs, p *people.Person) {
	c, err := tls.Dial("tcp", a.secureLine, trusting)
	check(err)
	io.WriteString(c, "who: "+p.Name)
	c.Close()
}

func redirected(a addrs, p *people.Person) {
	done(http.Post(a.web+"/again", "text/plain", strings.NewReader(p.Phone)))
}

// asked is a request as a server would get it.
func asked(at string) *http.Request {
	r, err := http.NewRequest("GET", at, nil)
	check(err)
	return r
}

func proxied(a addrs, p *people.Person) {
	to, err := url.Parse(a.web)
	check(err)
	h := &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {
		r.SetURL(to)
		r.Out.Header.Set("X-Who", p.Email)
	}}
	h.ServeHTTP(httptest.NewRecorder(), asked(a.web+"/x"))
}

func proxiedPlan(a addrs, p *people.Person) {
	to, err := url.Parse(a.web)
	check(err)
	h := &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {
		r.SetURL(to)
		r.Out.Header.Set("X-Plan", p.Plan)
	}}
	h.ServeHTTP(httptest.NewRecorder(), asked(a.web+"/x"))
}

func directed(a addrs, p *people.Person) {
	to, err := url.Parse(a.web)
	check(err)
	h := &httputil.ReverseProxy{Director: func(r *http.Request) {
		r.URL.Scheme, r.URL.Host = to.Scheme, to.Host
		r.URL.RawQuery = "who=" + p.Name
	}}
	h.ServeHTTP(httptest.NewRecorder(), asked(a.web+"/x"))
}

// viaProxy asks a proxy for what there is not.
func viaProxy(a addrs, p *people.Person) {
	to, err := url.Parse(a.web)
	check(err)
	c := &http.Client{Transport: &http.Transport{Proxy: http.ProxyURL(to)}}
	done(c.Get("http://nowhere.invalid/?who=" + p.Email))
}

func sentTo(a addrs, p *people.Person) {
	c, err := net.ListenPacket("udp", "127.0.0.1:0")
	check(err)
	to, err := net.ResolveUDPAddr("udp", a.datagram)
	check(err)
	c.WriteTo([]byte(p.Name), to)
	c.Close()
}

func sentToUDP(a addrs, p *people.Person) {
	to, err := net.ResolveUDPAddr("udp", a.datagram)
	check(err)
	c, err := net.ListenUDP("udp", nil)
	check(err)
	c.WriteToUDP([]byte("mail="+p.Email), to)
	c.Close()
}

func buffered(a addrs, p *people.Person) {
	c, err := net.Dial("tcp", a.line)
	check(err)
	w := bufio.NewWriter(c)
	fmt.Fprintf(w, "%s\n", p.Phone)
	w.Flush()
	c.Close()
}

func teed(a addrs, p *people.Person) {
	r := io.TeeReader(strings.NewReader(p.Email), io.Discard)
	done(http.Post(a.web, "text/plain", r))
}

func joined(a addrs, p *people.Person) {
	r := io.LimitReader(io.MultiReader(strings.NewReader("x"), strings.NewReader(p.Phone)), 1000)
	done(http.Post(a.web, "text/plain", r))
}

func copied(a addrs, p *people.Person) {
	c, err := net.Dial("tcp", a.line)
	check(err)
	io.Copy(c, bufio.NewReader(strings.NewReader(p.Note)))
	c.Close()
}

func bothWriters(a addrs, p *people.Person) {
	c, err := net.Dial("tcp", a.line)
	check(err)
	fmt.Fprint(io.MultiWriter(io.Discard, c), p.Name)
	c.Close()
}

func spoken(a addrs, p *people.Person) {
	c, err := textproto.Dial("tcp", a.line)
	check(err)
	c.PrintfLine("USER %s", p.Email)
	c.Close()
}

func rawRequest(a addrs, p *people.Person) {
	c, err := net.Dial("tcp", a.line)
	check(err)
	r, err := http.NewRequest("GET", "http://nowhere.invalid/", nil)
	check(err)
	r.Header.Set("X-Who", p.Name)
	r.Write(c)
	c.Close()
}

func emptied(a addrs, p *people.Person) {
	var b bytes.Buffer
	b.WriteString(p.Email)
	b.Reset()
	b.WriteString(p.Plan)
	done(http.Post(a.web, "text/plain", &b))
}

func fileName(a addrs, p *people.Person) {
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	_, err := w.CreateFormFile("file", p.Name+".txt")
	check(err)
	w.Close()
	done(http.Post(a.web, w.FormDataContentType(), &b))
}

func transported(a addrs, p *people.Person) {
	r, err := http.NewRequest("POST", a.web, strings.NewReader(p.Note))
	check(err)
	done(http.DefaultTransport.RoundTrip(r))
}

// cloned sends the copy, which has another header.
func cloned(a addrs, p *people.Person) {
	r, err := http.NewRequest("GET", a.web, nil)
	check(err)
	c := r.Clone(r.Context())
	c.Header.Set("X-Who", p.Email)
	done(http.DefaultClient.Do(c))
}
