// Package wiremore sends by what is seldom used: packets, text protocols, net/rpc,
// proxies, programs that take this one's place.
package wiremore

import (
	"context"
	"fmt"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/rpc"
	"net/textproto"
	"net/url"
	"os"
	"strings"
	"syscall"

	"outbound/people"
)

func packets(p *people.Person) {
	addr, err := net.ResolveUDPAddr("udp", "far.example.org:514")
	if err != nil {
		return
	}
	pc, err := net.ListenPacket("udp", ":0")
	if err != nil {
		return
	}
	pc.WriteTo([]byte(p.Email), addr) // want `email from Person.Email reaches far.example.org \(net.PacketConn.WriteTo\)`
	pc.WriteTo([]byte(p.ID), addr)
	u, _ := net.ListenUDP("udp", nil)
	u.WriteToUDP([]byte(p.Phone), addr)       // want `phone from Person.Phone reaches far.example.org \(net.UDPConn.WriteToUDP\)`
	u.WriteMsgUDP([]byte(p.Phone), nil, addr) // want `phone from Person.Phone reaches far.example.org \(net.UDPConn.WriteMsgUDP\)`
	here, _ := net.ResolveUDPAddr("udp", "127.0.0.1:514")
	u.WriteToUDP([]byte(p.Phone), here)
}

func texts(p *people.Person) {
	tp, err := textproto.Dial("tcp", "far.example.org:119")
	if err != nil {
		return
	}
	tp.Cmd("USER %s", p.Email)       // want `email from Person.Email reaches far.example.org \(textproto.Conn.Cmd\)`
	tp.PrintfLine("NAME %s", p.Name) // want `name from Person.Name reaches far.example.org \(textproto.Writer.PrintfLine\)`
	tp.Cmd("USER %s", p.ID)
	conn, err := net.Dial("tcp", "far.example.org:119")
	if err != nil {
		return
	}
	textproto.NewConn(conn).PrintfLine("NAME %s", p.Name) // want `name from Person.Name reaches far.example.org`
}

func calls(p *people.Person) {
	cl, err := rpc.Dial("tcp", "far.example.org:1234")
	if err != nil {
		return
	}
	var n int
	cl.Call("Users.Add", p.Email, &n)    // want `email from Person.Email reaches far.example.org \(rpc.Client.Call\)`
	cl.Go("Users.Add", p.Phone, &n, nil) // want `phone from Person.Phone reaches far.example.org \(rpc.Client.Go\)`
	cl.Call("Users.Add", len(p.Name), &n)
}

func programs(p *people.Person) error {
	if _, err := os.StartProcess("/bin/x", []string{"x", p.Email}, &os.ProcAttr{}); err != nil { // want `email from Person.Email reaches os.StartProcess`
		return err
	}
	return syscall.Exec("/bin/x", []string{"x", p.ID}, []string{"WHO=" + p.Name}) // want `name from Person.Name reaches syscall.Exec`
}

func proxy(p *people.Person) http.HandlerFunc {
	to := httputil.NewSingleHostReverseProxy(&url.URL{Scheme: "https", Host: "far.example.org"})
	return func(w http.ResponseWriter, r *http.Request) {
		r.Header.Set("X-Phone", p.Phone)
		to.ServeHTTP(w, r) // want `phone from Person.Phone reaches far.example.org \(httputil.ReverseProxy.ServeHTTP\) without redaction, consent or approval$`
	}
}

func socket(p *people.Person) {
	c := http.Client{Transport: &http.Transport{DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return net.Dial("unix", "/run/users.sock")
	}}}
	c.Post("http://unix/add", "text/plain", strings.NewReader(p.Email))
}

func piped(p *people.Person) {
	pr, pw := io.Pipe()
	w := multipart.NewWriter(pw)
	go func() {
		defer pw.Close()
		f, err := w.CreateFormFile("f", "phones.txt")
		if err == nil {
			fmt.Fprintln(f, p.Phone)
		}
		w.WriteField("name", p.Name)
		w.Close()
	}()
	http.Post("https://far.example.org", w.FormDataContentType(), pr) // want `name from Person.Name and phone from Person.Phone reach far.example.org`
}

// traced hands requests on.
type traced struct{ next http.RoundTripper }

func (t traced) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.Header.Set("X-Trace", "1")
	return t.next.RoundTrip(r)
}

func chained(p *people.Person) {
	c := &http.Client{Transport: traced{http.DefaultTransport}}
	c.Post("https://far.example.org", "text/plain", strings.NewReader(p.Email)) // want `email from Person.Email reaches far.example.org \(http.Client.Post\)`
	c.Post("https://far.example.org", "text/plain", strings.NewReader(p.ID))
}

// suite is a test's.
type suite struct{ server *httptest.Server }

func (s *suite) post(p *people.Person) {
	http.Post(s.server.URL+"/people", "text/plain", strings.NewReader(p.Email))
	own := httptest.NewServer(http.NotFoundHandler())
	http.Post(own.URL, "text/plain", strings.NewReader(p.Email))
	http.Get(own.URL + "/?q=" + p.Email)
}
