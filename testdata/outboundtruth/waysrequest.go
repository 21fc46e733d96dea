package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strings"

	"outboundtruth/people"
)

// requestWays are by requests that are built, copied and filled in many ways.
var requestWays = []way{
	{"recorded", recorded}, {"recordedURL", recordedURL}, {"recordedProxy", recordedProxy}, {"rebuilt", rebuilt}, {"clonedURL", clonedURL},
	{"clonedOrigin", clonedOrigin}, {"clonedClean", clonedClean}, {"clonedBoth", clonedBoth}, {"clonedBody", clonedBody}, {"shared", shared},
	{"copiedByHand", copiedByHand}, {"copiedHeader", copiedHeader}, {"madeByHand", madeByHand}, {"wholeHeader", wholeHeader}, {"headerKey", headerKey},
	{"listedHeader", listedHeader}, {"heldHeader", heldHeader}, {"takenBack", takenBack}, {"trailed", trailed}, {"newURL", newURL}, {"userInURL", userInURL},
	{"bodyLater", bodyLater}, {"bodyReplaced", bodyReplaced}, {"bodyAgain", bodyAgain}, {"formUnsent", formUnsent}, {"formKept", formKept},
	{"inContext", inContext}, {"jarred", jarred}, {"dumped", dumped}, {"resolved", resolved}, {"joinedPath", joinedPath}, {"joinedOrigin", joinedOrigin},
	{"readBack", readBack}, {"decorated", decorated}, {"fromTemplate", fromTemplate}, {"pathValue", pathValue}, {"viaClient", viaClient},
	{"clientHeader", clientHeader}, {"secondRequest", secondRequest}, {"funcTripped", funcTripped}, {"refererSet", refererSet},
}

func do(r *http.Request) { done(http.DefaultClient.Do(r)) }

// at gives a request of the library for tests an address, so that it can be sent.
func at(r *http.Request, a addrs) *http.Request {
	r.RequestURI = ""
	r.URL.Scheme, r.URL.Host, _ = strings.Cut(a.web, "://")
	return r
}

func recorded(a addrs, p *people.Person) {
	r := httptest.NewRequest("GET", "/x", nil)
	r.Header.Set("X-Mail", p.Email)
	do(at(r, a))
}

func recordedURL(a addrs, p *people.Person) {
	r := at(httptest.NewRequest("GET", "/x", nil), a)
	q := r.URL.Query()
	q.Set("name", p.Name)
	r.URL.RawQuery = q.Encode()
	do(r)
}

func recordedProxy(a addrs, p *people.Person) {
	to, err := url.Parse(a.web)
	check(err)
	r := httptest.NewRequestWithContext(context.Background(), "GET", "/x", nil)
	r.AddCookie(&http.Cookie{Name: "phone", Value: p.Phone})
	httputil.NewSingleHostReverseProxy(to).ServeHTTP(httptest.NewRecorder(), r)
}

// rebuilt sends the original, of which only the copy has the header.
func rebuilt(a addrs, p *people.Person) {
	r := asked(a.web)
	r.Clone(r.Context()).Header.Set("X-Who", p.Email)
	do(r)
}

func clonedURL(a addrs, p *people.Person) {
	c := asked(a.web).Clone(context.Background())
	c.URL.Path = "/" + p.Email
	do(c)
}

func clonedOrigin(a addrs, p *people.Person) {
	r := asked(a.web)
	c := r.Clone(r.Context())
	c.URL.Path = "/" + p.Email
	c.Host = p.Name
	do(r)
}

func clonedClean(a addrs, p *people.Person) {
	r := asked(a.web)
	r.Header.Set("X-Who", p.Phone)
	c := r.Clone(r.Context())
	c.Header.Del("X-Who")
	do(c)
}

func clonedBoth(a addrs, p *people.Person) {
	r := asked(a.web)
	r.Header.Set("X-Who", p.Phone)
	c := r.Clone(r.Context())
	c.Header.Del("X-Who")
	do(r)
}

func clonedBody(a addrs, p *people.Person) {
	r, err := http.NewRequest("POST", a.web, strings.NewReader(p.Email))
	check(err)
	do(r.Clone(r.Context()))
}

// shared fills the header of a copy that shares it with the original.
func shared(a addrs, p *people.Person) {
	r := asked(a.web)
	r.WithContext(context.Background()).Header.Set("X-Who", p.Name)
	do(r)
}

func copiedByHand(a addrs, p *people.Person) {
	r := asked(a.web)
	c := new(http.Request)
	*c = *r
	c.Header = make(http.Header, len(r.Header))
	for k, v := range r.Header {
		c.Header[k] = append([]string(nil), v...)
	}
	c.Header.Set("X-Who", p.Email)
	do(r)
}

func copiedHeader(a addrs, p *people.Person) {
	r := asked(a.web)
	h := r.Header.Clone()
	h.Set("X-Who", p.Email)
	do(r)
	r.Header = h
	r.Header.Set("X-Phone", p.Phone)
	do(r)
}

func madeByHand(a addrs, p *people.Person) {
	to, err := url.Parse(a.web)
	check(err)
	r := &http.Request{Method: "GET", URL: to, Header: http.Header{}}
	r.Header.Set("X-Who", p.Name)
	do(r)
}

func wholeHeader(a addrs, p *people.Person) {
	r := asked(a.web)
	r.Header = http.Header{"X-Who": {p.ID, p.Name}}
	do(r)
}

func headerKey(a addrs, p *people.Person) {
	r := asked(a.web)
	r.Header.Set("X-"+p.Name, p.ID)
	do(r)
}

func listedHeader(a addrs, p *people.Person) {
	r := asked(a.web)
	r.Header["X-Who"] = append(r.Header["X-Who"], p.Plan, p.Phone)
	do(r)
}

func heldHeader(a addrs, p *people.Person) {
	r := asked(a.web)
	h := r.Header
	h.Add("X-Who", p.Email)
	do(r)
}

func takenBack(a addrs, p *people.Person) {
	r := asked(a.web)
	r.Header.Set("X-Who", p.Email)
	delete(r.Header, "X-Who")
	r.Header.Set("X-Other", p.Name)
	r.Header.Del("x-other")
	do(r)
}

func trailed(a addrs, p *people.Person) {
	r, err := http.NewRequest("POST", a.web, io.MultiReader(strings.NewReader("x")))
	check(err)
	r.Trailer = http.Header{"X-Sum": nil}
	r.Trailer.Set("X-Sum", p.Phone)
	do(r)
}

func newURL(a addrs, p *people.Person) {
	r := asked(a.web)
	u := *r.URL
	u.Path = "/" + p.Name
	r.URL = &u
	do(r)
}

func userInURL(a addrs, p *people.Person) {
	r := asked(a.web)
	r.URL.User = url.UserPassword(p.Email, p.ID)
	do(r)
}

func bodyLater(a addrs, p *people.Person) {
	r := asked(a.web)
	r.Method, r.Body = "POST", io.NopCloser(strings.NewReader(p.Note))
	do(r)
}

func bodyReplaced(a addrs, p *people.Person) {
	r, err := http.NewRequest("POST", a.web, strings.NewReader(p.Note))
	check(err)
	r.Body, r.ContentLength = http.NoBody, 0
	do(r)
}

func bodyAgain(a addrs, p *people.Person) {
	r, err := http.NewRequest("POST", a.web, http.NoBody)
	check(err)
	r.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(p.Note)), nil }
	r.Body, err = r.GetBody()
	check(err)
	r.ContentLength = -1
	do(r)
}

// A client does not send the forms of a request.
func formUnsent(a addrs, p *people.Person) {
	r := asked(a.web)
	r.Form = url.Values{"who": {p.Email}}
	r.PostForm = r.Form
	r.RemoteAddr = p.Phone
	do(r)
}

func formKept(a addrs, p *people.Person) {
	r := asked(a.web + "/?who=" + url.QueryEscape(p.Email))
	check(r.ParseForm())
	done(http.PostForm(a.web, r.Form))
}

type whoKey struct{}

// What is in a context stays there.
func inContext(a addrs, p *people.Person) {
	ctx := context.WithValue(context.Background(), whoKey{}, p.Email)
	r, err := http.NewRequestWithContext(ctx, "GET", a.web, nil)
	check(err)
	do(r)
}

func jarred(a addrs, p *people.Person) {
	to, err := url.Parse(a.web)
	check(err)
	jar, err := cookiejar.New(nil)
	check(err)
	jar.SetCookies(to, []*http.Cookie{{Name: "who", Value: p.Name}})
	c := &http.Client{Jar: jar}
	done(c.Get(a.web))
}

func dumped(a addrs, p *people.Person) {
	r := asked(a.web)
	r.Header.Set("X-Who", p.Email)
	data, err := httputil.DumpRequestOut(r, true)
	check(err)
	c, err := net.Dial("tcp", a.line)
	check(err)
	c.Write(data)
	c.Close()
}

func resolved(a addrs, p *people.Person) {
	to, err := url.Parse(a.web)
	check(err)
	done(http.Get(to.ResolveReference(&url.URL{Path: "/" + p.Email}).String()))
}

func joinedPath(a addrs, p *people.Person) {
	to, err := url.Parse(a.web)
	check(err)
	done(http.Get(to.JoinPath("users", p.Name).String()))
}

// joinedOrigin asks for the URL that the other was made of.
func joinedOrigin(a addrs, p *people.Person) {
	to, err := url.Parse(a.web)
	check(err)
	longer := to.JoinPath("users")
	longer.RawQuery = p.Email
	done(http.Get(to.String()))
}

func readBack(a addrs, p *people.Person) {
	r := asked(a.web)
	r.Header.Set("X-Who", p.Email)
	done(http.Post(a.web, "text/plain", strings.NewReader(r.Header.Get("x-who")+r.Header.Get("X-Other"))))
}

func sign(r *http.Request, who string) { r.Header.Set("X-Signed-By", who) }

func decorated(a addrs, p *people.Person) {
	r := asked(a.web)
	sign(r, p.Name)
	do(r)
}

type desk struct {
	base   *url.URL
	header http.Header
	client *http.Client
}

func to(a addrs) *desk {
	base, err := url.Parse(a.web)
	check(err)
	return &desk{base: base, header: http.Header{"Accept": {"text/plain"}}, client: &http.Client{}}
}

func (s *desk) request(path string) *http.Request {
	u := *s.base
	u.Path = path
	r, err := http.NewRequest("GET", u.String(), nil)
	check(err)
	r.Header = s.header.Clone()
	return r
}

func (s *desk) get(path string) { done(s.client.Do(s.request(path))) }

func fromTemplate(a addrs, p *people.Person) {
	s := to(a)
	r := s.request("/x").Clone(context.Background())
	r.Header.Set("X-Who", p.Phone)
	done(s.client.Do(s.request("/y")))
	done(s.client.Do(r))
}

func pathValue(a addrs, p *people.Person) {
	r := asked(a.web)
	r.SetPathValue("who", p.Email)
	do(r)
	r.URL.Path = "/" + r.PathValue("other")
	do(r)
}

func viaClient(a addrs, p *people.Person) { to(a).get("/users/" + p.Name) }

func clientHeader(a addrs, p *people.Person) {
	s := to(a)
	s.header.Set("X-Who", p.Email)
	s.get("/x")
}

// secondRequest has another header than the first one, which is not sent.
func secondRequest(a addrs, p *people.Person) {
	s := to(a)
	s.request("/x").Header.Set("X-Who", p.Email)
	s.get("/" + p.Plan)
}

type tripper func(*http.Request) (*http.Response, error)

func (t tripper) RoundTrip(r *http.Request) (*http.Response, error) { return t(r) }

func funcTripped(a addrs, p *people.Person) {
	c := http.Client{Transport: tripper(func(r *http.Request) (*http.Response, error) {
		r = r.Clone(r.Context())
		r.Header.Set("X-Who", p.Email)
		return http.DefaultTransport.RoundTrip(r)
	})}
	done(c.Get(a.web))
}

func refererSet(a addrs, p *people.Person) {
	var b bytes.Buffer
	r, err := http.NewRequest("POST", a.web, &b)
	check(err)
	r.Header.Set("Referer", "https://shop.example/users/"+p.Name)
	fmt.Fprint(&b, p.Plan)
	do(r)
}
