// Package internalhosts talks to the house's own services.
package internalhosts

import (
	"fmt"
	"net"
	"net/http"
	"os"
	"strings"

	"outbound/internalhosts/ownapi"
	"outbound/people"
)

const base = "http://users.shop.svc.cluster.local:8080"

func own(p *people.Person) {
	http.Post(base+"/users", "", strings.NewReader(p.Email))
	http.Post("http://crm.internal/x", "", strings.NewReader(p.Email))
	http.Post("https://crm.internal.example.org/x", "", strings.NewReader(p.Email)) // want `email from Person.Email reaches crm.internal.example.org`
	http.Get(fmt.Sprintf("http://%s.svc.cluster.local/users/%s", "users", p.Email))
	http.Post("http://localhost:9000/x", "", strings.NewReader(p.Email))
	http.Post("http://[::1]:9000/x", "", strings.NewReader(p.Email))
	ownapi.Add(p)
}

func settable(p *people.Person) {
	addr := "http://localhost:8080"
	if v := os.Getenv("API"); v != "" {
		addr = v
	}
	http.Post(addr, "", strings.NewReader(p.Email)) // want `email from Person.Email reaches http.Post without`
	host := "http://crm.internal"
	if v := os.Getenv("CRM"); v != "" {
		host = v
	}
	http.Post(host, "", strings.NewReader(p.Email))
}

func getenv(key, def string) string {
	if v, ok := os.LookupEnv(key); ok {
		return v
	}
	return def
}

func defaulted(p *people.Person) {
	http.Post(getenv("API", "http://localhost:8080"), "", strings.NewReader(p.Email)) // want `email from Person.Email reaches http.Post without`
	http.Post(getenv("CRM", "http://crm.internal"), "", strings.NewReader(p.Email))
}

type client struct{ base string }

func newClient() *client { return &client{base: "http://crm.internal/api"} }

func (c *client) add(p *people.Person) { http.Post(c.base+"/add", "", strings.NewReader(p.Email)) }

type given struct{ base string }

func newGiven(base string) *given { return &given{base: base} }

func (c *given) add(p *people.Person) { http.Post(c.base+"/add", "", strings.NewReader(p.Email)) } // want `email from Person.Email reaches http.Post without`

// What a server writes to those who called it is a response.
func serve(l net.Listener, p *people.Person) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		fmt.Fprintf(c, "hello %s\n", p.Email)
		c.Write([]byte(p.Name))
		c.Close()
	}
}

func local(p *people.Person) {
	c, _ := net.Dial("unix", "/run/agent.sock")
	fmt.Fprintln(c, p.Email)
	d, _ := net.Dial("tcp", "localhost:9000")
	fmt.Fprintln(d, p.Email)
	e, _ := net.Dial("tcp", "crm.internal:9000")
	fmt.Fprintln(e, p.Email)
}
